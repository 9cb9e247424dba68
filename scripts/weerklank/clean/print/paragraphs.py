"""Lines become paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit, change
from weerklank.clean.print.print_lines import Line, lines_of
from weerklank.clean.print.verse import verse_lines

RULE = "line-joined"
ACROSS = "paragraph-rejoined"
APART = "paragraph-parted"

_ITEM = re.compile(r"(?:[•●▪‣·*–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")

_ROUNDS = 9
_CENTRED = 8  # spaces further in than the line below: a heading

_GLUED = re.compile(r"\w[–—/]$")  # a dash or slash without a space before it wants none behind it

_CLOSES = re.compile(r"[,;:!?)\]](?!\S)|\.(?!\S)")  # a mark that a line begins with belongs to the word above


def short_last_lines(draft: Draft) -> Draft:
    r"""Part paragraphs that only a short last line tells apart: while the lines are still as they
    were set, for a sentence's end tells no more once half words have been taken from the lines.

    >>> short_last_lines(Draft("Dit is een wat langere regel tekst\ndie zo eindigt.\nEen nieuwe begint hier.")).text
    'Dit is een wat langere regel tekst\ndie zo eindigt.\n\nEen nieuwe begint hier.'
    """
    lines = lines_of(draft.text)
    verse = verse_lines(lines)
    return draft.apply(
        change(lines[above].end, lines[above + 1].start, "\n\n", APART)
        for above in range(len(lines) - 1)
        if lines[above].text
        and lines[above + 1].text
        and above not in verse
        and _ends_paragraph(lines, above, above + 1)
    )


def paragraphs(draft: Draft) -> Draft:
    r"""Join the lines of a paragraph with spaces, also across a blank line inside a sentence. Items
    and verse keep their lines.

    >>> paragraphs(Draft("Zo is het\n\nook hier.\n\nEn\ndaar.")).text
    'Zo is het ook hier.\n\nEn daar.'
    """
    for _ in range(_ROUNDS):  # a joined line is wider, so that the next may be seen to run on
        joined = draft.apply(_joins(draft.text))
        if joined is draft:
            break
        draft = joined
    return draft


def is_item(text: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return bool(_ITEM.match(text))


def _joins(text: str) -> list[Edit]:
    """The edits for the line ends of a text that stand inside a paragraph."""
    lines = lines_of(text)
    verse = verse_lines(lines)
    edits: list[Edit] = []
    above: int | None = None
    for index, line in enumerate(lines):
        if line.blank:
            continue
        inside = index in verse and above == index - 1
        edit = _between(lines, above, index) if above is not None and not inside else None
        if edit:
            edits.append(edit)
        above = index
    return edits


def _between(lines: Sequence[Line], above: int, below: int) -> Edit | None:
    """What becomes of the line end between two lines that follow each other."""
    upper, lower = lines[above], lines[below]
    if _ITEM.match(lower.text):
        return None
    if below > above + 1:  # a sentence runs on across blank lines
        runs_on = len(upper.text) > 1 and not upper.closed and lower.text[0].islower()
        return change(upper.end, lower.start, " ", ACROSS) if runs_on else None
    glued = _GLUED.search(upper.text) or _CLOSES.match(lower.text)
    return change(upper.end, lower.start, "" if glued else " ", RULE)


def _ends_paragraph(lines: Sequence[Line], above: int, below: int) -> bool:
    """Whether a paragraph ends at `above` though no blank line says so: a sentence ends well before
    the edge of the column, where the next word had had room.
    """
    upper, lower = lines[above], lines[below]
    if upper.indent - lower.indent >= _CENTRED and not upper.closed and lower.text[0].isupper():
        return len(upper.text) < len(lower.text) and not upper.open_word
    if upper.text[-1] in ":;" or not upper.closed or lower.text[0].islower():
        return False
    if lower.indent > upper.indent and upper.indent == 0:
        return True
    column = max(len(line.text) for line in _around(lines, above))
    room = column - len(upper.text)
    return room > 0.2 * column and room > len(lower.first_word()) + 1


def _around(lines: Sequence[Line], index: int, reach: int = 4) -> Sequence[Line]:
    """The lines near this one with no blank line between."""
    begin = end = index
    while begin > max(0, index - reach) and not lines[begin - 1].blank:
        begin -= 1
    while end < min(len(lines) - 1, index + reach) and not lines[end + 1].blank:
        end += 1
    return lines[begin : end + 1]
