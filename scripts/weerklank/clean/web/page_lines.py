"""A page as its lines: what the steps that trim both ends look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from weerklank.clean.text.structure import CALLS

_LINE = re.compile(r"\S[^\n]*")
_MARK = re.compile(r"(?:[•◦▪‣●○■►▶»›❯→*|·–—-]|\d{1,3}\.)\s+(?=\S)")
_QUOTES = str.maketrans("‘’‚‛`´“”„″«»", "''''''\"\"\"\"\"\"")
_CLOSED = re.compile(rf"(?:[.,:;…]|[.!?…][\"'”’»)\]]+){CALLS}$")
_SENTENCE_END = re.compile(rf"[.!?…:;][\"'”’»)\]]*{CALLS}$")
_NEXT_SENTENCE = re.compile(r"[a-zß-öø-ÿ]{3}[.!?] [A-ZÀ-Þ‘“]")
_WIDE = 30  # characters of a line that is no button
_WRAPPED = 10  # words of a line that is no title of two sentences
_NUMERAL = re.compile(r"(?:\d{1,2}|[IVX]{1,5})\.?")
LONG = 400
"""Longer lines are prose: no rule looks at them, which also bounds what an expression can cost."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but frozen would take twice the time, and a page has many
class PageLine:
    """A line that is not blank: `text[start:end]` is `words`, stripped.

    `alone` says that a blank line (or the page's edge) stands on both sides, `first` that one stands above.
    `plain` is the words as rules see them: lower case, straight quotes, single spaces, no list mark; '' when long.
    `count` is how many words it has (an estimate when it is long), `prose` whether it reads as running text,
    `bare` whether it reads as a title or label but for its length.
    """

    start: int
    end: int
    words: str
    alone: bool
    first: bool = True
    plain: str = field(init=False, repr=False, compare=False)
    count: int = field(init=False, repr=False, compare=False)
    prose: bool = field(init=False, repr=False, compare=False)
    bare: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        long = len(self.words) > LONG
        seen = ("", len(self.words) // 6, True, False) if long else _seen(self.words)
        self.plain, self.count, self.prose, self.bare = seen


@lru_cache(maxsize=4)
def page_lines(text: str) -> tuple[PageLine, ...]:
    """The lines of `text` that are not blank, in order."""
    spots: list[tuple[int, str, bool]] = []  # start, words, whether a blank line stands above
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        spots.append((start, match.group().rstrip(), not spots or text.count("\n", last, start) > 1))
        last = end
    below = [*(first for _, _, first in spots), True][1:]
    return tuple(
        PageLine(start, start + len(words), words, first and after, first)
        for (start, words, first), after in zip(spots, below, strict=True)
    )


@lru_cache(maxsize=1 << 13)
def plain(words: str) -> str:
    r"""One line as rules see it.

    >>> plain("  •  Deel dit\u00a0artikel")
    'deel dit artikel'
    """
    words = words.strip()
    words = _MARK.sub("", words, count=1) if _MARK.match(words) else words
    return " ".join(words.lower().translate(_QUOTES).split())


@lru_cache(maxsize=1 << 13)
def _seen(words: str) -> tuple[str, int, bool, bool]:
    """What a PageLine knows of its words, in its order: lines repeat, and come back in each round."""
    count = len(words.split())
    prose = len(words) > 120 or count > 12 or count > 3 and bool(_SENTENCE_END.search(words))
    wrapped = count >= _WRAPPED and holds_an_end(words)
    open_ = not wrapped and not words.startswith((">", "- ")) and not _CLOSED.search(words)
    return plain(words), count, prose or wrapped, open_ and len(words) <= 160 and any(c.isalnum() for c in words)


def holds_an_end(words: str) -> bool:
    """Whether a sentence ends inside a line and another begins, as where lines are broken by width.

    >>> holds_an_end("wereld. Zelfs bij ons"), holds_an_end("bij mr. Jansen")
    (True, False)
    """
    return bool(_NEXT_SENTENCE.search(words))


def is_prose(line: PageLine) -> bool:
    """Whether a line reads as running text: long, or a sentence of four words or more."""
    return line.prose


def is_bare(line: PageLine, most: int = 14) -> bool:
    """Whether a line reads as a title or label: short, and not closed as a sentence is.

    >>> is_bare(PageLine(0, 16, "Weg met de klant", True))
    True
    """
    return line.bare and line.count <= most


def goes_on(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` goes on in lower case right under running text that is not closed: it is none of a box."""
    line = page[at]
    if line.first or len(line.words) < _WIDE or not line.words[0].islower():
        return False
    above = page[at - 1].words
    return len(above) >= _WIDE and not _CLOSED.search(above) and above[-1] not in "!?"


def section_numbers(page: Sequence[PageLine]) -> frozenset[str]:
    """The lines '1', '2' … (or 'I', 'II' …) where they number the sections of the text; else they are counters.

    Numbers right under each other, such as a row of stars to click, number nothing.
    """
    numerals = [line.words for line in page if len(line.words) <= 5 and _NUMERAL.fullmatch(line.words)]
    bare = {words.rstrip(".") for words in numerals}
    if not ({"1", "2"} <= bare or {"I", "II"} <= bare) or _in_a_row(page, set(numerals)):
        return frozenset()
    return frozenset(numerals)


def _in_a_row(page: Sequence[PageLine], numerals: set[str]) -> bool:
    """Whether three of these numbers stand right under each other."""
    row = 0
    for line in page:
        row = row + 1 if line.words in numerals else 0
        if row == 3:
            return True
    return False
