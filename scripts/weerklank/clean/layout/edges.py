"""Running heads, feet and page numbers, by where they stand and what of them returns on other pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from operator import itemgetter
from typing import NamedTuple

from weerklank.clean.layout.measures import Item, Measures, middle_size, rows, words_of_row
from weerklank.clean.print.furniture import is_number, says_page
from weerklank.clean.print.page_layout import letters_of

_ROWS = 2  # at the top or foot of a page that may be its head or foot
_LONGEST = 110  # characters
_ALIKE = 0.8
_NEAR = 4  # pages: heads may change with the chapter, and alternate
_LARGEST, _LARGEST_RECURRING = 1.2, 1.5  # of the size of the text; a title is larger
_MISREAD = 2  # how far a page number may be from the one that it should be
_APART, _FAR = 1.35, 1.8  # times the pitch: how far from the text
_DIGITS = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[\W_]*[ivxlcIVXLC]{1,8}[\W_]*")
_TITLE = 1.3  # how much larger a title below is
_DAY = re.compile(r"(?:[^\W\d]+\s)?\d{1,2}\s[^\W\d]+\s\d{4}|[\d\s/.-]+")


class _Edge(NamedTuple):
    """A row at the edge of a page, from the outside in: how far the next row is, and how large its letters are."""

    row: list[Item]
    gap: float
    next_size: float
    next_words: str

    @property
    def words(self) -> str:
        return words_of_row(self.row)

    @property
    def letters(self) -> str:
        return letters_of(self.words)

    @property
    def numbers(self) -> list[int]:
        """Numbers at either end of it, the first or last of its words or of one of its parts."""
        ends = [end for item in self.row for end in (item.text.split()[0], item.text.split()[-1])]
        return [int(found[0]) for end in ends if (found := _DIGITS.fullmatch(end.strip("-–—.,|[]() ")))]


def edges(pages: Sequence[Sequence[Item]], measures: Measures) -> set[int]:
    """The numbers of the lines that are heads, feet or page numbers; each page's lines in any order."""
    found: set[int] = set()
    for top in (True, False):
        side = [_edge(page, top) for page in pages]
        for at, edge in enumerate(side):
            near = {other - at: side[other] for other in range(max(0, at - _NEAR), min(at + _NEAR + 1, len(side)))}
            near.pop(0)
            taken = (_is_furniture(row, near, measures, top) for row in edge)
            for row, _ in takewhile(itemgetter(1), zip(edge, taken, strict=True)):
                found |= {item.number for item in row.row}
    return found


def _edge(page: Sequence[Item], top: bool) -> list[_Edge]:
    ordered = rows(page)
    ordered = ordered if top else ordered[::-1]
    gaps = [abs(two[0].base - one[0].base) for one, two in zip(ordered, ordered[1:], strict=False)]
    sizes = [middle_size(row) for row in ordered[1:]]
    words = [words_of_row(row) for row in ordered[1:]]
    return [_Edge(*each) for each in zip(ordered[:_ROWS], gaps, sizes, words, strict=False)]


def _is_furniture(row: _Edge, near: Mapping[int, Sequence[_Edge]], measures: Measures, top: bool) -> bool:
    """Whether a row at the edge of a page is no text; `near` are the same edges of other pages, by their distance."""
    size = middle_size(row.row)
    if len(row.words) > _LONGEST or size > _LARGEST_RECURRING * measures.size:
        return False
    if any(_alike(row, other) for page in near.values() for other in page):
        return True
    if top and row.numbers and row.letters == letters_of(row.next_words):
        return True  # the title with a page number beside it
    if size > _LARGEST * measures.size:
        return False
    apart = row.gap > _APART * measures.pitch
    number = is_number(row.words) or bool(_ROMAN.fullmatch(row.words))
    if apart and _counts(row, near, _MISREAD) or number and _counts(row, near, 0):
        return True
    if number or any(says_page(item.text) for item in row.row):
        return apart
    if top and apart and row.next_size > _TITLE * max(size, measures.size) and _DIGITS.search(row.words):
        return not _DAY.fullmatch(row.words)
    far = measures.is_small(size) and row.gap > _FAR * measures.pitch
    return far and (top or len(row.row) > 1 and bool(row.numbers))


def _counts(row: _Edge, near: Mapping[int, Sequence[_Edge]], wrong: int) -> bool:
    """Whether a number of the row counts on with the pages, so much `wrong` at most."""
    others = [(distance, number) for distance, page in near.items() for other in page for number in other.numbers]
    return any(abs(number + distance - other) <= wrong for distance, other in others for number in row.numbers)


def _alike(one: _Edge, other: _Edge) -> bool:
    """Whether two rows have much the same words, on much the same height."""
    first, second = one.letters, other.letters
    if len(first) < 3 or abs(len(first) - len(second)) > (1 - _ALIKE) * max(len(first), len(second)):
        return False
    if abs(one.row[0].base - other.row[0].base) > 1.5 * one.row[0].line.size:
        return False
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
