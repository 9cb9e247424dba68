"""How much of a source its account shows: all of an essay, the beginning of a book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from weerklank.model import Span
from weerklank.pages.account.withheld import is_private

LINES = 2_500
LETTERS = 200_000
CHANGES = 4_000


def shown(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans as far as a page can hold them: LINES lines, LETTERS characters, CHANGES that are not kept.

    The last of them may be cut short. Readers' words, which are not shown anyway, count for nothing.
    """
    found: list[Span] = []
    lines, letters, changes = LINES, LETTERS, CHANGES
    for span in spans:
        if is_private(span.rule):
            found.append(span)
            continue
        changes -= span.verdict != "kept" or bool(span.rule)
        room = _room(span.before, lines, letters)
        if changes < 0 or not (lines and letters):
            break
        if room < len(span.before):
            after = span.after[:room] if span.verdict == "kept" else span.after
            found.append(replace(span, end=span.start + room, before=span.before[:room], after=after))
            break
        found.append(span)
        lines, letters = lines - span.before.count("\n"), letters - room
    return tuple(found)


def _room(words: str, lines: int, letters: int) -> int:
    """How many characters of `words` go into so many lines and letters."""
    room = min(len(words), letters)
    if words.count("\n", 0, room) <= lines:
        return room
    at = -1
    for _ in range(lines):
        at = words.index("\n", at + 1)
    return at + 1
