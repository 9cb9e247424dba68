"""The books are kept whatever the edits: the source and the reading text both come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.clean.ledger.draft import Draft, Edit, aside, change, doubt, metadata, remove


def test_a_removal_runs_around_what_was_removed_before() -> None:
    draft = Draft("klanttevreden-\nDE KERN\nheidsonderzoek")
    draft = draft.apply([aside(15, 23, "pull_quote", "DE KERN", "intruder")])
    draft = draft.apply([change(13, 15, "", "line-end")])
    assert draft.text == "klanttevredenheidsonderzoek"
    verdicts = [(s.before, s.verdict) for s in draft.ledger().spans]
    assert verdicts == [
        ("klanttevreden", "kept"),
        ("-\n", "changed"),
        ("DE KERN\n", "set_aside"),
        ("heidsonderzoek", "kept"),
    ]


def test_an_edit_takes_changed_words_along_whole() -> None:
    draft = Draft("tezijn nu").apply([change(0, 6, "te zijn", "apart")])
    draft = draft.apply([change(5, 9, "ZZ", "again")])
    assert draft.text == "te ziZZu"
    assert draft.ledger().source() == "tezijn nu"


def test_a_doubt_keeps_the_words_and_the_readings() -> None:
    draft = Draft("een bal-kon").apply([doubt(4, 11, ["balkon", "bal-kon"], "line-end")])
    span = draft.ledger().spans[1]
    assert (span.verdict, span.before, span.after) == ("kept", "bal-kon", "bal-kon")
    assert span.readings == ("balkon", "bal-kon")


def test_columns_are_put_in_order() -> None:
    draft = Draft("l1 r1\nl2 r2\n").apply([remove(2, 3, "gutter"), remove(8, 9, "gutter")])
    assert draft.text == "l1r1\nl2r2\n"
    draft = draft.reorder([(0, 2), (5, 7), (2, 5), (7, 10)])
    assert draft.text == "l1l2r1\nr2\n"
    assert draft.ledger().source() == "l1 r1\nl2 r2\n"
    assert draft.ledger().text() == draft.text


@pytest.mark.parametrize("edits", [[remove(2, 9, "r")], [remove(-1, 2, "r")]])
def test_edits_that_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError):
        Draft("abcd").apply(edits)


def test_of_edits_that_overlap_the_first_is_done() -> None:
    assert Draft("abcd").apply([remove(2, 4, "r"), remove(0, 3, "r"), change(3, 4, "x", "c")]).text == "x"


def test_words_set_aside_with_part_of_a_change_stay_aside_and_the_rest_stays_changed() -> None:
    draft = Draft("woord-\n\n\n\nKOP\ndeel").apply([change(6, 10, "\n\n", "blank-lines")])
    draft = draft.apply([aside(7, 12, "furniture", "KOP", "page")])
    assert draft.text == "woord-\ndeel"
    spans = [(s.before, s.verdict, s.after) for s in draft.ledger().spans]
    assert spans == [
        ("woord-", "kept", "woord-"),
        ("\n", "changed", "\n"),
        ("\n\n\nKOP\n", "set_aside", "KOP"),
        ("deel", "kept", "deel"),
    ]


def test_columns_part_words_that_were_changed_before() -> None:
    draft = Draft("een t\xadwee drie").apply([change(4, 9, "twee  ", "c")])
    draft = draft.reorder([(8, 15), (0, 8)])
    assert draft.text == "   drieeen twee"
    assert draft.ledger().source() == "een t\xadwee drie"
    assert draft.ledger().text() == draft.text


@pytest.mark.parametrize("slices", [[(0, 2)], [(0, 2), (1, 4)], [(0, 2), (2, 2), (2, 4)], [(2, 4), (0, 1)]])
def test_slices_that_are_no_order_of_the_text_are_refused(slices: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError):
        Draft("abcd").reorder(slices)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[tuple[float, float, str, str]]]]:
    """A source and, for some rounds, edits with places as shares of the text at hand."""
    edit = st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from("cramd"), st.sampled_from(["", "x", "yz"]))
    return draw(st.text("abc \n", max_size=30)), draw(st.lists(st.lists(edit, max_size=4), max_size=4))


def _made(kind: str, start: int, end: int, word: str) -> Edit:
    return {
        "c": change(start, end, word, "c"),
        "r": remove(start, end, "r"),
        "a": aside(start, end, "caption", "words", "a"),
        "m": metadata(start, end, "title", "words", "m"),
        "d": doubt(start, end, ["one"], "d"),
    }[kind]


@given(rounds())
def test_source_and_text_always_come_back(made: tuple[str, list[list[tuple[float, float, str, str]]]]) -> None:
    source, rounds_of_edits = made
    draft = Draft(source)
    for places in rounds_of_edits:
        text, at, edits, wanted = draft.text, 0, [], ""
        for first, second, kind, word in sorted(places):
            start, end = sorted((round(first * len(text)), round(second * len(text))))
            if start < at or start == end:
                continue
            edits.append(_made(kind, start, end, word))
            wanted += text[at:start] + {"c": word, "d": text[start:end]}.get(kind, "")
            at = end
        draft = draft.apply(edits)
        assert draft.text == wanted + text[at:]
        ledger = draft.ledger()
        assert ledger.source() == source
        assert ledger.text() == draft.text
        assert [s.start for s in ledger.spans[1:]] == [s.end for s in ledger.spans[:-1]]
