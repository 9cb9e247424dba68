"""From the pages of a layout to what is read: each line in its order, what it is, and how it is joined."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from weerklank.clean.layout.column_feet import note_starts
from weerklank.clean.layout.edges import edges
from weerklank.clean.layout.groups import Group, groups
from weerklank.clean.layout.kinds import decide, recurring_headings
from weerklank.clean.layout.measures import Item, Measures, measured, rows
from weerklank.clean.layout.order import Column, columns
from weerklank.clean.layout.paragraphs_set import goes_on, is_indented_first, starts
from weerklank.clean.print.paragraphs import is_item
from weerklank.model.geometry import Layout, around

Joint = Literal["same", "line", "item", "block"]
"""How a line follows the one before it: on the same line, the next, as an item of a list, or as a new block."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines, by their numbers, that are one thing. `kind`: '' the author's text, 'title', or a kind of aside;
    `joint` is how it follows the text before it, `held`: whether it surely is no title.
    """

    lines: tuple[int, ...]
    kind: str = ""
    joint: Joint = "block"
    held: bool = False
    letter: bool = False  # a dropped capital: the line behind it goes on with its word

    def of(self, known: Container[int]) -> Part | None:
        """It with those of its lines alone that are known; None where it has none of those."""
        lines = tuple(n for n in self.lines if n in known)
        return replace(self, lines=lines) if lines else None

    def without(self, number: int) -> Part:
        """It without one of its lines."""
        return replace(self, lines=tuple(n for n in self.lines if n != number))


def plan(pages: Layout) -> list[Part]:
    """All lines of the pages in the order of reading. Each line of text is a part; lines of an aside are one."""
    measures = measured(pages)
    by_page = list(_items(pages))
    edge = edges(by_page, measures)
    found: list[Group] = []
    feet: list[list[Part]] = []
    number, known = 0, list[int]()
    for page in by_page:
        text = [item for item in page if item.number not in edge]
        outer = rows(item for item in page if item.number in edge)
        feet.append([Part(tuple(item.number for item in row), "furniture") for row in outer])
        beside = columns(text, measures.size, known)
        for column in beside:
            found += groups(column, number, measures, _room(column, beside))
            number += 1
    decide(found, [page.figures for page in pages], measures)
    return list(_parts(found, feet, measures))


def _items(pages: Layout) -> Iterator[list[Item]]:
    number = 0
    for at, page in enumerate(pages):
        yield [Item(number + n, at, line) for n, line in enumerate(page.lines)]
        number += len(page.lines)


def _room(column: Column, others: Sequence[Column]) -> float:
    """How much further down a column begins than the highest beside it."""
    box = around(item.line.box for item in column)
    boxes = (around(item.line.box for item in other) for other in others)
    tops = [other.top for other in boxes if other.right < box.left or other.left > box.right]
    return max(0, box.top - min(tops, default=box.top))


def _parts(found: Sequence[Group], feet: Sequence[Sequence[Part]], measures: Measures) -> Iterator[Part]:
    held = recurring_headings(found, measures)
    indents = _indents(found, measures)
    rights = _rights(found)
    above: Group | None = None
    page = -1
    for group in _initials_first(found):
        while page < group.page:
            page += 1
            yield from feet[page]
        if group.kind in ("", "heading", "initial"):
            yield from _text(group, above, measures, held, indents, rights)
            above = group
        else:
            yield from _aside(group)
    for rest in feet[page + 1 :]:
        yield from rest


def _initials_first(found: Sequence[Group]) -> list[Group]:
    """The groups, with each dropped capital right before the text that it begins."""
    rest = [group for group in found if group.kind != "initial"]
    for initial in (group for group in found if group.kind == "initial"):
        box = initial.box
        beside = [
            (abs(group.items[0].line.box.top - box.top), at)
            for at, group in enumerate(rest)
            if group.page == initial.page and group.box.top < box.bottom and group.box.bottom > box.top
            and group.items[0].left >= box.left and not group.kind
        ]  # fmt: skip
        rest.insert(min(beside)[1] if beside else len(rest), initial)
        if not beside:
            initial.kind = ""
    return rest


def _aside(group: Group) -> Iterator[Part]:
    if group.kind == "note":
        yield from (Part(tuple(lines), "note") for lines in note_starts(group))
    else:
        yield Part(tuple(item.number for item in group.items), group.kind)


def _text(
    group: Group, above: Group | None, measures: Measures, held: set[int], indents: bool, rights: dict[int, float]
) -> Iterator[Part]:
    first = group.items[0]
    joint: Joint = "block"
    if above is not None and above.kind == "initial":
        joint = "same"
    elif above is not None and above.kind == group.kind == "" and goes_on(above, group, indents, rights[above.column]):
        joint = "line"
    elif above is not None and is_item(first.text) and is_item(_last_start(above, measures)):
        joint = "item"
    letter = group.kind == "initial"
    yield Part((first.number,), "", joint, first.number in held, letter)
    begins = starts(group, measures) if not group.kind else iter([False] * len(group.items))
    for before, item, begin in zip(group.items, group.items[1:], begins, strict=False):
        yield Part((item.number,), "", _joint(before, item, begin, group), item.number in held)


def _last_start(group: Group, measures: Measures) -> str:
    """The first line of the last paragraph of a group."""
    begun = [True, *starts(group, measures)]
    return next(item.text for item, begin in zip(group.items[::-1], begun[::-1], strict=True) if begin)


def _joint(before: Item, item: Item, begins: bool, group: Group) -> Joint:
    if abs(item.base - before.base) < 0.4 * item.line.size and item.left >= before.right - item.line.size:
        return "same"
    if begins and is_item(item.text):
        above = [other for other in group.items if other.number <= before.number]
        return "item" if any(is_item(other.text) for other in above) else "block"
    return "block" if begins else "line"


def _indents(found: Sequence[Group], measures: Measures) -> bool:
    """Whether paragraphs of this text begin with an indent, rather than with room above them."""
    text = [group for group in found if not group.kind]
    indented = sum(is_indented_first(group) for group in text if len(group.items) > 1)
    apart = 0
    for group in text:
        for at, begins in enumerate(starts(group, measures), 1):
            room = group.items[at].base - group.items[at - 1].base > 1.28 * measures.pitch
            indented, apart = indented + (begins and not room), apart + room
    return indented > apart


def _rights(found: Sequence[Group]) -> dict[int, float]:
    """Where the lines of each column end."""
    ends: dict[int, list[int]] = {}
    for group in found:
        if not group.kind:
            ends.setdefault(group.column, []).extend(item.right for item in group.items)
    return {column: sorted(rights)[int(0.8 * (len(rights) - 1))] for column, rights in ends.items()}
