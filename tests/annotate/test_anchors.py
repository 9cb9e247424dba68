"""Published ids never come to mean another paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from weerklank.annotate.anchors import (
    Anchor,
    EssayAnchors,
    Lock,
    PassageAnchor,
    dump,
    fingerprint,
    likeness,
    load,
    passage_ids,
    unit_ids,
)
from weerklank.annotate.promises import losses, retire

PARAGRAPHS = [
    "De bakker opent om zeven uur zijn winkel en zet het brood in de etalage.",
    "Wie later komt, vindt vaak alleen nog wit brood en een paar bolletjes.",
    "De buurt vraagt al jaren om ruimere openingstijden, ook op zondag.",
    "Daar wil de bakker niets van weten, want ook hij moet een keer slapen.",
]


def published(texts: list[str], ids: list[str], retired: tuple[str, ...] = ()) -> EssayAnchors:
    return EssayAnchors("brood", tuple(fingerprint(i, t) for i, t in zip(ids, texts, strict=True)), retired)


def ids(before: EssayAnchors | None, texts: list[str], kind: str = "p") -> list[str]:
    return unit_ids(before, [(kind, text) for text in texts])


def test_a_first_build_counts() -> None:
    units = [("h", "Brood"), ("p", "Een."), ("p", "Twee."), ("h", "Meer"), ("p", "Drie.")]
    assert unit_ids(None, units) == ["h1", "p1", "p2", "h2", "p3"]


def test_unchanged_texts_keep_their_ids() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    assert ids(before, PARAGRAPHS) == ["p1", "p2", "p3", "p4"]


def test_a_paragraph_put_between_gets_a_letter_and_the_others_stay() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    new = [*PARAGRAPHS[:2], "Iets heel anders over fietsen in de regen.", *PARAGRAPHS[2:]]
    assert ids(before, new) == ["p1", "p2", "p2a", "p3", "p4"]


def test_a_paragraph_put_first_gets_a_letter_too() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    assert ids(before, ["Vooraf een woord van dank.", *PARAGRAPHS])[0] == "p0a"


def test_a_paragraph_at_the_end_gets_the_next_number() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    assert ids(before, [*PARAGRAPHS, "Tot zover de bakker en zijn brood."])[-1] == "p5"


def test_an_edited_paragraph_keeps_its_id() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    edited = [PARAGRAPHS[0], PARAGRAPHS[1].replace("een paar", "twee"), *PARAGRAPHS[2:]]
    assert ids(before, edited) == ["p1", "p2", "p3", "p4"]


def test_a_moved_paragraph_takes_its_id_along() -> None:
    before = published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])
    assert ids(before, PARAGRAPHS[::-1]) == ["p4", "p3", "p2", "p1"]


def test_the_id_of_a_lost_paragraph_is_never_given_again() -> None:
    before = Lock({"s": published(PARAGRAPHS, ["p1", "p2", "p3", "p4"])})
    after = Lock({"s": published(PARAGRAPHS[:3], ["p1", "p2", "p3"])})
    assert losses(before, after) == [("s", "p4")]
    kept = retire(before, after)
    assert kept.essays["s"].retired == ("p4",)
    assert ids(kept.essays["s"], [*PARAGRAPHS[:3], "Nieuw slot over kaas en ham."])[-1] == "p5"


def test_a_lost_essay_keeps_its_ids_retired() -> None:
    before = Lock({"s": published(PARAGRAPHS[:2], ["p1", "p2"])})
    assert retire(before, Lock()).essays["s"].retired == ("p1", "p2")


def test_passages_keep_their_ids_and_numbers_are_not_given_twice() -> None:
    lock = Lock(
        passages=(PassageAnchor("brood", "s", fingerprint("brood-1", "ook hij moet slapen")),), retired=("brood-2",)
    )
    wanted = [("brood", "s", "vindt vaak alleen nog wit brood"), ("brood", "s", "ook hij moet een keer slapen")]
    assert passage_ids(lock, wanted) == ["brood-3", "brood-1"]


def test_one_quote_under_two_arguments_has_two_ids() -> None:
    assert passage_ids(Lock(), [("a", "s", "dezelfde woorden"), ("b", "s", "dezelfde woorden")]) == ["a-1", "b-1"]


def test_words_that_stand_in_another_argument_now_keep_their_id() -> None:
    lock = Lock(passages=(PassageAnchor("a", "s", fingerprint("a-1", "dezelfde woorden")),))
    there = ("a", "b")
    assert passage_ids(lock, [("b", "s", "Dezelfde woorden.")], there) == ["a-1"]
    assert passage_ids(lock, [("b", "s", "Dezelfde woorden."), ("c", "s", "dezelfde woorden")], there) == ["a-1", "c-1"]
    assert passage_ids(lock, [("a", "s", "dezelfde woorden"), ("b", "s", "dezelfde woorden")], there) == ["a-1", "b-1"]
    for other in (("b", "t", "dezelfde woorden"), ("b", "s", "andere woorden")):
        assert passage_ids(lock, [other], there) == ["b-1"]


@given(st.lists(st.text("abcdef ", min_size=1, max_size=40), max_size=8), st.randoms())
def test_ids_are_unique_and_stay_with_their_text(texts: list[str], random: object) -> None:
    first = ids(None, texts)
    assert len(set(first)) == len(first)
    again = ids(published(texts, first), texts)
    assert again == first


@given(st.text(min_size=0, max_size=60), st.text(min_size=0, max_size=60))
def test_likeness_is_a_share_and_symmetric(one: str, other: str) -> None:
    left, right = fingerprint("a", one), fingerprint("b", other)
    assert 0 <= likeness(left, right) <= 1
    assert likeness(left, right) == likeness(right, left)
    assert likeness(left, left) == 1


def test_the_lock_comes_back_from_its_file() -> None:
    lock = Lock(
        {"s": published(PARAGRAPHS, ["p1", "p2", "p3", "p4"], ("p9",))},
        (
            PassageAnchor("brood", "s", Anchor("brood-1", "0" * 16, ("aaaaaaaa", "bbbbbbbb"))),
            PassageAnchor("brood", "s", Anchor("korst-1", "1" * 16, ("aaaaaaaa",)), ("korst", "kruim")),
        ),
        ("brood-7",),
    )
    assert load(dump(lock)) == lock
    assert "bakker" not in dump(lock)


def test_a_quote_that_grows_or_shrinks_at_its_ends_keeps_its_id() -> None:
    short = "Bevalt de bakker niet"
    long = f"Een klant kan weglopen. {short}, dan gaat hij naar de volgende, en daar vraagt niemand hem naar de reden"
    for old, new in ((short, long), (long, short)):
        lock = Lock(passages=(PassageAnchor("klant", "a", fingerprint("klant-3", old)),))
        assert passage_ids(lock, [("klant", "a", "Iets anders, van niemand"), ("klant", "a", new)])[1] == "klant-3"
        assert passage_ids(lock, [("klant", "b", new)]) == ["klant-4"]
        assert passage_ids(lock, [("klant", "a", new), ("klant", "a", old)]) == ["klant-4", "klant-3"]
        assert passage_ids(lock, [("klant", "a", "De bakker bakt brood voor de klant")]) == ["klant-4"]
