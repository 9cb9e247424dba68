"""The columns of a page, and the order in which its lines are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from weerklank.clean.layout.measures import Item, rows

Column = list[Item]
"""The lines of a column, or of what spans columns, from above."""

_MOST_LINES = 3_000  # of a page; one with more is left in the order of its file
_DEEPEST = 12  # columns within columns
_FEWEST = 4  # lines on either side of a gutter
_GUTTER = 0.45  # of the size of the letters
_CROSSING = 0.25  # of the lines on the thinner side: how many may run across
_WORDS = 2  # of a line of a column, at least, as a rule
_CUTS = 12  # places that are tried for the end of a part with columns


def columns(page: Sequence[Item], size: float, known: list[int]) -> list[Column]:
    """The columns in the order of reading; what spans several is one of its own.

    `size`: of the letters of the text; `known`: where columns begin on pages before this one, which gets its own added,
    so that few lines are enough to know them again.
    """
    if len(page) > _MOST_LINES:
        return [list(page)]
    return [column for column in _Page(size, known).ordered(sorted(page, key=_height), _DEEPEST) if column]


def _height(item: Item) -> tuple[int, int]:
    return item.base, item.left


@dataclass(frozen=True, slots=True)
class _Page:
    size: float
    known: list[int]

    def ordered(self, items: list[Item], deep: int) -> list[Column]:
        gutter = self._gutter(items) if deep else None
        if gutter is not None:
            return self._beside(items, gutter, deep)
        if deep and (cut := self._cut(items)):
            return [*self.ordered(items[:cut], deep - 1), *self.ordered(items[cut:], deep - 1)]
        return [[item for row in rows(items) for item in row]]

    def _beside(self, items: list[Item], gutter: float, deep: int) -> list[Column]:
        """What is left and right of a gutter, band by band between the lines that run across it."""
        found: list[Column] = []
        for across, band in groupby(items, lambda item: _crosses(item, gutter, self.size)):
            if across:
                found += self.ordered(list(band), 0)
                continue
            sides = partition(list(band), gutter)
            found += [column for side in sides if side for column in self.ordered(side, deep - 1)]
        return found

    def _gutter(self, items: Sequence[Item]) -> float | None:
        """The middle of the leftmost gutter that parts these lines into columns."""
        begins = sorted(item.left for item in items)
        tried: list[int] = []
        for at, begin in enumerate(begins[: 1 - _FEWEST]):
            if begins[at + _FEWEST - 1] - begin < 2 * self.size and (not tried or begin - tried[-1] > self.size / 2):
                tried.append(begin)
        for begin in sorted([*tried, *self.known]):
            fewest = 1 if begin in self.known else _FEWEST
            if (middle := _parts(items, begin, self.size, fewest)) is not None:
                if all(abs(begin - other) > self.size for other in self.known):
                    self.known.append(begin)
                return middle
        return None

    def _cut(self, items: Sequence[Item]) -> int:
        """Before which of the lines a part of the page ends that has other columns than the next; 0: before none."""
        steps = ((lower.base - upper.base, at) for at, (upper, lower) in enumerate(pairwise(items), 1))
        for at in sorted(at for gap, at in sorted(steps, reverse=True)[:_CUTS] if gap > 1.05 * self.size):
            if self._gutter(items[:at]) is not None or self._gutter(items[at:]) is not None:
                return at
        return 0


def partition(items: Sequence[Item], gutter: float) -> tuple[list[Item], list[Item]]:
    """What stands left of a gutter, and what right of it."""
    left = [item for item in items if item.line.box.middle < gutter]
    return left, [item for item in items if item.line.box.middle >= gutter]


def _crosses(item: Item, gutter: float, size: float) -> bool:
    return item.left < gutter - size and item.right > gutter + size


def _parts(items: Sequence[Item], begin: int, size: float, least: int) -> float | None:
    """The middle of the gutter to the left of where lines begin at `begin`, if there is one, with so many lines
    at least on either side.
    """
    right = [item for item in items if item.left >= begin - 0.3 * size]
    left = [item for item in items if item.right < begin and item.left < begin - 2 * size]
    fewest = min(len(left), len(right))
    if fewest < least:
        return None
    crossing = len(items) - len(left) - len(right)
    edge = sorted(item.right for item in left)[int(0.98 * (len(left) - 1))]
    if crossing > max(_CROSSING * fewest, least == 1) or begin - edge < _GUTTER * size:
        return None
    if min(_usual_words(left), _usual_words(right)) < _WORDS or not _abreast(left, right, size):
        return None
    return (edge + begin) / 2


def _usual_words(items: Sequence[Item]) -> float:
    return median(len(item.text.split()) for item in items)


def _abreast(left: Sequence[Item], right: Sequence[Item], size: float) -> bool:
    """Whether lines of both sides stand beside each other."""
    top = max(min(item.base for item in side) for side in (left, right))
    foot = min(max(item.base for item in side) for side in (left, right))
    inside = [sum(top - size <= item.base <= foot + size for item in side) for side in (left, right)]
    return min(inside) >= min(_FEWEST - 1, len(left), len(right))
