"""Tables: rows of figures that a scan read line by line, or cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.print.print_lines import Line, following, lines_of

RULE = "table"
FEWEST_ROWS = 3  # with figures
FEWEST_CELLS = 6  # where each stands on a line of its own
SHARE_FIGURES = 0.4  # of the words of a row, or of the cells
MOST_WORDS = 12  # of a row
CELL = 3  # words of a cell
_FIGURE = re.compile(r"[€$(]?[-–—+=]?\d[\d.,:/%-]*[)%]?|[-–—]|n\.?v\.?t\.?", re.IGNORECASE)
_RULES = ("|", "[", "]")  # what a scan reads for a line between columns
_DIGIT = re.compile(r"\d")


def tables(draft: Draft) -> Draft:
    r"""Set aside tables whole, with the line of names above their figures.

    >>> tables(Draft("Jaar Leden\n2001 1.204\n2002 1.391\n2003 1.155\n\nDat viel mee.")).text.strip()
    'Dat viel mee.'
    """
    lines = lines_of(draft.text)
    found: list[tuple[int, int]] = []
    for first, last in _runs(lines):
        if all(last <= begin or end <= first for begin, end in found):
            found.append((first, last))
    return draft.apply(_edit([line for line in lines[first:last] if line.text]) for first, last in found)


def _edit(rows: Sequence[Line]) -> Edit:
    shown = "\n".join(" ".join(row.text.split()) for row in rows)
    return aside(rows[0].start, rows[-1].end, "table", shown, RULE)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines (from, to) of each table."""
    for likely, is_table in ((_is_row, _has_rows), (_is_cell, _has_cells)):
        index: int | None = following(lines, -1)
        while index is not None:
            rows = _run(lines, index, likely)
            if rows and is_table(lines, rows):
                first = _head(lines, rows) if likely is _is_row else rows[0]
                yield first, rows[-1] + 1
            index = following(lines, rows[-1] if rows else index)


def _run(lines: Sequence[Line], index: int, likely: Callable[[str], bool]) -> list[int]:
    """The lines from `index` on that are likely rows or cells, with one blank line between them at most."""
    rows: list[int] = []
    at: int | None = index
    while at is not None and likely(lines[at].text) and (not rows or at - rows[-1] <= 2):
        rows.append(at)
        at = following(lines, at)
    return rows


def _is_row(text: str) -> bool:
    words = _words(text)
    figures = sum(bool(_FIGURE.fullmatch(word)) for word in words)
    few = 2 <= len(words) <= MOST_WORDS
    return (
        few and bool(_DIGIT.search(text)) and figures >= max(1, SHARE_FIGURES * len(words)) and text[-1] not in ".;:?!"
    )


def _is_cell(text: str) -> bool:
    return len(text.split()) <= CELL and text[-1] not in ".,;:?!-"


def _words(text: str) -> list[str]:
    return [word for word in text.split() if word not in _RULES]


def _has_rows(lines: Sequence[Line], rows: Sequence[int]) -> bool:
    counts = [len(_words(lines[row].text)) for row in rows]
    return len(rows) >= FEWEST_ROWS and max(counts) - min(counts) <= 2 and sum(counts) > 2 * len(counts) - 1


def _has_cells(lines: Sequence[Line], rows: Sequence[int]) -> bool:
    figures = sum(all(_FIGURE.fullmatch(word) for word in lines[row].text.split()[-1:]) for row in rows)
    return len(rows) >= FEWEST_CELLS and SHARE_FIGURES * len(rows) <= figures < len(rows)


def _head(lines: Sequence[Line], rows: Sequence[int]) -> int:
    """The line of names above the first row, or the first row."""
    first = rows[0]
    above = next((at for at in range(first - 1, max(-1, first - 3), -1) if lines[at].text), None)
    if above is None or lines[above].closed or lines[above].text[-1] in ",-":
        return first
    names, columns = len(_words(lines[above].text)), len(_words(lines[first].text))
    apart = above == 0 or lines[above - 1].blank
    return above if apart and abs(names - columns) <= 1 and names > 1 or "|" in lines[above].text else first
