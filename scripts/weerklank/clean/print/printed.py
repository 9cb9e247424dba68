"""Is this text a scan of print? Found by its signs, and only where they are plain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.print.print_lines import Line, lines_of, width_at

FEWEST_LINES = 10
WIDEST = 120  # characters; a longer line was not set in a column
SHARE_OPEN = 0.6  # lines that end inside a sentence
SHARE_FULL = 0.6  # lines with no room left for the next word
HALF_WORDS = 2


def is_print(text: str) -> bool:
    """Whether `text` has the signs of print: many lines that break inside a sentence, each about
    as wide as the column allows, with words broken by a hyphen that go on in lower case below.

    >>> is_print("Een alinea van een webpagina staat op een enkele regel.")
    False
    """
    lines = [line for line in lines_of(text) if line.text]
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if len(upper.text) <= WIDEST]
    if len(pairs) < FEWEST_LINES or len(pairs) < 0.8 * (len(lines) - 1):
        return False
    inside = [(upper, lower) for upper, lower in pairs if not upper.closed and lower.text[0].islower()]
    broken = sum(upper.open_word for upper, _ in inside)
    if broken < max(HALF_WORDS, len(pairs) / 60):
        return False
    return len(inside) >= SHARE_OPEN * len(pairs) and _full(lines) >= SHARE_FULL * len(pairs)


def _full(lines: Sequence[Line]) -> int:
    """How many lines leave no room for the first word of the next, the column as wide as its
    longest line nearby.
    """
    return sum(
        len(line.text) + 1 + len(below.first_word()) > 0.9 * width_at(lines, index, 3)
        for index, (line, below) in enumerate(pairwise(lines))
    )
