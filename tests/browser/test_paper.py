"""Paper: no word is printed over another, whatever the page and the size of the paper; and how a text is printed."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.pages import EVERYWHERE, Pages

CELL = 4.0
"""Points: about half a letter, so that a letter's box lies over a handful of cells."""


class Letter(NamedTuple):
    """A letter on paper: its number in the page's stream of text, its sign, and its box in points."""

    number: int
    sign: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def covers(self, other: Letter) -> bool:
        """Whether the middle of another letter lies in its box, not its own nor the next part of a ligature ('ffi')."""
        x, y = other.middle
        apart = abs(self.number - other.number)
        ligature = apart <= 1 or apart == 2 and {self.sign, other.sign} <= {"f", "i", "l"}
        return not ligature and self.left < x < self.right and self.bottom < y < self.top

    def cells(self) -> list[tuple[int, int]]:
        across = range(int(self.left // CELL), int(self.right // CELL) + 1)
        return [(x, y) for x in across for y in range(int(self.bottom // CELL), int(self.top // CELL) + 1)]


def letters(page: pypdfium2.PdfPage) -> list[Letter]:
    """What can be seen of the words of a page."""
    text = page.get_textpage()
    signs = [chr(pdfium.FPDFText_GetUnicode(text, number)) for number in range(text.count_chars())]
    printed = [number for number, sign in enumerate(signs) if not pdfium.FPDFText_IsGenerated(text, number)]
    found = [Letter(number, signs[number], *text.get_charbox(number, loose=True)) for number in printed]
    return [letter for letter in found if letter.sign.strip() and letter.right > letter.left]


def overprinted(page: pypdfium2.PdfPage) -> list[str]:
    """The letters that lie over another one.

    pdfium is asked for letters, not words: of two lines on one spot it makes words that nobody wrote.
    """
    found = letters(page)
    there: dict[tuple[int, int], list[Letter]] = defaultdict(list)
    for letter in found:
        x, y = letter.middle
        there[int(x // CELL), int(y // CELL)].append(letter)
    return [one.sign for one in found if any(one.covers(other) for cell in one.cells() for other in there[cell])]


FOOT = 57
"""Points: the lower margin, in which the number of the page stands."""


def filled(page: pypdfium2.PdfPage) -> float:
    """Down to where a sheet has words, as a part of its height."""
    height: float = page.get_height()
    lowest = min((letter.bottom for letter in letters(page) if letter.bottom > FOOT), default=height)
    return 1 - lowest / height


def printed(page: Page, paper: str) -> pypdfium2.PdfDocument:
    """The page as Chromium prints it."""
    return pypdfium2.PdfDocument(page.pdf(format=paper))


ROLES = "/rollen/"
"""Pages on which each part begins a sheet, since that sheet is handed to one person."""


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@EVERYWHERE
def test_no_letter_over_another_and_no_sheet_half_empty(
    visit: Visit, built_site: Path, paper: str, pages: Pages
) -> None:
    for path in pages(built_site):
        sheets = printed(visit.go(path), paper)
        for number, sheet in enumerate(sheets, 1):
            assert overprinted(sheet) == [], (path, number)
            apart = path.endswith(ROLES)
            assert number == len(sheets) or filled(sheet) > 0.5 or apart, (path, number)


def test_words_on_one_spot_are_seen(visit: Visit) -> None:
    """The measure itself: two lines that coincide, and the same two under each other."""
    page = visit.page
    page.set_content("<p>boven alles<p>onder andere")
    (sheet,) = printed(page, "A4")
    assert overprinted(sheet) == []
    page.set_content("<style>p { position: absolute; top: 0 }</style><p>boven alles<p>onder andere")
    (sheet,) = printed(page, "A4")
    assert len(overprinted(sheet)) > 10


CHOICES = {
    "tekst": "tekst alleen",
    "stemmen": "met stemmen",
    "werkblad": "werkblad met marges",
}
"""What an address asks for, and what the button calls it."""


def with_voices(site: Path, collection: dict[str, Any]) -> str:
    """The address of a text beside which others speak."""
    for essay in collection["essays"]:
        page = html.parse(str(site / essay["url"] / "index.html"))
        if page.xpath("//aside[@data-weight = 'key']/div[@data-voice-of]"):
            return str(essay["url"])
    pytest.skip("no two authors speak of the same")


def told(page: Page) -> list[str]:
    """The words of others that are printed."""
    page.emulate_media(media="print")
    return [words.inner_text() for words in page.locator(".wk-beside q").all() if words.is_visible()]


@pytest.mark.parametrize("choice", CHOICES)
def test_what_is_printed_is_what_was_chosen(visit: Visit, collection: dict[str, Any], choice: str) -> None:
    for essay in collection["essays"]:
        page = visit.go(f"{essay['url']}?afdruk={choice}")
        if not essay["blocks"]:
            continue
        said = [words.inner_text() for words in page.locator("[data-weight=key] > [data-voice-of] q").all()]
        assert told(page) == (said if choice == "stemmen" else [])
        assert page.locator(".wk-signed").is_visible() == (choice == "werkblad")
        assert all(number.is_visible() for number in page.locator(".wk-num").all())
        for number, sheet in enumerate(printed(page, "A4"), 1):
            assert overprinted(sheet) == [], (essay["url"], number)


@pytest.mark.parametrize(
    ("visit", "asked"),
    [({}, ""), ({}, "?markeringen=geen&afdruk=stemmen"), ({"java_script_enabled": False}, "")],
    indirect=["visit"],
    ids=["unasked", "though-nothing-is-marked", "no-script"],
)
def test_voices_are_printed_once_each(visit: Visit, built_site: Path, collection: dict[str, Any], asked: str) -> None:
    page = visit.go(with_voices(built_site, collection) + asked)
    found = told(page)
    assert found
    assert len(found) == len(set(found))
    assert not any(each.is_visible() for each in page.locator(".wk-notes, .wk-print, .wk-signed").all())


def test_who_marks_nothing_prints_the_text_alone(visit: Visit, built_site: Path, collection: dict[str, Any]) -> None:
    assert told(visit.go(with_voices(built_site, collection) + "?markeringen=geen")) == []


def test_the_button_prints_and_keeps_the_choice_in_the_address(
    visit: Visit, built_site: Path, collection: dict[str, Any]
) -> None:
    visit.page.add_init_script(
        "window.prints = []; window.print = () => prints.push(document.documentElement.dataset.print)"
    )
    page = visit.go(with_voices(built_site, collection))
    for address, name in CHOICES.items():
        page.locator(".wk-print > button").focus()
        page.keyboard.press("Enter")
        page.get_by_role("group", name="Wat u afdrukt").get_by_role("button", name=name).press("Enter")
        assert page.url.endswith(f"?afdruk={address}")
        expect(page.locator(".wk-print > button")).to_have_text(f"Afdrukken: {name}")
    assert page.evaluate("prints") == ["text", "voices", "worksheet"]
    page.locator(".wk-print > button").click()
    expect(page.get_by_role("button", name=CHOICES["werkblad"], pressed=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="Wat u afdrukt")).to_be_hidden()
