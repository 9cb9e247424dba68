"""Columns that a scan set side by side are put one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weerklank.clean.ledger.draft import Draft, Edit, change

RULE = "columns"
FEWEST_LINES = 4  # lines with text in both columns
GUTTER = 2  # spaces, at least, between columns
NARROWEST = 12  # characters a line, on average, in either column: less is a table
_GAP = re.compile(r"(?<=[^ ]) {2,}(?=[^ ])")
_INDENT = 4  # how far the first line of a paragraph may be indented


def columns(draft: Draft) -> Draft:
    r"""Where a gutter of spaces runs down the lines, what stands left of it comes first.

    >>> rows = ["een kolom met tekst   en ernaast een ander"] * 4
    >>> columns(Draft("\n".join(rows))).text.split("\n")[3:5]
    ['een kolom met tekst', 'en ernaast een ander']
    """
    if draft.text.count(" " * GUTTER) < FEWEST_LINES:
        return draft
    rows = _rows(draft.text)
    edits: list[Edit] = []
    order: list[tuple[int, int]] = []
    done = grown = 0  # rows seen to, and how much the text before them has grown
    for first, last, gutters in _stretches(rows):
        changes, slices = _parted(rows[first:last], gutters, rows[first].start + grown)
        order += [(rows[done].start + grown, rows[first].start + grown), *slices]
        grown += sum(len(edit.after) - (edit.end - edit.start) for edit in changes)
        edits += changes
        done = last
    if not edits:
        return draft
    parted = draft.apply(edits)
    order.append((max(end for _, end in order), len(parted.text)))
    return parted.reorder([(begin, end) for begin, end in order if end > begin])


@dataclass(frozen=True, slots=True)
class _Row:
    """A line at `start`..`end`, its line end included; white space at its end is not in `text`."""

    start: int
    end: int
    text: str

    def side(self, gutter: int) -> str:
        """Where its text stands: 'both', 'left', 'right', '' (blank) or 'across'."""
        if not self.text:
            return ""
        if len(self.text) < gutter:
            return "left"
        if self.text[max(0, gutter - GUTTER) : gutter].strip() or not self.text[gutter : gutter + _INDENT].strip():
            return "across"
        return "both" if self.text[:gutter].strip() else "right"


def _rows(text: str) -> list[_Row]:
    rows, at = [], 0
    for raw in text.split("\n"):
        end = min(at + len(raw) + 1, len(text))
        rows.append(_Row(at, end, raw.rstrip()))
        at = end
    return rows


def _stretches(rows: Sequence[_Row]) -> list[tuple[int, int, list[int]]]:
    """The runs of lines (from, to) that stand in columns, with their gutters, in order."""
    likely = _gutters(rows)
    runs = sorted((run, gutter) for gutter in likely for run in _runs(rows, gutter))
    found: list[tuple[int, int, list[int]]] = []
    for (first, last), main in runs:
        if found and first < found[-1][1]:
            continue
        gutters = [main]
        for gutter in likely:
            apart = all(abs(gutter - other) >= NARROWEST for other in gutters)
            if apart and _are_columns(rows[first:last], gutter):
                gutters.append(gutter)
        found.append((first, last, sorted(gutters)))
    return found


def _gutters(rows: Sequence[_Row]) -> list[int]:
    """The offsets in the line at which a column may begin, the likeliest first."""
    counts: Counter[int] = Counter(match.end() for row in rows for match in _GAP.finditer(row.text))
    return [gutter for gutter, count in counts.most_common(24) if count >= FEWEST_LINES and gutter >= NARROWEST]


def _runs(rows: Sequence[_Row], gutter: int) -> Iterator[tuple[int, int]]:
    """The runs of lines (from, to) that this gutter parts into columns."""
    sides = [row.side(gutter) for row in rows]
    begin = 0
    while begin < len(rows):
        end = begin
        while end < len(rows) and sides[end] != "across":
            end += 1
        parted = [i for i in range(begin, end) if sides[i] in ("both", "right")]
        if parted:
            first, last = parted[0], parted[-1] + 1
            while first > begin and sides[first - 1] == "left":
                first -= 1
            while last < end and sides[last] == "left":
                last += 1
            if _are_columns(rows[first:last], gutter):
                yield first, last
        begin = end + 1


def _are_columns(rows: Sequence[_Row], gutter: int) -> bool:
    """Whether text runs down on both sides: enough lines, wide enough to be prose."""
    sides = Counter(row.side(gutter) for row in rows)
    parted = sides["both"] + sides["right"]
    if sides["both"] < FEWEST_LINES or sides["across"]:
        return False
    if 2 * parted < len(rows) - sides[""] and not _ends_first(rows, gutter):
        return False
    left = sum(len(row.text[:gutter].strip()) for row in rows)
    right = sum(len(row.text[gutter:].strip()) for row in rows)
    return left >= NARROWEST * (sides["both"] + sides["left"]) and right >= NARROWEST * parted


def _ends_first(rows: Sequence[_Row], gutter: int) -> bool:
    """Whether the right column is merely shorter: all its lines stand beside the first ones, without a gap."""
    sides = [side for row in rows if (side := row.side(gutter))]
    return "left" not in sides[: sides.count("both") + sides.count("right")]


def _parted(rows: Sequence[_Row], gutters: Sequence[int], at: int) -> tuple[list[Edit], list[tuple[int, int]]]:
    """Edits that end each column's line where its gutter begins, and the slices of the edited text
    (the first row begins at `at`) in reading order. Each column has a line for every row.
    """
    edits: list[Edit] = []
    slices: list[list[tuple[int, int]]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        begin = 0
        for column, gutter in enumerate(gutters):
            cut = min(gutter, len(row.text))
            kept = max(begin, len(row.text[:gutter].rstrip()))
            edits.append(change(row.start + kept, row.start + cut, "\n", RULE))
            slices[column].append((at, at + kept - begin + 1))
            at, begin = at + kept - begin + 1, cut
        slices[-1].append((at, at + row.end - row.start - begin))
        at = slices[-1][-1][1]
    return edits, [piece for column in slices for piece in column]
