"""The pages of a text: parted by form feeds, or by heads that count on from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import NamedTuple

from weerklank.clean.print.furniture import is_number
from weerklank.clean.print.print_lines import Line, following

EDGE = 2  # lines at the top or foot of a page that may be its head or foot
SHORTEST = 8  # lines with text of a page that no form feed ends
WORDS = 8  # of a running head
LONGEST_HEAD = 90  # characters of a running head
SHORTEST_HEAD = 4  # letters of one
ALIKE = 0.85  # of the letters of two heads, which a scan misreads
MOST_ALIKE = 60  # lines of one length that are held against each other
_ROMAN_NEAR = re.compile(r"^[ivxlc]{1,8}\b|\b[ivxlc]{1,8}$", re.IGNORECASE)
_OTHER_SIGNS = re.compile(r"[\W\d_]+")
_NUMBER = r"(?P<number>\d{1,4}|[ivxlc]{1,8})"
_LEFT = re.compile(rf"{_NUMBER}\s+(?P<title>[A-ZÀ-Þ]\D*)")
_RIGHT = re.compile(rf"(?P<title>[A-ZÀ-Þ]\D*?)\s+{_NUMBER}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Page(NamedTuple):
    """A page as the indexes of its lines with text."""

    lines: tuple[int, ...]

    def edge(self, top: bool) -> tuple[int, ...]:
        """Its outermost lines, from the outside in."""
        return self.lines[:EDGE] if top else self.lines[: -EDGE - 1 : -1]

    @property
    def outer(self) -> set[int]:
        """Its first and last line."""
        return {self.lines[0], self.lines[-1]}


def pages_of(text: str, lines: Sequence[Line]) -> list[Page]:
    """The pages of a text, in order."""
    begins = _by_form_feeds(text, lines) if "\f" in text.strip() else _by_heads(lines)
    found: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.text:
            if index in begins:
                found.append([])
            found[-1].append(index)
    return [Page(tuple(page)) for page in _with_text(found, begins)]


def _with_text(found: Sequence[list[int]], begins: set[int]) -> list[list[int]]:
    """The pages, of which one that is but a line at an edge goes with the page before it."""
    pages: list[list[int]] = []
    for page in filter(None, found):
        if pages and len(page) == 1 and page[0] in begins:
            pages[-1].extend(page)
        else:
            pages.append(page)
    return pages


def _by_form_feeds(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines before which a form feed stands."""
    begins, last = set(), 0
    for index, line in enumerate(lines):
        if line.text:
            if "\f" in text[last : line.start]:
                begins.add(index)
            last = line.end
    return begins


def _by_heads(lines: Sequence[Line]) -> set[int]:
    """The lines at which pages begin, by what stands at their edges: numbers that count on, heads that recur."""
    edges = _numbered(lines) | _recurring(lines)
    begins, above = set(), -2
    for index in sorted(edges):
        bare = is_number(lines[index].text)
        if not (_follows(lines, above, index) and (not bare or above in begins)):
            begins.add(index)
            if bare and index != _first(lines):  # a number at a page's foot, with the next one's head below it
                begins.remove(index)
                begins.update(_below(lines, index))
        above = index
    return {at for index in begins for at in _below(lines, index)} if _are_feet(lines, edges) else begins


def _are_feet(lines: Sequence[Line], edges: set[int]) -> bool:
    """Whether what recurs stands at the feet of pages: the text begins without, and ends with it."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text), None)
    return last in edges and _first(lines) not in edges and not any(is_number(lines[at].text) for at in edges)


def _numbered(lines: Sequence[Line]) -> set[int]:
    """Page numbers, alone or beside a title, of which each is one more than the one above it."""
    found: set[int] = set()
    for kind in (_head_number, _bare_number):
        numbered = [(index, number) for index, line in enumerate(lines) if (number := kind(line.text)) is not None]
        for (above, one), (below, two) in pairwise(numbered):
            if two == one + 1 and below - above >= SHORTEST:
                found |= {above, below}
    return found


def _recurring(lines: Sequence[Line]) -> set[int]:
    """Short lines that recur, far enough apart to be heads of pages, where one of them surely is: it stands first,
    beside a page number, in capitals or inside a sentence.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        title = letters_of(line.text) if line.text and not begins_low(line.text) and _stands_apart(lines, index) else ""
        if len(title) >= SHORTEST_HEAD and len(line.text) <= LONGEST_HEAD and not line.closed and not line.open_word:
            places[title].append(index)
    found: set[int] = set()
    for title, at in _merged(places).items():
        apart = [index for n, index in enumerate(at) if n == 0 or index - at[n - 1] >= SHORTEST]
        if len(apart) > 1 and any(_is_edge(lines, index) for index in apart):
            found |= set(apart[apart[0] == _first(lines) and not _titled(lines, apart[0], title) :])
    return found


def _merged(places: dict[str, list[int]]) -> dict[str, list[int]]:
    """The places of lines that are the same but for a letter or two that a scan misread."""
    often = {title: at for title, at in places.items() if len(at) > 1}
    lone = {title: at for title, at in places.items() if len(at) == 1}
    for size in {len(title) for title in lone}:
        same = [title for title in lone if size <= len(title) <= size + 1]
        for one, other in combinations(same[:MOST_ALIKE], 2):
            matcher = SequenceMatcher(None, one, other, autojunk=False)
            if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
                often[one] = sorted({*often.get(one, ()), *lone[one], *lone[other]})
    return often


def _is_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a line surely is no line of the text."""
    above, below = _above(lines, index), following(lines, index)
    if index == _first(lines) or lines[index].text.isupper() or above is None or below is None:
        return True
    if is_number(lines[above].text) or is_number(lines[below].text):
        return True
    return not lines[above].closed and lines[below].text[0].islower()


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank line or a page number stands above or below a line."""
    near = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return len(near) < 2 or any(line.blank or is_number(line.text) for line in near)


def _titled(lines: Sequence[Line], index: int, title: str) -> bool:
    """Whether what stands on the first line is a head, for the title of the text stands below it."""
    below = following(lines, index)
    if below is None or lines[index + 1 : index + 2] and not lines[index + 1].blank:
        return False
    other = lines[below]
    return letters_of(other.text) == title or not other.closed and len(other.text) < LONGEST_HEAD / 2


def _first(lines: Sequence[Line]) -> int | None:
    return following(lines, -1)


def _above(lines: Sequence[Line], index: int) -> int | None:
    return next((other for other in range(index - 1, max(-1, index - 9), -1) if lines[other].text), None)


def _below(lines: Sequence[Line], index: int) -> set[int]:
    below = following(lines, index)
    return set() if below is None else {below}


def _follows(lines: Sequence[Line], above: int, index: int) -> bool:
    """Whether nothing but blank lines stands between two lines."""
    return above >= 0 and following(lines, above) == index


def _bare_number(text: str) -> int | None:
    if is_number(text):
        return int(re.sub(r"\D", "", text))
    return value(text) if re.fullmatch("[ivxlc]{1,8}", text) else None


def _head_number(text: str) -> int | None:
    """The page number on a line that reads as the head of a left or a right page."""
    head = _LEFT.fullmatch(text) or _RIGHT.fullmatch(text)
    if not head or len(head["title"].split()) > WORDS or head["title"].rstrip()[-1] in ".,;:!?":
        return None
    number = value(head["number"])
    return number if (number % 2 == 0) == (head.re is _LEFT) else None


def begins_low(text: str) -> bool:
    """Whether a line begins with a small letter, a Roman number before a head apart."""
    return text[0].islower() and not re.match(r"[ivxlc]{1,8}\b", text)


def value(number: str) -> int:
    """The value of a number in figures or in small Roman letters.

    >>> value("44"), value("xiv")
    (44, 14)
    """
    if number.isdigit():
        return int(number)
    figures = [_ROMAN[letter] for letter in number]
    return sum(-one if one < two else one for one, two in pairwise([*figures, 0]))


def letters_of(text: str) -> str:
    """The letters of a line, a Roman number before or behind them left out.

    >>> letters_of("xiv  Het stille loket")
    'hetstilleloket'
    """
    return _OTHER_SIGNS.sub("", _ROMAN_NEAR.sub("", text.strip()).casefold())
