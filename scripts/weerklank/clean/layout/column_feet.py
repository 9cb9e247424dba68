"""The notes at the feet of columns, by where they stand and how they are set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.layout.groups import Group
from weerklank.clean.layout.measures import Measures
from weerklank.clean.print.furniture import is_caption
from weerklank.clean.print.page_notes import begins_note
from weerklank.clean.print.print_lines import HYPHENS, ends_sentence

_NEAR_NOTE = 2  # times the pitch: how far one note is above the next, at most
_SHORT_NOTE = 2  # lines of what stands below a note
_DEEP = 4  # times its size: how far in a note begins, at most
_SET_OFF = 1.3  # times the pitch


def notes(found: Sequence[Group], measures: Measures) -> None:
    """Notes: small print at the foot of a column that begins as notes do, or goes on with those of the page before."""
    feet = [group for group in found if group.kind == "small" and group.last]
    cut = [group for at, group in enumerate(found) if group.kind == "small" and group.last and _ends_column(found, at)]
    begins = [[at for at in range(len(group.items)) if _begins(group, at)] for group in feet]
    sizes = [group.size for group, starts in zip(feet, begins, strict=True) if starts]
    open_note = False
    for group, starts in zip(feet, begins, strict=True):
        same = any(measures.alike(group.size, size) for size in sizes) and not is_caption(group.text)
        apart = open_note or group.above > _SET_OFF * measures.pitch
        if starts or (same or group in cut) and apart and _begins_line(group, found):
            group.kind, group.notes = "note", starts
            open_note = not ends_sentence(group.text)
    for group, after in zip(reversed(feet[:-1]), reversed(feet[1:]), strict=True):
        near = group.page == after.page and 0 < after.box.top - group.box.bottom < _NEAR_NOTE * measures.pitch
        if near and after.kind == "note" and measures.alike(group.size, after.size):
            group.kind = "note"
    for above, group in pairwise(found):  # nothing of the author's stands below a note
        if above.kind == "note" and above.last and group.column == above.column and len(group.items) <= _SHORT_NOTE:
            group.kind = "note"


def _ends_column(found: Sequence[Group], at: int) -> bool:
    """Whether a group stands at the foot of its column, within a sentence that goes on in the next one."""
    group = found[at]
    above = next((other for other in reversed(found[:at]) if not other.kind), None)
    below = next((other for other in found[at + 1 :] if not other.kind and other.column != group.column), None)
    if above is None or below is None or is_caption(group.text):
        return False
    return above.column == group.column and runs_on(above, below)


def _begins_line(group: Group, found: Sequence[Group]) -> bool:
    """Whether a group begins where lines of text begin, and not at the end of one."""
    lefts = [item.left for other in found if not other.kind and other.column == group.column for item in other.items]
    return not lefts or group.box.left < min(lefts) + _DEEP * group.size


def _begins(group: Group, at: int) -> bool:
    """Whether a note begins with this line: by a raised number, or as print has it."""
    line = group.items[at].line
    if line.raised and line.raised[0][0] == 0:
        return True
    if at and not ends_sentence(group.items[at - 1].text):
        return False
    return begins_note(line.text) and not is_caption(line.text)


def note_starts(group: Group) -> list[list[int]]:
    """The lines of each note of a group of notes, by number."""
    starts = sorted({0, *group.notes})
    ends = [*starts[1:], len(group.items)]
    return [[item.number for item in group.items[a:b]] for a, b in zip(starts, ends, strict=True)]


def runs_on(above: Group, below: Group) -> bool:
    """Whether a sentence breaks off at the end of one group and the other begins in lower case."""
    last, first = above.items[-1].text, below.items[0].text
    half = len(last) > 1 and last[-1] in HYPHENS and last[-2].isalnum()
    return half or not ends_sentence(last) and first[:1].islower()
