"""Where a stretch of the reading text stands: in which unit, and at which offset of its text."""

from __future__ import annotations

from bisect import bisect_right

from weerklank.model import Essay, Unit


def unit_at(essay: Essay, offset: int, length: int = 0) -> tuple[Unit, int] | None:
    """Where a stretch of the reading text ends: the unit and the offset in its text.

    The stretch is `length` characters from `offset` of the reading text; None between two units.
    """
    starts, units = essay.placed
    at = bisect_right(starts, offset) - 1
    if at < 0:
        return None
    unit = units[at]
    quoted = 2 if unit.quotation is not None else 0  # '> ' before each line of a quotation
    within = offset + length - unit.start
    before = 0
    for line in unit.text.split("\n"):
        if before <= within <= before + len(line):
            return unit, within
        within -= quoted
        before += len(line) + 1
    return None
