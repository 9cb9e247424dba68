"""No word is printed over another, on any page, whatever the size of the paper."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.pages import Pages, every_page, kinds

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


def printed(page: Page, paper: str) -> pypdfium2.PdfDocument:
    """The page as Chromium prints it."""
    return pypdfium2.PdfDocument(page.pdf(format=paper))


@pytest.mark.parametrize(
    ("paper", "pages"),
    [("A4", every_page), ("Letter", kinds), pytest.param("Letter", every_page, marks=pytest.mark.every)],
)
def test_no_letter_over_another(visit: Visit, built_site: Path, paper: str, pages: Pages) -> None:
    for path in pages(built_site):
        for number, sheet in enumerate(printed(visit.go(path), paper), 1):
            assert overprinted(sheet) == [], (path, number)


def test_words_on_one_spot_are_seen(visit: Visit) -> None:
    """The measure itself: two lines that coincide, and the same two under each other."""
    page = visit.page
    page.set_content("<p>boven alles<p>onder andere")
    (sheet,) = printed(page, "A4")
    assert overprinted(sheet) == []
    page.set_content("<style>p { position: absolute; top: 0 }</style><p>boven alles<p>onder andere")
    (sheet,) = printed(page, "A4")
    assert len(overprinted(sheet)) > 10
