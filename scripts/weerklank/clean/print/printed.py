"""Is this text a scan of print? Found by its signs, and only where they are plain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from weerklank.clean.ledger.draft import Draft
from weerklank.clean.print.columns import columns
from weerklank.clean.print.lost_hyphens import lone, lost
from weerklank.clean.print.mixed_columns import are_mixed
from weerklank.clean.print.print_lines import Line, lines_of, width_at
from weerklank.languages.lexicons import current

WIDEST = 120  # characters; a longer line was not set in a column
FEWEST_BROKEN = 2  # words of which the hyphen was lost or stands alone
FEWEST_WORDS = 4  # on a line above a hyphen that stands alone: less may be a list
FEWEST_OPEN = 2  # of a short text of which no line is wider than print
SHARE_SET = 0.75  # of those, as wide as the column allows and gone on with in lower case
COLUMN = 34  # characters of the longest line, at least: what is narrower may be a list


class _Sign(NamedTuple):
    """What makes a page print: so many lines, of which so many are full and so many end in half a word.

    `fewest` counts pairs of lines, `full` and `open` (sentences that run on in lower case) are shares of them;
    `halves` is a number, of one in `of` pairs at least.
    """

    fewest: int
    full: float
    halves: int
    of: float = math.inf
    open: float = 0.6


_SIGNS = (_Sign(10, 0.6, 2, 60), _Sign(5, 0.6, 2, 8), _Sign(6, 0.7, 0), _Sign(10, 0.5, 6, 8, 0.3))
"""The fewer half words, the more of the other signs; a text that merely has lines of one width is set like print."""


def is_print(text: str) -> bool:
    """Whether a page of `text` has the signs of print: many lines that break inside a sentence, each about
    as wide as the column allows, some with words broken by a hyphen that go on in lower case below.

    >>> is_print("Een alinea van een webpagina staat op een enkele regel.")
    False
    """
    return any(map(_is_printed, text.split("\f"))) or _is_short_print(text) or _breaks_words(text) or are_mixed(text)


def in_columns(draft: Draft) -> bool:
    """Whether a text is print once columns that stand side by side are put one after the other."""
    parted = columns(draft)
    return parted is not draft and is_print(parted.text)


def _breaks_words(text: str) -> bool:
    """Whether words run on over line ends, of which no line is longer than print sets."""
    if max(map(len, text.split("\n"))) > WIDEST:
        return False
    alone = [edit for edit in lone(text) if len(text[: edit.start].rsplit("\n", 1)[-1].split()) >= FEWEST_WORDS]
    return len(list(lost(text))) + len(alone) >= FEWEST_BROKEN


def _is_short_print(text: str) -> bool:
    """Whether no line of a text is longer than print sets, and all but a few that end inside a sentence are full."""
    lines = lines_of(text)
    if not COLUMN <= max(len(line.text) for line in lines) <= WIDEST:
        return False
    inside = [i for i, (line, below) in enumerate(pairwise(lines)) if line.text and below.text and not line.closed]
    set_full = sum(_is_full(lines, i, i + 1) and _goes_on(lines[i], lines[i + 1]) for i in inside)
    across = sum(_runs_across(lines, i) for i in range(len(lines) - 2))
    return set_full + across >= FEWEST_OPEN and set_full >= SHARE_SET * len(inside)


def _runs_across(lines: Sequence[Line], index: int) -> bool:
    """Whether a line as wide as its column goes on below a blank line."""
    line, blank, below = lines[index : index + 3]
    if not blank.blank or not below.text or line.closed or len(line.text) < COLUMN:
        return False
    return _goes_on(line, below) and below.text[0].islower() and _is_full(lines, index, index + 2)


def _goes_on(line: Line, below: Line) -> bool:
    return _inside(below) or line.open_word


def _inside(line: Line) -> bool:
    """Whether a line may begin inside a sentence: not with a capital, but where nouns have one."""
    return line.text[0].islower() or current().capitals_nouns and line.text[0].isupper()


def _is_printed(page: str) -> bool:
    lines = [line for line in lines_of(page) if line.text]
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if len(upper.text) <= WIDEST]
    if len(pairs) < min(sign.fewest for sign in _SIGNS) or len(pairs) < 0.8 * (len(lines) - 1):
        return False
    inside = [(upper, lower) for upper, lower in pairs if not upper.closed and _inside(lower)]
    broken, full = sum(upper.open_word for upper, _ in inside), _full(lines) / len(pairs)
    return any(
        len(pairs) >= sign.fewest
        and len(inside) >= sign.open * len(pairs)
        and full >= sign.full
        and broken >= max(sign.halves, len(pairs) / sign.of)
        for sign in _SIGNS
    )


def _full(lines: Sequence[Line]) -> int:
    """How many lines leave no room for the first word of the next, the column as wide as its
    longest line nearby.
    """
    return sum(_is_full(lines, index, index + 1) for index in range(len(lines) - 1))


def _is_full(lines: Sequence[Line], index: int, below: int) -> bool:
    return len(lines[index].text) + 1 + len(lines[below].first_word()) > 0.9 * width_at(lines, index, 3)
