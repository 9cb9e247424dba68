"""The notes below a text or a chapter, and their calls in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.ledger.note_calls import SIGN, call, plain_sign
from weerklank.languages.rules import sign

RULE = "end-note"
_BEHIND = r"(?<=[\w.,:;!?…”’\"'»)\]])"
_CALLS = (
    re.compile(rf"{_BEHIND} ?\[(\d{{1,3}}|[*†‡])\](?!\w)"),
    re.compile(rf"(?<!\b[kcdm]m)(?<!\b\w){_BEHIND}([⁰¹²³⁴-⁹]{{1,3}})(?!\w)"),
    re.compile(r"(?<=[a-zà-ÿ])(?:(?<=[a-zà-ÿ]{2})|[.,:;!?…”’»)\]]{1,2})(\d{1,3})(?=[\s.,;:!?)]|$)"),
)
"""The ways to call a note: '.[3]', '.³', '.3'."""

_NOTE = re.compile(rf"(?P<mark>\[(?:{SIGN})\]|\((?:{SIGN})\)|(?:{SIGN})[.)]?)\s?(?:[↩↑^]\s?)?(?=\S)(?P<words>.*)")
_BACK = re.compile(r"(?:\s*[↩↑^⏎]\ufe0e?)+$")
_HEADING = sign("sources-heading")


class _Call(NamedTuple):
    start: int
    end: int
    sign: str


class _Line(NamedTuple):
    """A line with words; as a note it has a sign. `sure`: nothing but a note begins with its sign."""

    start: int
    end: int
    text: str
    sign: str
    words: str
    sure: bool


def end_notes(draft: Draft) -> Draft:
    r"""Set aside notes that stand below the text, one a line, where the text calls each of them in order; and take
    their calls out.

    >>> end_notes(Draft("Niemand weet het.[1] Men vraagt[2] ernaar.\n\n1. Zie de krant.\n2. Aldus de raad.")).text
    'Niemand weet het. Men vraagt ernaar.'
    """
    lines = list(_lines(draft.text))
    runs = list(_runs(lines))
    for pattern in _CALLS if runs else ():
        if edits := list(_edits(lines, runs, list(_calls(pattern, draft.text)))):
            return draft.apply(edits)
    return draft


def _calls(pattern: re.Pattern[str], text: str) -> Iterator[_Call]:
    for found in pattern.finditer(text):
        start = found.start(1) if found[0].endswith(found[1]) else found.start()
        yield _Call(start, found.end(), plain_sign(found[1]))


def _lines(text: str) -> Iterator[_Line]:
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        note = _NOTE.fullmatch(found[0])
        number = plain_sign(note["mark"].strip("[(].)")) if note else ""
        words = _BACK.sub("", note["words"]) if note else ""
        yield _Line(*found.span(), found[0], number, words, bool(note) and not found[0][0].isdecimal())


def _edits(lines: Sequence[_Line], runs: Sequence[tuple[int, int]], calls: Sequence[_Call]) -> Iterator[Edit]:
    begin = 0
    for first, last in runs:
        notes = lines[first:last]
        above = [each for each in calls if begin <= each.start < notes[0].start]
        headed = first > 0 and bool(_HEADING.fullmatch(lines[first - 1].text))
        certain = headed or last == len(lines) or all(note.sure for note in notes)
        if certain and first > headed and _are_called(notes, above):
            yield from (call(*each, f"{RULE}-call") for each in above)
            at = lines[first - 1 - headed].end
            for note in notes:
                yield aside(at, note.end, "note", f"{note.sign} {note.words}", RULE)
                at = note.end
            begin = at


def _are_called(notes: Sequence[_Line], calls: Sequence[_Call]) -> bool:
    """Whether the first calls of these notes stand in their order; one in brackets may stand again."""
    again = bool(calls) and calls[0].end - calls[0].start > len(calls[0].sign)
    signs = [each.sign for each in calls]
    return [note.sign for note in notes] == (list(dict.fromkeys(signs)) if again else signs)


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The lines (from, to) below each other that begin with the signs of notes, of which each number is the next."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _follows(lines[at - 1], lines[at]):
            if lines[first].sign:
                yield first, at
            first = at


def _follows(above: _Line, below: _Line) -> bool:
    if above.sign.isdigit() and below.sign.isdigit():
        return int(below.sign) == int(above.sign) + 1
    return bool(above.sign and below.sign) and not above.sign.isdigit()
