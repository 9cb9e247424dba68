"""An edit of YAML means what was asked, and changes only the lines of its entry."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from weerklank.collection.yaml_edit import add, comments, in_front_matter, put, remove, scalars
from weerklank.collection.yaml_writing import pair

WORDS = st.text(st.sampled_from("abé:#'\"\\-, {[&*!%@`\n\t“”…1\u00ad\u2028"), max_size=12)
NAMES = st.sampled_from(["claim", "note", "essay", "quote", "no", "x"])
PLAIN = st.sampled_from(
    ["woord", "twee woorden", "'enkel: #'", '"dubbel \\" #"', "2014-12-29", "|-\n      regel\n      nog een", "~"]
)
COMMENTS = st.sampled_from(["", "  # uitleg", "   #"])
LINES = st.sampled_from(["", "# een regel: uitleg\n", "\n", "  # ingesprongen - [\n"])


@st.composite
def passages(draw: st.DrawFn, dent: str) -> str:
    """A list in block style with items of every style, and comments around them."""
    out = ""
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["block", "flow", "word", "far"]))
        first = draw(st.sampled_from(["een", "'t'", '"# nee"']))
        note = draw(PLAIN) if kind in ("block", "far") else "n"
        begin = {"far": f"{dent}-   ", "block": f"{dent}- "}.get(kind, f"{dent}- ")
        if kind in ("block", "far"):
            column = " " * len(begin)
            note = note.replace("\n      ", f"\n{column}  ")
            out += f"{begin}essay: {first}{draw(COMMENTS)}\n{draw(LINES)}{column}note: {note}\n"
        elif kind == "flow":
            out += f"{begin}{{essay: {first},  note: [a, b]}}{draw(COMMENTS)}\n"
        else:
            out += f"{begin}{first}{draw(COMMENTS)}\n"
        out += draw(LINES)
    return out


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A file of several keys in any style."""
    dent = draw(st.sampled_from(["", "  ", "    "]))
    parts = [
        f"claim: {draw(st.sampled_from(['een', chr(34) + 'twee: #' + chr(34)]))}{draw(COMMENTS)}\n",
        f"passages:{draw(COMMENTS)}\n{draw(passages(dent))}",
        draw(st.sampled_from(["clash: [[1, 2], [3, 4]]\n", "clash: [  1,\n   2 ]  # paar\n", "clash: []\n"])),
        draw(st.sampled_from(["poles: {for: a, against: b}\n", "poles:\n  for: a  # zo\n  against: b\n"])),
    ]
    return draw(LINES).join([draw(LINES).lstrip(" "), *draw(st.permutations(parts))])


def data(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def untouched(old: str, new: str) -> tuple[str, str]:
    """The lines at both ends that an edit left, and the lines of `old` between them."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    tail = 0
    while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return "".join(before[same : len(before) - tail]), "".join(after[same : len(after) - tail])


@given(documents(), WORDS, WORDS)
def test_an_added_item_is_new_lines_and_no_other(text: str, one: str, other: str) -> None:
    entry = {"essay": one, "quote": other}
    made = add(text, ["passages"], entry)
    assert data(made)["passages"] == [*data(text)["passages"], entry]
    assert {**data(made), "passages": 0} == {**data(text), "passages": 0}
    gone, come = untouched(text, made)
    assert gone == "" and come.count("\n") == 2


@given(documents(), st.data())
def test_what_is_taken_out_takes_no_other_line_along(text: str, choose: st.DataObject) -> None:
    items = data(text)["passages"]
    number = choose.draw(st.integers(0, len(items) - 1))
    made = remove(text, ["passages", number])
    rest = {k: v for k, v in data(text).items() if k != "passages"}
    left = [*items[:number], *items[number + 1 :]]
    assert data(made) == ({**rest, "passages": left} if left else rest)
    gone, come = untouched(text, made)
    assert come == "" and gone.count("essay:") <= 1 + text.count("essay:") * (not left)


@given(documents(), NAMES, st.one_of(WORDS, st.lists(WORDS, max_size=3)), st.data())
def test_a_value_is_put_where_it_was_asked(text: str, name: str, value: Any, choose: st.DataObject) -> None:
    items = data(text)["passages"]
    number = choose.draw(st.integers(0, len(items) - 1))
    path: list[str | int] = ["passages", number, name] if isinstance(items[number], dict) else ["passages", number]
    made = put(text, path, value, order=("claim", "essay", "note", "quote"))
    want = data(text)
    home = want["passages"][number] if len(path) == 3 else want["passages"]
    home[path[-1]] = value
    assert data(made) == want
    assert sorted(comments(made)) == sorted(comments(text))
    for other, line in enumerate(text.splitlines()):
        if line.startswith(("claim", "clash", "poles")):
            assert line in made.splitlines(), other


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:  # zo\n  - b  # wel\n  - c  # en\n", "# zo\n# wel\na: d  # en\n"),
        ("a: |  # zo\n  b\n  # c\n", "# zo\na: d\n"),
        ("a: 'b'# zo\n", "a: d  # zo\n"),
        ("a:\n  # zo\n  b\n", "# zo\na: d\n"),
    ],
)
def test_comments_in_a_value_that_goes_stay(before: str, after: str) -> None:
    assert put(before, ["a"], "d") == after


@given(documents(), NAMES, st.one_of(WORDS, st.dictionaries(NAMES, WORDS, max_size=2)))
def test_a_key_of_the_file_is_put_in_its_order(text: str, name: str, value: Any) -> None:
    made = put(text, [name], value, order=("claim", "note", "passages"))
    assert data(made) == {**data(text), name: value}
    if name == "note":
        keys = list(data(made))
        assert keys.index("note") > keys.index("claim")


@given(
    st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=12), st.integers(0, 3)
)
def test_what_is_written_reads_as_it_was(value: Any, dent: int) -> None:
    written = " " * dent + pair("passages", value, dent)
    assert data(written) == {"passages": value}


@given(documents())
def test_renaming_changes_the_word_alone(text: str) -> None:
    for path, word in scalars(text):
        if word == "een":
            text = put(text, path, "ander")
    assert "een" not in [word for _, word in scalars(text)]


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("clash: [a, b, c]\n", ["clash", 0], "clash: [b, c]\n"),
        ("clash: [a, b, c]  # zo\n", ["clash", 2], "clash: [a, b]  # zo\n"),
        ("clash: [a]\nclaim: x\n", ["clash", 0], "claim: x\n"),
        ("- - a\n  - b\n", [0, 0], "- - b\n"),
        ("a: {b: c, d: e}\n", ["a", "b"], "a: {d: e}\n"),
        ("a: x\r\nb: y\r\n", ["b"], "a: x\r\n"),
    ],
)
def test_taken_out(before: str, path: list[str | int], after: str) -> None:
    assert remove(before, path) == after


def test_front_matter_keeps_what_is_below_and_how_lines_end() -> None:
    text = "\ufeff---\r\nclaim: x # uitleg\r\n---\r\nTekst: [a]\r\n---\r\n"
    made = in_front_matter(text, lambda yaml: add(yaml, ["examined"], "een-tekst"))
    assert made == text.replace("uitleg\r\n", "uitleg\r\nexamined:\r\n  - een-tekst\r\n")
    with pytest.raises(LookupError, match="front matter"):
        in_front_matter("Tekst", lambda yaml: yaml)


@pytest.mark.parametrize("path", [["passages", 4], ["nergens", 0], ["claim", "essay"]])
def test_a_path_that_leads_nowhere_is_said(path: list[str | int]) -> None:
    with pytest.raises(LookupError):
        remove("claim: x\npassages: [a]\n", path)
