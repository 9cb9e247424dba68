"""What the lines of a source tell of a text that is not whole, or is no text but announces others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from weerklank.languages.rules import sign

PROSE = 25
"""Words of a line that is running text."""

TEASERS = 4
"""Texts that are announced, where a source is a list of them."""

_PAGE_OF = sign("page-of-pages")
_WALL = sign("paywall")
_MORE = sign("teaser-more")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) ")
_TEASER = 90  # words between two calls to read on


def doubts(lines: Sequence[str], kept: Iterable[str] = ()) -> Iterator[str]:
    """What a text lacks, as the lines of its source tell: its other pages, or what stands behind a wall. `kept` are
    the lines of the text, where `lines` are those of a page around it.
    """
    numbers = [match.group(1, 2) for line in lines if (match := _PAGE_OF.fullmatch(line.strip()))]
    if numbers and {one for one, _ in numbers} == {"1"} and numbers[0][1] != "1":
        yield f"says that it is page 1 of {numbers[0][1]}: the text goes on on the other pages; join them into one file"
    below = (part for line in _below_text(lines, kept) for part in _SENTENCE_ENDS.split(line.strip()))
    if any(map(_WALL.fullmatch, below)):
        yield "breaks off before a wall ('for subscribers only'): take the whole text, if you may"


def many_calls(lines: Sequence[str]) -> int:
    """How many texts a plain text announces with 'Lees verder', and holds no other; 0 where it is an essay."""
    at = [n for n, line in enumerate(lines) if _MORE.fullmatch(line.strip())]
    between = [sum(len(line.split()) for line in lines[one:other]) for one, other in pairwise([0, *at])]
    rest = sum(len(line.split()) for line in lines[at[-1] :] if len(line.split()) >= PROSE) if at else 0
    return len(at) if len(at) >= TEASERS and max(between) <= _TEASER and rest <= _TEASER else 0


def _below_text(lines: Sequence[str], kept: Iterable[str]) -> Sequence[str]:
    """The lines below the last that is running text."""
    said = set(kept)
    text = [n for n, line in enumerate(lines) if len(line.split()) >= PROSE and (not said or line in said)]
    return lines[text[-1] + 1 :] if text else ()
