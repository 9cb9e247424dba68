"""Verse in print: lines that end where the author ends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from weerklank.clean.print.print_lines import Line

FEWEST_LINES = 3
SHARE_SHORT = 0.6  # lines with room for the next word
SHARE_CAPITAL = 0.7  # lines that begin with a capital
FULL = 0.9  # of the column's width


def verse_lines(lines: Sequence[Line]) -> set[int]:
    """The indexes of lines that are verse: in a block of three or more that mostly begin with a
    capital and leave room at the column's edge for the next word, none of them with half a word.
    """
    widths = sorted(len(line.text) for line in lines if line.text)
    usual = widths[int(0.8 * len(widths))] if widths else 0
    return {
        index
        for begin, end in _blocks(lines)
        if end - begin >= FEWEST_LINES and _is_verse(lines[begin:end], usual)
        for index in range(begin, end)
    }


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for blank, block in groupby(range(len(lines)), key=lambda index: lines[index].blank):
        if not blank:
            first, *rest = block
            yield first, (rest or [first])[-1] + 1


def _is_verse(block: Sequence[Line], usual: int) -> bool:
    if any(line.open_word for line in block):
        return False
    column = max(usual, *(len(line.text) for line in block))
    roomy = sum(len(line.text) + 1 + len(below.first_word()) <= FULL * column for line, below in pairwise(block))
    capitals = sum(line.text.lstrip("\"'‘’“„«(")[:1].isupper() for line in block)
    return roomy >= SHARE_SHORT * (len(block) - 1) and capitals >= SHARE_CAPITAL * len(block)
