"""A lock is input: whatever stands in it gives the lock that was written, or an error of ours that says where."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.annotate import anchors
from weerklank.annotate.anchors import Anchor, EssayAnchors, Lock, PassageAnchor, concealed, fingerprint
from weerklank.collection import editions
from weerklank.model.runs import words

LONG = "De bakker opent om zeven uur zijn winkel en zet het brood in de etalage, ook in de winter."
ANCHORS = Lock(
    {
        "een brood": EssayAnchors("brood", (fingerprint("p1", LONG), Anchor("p2"), fingerprint("h1", "Kop")), ("p9",)),
        "b": EssayAnchors("kaas", (), (), (concealed("p1", [words(LONG)]), Anchor("p2"))),
    },
    (PassageAnchor("open", "een brood", fingerprint("open-1", "zijn winkel")),),
    ("open-2",),
)
DATES = editions.Lock(
    "178f5fc4-dbc3-5aa3-93c6-05be2625fb49",
    "2026-05-06",
    {"een brood": editions.Entry("0" * 16, "2026-05-06", "2026-05-07")},
    {"open": editions.Entry("-", "2026-05-06", "2026-05-07")},
)
LOADS = (anchors.load, editions.load)
WRITTEN = (anchors.dump(ANCHORS), editions.dump(DATES))

_LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
ANY_JSON = st.recursive(
    _LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


@st.composite
def tampered(draw: st.DrawFn, text: str) -> str:
    """A lock of which one value, somewhere, was replaced, taken away, or given another name."""
    data = json.loads(text)
    at: Any = data
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = draw(st.sampled_from(keys))
        inner = at[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            at = inner
            continue
        how = draw(st.sampled_from(["replace", "drop", "rename"]))
        if how == "replace" or isinstance(at, list):
            at[key] = draw(ANY_JSON)
        else:
            del at[key]
            if how == "rename":
                at[draw(st.text(max_size=30))] = inner
        return json.dumps(data)


def loads_or_says(load: Any, text: str) -> None:
    try:
        lock = load(text)
    except ValueError as error:
        said = str(error)
        assert said and "\n" not in said and said.isprintable() and len(said) < 400
        return
    dump = anchors.dump if load is anchors.load else editions.dump
    assert load(dump(lock)) == lock


def test_a_lock_comes_back_from_its_file() -> None:
    assert anchors.load(WRITTEN[0]) == ANCHORS
    assert editions.load(WRITTEN[1]) == DATES


@given(ANY_JSON)
def test_any_json(value: Any) -> None:
    for load in LOADS:
        loads_or_says(load, json.dumps(value))


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    for load in LOADS:
        loads_or_says(load, text)


@given(tampered(WRITTEN[0]))
def test_any_change_of_anchors(text: str) -> None:
    loads_or_says(anchors.load, text)


@given(tampered(WRITTEN[1]))
def test_any_change_of_editions(text: str) -> None:
    loads_or_says(editions.load, text)


@pytest.mark.parametrize("load", LOADS)
@pytest.mark.parametrize("deep", ["[" * 200_000, '{"essays": ' * 200_000, "9" * 5000, '{"id": ' + "9" * 5000 + "}"])
def test_depth_and_digits(load: Any, deep: str) -> None:
    with pytest.raises(ValueError, match="not a lock"):
        load(deep)


def essay(**changed: object) -> str:
    """A lock with one text that differs so."""
    values = {"slug": "brood", "units": ["p1 - -"], "retired": [], **changed}
    return json.dumps({"essays": {"a": values}, "passages": [], "retired": []})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (essay(slug="../../buiten"), "essays: a: slug: '../../buiten' is not a slug: at most 100"),
        (essay(slug="."), "slug: '.' is not a slug"),
        (essay(slug="/etc/brood"), "slug: '/etc/brood' is not a slug"),
        (essay(slug="Brood"), "slug: 'Brood' is not a slug"),
        (essay(slug="brood\n"), r"slug: 'brood\n' is not a slug"),
        (essay(slug="a\0b"), r"slug: 'a\x00b' is not a slug"),
        (essay(slug="\ud800"), r"slug: '\ud800' is not a slug"),
        (essay(slug="b" * 101), "is not a slug: at most 100"),
        (essay(slug=7), "slug: 7 is not a slug"),
        (essay(slug=[[]]), "slug: [[]] is not a slug"),
        (essay(slug="index"), "slug: a list has the address 'index'"),
        (essay(units={"p1": "-"}), "units: {'p1': '-'} is not a list"),
        (essay(units=["p1"]), "units: 'p1' is not an id with its fingerprint"),
        (essay(units=[f"p{'9' * 5000} - -"]), "is not an id with its fingerprint"),
        (essay(units=["p٣ - -"]), r"units: 'p\u0663 - -' is not an id"),
        (essay(units=['p1" onclick="x - -']), "is not an id with its fingerprint"),
        (essay(units=["p1 - -", "p1 - -"]), "units: 'p1' is there twice"),
        (essay(units=["p1 - 0123456789abcdef,01234567"]), "is not an id with its fingerprint"),
        (essay(removed=[None]), "removed: None is not an id with its fingerprint"),
        (essay(retired=[[1]]), "retired: [1] is not an id that was given"),
        (essay(retired="p1"), "retired: 'p1' is not a list"),
        ('{"essays": {"../b": {}}, "passages": [], "retired": []}', "essays: '../b' is no name of a text"),
        ('{"essays": {"": {}}, "passages": [], "retired": []}', "essays: '' is no name of a text"),
        ('{"essays": {}, "passages": ["open b open-1 -"], "retired": []}', "is not an argument, a text and an id"),
        ('{"essays": {}, "passages": ["Open b open-1 - -"], "retired": []}', "is not an argument, a text and an id"),
        ('{"essays": {}, "passages": [], "retired": ["open"]}', "retired: 'open' is not an id that was given"),
        ('{"essays": [], "passages": [], "retired": []}', "essays: [] is not a JSON object"),
        ('{"essays": {}, "passages": []}', "not a lock: has no 'retired'"),
    ],
)
def test_what_is_wrong_is_told_by_its_place(text: str, said: str) -> None:
    with pytest.raises(ValueError) as caught:
        anchors.load(text)
    assert said in str(caught.value)
