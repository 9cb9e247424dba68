"""HTML that a program made of a PDF: its lines, each an element at its own height, as pages of print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from bs4 import BeautifulSoup, Tag

_PAGE = re.compile(r"page\d+-div|pf[0-9a-f]+")
_TOP = re.compile(r"position:\s*absolute;\s*top:\s*(\d{1,5})")
_NUMBER = re.compile(r"[-–] ?\d{1,4} ?[-–]|\d{1,4}")
_APART = 1.5  # times the usual step to the next line
_PLACED = 0.8  # of the lines, where a page is such a page


@dataclass(frozen=True)
class _Line:
    """A line of a page: its words, how it is set, and its height where it has one."""

    words: str
    face: str
    top: int | None


def pdf_text(soup: BeautifulSoup) -> tuple[str, tuple[str, ...]]:
    """The lines of all pages, a blank line where the step to the next is wide, a form feed between pages, and the lines
    at their feet that were left out; ('', ()) for a page that no PDF was made into.
    """
    pages = [list(_lines(page)) for page in soup.find_all("div", id=_PAGE, limit=2_000)]
    lines = [line for page in pages for line in page]
    if not lines or sum(line.top is not None for line in lines) < _PLACED * len(lines):
        return "", ()
    body = Counter(line.face for line in lines).most_common(1)[0][0]
    usual = median(list(_steps(pages)) or [0])
    feet = [_foot(page, body) for page in pages]
    texts = ["".join(_set(page[: len(page) - len(foot)], usual)) for page, foot in zip(pages, feet, strict=True)]
    return "\f".join(texts), tuple(line.words for foot in feet for line in foot)


def _lines(page: Tag) -> Iterator[_Line]:
    """The lines of a page."""
    for line in page.find_all("p"):
        placed = _TOP.search(str(line.get("style") or "")[:200])
        words = " ".join(line.get_text(" ").split())
        if words:
            yield _Line(words, " ".join(line.get_attribute_list("class")), int(placed[1]) if placed else None)


def _steps(pages: Iterable[Sequence[_Line]]) -> Iterator[int]:
    for page in pages:
        tops = [line.top for line in page if line.top is not None]
        yield from (below - above for above, below in pairwise(tops) if below > above)


def _foot(page: Sequence[_Line], body: str) -> Sequence[_Line]:
    """The last lines of a page that are set as its number is, which is the last and is not set as the text is."""
    if not page or not _NUMBER.fullmatch(page[-1].words) or page[-1].face == body:
        return ()
    return list(reversed(list(takewhile(lambda line: line.face == page[-1].face, reversed(page)))))


def _set(page: Sequence[_Line], usual: float) -> Iterator[str]:
    above: int | None = None
    for n, line in enumerate(page):
        wide = line.top is None or above is None or line.top - above > _APART * usual
        yield ("" if not n else "\n\n" if wide else "\n") + line.words
        above = line.top
