"""A word among the words around it: a line of a concordance."""

from __future__ import annotations

from dataclasses import dataclass

SIDE = 52
"""Characters on each side at most: as many as a line of a wide page holds."""


@dataclass(frozen=True, slots=True)
class Line:
    """A use with what stands before and after it in its block, line ends as spaces. `cut_before` and
    `cut_after`: the block goes on there.
    """

    before: str
    word: str
    after: str
    cut_before: bool
    cut_after: bool


def line(text: str, start: int, end: int, side: int = SIDE) -> Line:
    """The line for `text[start:end]`, cut between words, or where a word is longer than a side.

    >>> line("Een klant kan kiezen, zo werkt de markt.", 4, 9, side=12)
    Line(before='Een ', word='klant', after=' kan kiezen,', cut_before=False, cut_after=True)
    """
    flat = text.replace("\n", " ")
    before, after = _last(flat[:start], side), _last(flat[end:][::-1], side)[::-1]
    return Line(before, flat[start:end], after, len(before) < start, len(after) < len(text) - end)


def _last(text: str, most: int) -> str:
    """The last words of `text`, in at most so many characters."""
    kept = text[-most:]
    if len(text) <= most or text[-most - 1] == " ":
        return kept
    return kept.partition(" ")[2] or kept
