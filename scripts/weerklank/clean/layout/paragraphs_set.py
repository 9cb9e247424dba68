"""Where paragraphs begin, by indents, room between lines, and lines that end before the edge of the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from weerklank.clean.layout.groups import Group
from weerklank.clean.layout.measures import Item, Measures
from weerklank.clean.print.paragraphs import is_item
from weerklank.clean.print.print_lines import HYPHENS, ends_sentence

_INDENT, _DEEPEST = 0.55, 5.0  # of the size of letters: how far the first line of a paragraph stands in
_ROOM = 1.28  # times the pitch: room between paragraphs
_SHORT = 2.0  # sizes: a line that ends so far before the edge ends a paragraph


def starts(group: Group, measures: Measures) -> Iterator[bool]:
    """Of each line of a group of text but the first whether a paragraph begins with it."""
    items = group.items
    edge = median(sorted(item.left for item in items)[: max(1, len(items) // 2)])
    pitch = _pitch(items, measures)
    begun = _is_indented(items, 0, edge)
    for at in range(1, len(items)):
        above, item = items[at - 1], items[at]
        indented = _is_indented(items, at, edge) and (
            item.left - above.left > _INDENT * item.line.size or begun and ends_sentence(above.text)
        )
        room = item.base - above.base > _ROOM * pitch
        half = above.text[-1:] in HYPHENS and not room
        begun = not half and (indented or room or is_item(item.text))
        yield begun


def _pitch(items: Sequence[Item], measures: Measures) -> float:
    """How far the lines of a group are apart, as a rule."""
    steps = [b.base - a.base for a, b in zip(items, items[1:], strict=False) if b.base - a.base > 0.5 * b.line.size]
    usual = median(steps) if len(steps) > 3 else measures.pitch
    return min(usual, 1.15 * measures.pitch)


def _is_indented(items: Sequence[Item], at: int, edge: float) -> bool:
    """Whether a line stands in against the line below it, or against the column where it is the last."""
    item, size = items[at], items[at].line.size
    below = next((other for other in items[at + 1 :] if other.base > item.base + 0.5 * size), None)
    against = [edge] if below is None else [below.left]
    if below is not None and abs(below.left - item.left) < _INDENT * size:
        against = [edge]
    return all(_INDENT * size < item.left - left < _DEEPEST * size for left in against)


def is_indented_first(group: Group) -> bool:
    """Whether the first line of a group is indented."""
    items = group.items
    edge = median(sorted(item.left for item in items)[: max(1, len(items) // 2)])
    return _is_indented(items, 0, edge)


def goes_on(above: Group, below: Group, indents: bool, right: float) -> bool:
    """Whether a paragraph at the end of one group of text goes on in the next. `indents`: paragraphs of this text
    begin with an indent; `right`: where lines of the column above end.
    """
    last, first = above.items[-1], below.items[0]
    if is_item(first.text):
        return False
    if len(last.text) > 1 and last.text[-1] in HYPHENS and last.text[-2].isalnum():
        return True
    if is_indented_first(below) and len(below.items) > 1:
        return False
    full = right - last.right < _SHORT * last.line.size
    if not ends_sentence(last.text):
        return first.text[:1].islower() or full
    return indents and full and not first.text[:1].islower() and len(below.items) > 1
