"""What is usual on the pages of a text: how large its letters are and how far apart its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from weerklank.model.geometry import Layout, PlacedLine

_SEEN, _SAID = 0.1, 0.025  # of a size: letters that differ less are set alike, by their ink and by what a file says


class Item(NamedTuple):
    """A line of a text on its page: its number among all lines, and the number of its page."""

    number: int
    page: int
    line: PlacedLine

    @property
    def left(self) -> int:
        return self.line.box.left

    @property
    def right(self) -> int:
        return self.line.box.right

    @property
    def top(self) -> int:
        return self.line.box.top

    @property
    def base(self) -> int:
        return self.line.box.bottom

    @property
    def text(self) -> str:
        return self.line.text


class Measures(NamedTuple):
    """Of the text itself: the size of its letters, and how far one line is below the other. `slack` is the share by
    which letters may differ in size that are set alike.
    """

    size: float
    pitch: float
    slack: float = _SEEN

    @property
    def seen(self) -> bool:
        """Whether sizes are those of ink."""
        return self.slack == _SEEN

    def ratio(self, items: Sequence[Item]) -> float:
        """How large the letters of these lines are against those of the text."""
        return middle_size(items) / self.size

    def is_small(self, size: float) -> bool:
        """Whether letters are smaller than those of the text."""
        return size < (1 - 0.7 * self.slack) * self.size

    def is_large(self, size: float) -> bool:
        """Whether letters are larger than those of the text."""
        return size > (1 + 1.2 * self.slack) * self.size

    def alike(self, one: float, other: float) -> bool:
        """Whether two sizes are as good as the same."""
        return abs(one - other) <= self.slack * max(one, other)


def middle_size(items: Iterable[Item]) -> float:
    """The size that half of the letters in these lines have at most."""
    return _weighted([(item.line.size, len(item.text)) for item in items])


def measured(pages: Layout) -> Measures:
    """The measures of a text by all of its pages; each as wide as the first."""
    size = _weighted([(line.size, len(line.text)) for page in pages for line in page.lines]) or 1
    slack = _SEEN if any(page.seen for page in pages) else _SAID
    steps = []
    for page in pages:
        text = [line for line in page.lines if abs(line.size - size) <= slack * size]
        for upper, lower in pairwise(text):
            step = lower.box.bottom - upper.box.bottom
            if 0.8 * size < step < 2.5 * size and lower.box.left < upper.box.right and upper.box.left < lower.box.right:
                steps.append(step)
    return Measures(size, median(steps) if steps else 1.25 * size, slack)


def _weighted(values: Sequence[tuple[float, int]]) -> float:
    """The median of values with their weights; 0 where there are none."""
    half = sum(weight for _, weight in values) / 2
    for value, weight in sorted(values):
        half -= weight
        if half <= 0:
            return value
    return 0


def rows(items: Iterable[Item]) -> list[list[Item]]:
    """Lines that stand on one height as rows, from above; in each from left to right."""
    found: list[list[Item]] = []
    for item in sorted(items, key=lambda each: (each.base, each.left)):
        if found and item.base - found[-1][0].base < 0.4 * min(item.line.size, found[-1][0].line.size):
            found[-1].append(item)
        else:
            found.append([item])
    return [sorted(row, key=lambda each: each.left) for row in found]


def words_of_row(row: Iterable[Item]) -> str:
    """The words of a row."""
    return " ".join(item.text for item in row)
