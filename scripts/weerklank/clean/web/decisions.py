"""What an editor decides of single lines: `drop:` and `keep:` of the sidecar, carried out before any rule.

A line is named by its words, however they are spaced. One that stands several times is named as often as it stands, or
one of them with its number: '12: Lees meer'.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from weerklank.clean.ledger.draft import Draft, Edit, remove

DROPPED, KEPT = "comments-dropped", "kept-editor"
"""The rules as the ledger names them. What is dropped may be a reader's, so that it is shown nowhere either."""

_NUMBERED = re.compile(r"(\d{1,7}):\s*(.+)")
_SHOWN = 60  # characters of a line that a message repeats
_PLACES = 4  # lines that a message names
_CLOSE = 0.6  # likeness of a line that is proposed


class Line(NamedTuple):
    """A line of the source with words: its number from 1, its words, and where it stands with its line end."""

    number: int
    words: str
    start: int
    end: int


def decide(draft: Draft, drop: Sequence[str], keep: Sequence[str]) -> Draft:
    r"""The draft of a scrape without the lines to drop, which never loses those to keep. What does not fit is left.

    >>> decide(Draft("Een rij.\nDeel dit\nTwee."), ["Deel  dit"], []).text
    'Een rij.\nTwee.'
    """
    lines = _lines(draft.source) if drop or keep else []
    held = _found(lines, keep)
    edits = [remove(line.start, line.end, DROPPED) for line in _found(lines, drop) if line not in held]
    marks = [Edit(line.start, line.end, "kept", KEPT) for line in held]
    return draft.holding([(line.start, line.end) for line in held]).apply([*edits, *marks])


class Misfit(NamedTuple):
    """An entry that names no line, or leaves open which: the key that it stands under, what is wrong, what to do."""

    key: str
    what: str
    remedy: str


def misfits(source: str, drop: Sequence[str], keep: Sequence[str]) -> Iterator[Misfit]:
    """What is wrong with an editor's decisions on this scrape."""
    lines = _lines(source) if drop or keep else []
    for key, entries in (("drop", drop), ("keep", keep)):
        for entry, often in Counter(map(_plain, entries)).items():
            here = _standing(lines, entry)
            begin = entry if len(entry) <= _SHOWN else entry[: _SHOWN - 1] + "…"
            if not here:
                near = difflib.get_close_matches(entry, [line.words for line in lines], 1, _CLOSE)
                remedy = f"did you mean: {near[0]}" if near else "copy a whole line as 'weerklank explain' shows it"
                yield Misfit(key, f"no line of the text is '{begin}'", remedy)
            elif len(here) not in (1, often):
                places = ", ".join(str(line.number) for line in here[:_PLACES])
                remedy = f"name one, '{here[0].number}: {begin}', or write it {len(here)} times for all of them"
                yield Misfit(key, f"'{begin}' is {len(here)} lines of the text ({places})", remedy)
    for line in {*_found(lines, drop)} & {*_found(lines, keep)}:
        yield Misfit("drop", f"line {line.number} is under 'keep' too", "take one of them out")


def _lines(source: str) -> list[Line]:
    found, at = [], 0
    for number, line in enumerate(source.splitlines(keepends=True), 1):
        if line.strip():
            found.append(Line(number, _plain(line), at, at + len(line)))
        at += len(line)
    return found


def _found(lines: Sequence[Line], entries: Iterable[str]) -> list[Line]:
    """The lines that entries name for certain, in order."""
    named = [
        line
        for entry, often in Counter(map(_plain, entries)).items()
        if len(here := _standing(lines, entry)) in (1, often)
        for line in here
    ]
    return sorted(set(named))


def _standing(lines: Sequence[Line], entry: str) -> list[Line]:
    if here := [line for line in lines if line.words == entry]:
        return here
    match = _NUMBERED.fullmatch(entry)
    return [line for line in lines if match and (line.number, line.words) == (int(match[1]), match[2])]


def _plain(line: str) -> str:
    return " ".join(line.split())
