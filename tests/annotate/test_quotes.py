"""Quotes find their one place, or the maintainer hears why not."""

import pytest

from weerklank.annotate.anchors import Lock
from weerklank.annotate.quotes import Reading, annotate, matches_of, normalise
from weerklank.model import ArgumentFile, Cleaned, Essay, Ledger, Metadata, PassageEntry, Related, Seed, Unit
from weerklank.model.errors import InputError

TEXTS = [
    ("h1", "heading", "Over brood"),
    ("p1", "paragraph", "De bakker zei: “Wie laat komt – en dat zijn er veel –, vindt geen brood.” Zo is het."),
    ("p2", "paragraph", "Zo is het. De buurt vraagt om ruimere openingstijden; de bakker wil slapen."),
    ("p3", "list", "- wit brood\n- bruin brood\n- krentenbollen"),
]


def unit(unit_id: str, kind: str, text: str) -> Unit:
    return Unit(unit_id, kind, text, unit_id[1:] if unit_id[0] == "p" else None, 0)  # type: ignore[arg-type]


UNITS = [unit(*each) for each in TEXTS]


def essay(slug: str = "brood") -> Essay:
    cleaned = Cleaned("", (), (), Metadata(), (), Ledger())
    seed = Seed(slug, f"{slug}.txt", b"", "")
    return Essay(seed, cleaned, slug, slug, None, (), None, False, None, None, tuple(UNITS))


def entry(quote: str, number: int = 1, **more: str) -> PassageEntry:
    return PassageEntry(number, more.pop("essay", "brood"), more.pop("stance", "for"), quote, **more)  # type: ignore[arg-type]


def file(*entries: PassageEntry, **more: object) -> ArgumentFile:
    return ArgumentFile("vroeg-op", "Een bakker hoort vroeg op te staan.", "", entries=entries, **more)  # type: ignore[arg-type]


def places(quote: str, **context: str) -> list[tuple[str, str]]:
    return [(m.unit.id, m.unit.text[m.start : m.end]) for m in matches_of(quote, Reading(UNITS), **context)]


def test_quotation_marks_dashes_and_white_space_are_not_told_apart() -> None:
    assert places('"Wie laat  komt - en dat zijn er veel -, vindt geen brood."') == [
        ("p1", "“Wie laat komt – en dat zijn er veel –, vindt geen brood.”")
    ]


def test_a_quote_ends_at_the_edge_of_a_word() -> None:
    assert places("wit brood") == [("p3", "wit brood")]
    assert places("bakke") == []


def test_context_tells_two_places_apart() -> None:
    assert len(places("Zo is het.")) == 2
    assert places("Zo is het.", before="brood.”") == [("p1", "Zo is het.")]
    assert places("Zo is het.", after="De buurt") == [("p2", "Zo is het.")]


def test_a_gap_spans_words_of_one_block() -> None:
    assert places("De bakker zei … vindt geen brood") == [
        ("p1", "De bakker zei: “Wie laat komt – en dat zijn er veel –, vindt geen brood")
    ]
    assert places("De bakker zei … krentenbollen") == []


def test_an_ellipsis_of_the_author_is_tried_literally_first() -> None:
    units = [unit("p1", "paragraph", "Tja … wat nu. En tja, zeg ik, wat nu.")]
    assert [(m.start, m.end) for m in matches_of("Tja … wat nu.", Reading(units))] == [(0, 13)]


@pytest.mark.parametrize("text", ["", "  a\u00adb  c ", "‘x’–“y”", "\u00a0\n"])
def test_normalised_characters_know_their_place(text: str) -> None:
    same, offsets = normalise(text)
    assert len(same) == len(offsets)
    assert list(offsets) == sorted(offsets)


def problems(*files: ArgumentFile) -> list[str]:
    with pytest.raises(InputError) as caught:
        annotate(files, [essay()], Lock())
    return [str(problem) for problem in caught.value.problems]


def test_an_anchored_passage_has_the_texts_own_words() -> None:
    (argument,) = annotate([file(entry('zei: "Wie laat komt', stance="nuance"))], [essay()], Lock())
    (passage,) = argument.passages
    assert (passage.id, passage.unit, passage.quote, passage.stance) == (
        "vroeg-op-1",
        "p1",
        "zei: “Wie laat komt",
        "nuance",
    )
    assert argument.examined == ("brood",)


def test_all_that_is_wrong_is_said_at_once_with_file_entry_and_remedy() -> None:
    found = problems(
        file(
            entry("de bakker wil niet slapen", 1),
            entry("Zo is het.", 2),
            entry("wit brood", 3, essay="brod"),
            entry("vindt geen brood.” Zo is het. Zo is het. De buurt", 4),
            entry("krentenbollen", 5),
            entry("krentenbollen", 6),
            entry("iets over een heel ander onderwerp, namelijk fietsen", 7),
            entry("wit brood", 8, before="zwart"),
            related=(Related("vroeg", "…"),),
            examined=("kaas",),
        )
    )
    text = "\n".join(found)
    assert "passage 1: quote not found in brood; nearest (§2): “de bakker wil slapen.”" in text
    assert "passage 2: quote found in 2 places of brood; tell them apart with 'before:' or 'after:' (§1: “" in text
    assert "passage 3: there is no essay 'brod'; did you mean 'brood'?" in text
    assert "passage 4: quote not found in brood; it runs from §1 into §2" in text
    assert "passage 6: the same words as passage 5" in text
    assert "passage 7: quote not found in brood; no words in this text are like it" in text
    assert "passage 8: quote not found in brood; the words are there, but not with this" in text
    assert "related: there is no other argument 'vroeg'" in text
    assert "examined: there is no essay 'kaas'" in text
    assert len(found) == 9


def test_html_in_a_quote_is_no_part_of_it() -> None:
    (found,) = problems(file(entry("de bakker <b>wil</b> slapen.<br/>", 1)))
    assert "quote not found in brood; a quote is the words as they are shown, without HTML: “de bakker wil" in found
    (found,) = problems(file(entry("zij vindt &lt;geen brood", 1)))
    assert "HTML" not in found


def test_typographic_marks_that_a_word_processor_set_around_a_quote() -> None:
    entry = PassageEntry(1, "brood", "for", "“De buurt vraagt om ruimere openingstijden”")
    file = ArgumentFile("open", "Open!", "", entries=(entry,))
    with pytest.raises(InputError, match="the marks “ and ” around it count as part of the quote: write straight ones"):
        annotate([file], [essay()], Lock())
