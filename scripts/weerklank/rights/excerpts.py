"""A block of text reduced to what may be quoted of it: the marked stretches, with marks for the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from weerklank.model import GAP_MARK, Unit

_ITEM = re.compile(r"(?:-|\d+\.) ")
_NUMBERED = re.compile(r"\d+\. ")

Interval = tuple[int, int]
"""A stretch of a unit's text: start and end offset."""


@dataclass(frozen=True)
class Excerpt:
    """A unit of excerpts, and for each piece that was kept (start, end, its start in the new text)."""

    unit: Unit
    pieces: tuple[tuple[int, int, int], ...]

    def moved(self, start: int, end: int) -> Interval | None:
        """Where the stretch `start`..`end` of the whole unit stands in the excerpt; None where it does not."""
        first = next((new + start - a for a, b, new in self.pieces if a <= start <= b and start < max(b, a + 1)), None)
        last = next((new + end - a for a, b, new in self.pieces if a < end <= b or start == end == a), None)
        return None if first is None or last is None else (first, last)


def stretches(text: str, wanted: Iterable[Interval]) -> list[Interval]:
    """The intervals in order, each with the marks of punctuation that touch it, and those that overlap
    or have no words between them made one.

    >>> stretches("Een klant kiest. ‘Toch?’ Nee.", [(4, 9), (10, 15), (18, 22)])
    [(4, 24)]
    """
    out: list[Interval] = []
    for start, end in sorted(wanted):
        while start and not (text[start - 1].isalnum() or text[start - 1].isspace()):
            start -= 1
        while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
            end += 1
        if out and not _has_words(text[out[-1][1] : start]):
            start, end = out[-1][0], max(out.pop()[1], end)
        out.append((start, end))
    return out


def excerpt(unit: Unit, kept: Sequence[Interval]) -> Excerpt:
    """The unit with only the intervals `kept` (as `stretches` gives them) of its text; its `start` stays.

    >>> unit = Unit("p1", "paragraph", "Eén. Twee. Drie.", "1", 0)
    >>> excerpt(unit, [(5, 10)]).unit.text
    '[…] Twee. […]'
    """
    lines: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = length = 0  # of the line in the old text; of the new text
    was_gap = False
    for line in unit.text.split("\n"):
        mark = _ITEM.match(line) if unit.kind == "list" else None
        begin = at + (mark.end() if mark else 0)
        here = [(max(s, begin), min(e, at + len(line))) for s, e in kept if s < at + len(line) and e > begin]
        if _has_words(line):
            here = [p for p in here if _has_words(unit.text[slice(*p)])]
        shown, new = _line(unit.text, begin, at + len(line), here)
        at += len(line) + 1
        made = (mark[0] if mark else "") + shown
        gap = not new and shown == GAP_MARK
        if gap and was_gap and not _NUMBERED.match(made):
            continue
        was_gap = gap
        head = length + len(made) - len(shown)
        pieces += [(a, b, head + c) for a, b, c in new]
        lines.append(made)
        length += len(made) + 1
    text = "\n".join(lines)
    return Excerpt(replace(unit, text=text, gaps=_gaps(text, pieces)), tuple(pieces))


def _line(text: str, begin: int, end: int, kept: list[Interval]) -> tuple[str, list[tuple[int, int, int]]]:
    """What is shown of a line's words, and its pieces, each with its start in that."""
    if not kept:
        return (GAP_MARK if _has_words(text[begin:end]) else text[begin:end]), []
    if not _has_words(text[begin : kept[0][0]]):
        kept[0] = (begin, kept[0][1])
    if not _has_words(text[kept[-1][1] : end]):
        kept[-1] = (kept[-1][0], end)
    shown = "" if kept[0][0] == begin else f"{GAP_MARK} "
    pieces: list[tuple[int, int, int]] = []
    for start, stop in kept:
        shown += f" {GAP_MARK} " if pieces else ""
        pieces.append((start, stop, len(shown)))
        shown += text[start:stop]
    return shown + ("" if kept[-1][1] == end else f" {GAP_MARK}"), pieces


def _gaps(text: str, pieces: Sequence[tuple[int, int, int]]) -> tuple[int, ...]:
    """Where our marks stand: outside every piece (an author may have the same sign)."""
    kept = [(new, new + b - a) for a, b, new in pieces]
    found = (match.start() for match in re.finditer(re.escape(GAP_MARK), text))
    return tuple(at for at in found if not any(start <= at < end for start, end in kept))


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
