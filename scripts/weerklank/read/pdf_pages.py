"""HTML that a program made of a PDF: its lines, each an element at its own height, as pages of print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median

from bs4 import BeautifulSoup, Tag

from weerklank.read.zones import elements

_PAGE = re.compile(r"page[-_]?\d+(?:-div)?|pf[0-9a-f]+|pageContainer\d+")
_TOP = re.compile(r"(?:^|[;\s])(top|bottom):\s*(-?\d{1,5}(?:\.\d+)?)(?:px|pt|%|em)")
_RULE = re.compile(
    r"\.(\w{1,10})\s*\{\s*(top|bottom):\s*(-?\d{1,5}(?:\.\d+)?)px"
)  # of a stylesheet, as pdf2htmlEX has it
_ELEMENTS = ["p", "div", "span"]
_NUMBER = re.compile(r"[-–] ?\d{1,4} ?[-–]|\d{1,4}")
_APART = 1.5  # times the usual step to the next line
_PLACED = 0.8  # of the lines, where a page is such a page


@dataclass(frozen=True)
class _Line:
    """A line of a page: its words, how it is set, and its height where it has one."""

    words: str
    face: str
    top: float | None


def pdf_text(soup: BeautifulSoup) -> tuple[str, tuple[str, ...]]:
    """The lines of all pages, a blank line where the step to the next is wide, a form feed between pages, and the lines
    at their feet that were left out; ('', ()) for a page that no PDF was made into.
    """
    heights = {
        name: _height(*set_)
        for style in soup.find_all("style", limit=20)
        for name, *set_ in _RULE.findall(style.get_text())
    }
    pages = [
        _lines(page, heights) for page in elements(soup, ("div",)) if _PAGE.fullmatch(str(page.get("id") or "")[:40])
    ]
    lines = [line for page in pages for line in page]
    if not lines or sum(line.top is not None for line in lines) < _PLACED * len(lines):
        return "", ()
    body = Counter(line.face for line in lines).most_common(1)[0][0]
    usual = median(list(_steps(pages)) or [0])
    feet = [_foot(page, body) for page in pages]
    texts = ["".join(_set(page[: len(page) - len(foot)], usual)) for page, foot in zip(pages, feet, strict=True)]
    return "\f".join(texts), tuple(line.words for foot in feet for line in foot)


def _lines(page: Tag, heights: Mapping[str, float]) -> list[_Line]:
    """The lines of a page: its innermost placed elements, of which those at one height are one line."""
    found: list[_Line] = []
    placed = {id(tag): top for tag in page.find_all(_ELEMENTS) if (top := _top(tag, heights)) is not None}
    around = {id(above) for tag in page.find_all(_ELEMENTS) if id(tag) in placed for above in tag.parents}
    for tag in page.find_all(_ELEMENTS):
        loose = tag.name == "p" and id(tag) not in around and not any(id(above) in placed for above in tag.parents)
        words = " ".join(tag.get_text(" ").split()) if id(tag) in placed or loose else ""
        if not words or id(tag) in around:
            continue
        top, last = placed.get(id(tag)), found[-1] if found else None
        if last is not None and top is not None and last.top == top:
            found[-1] = replace(last, words=f"{last.words} {words}")
        else:
            found.append(_Line(words, _face(tag), top))
    return found


def _top(tag: Tag, heights: Mapping[str, float]) -> float | None:
    """How far down its page an element is placed; None where nothing places it."""
    if placed := _TOP.search(str(tag.get("style") or "")[:200]):
        return _height(*placed.groups())
    return next((heights[name] for name in tag.get_attribute_list("class") if name in heights), None)


def _height(edge: str, number: str) -> float:
    return -float(number) if edge == "bottom" else float(number)


def _face(tag: Tag) -> str:
    """How the words of a line are set, as its classes say that do not place it."""
    return " ".join(
        name for name in tag.get_attribute_list("class") if name and not re.fullmatch(r"[xywhm][0-9a-f]+", name)
    )


def _steps(pages: Iterable[Sequence[_Line]]) -> Iterator[float]:
    for page in pages:
        tops = [line.top for line in page if line.top is not None]
        yield from (below - above for above, below in pairwise(tops) if below > above)


def _foot(page: Sequence[_Line], body: str) -> Sequence[_Line]:
    """The last lines of a page that are set as its number is, which is the last and is not set as the text is."""
    if not page or not _NUMBER.fullmatch(page[-1].words) or page[-1].face == body:
        return ()
    return list(reversed(list(takewhile(lambda line: line.face == page[-1].face, reversed(page)))))


def _set(page: Sequence[_Line], usual: float) -> Iterator[str]:
    above: float | None = None
    for n, line in enumerate(page):
        wide = line.top is None or above is None or line.top - above > _APART * usual
        yield ("" if not n else "\n\n" if wide else "\n") + line.words
        above = line.top
