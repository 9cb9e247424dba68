"""The lines of a column as groups that are set alike: text, headings, quotations, notes; and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from weerklank.clean.layout.measures import Item, Measures, middle_size, rows
from weerklank.clean.print.furniture import is_caption
from weerklank.clean.print.print_lines import ends_sentence
from weerklank.model.geometry import Box, around

_FEWEST_ROWS = 3  # of a table
_CELL = 4.5  # words of a cell, as a rule, at most
_FIGURES, _BEGIN = 0.25, 0.6  # of the cells of a table: figures, and those that do not begin in lower case
_HEAD = 10  # words of the row above a table
_APART = 1.9  # times the pitch: lines further apart are no group
_SHORT = 4  # sizes: how far before the next line a caption's last line ends
_ROOM = 1.15  # times the pitch: room above or below a caption
_CUED_ROOM = 1.05  # the same below one that a picture stands above, and that says that it is one
PICTURE = 3.6  # times the pitch: the room that a picture takes, at least
_NOISE = 0.25  # of a size: how wrong the size of a line by its ink may be
_LAST = 12  # lines
_OPEN = 6  # groups of which a line may go on with one


@dataclass
class Group:
    """Lines of one column that are set alike, from above; `column` is the column's number in the order of reading.

    `kind` is what it is when it is not the author's text: a kind of aside, 'title', 'heading' or 'initial'.
    """

    items: list[Item]
    column: int
    kind: str = ""
    above: float = 0  # how far it is from what stands above it in its column
    below: float = 0
    last: bool = False  # whether no text of the usual size stands below it in its column
    notes: list[int] = field(default_factory=list)  # where notes begin in it, if it is one

    @property
    def box(self) -> Box:
        return around(item.line.box for item in self.items)

    @property
    def text(self) -> str:
        return " ".join(item.text for item in self.items)

    @property
    def page(self) -> int:
        return self.items[0].page

    @property
    def size(self) -> float:
        return middle_size(self.items)

    @property
    def last_size(self) -> float:
        """The size of its last lines."""
        return middle_size(self.items[-_LAST:])


def groups(column: Sequence[Item], number: int, measures: Measures, room: float = 0) -> list[Group]:
    """The groups of a column, from above, with their distances; `room` is how much further down it begins than those
    beside it.
    """
    tables = [_with_head(table, column, measures) for table in _tables(column, measures)]
    cells = {item.number for table in tables for item in table}
    found = [Group(table, number, "table") for table in tables]
    found += _alike_lines([item for item in column if item.number not in cells], number, measures, room)
    found.sort(key=lambda group: (group.items[0].base, group.items[0].left))
    _distances(found, measures)
    return found


def _alike_lines(column: Sequence[Item], number: int, measures: Measures, room: float) -> list[Group]:
    done: list[Group] = []
    for item in column:
        group = next((each for each in reversed(done[-_OPEN:]) if _goes_on(each, item, measures)), None)
        if group:
            group.items.append(item)
        else:
            above = max((other.base for group in done for other in group.items), default=item.base - room)
            done.append(Group([item], number, above=item.base - above))
    return done


def _goes_on(group: Group, item: Item, measures: Measures) -> bool:
    last = group.items[-1]
    pitch = max(measures.pitch, 1.25 * item.line.size)
    if _is_next_line(group, item, measures):
        return True
    if group.above > PICTURE * measures.pitch and len(group.items) < 9:  # what may stand below a picture
        cued = is_caption(group.items[0].text)
        apart = _CUED_ROOM * measures.pitch if cued else 1.5 * group.last_size
        if item.base - last.base > apart or cued and last.right < item.right - _SHORT * item.line.size:
            return False
    room = item.base - last.base > _ROOM * pitch
    if room and (is_caption(item.text) or is_caption(group.items[0].text)):
        return False
    same_row = abs(item.base - last.base) < 0.4 * item.line.size
    if not -0.4 * pitch < item.base - last.base < _APART * pitch or not _same_style(group, item, measures):
        return False
    return same_row or min(item.right, last.right) - max(item.left, last.left) > -item.line.size


def _is_next_line(group: Group, item: Item, measures: Measures) -> bool:
    """Whether a line of text follows so regularly that its letters are no larger or smaller, however they look."""
    last = group.items[-1]
    step, near = item.base - last.base, _NOISE * measures.size
    text = abs(group.last_size - measures.size) < near and abs(item.line.size - measures.size) < near
    regular = abs(step - measures.pitch) < 0.12 * measures.pitch and abs(item.left - last.left) < 2 * measures.size
    return measures.seen and text and regular and group.above < PICTURE * measures.pitch


def _same_style(group: Group, item: Item, measures: Measures) -> bool:
    size = group.last_size
    if measures.alike(item.line.size, measures.size) and measures.alike(size, measures.size):
        same = True
    else:
        short = len(item.text) < 6  # too short to tell how large it is
        same = measures.alike(item.line.size, size) or short and abs(item.line.size - size) < 3 * measures.slack * size
    first = group.items[0].line
    return same and (first.bold == item.line.bold or not (_all(group) or item.line.bold and len(item.text) > 3))


def _all(group: Group) -> bool:
    """Whether a group is bold throughout, so that a plain line is none of it."""
    return all(item.line.bold for item in group.items)


def _tables(column: Sequence[Item], measures: Measures) -> list[list[Item]]:
    """The lines of tables: rows of several short cells that stand below each other."""
    found: list[list[Item]] = []
    run: list[list[Item]] = []
    for row in [*rows(column), []]:
        if any(abs(item.line.size - row[0].line.size) > 2 * measures.slack * item.line.size for item in row):
            row = []
        if run and (len(row) < 2 or not _aligned(run[-1], row) or row[0].base - run[-1][0].base > 3 * measures.pitch):
            found += _table(run)
            run = []
        if len(row) > 1:
            run.append(row)
    return found


def _aligned(above: Sequence[Item], below: Sequence[Item]) -> bool:
    """Whether two cells of a row stand below cells of the row above, by their left, right or middle."""
    size = below[0].line.size
    pairs = (
        any(
            min(abs(a.left - b.left), abs(a.right - b.right), abs(a.line.box.middle - b.line.box.middle)) < 0.6 * size
            for a in above
        )
        for b in below
    )
    return sum(pairs) >= 2


def _table(run: list[list[Item]]) -> list[list[Item]]:
    cells = [item for row in run for item in row]
    short = sum(len(cell.text.split()) for cell in cells) <= _CELL * len(cells)
    return [cells] if len(run) >= _FEWEST_ROWS and short and not _is_prose(cells) else []


def _is_prose(cells: Sequence[Item]) -> bool:
    """Whether cells read as a justified text with wide spaces: few are figures, and few begin as a heading does."""
    figures = sum(cell.text[0].isdigit() for cell in cells)
    begin = sum(not cell.text[0].islower() for cell in cells)
    return figures < _FIGURES * len(cells) and begin < _BEGIN * len(cells)


def _with_head(table: list[Item], column: Sequence[Item], measures: Measures) -> list[Item]:
    """A table with the row of words right above it that a scan has in fewer pieces."""
    box, top = around(item.line.box for item in table), min(item.base for item in table)
    above = rows(item for item in column if item.base < top and item not in table)
    if not above or top - above[-1][0].base > 2.2 * measures.pitch:
        return table
    head, size = above[-1], above[-1][0].line.size
    further = head[0].base - above[-2][0].base if len(above) > 1 else 0
    apart = not further or further > 1.3 * measures.pitch
    within = head[0].left > box.left - size and head[-1].right < box.right + 4 * size
    words = [word for item in head for word in item.text.split()]
    titled = words[0][:1].isupper() and not ends_sentence(words[-1]) and not is_caption(head[0].text)
    return [*head, *table] if apart and within and titled and 1 < len(words) <= _HEAD else table


def _distances(found: list[Group], measures: Measures) -> None:
    """Say of each group how far it is from the others of its column, and whether text stands below it."""
    for one, other in pairwise(found):
        gap = other.items[0].base - max(item.base for item in one.items)
        one.below = other.above = gap
    text = False
    for group in reversed(found):
        group.last = not text
        text = text or measures.alike(group.size, measures.size) and len(group.text) > 20 and group.kind != "table"
