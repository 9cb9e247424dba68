"""A text whose lines are known by where they stand: its order, its paragraphs, and what stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.made_files import WORDS, Set, column
from weerklank.clean import clean
from weerklank.clean.layout.laid_out import laid_out
from weerklank.clean.layout.plan import plan
from weerklank.clean.ledger.draft import Draft
from weerklank.clean.ledger.note_calls import is_call, note_links
from weerklank.model import Cleaned
from weerklank.model.geometry import Box, Layout, PlacedLine, PlacedPage

OTHER = (
    "De markt begint om acht uur en eindigt als het laatste kind naar huis is. Wie dan nog iets wil kopen, moet "
    "naar de overkant, waar de winkels tot zes uur open zijn. Zo ging het altijd. Dat het nu anders gaat, ligt aan "
    "de weg, aan de regen en aan het geld. Een raadslid heeft er nog naar gevraagd, maar zonder veel succes. "
)


def placed(lines: Sequence[Set], figures: Sequence[Box] = ()) -> PlacedPage:
    found = []
    for x, y, size, words in lines:
        width = 0.5 * size * len(words)
        box = Box(*(round(10 * each) for each in (x, y - 0.75 * size, x + width, y + 0.25 * size)))
        found.append(PlacedLine(words, box, round(10 * size)))
    return PlacedPage(4000, 6000, tuple(found), tuple(figures))


def words_of(pages: Layout) -> str:
    return "\f".join("".join(f"{line.text}\n" for line in page.lines) for page in pages)


def read(*pages: PlacedPage) -> Cleaned:
    cleaned = clean(words_of(pages), layout=pages)
    assert cleaned.ledger.source() == words_of(pages)
    return cleaned


def asides(cleaned: Cleaned) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in cleaned.asides]


def plain(words: str) -> str:
    return " ".join(words.split())


def test_columns_are_read_one_after_the_other_under_the_title() -> None:
    left, right = column(WORDS, 20, 80), column(OTHER, 210, 80)
    mixed = sorted([*left, *right], key=lambda line: line[1])
    cleaned = read(placed([(20, 40, 22, "De kade en de markt"), *mixed]))
    assert cleaned.metadata.title == "De kade en de markt"
    assert plain(cleaned.text) == plain(WORDS + OTHER)


def test_heads_and_numbers_go_and_the_sentence_goes_on_over_the_page() -> None:
    every = (OTHER + WORDS).split()
    parts = [" ".join(every[at : at + 45]) for at in range(0, 135, 45)]
    pages = [
        placed([(150, 20, 9, "Het boek van de kade"), *column(words, 40, 60, 60), (190, 580, 9, str(number))])
        for number, words in enumerate(parts, 31)
    ]
    cleaned = read(*pages)
    assert plain(cleaned.text) == " ".join(every[:135])
    assert sorted(asides(cleaned)) == sorted(
        [("furniture", "Het boek van de kade")] * 3 + [("furniture", str(n)) for n in (31, 32, 33)]
    )


def test_notes_stand_apart_and_their_calls_lead_to_them() -> None:
    lines = column(WORDS.replace("dicht.", "dicht.1"), 40, 60, 60)
    notes = [
        (40, 300, 7, "1 Zie de krant van mei."),
        (40, 309, 7, "2 Aldus de havenmeester, die het"),
        (40, 318, 7, "zelf niet schreef."),
    ]
    cleaned = read(placed([*lines, *notes]))
    assert plain(cleaned.text) == plain(WORDS)
    (link,) = note_links(cleaned.ledger, cleaned.asides)
    assert (cleaned.text[: link.at].split()[-1], link.sign, link.note) == ("dicht.", "1", 0)
    assert asides(cleaned) == [
        ("note", "1 Zie de krant van mei."),
        ("note", "2 Aldus de havenmeester, die het zelf niet schreef."),
    ]


def test_captions_and_quotations_in_a_sentence_stand_apart() -> None:
    above, below = column(WORDS, 40, 60)[:5], column(WORDS, 40, 60)[5:]
    quote = [(40, 150, 15, "niemand weet waarom"), (40, 168, 15, "dat zo is gebleven")]
    caption = [(40, 300, 8, "De oude sluis bij hoog water")]
    rest = [(x, y + 250, size, words) for x, y, size, words in below]
    cleaned = read(placed([*above, *quote, *caption, *rest], [Box(400, 2000, 2000, 2900)]))
    assert plain(cleaned.text) == plain(WORDS)
    assert asides(cleaned) == [
        ("pull_quote", "niemand weet waarom dat zo is gebleven"),
        ("caption", "De oude sluis bij hoog water"),
    ]


def test_a_table_is_set_aside_whole() -> None:
    rows = [("Wijk", "Open", "Dicht"), ("Noord", "12", "40"), ("Oost", "9", "3"), ("Haven", "115", "2")]
    cells = [(40 + 90 * n, 200 + 16 * row, 10, words) for row, line in enumerate(rows) for n, words in enumerate(line)]
    below = [(x, y + 200, size, words) for x, y, size, words in column(OTHER, 40, 60, 60)]
    cleaned = read(placed([*column(WORDS, 40, 60, 60), *cells, *below]))
    ((kind, words),) = asides(cleaned)
    assert (kind, words) == ("table", "\n".join(" | ".join(row) for row in rows))
    assert plain(cleaned.text) == plain(WORDS + OTHER)


def test_a_dropped_capital_goes_back_to_its_word() -> None:
    first, second, *rest = column(WORDS[1:], 70, 60)
    lines = [(40, 78, 32, "W"), first, second, *((x - 30, y, size, words) for x, y, size, words in rest)]
    assert read(placed(lines)).text.startswith("Wie langs de kade")


def test_headings_and_small_print_of_the_author_stay() -> None:
    below = [(x, y + 120, size, words) for x, y, size, words in column(OTHER, 40, 60, 60)]
    small = [
        (60, 122, 8.5, "Zo stond het ook in de brief die de raad kreeg, en zo is het gebleven."),
        (60, 132, 8.5, "Niemand heeft hem beantwoord."),
    ]
    cleaned = read(placed([*column(WORDS, 40, 60, 60), *small, (40, 160, 14, "Wat er overbleef"), *below]))
    assert asides(cleaned) == []
    assert [block.text for block in cleaned.blocks if block.kind == "heading"] == ["Wat er overbleef"]


def test_what_an_editor_drops_and_keeps() -> None:
    head = (150, 20, 9, "Het boek van de kade")
    pages = (
        placed([head, *column(WORDS, 40, 60, 60), (190, 580, 9, "31")]),
        placed([head, *column(OTHER, 40, 60, 60), (190, 580, 9, "32")]),
    )
    first = pages[0].lines[1].text
    cleaned = clean(words_of(pages), layout=pages, drop=[first], keep=["31"])
    assert cleaned.ledger.source() == words_of(pages)
    assert first not in plain(cleaned.text) and "31" in cleaned.text.split() and "32" not in cleaned.text.split()


_WORDS = st.text("abc dE.-1•\u00e9", min_size=1, max_size=12).map(str.strip).filter(bool)
_LINE = st.builds(
    lambda x, y, size, words: (x, y, size, words),
    st.integers(0, 390), st.integers(0, 600), st.sampled_from([7, 10, 10, 10, 15, 30]), _WORDS,
)  # fmt: skip
_PAGE = st.lists(_LINE, max_size=25).map(placed)


@given(st.lists(_PAGE, min_size=1, max_size=3).map(tuple))
def test_whatever_stands_where_no_letter_is_lost(pages: Layout) -> None:
    words = words_of(pages)
    numbers = [n for part in plan(pages) for n in part.lines]
    assert sorted(numbers) == list(range(sum(len(page.lines) for page in pages)))
    draft = laid_out(Draft(words), pages)
    ledger = draft.ledger()
    assert ledger.source() == words and ledger.text() == draft.text
    assert all(span.verdict != "removed" or is_call(span) for span in ledger.spans)
    beside = "".join(span.before for span in ledger.spans if span.to is None)
    assert Counter(filter(str.isalpha, beside + draft.text)) == Counter(filter(str.isalpha, words))
    assert clean(words, layout=pages).ledger.source() == words
