"""The calls of notes: taken out of the author's words, and known by the ledger, so that each can lead to its note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from weerklank.clean.ledger.draft import Edit
from weerklank.model import Block, Ledger, Span

SIGN = r"\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3}"
"""What a note is called by, as an expression."""

HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOW = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OF_NOTE = re.compile(rf"[\[(]?(?P<sign>{SIGN})[\]).]{{0,2}}\s*")


class NoteLink(NamedTuple):
    """A call at offset `at` of the reading text: `sign` is what it showed, `note` the number of its aside, from 0."""

    at: int
    sign: str
    note: int


def plain_sign(sign: str) -> str:
    """The sign of a call or a note, its figures on the line.

    >>> plain_sign("¹²"), plain_sign("*")
    ('12', '*')
    """
    return sign.translate(_LOW)


def note_sign(note: str) -> tuple[str, str]:
    """The sign that a note begins with ('' where it has none), and its words.

    >>> note_sign("[3] Zie blz. 4."), note_sign("²Idem."), note_sign("Zie blz. 4.")
    (('3', 'Zie blz. 4.'), ('2', 'Idem.'), ('', 'Zie blz. 4.'))
    """
    found = _OF_NOTE.match(note)
    return (plain_sign(found["sign"]), note[found.end() :]) if found else ("", note)


def call(start: int, end: int, sign: str, rule: str) -> Edit:
    """Take the call of a note out of the text; the ledger keeps the sign of its note."""
    return Edit(start, end, "removed", rule, "", plain_sign(sign))


def note_links(ledger: Ledger, asides: Sequence[Block]) -> list[NoteLink]:
    """The calls of which the note stands among `asides`, in order of the source. Of notes with one sign a call has
    the first behind it, else the last before.
    """
    notes = _notes(ledger, asides)
    links = []
    for word, span in pairwise(ledger.spans):
        same = [note for note in notes if note.sign == span.detail] if is_call(span) and word.to is not None else []
        if same:
            note = next((each for each in same if each.start > span.start), same[-1])
            if note.number is not None and word.to is not None:
                links.append(NoteLink(word.to + len(word.after), span.detail, note.number))
    return links


def is_call(span: Span) -> bool:
    """Whether a span of the ledger is the call of a note."""
    return span.verdict == "removed" and bool(span.detail)


class _Note(NamedTuple):
    """Where the source has a note, its sign, and its number among the asides that are left, None if it is not."""

    start: int
    sign: str
    number: int | None


def _notes(ledger: Ledger, asides: Sequence[Block]) -> list[_Note]:
    found, number = [], 0
    for span in ledger.spans:
        if span.verdict == "set_aside" and span.after:
            left = number < len(asides) and span.after == asides[number].text
            if span.detail == "note" and (sign := note_sign(span.after)[0]):
                found.append(_Note(span.start, sign, number if left else None))
            number += left
    return found
