"""Is this text a scan of print? Found by its signs, and only where they are plain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from weerklank.clean.print.print_lines import Line, lines_of, width_at

WIDEST = 120  # characters; a longer line was not set in a column
SHARE_OPEN = 0.6  # lines that end inside a sentence


class _Sign(NamedTuple):
    """What makes a page print: so many lines, of which so many are full and so many end in half a word.

    `fewest` counts pairs of lines, `full` is a share of them; `halves` a number, of one in `of` pairs at least.
    """

    fewest: int
    full: float
    halves: int
    of: float = math.inf


_SIGNS = (_Sign(10, 0.6, 2, 60), _Sign(5, 0.6, 2, 8), _Sign(6, 0.7, 0))
"""The fewer half words, the more of the other signs; a text that merely has lines of one width is set like print."""


def is_print(text: str) -> bool:
    """Whether a page of `text` has the signs of print: many lines that break inside a sentence, each about
    as wide as the column allows, some with words broken by a hyphen that go on in lower case below.

    >>> is_print("Een alinea van een webpagina staat op een enkele regel.")
    False
    """
    return any(map(_is_printed, text.split("\f")))


def _is_printed(page: str) -> bool:
    lines = [line for line in lines_of(page) if line.text]
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if len(upper.text) <= WIDEST]
    if len(pairs) < min(sign.fewest for sign in _SIGNS) or len(pairs) < 0.8 * (len(lines) - 1):
        return False
    inside = [(upper, lower) for upper, lower in pairs if not upper.closed and lower.text[0].islower()]
    if len(inside) < SHARE_OPEN * len(pairs):
        return False
    broken, full = sum(upper.open_word for upper, _ in inside), _full(lines) / len(pairs)
    return any(
        len(pairs) >= sign.fewest and full >= sign.full and broken >= max(sign.halves, len(pairs) / sign.of)
        for sign in _SIGNS
    )


def _full(lines: Sequence[Line]) -> int:
    """How many lines leave no room for the first word of the next, the column as wide as its
    longest line nearby.
    """
    return sum(
        len(line.text) + 1 + len(below.first_word()) > 0.9 * width_at(lines, index, 3)
        for index, (line, below) in enumerate(pairwise(lines))
    )
