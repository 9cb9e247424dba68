"""The notes at the foot of each page, and their calls in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.ledger.draft import Edit, aside, change
from weerklank.clean.print.furniture import running
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.page_layout import Page
from weerklank.clean.print.print_lines import Line
from weerklank.languages.rules import sign

RULE = "page-edge"
MOST_LINES = 40  # of the notes at the foot of a page
_NOTE = re.compile(r"(?P<number>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})[.)]?\s?(?=[\"'“‘„(]?[A-ZÀ-Þ])")
_MISREAD_NOTE = re.compile(r"[!?*°”“'’‘]{1,2}(?=[A-ZÀ-Þ][a-zà-ÿ]*[ .,])(?!.*[”’]\W*$)|[YVISZ](?=[A-Z][a-z])")
_MISREAD_CALL = re.compile(r"(?<=[a-zà-ÿ)][.,;:!?])[*°”]+(?=\s)|(?<=[a-zà-ÿ])[*°](?=[\s.,;:])")
_ITEM = re.compile(r"\d{1,2}[.)] ")
_CITES = sign("citation", 0)
_CLOSING_MARK = re.compile(r"[”’\"'](?!\w)")
_OPENING, _OPENERS, _ENDERS = "\"“‘„”’'", "“„", "”"
SHORT = 2  # lines of a note that nothing but its call shows to be one
SMALLER = 1.1  # times the width of the text: lines of notes hold more letters
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def begins_note(text: str) -> bool:
    """Whether a line begins as a note does, its number perhaps misread: '1 Zie', '²Zie', '*Zie', '“Zie'.

    >>> begins_note("“Vgl. de brief, p. 4."), begins_note("“Zie je wel” zei hij")
    (True, False)
    """
    if _NOTE.match(text):
        return True
    misread = _MISREAD_NOTE.match(text)
    return bool(misread) and (text[0] not in _OPENING or not _CLOSING_MARK.search(text, 1))


def notes(text: str, lines: Sequence[Line], pages: Sequence[Page]) -> list[Edit]:
    """Edits that set aside the notes at the foot of each page and make their calls superscript; `pages` without what
    stands at their edges.
    """
    edits: list[Edit] = []
    begin = 0  # offset of the text to which the next notes belong
    for page in pages:
        if page.lines:
            end = lines[page.lines[-1]].end
            edits += _page_notes(text[begin:end], lines, page, begin)
            begin = end
    return edits


def _page_notes(text: str, lines: Sequence[Line], page: Page, offset: int) -> list[Edit]:
    """Edits for the last lines of a page that begin with ascending numbers, each of which a word above calls; or as
    misread notes do.
    """
    starts = _note_starts(lines, page)
    if not starts or not _ascend([number for _, number in starts]):
        return []
    body = text[: lines[starts[0][0]].start - offset]
    numbers = [number for _, number in starts if number]
    calls = [call for number in numbers if (call := _call(body, number))]
    ends = [start for start, _ in starts[1:]] + [page.lines[-1] + 1]
    notes = [[line for line in lines[start:end] if line.text] for (start, _), end in zip(starts, ends, strict=True)]
    above = [lines[index] for index in page.lines if index < starts[0][0]]
    called = _in_order(calls, numbers) and bool(calls)
    doubtful = [note for note, (_, number) in zip(notes, starts, strict=True) if not (number and called)]
    signs = _misread_calls(body[max(0, lines[page.lines[0]].start - offset) :], len(doubtful))
    broken = bool(above) and not above[-1].closed  # the sentence goes on below the notes
    if not _are_notes(doubtful, above, bool(called or signs or broken)):
        return []
    calls = calls if called else []
    edits = [_superscript(call, offset) for call in calls if call.group() != call.group().translate(_SUPERSCRIPTS)]
    page_at = max(offset, lines[page.lines[0]].start)
    edits += [change(page_at + start, page_at + end, "", f"{RULE}-call-misread") for start, end in signs]
    begin = above[-1].end if above else lines[starts[0][0]].start
    for note in notes:
        edits.append(aside(begin, note[-1].end, "note", running(note, spellings("")), f"{RULE}-note"))
        begin = note[-1].end
    return edits


def _in_order(calls: Sequence[re.Match[str]], numbers: Sequence[str]) -> bool:
    """Whether each number is called, in order."""
    return len(calls) == len(numbers) and all(above.start() < below.start() for above, below in pairwise(calls))


def _are_notes(misread: Sequence[Sequence[Line]], above: Sequence[Line], called: bool) -> bool:
    """Whether the last lines of a page, of which the first sign is no number, are notes."""
    column = sorted(len(line.text) for line in above)[int(0.9 * len(above))] if above else 0
    sure = [_surely(note, column) for note in misread]
    likely = all(
        note[-1].closed and (each or len(note) <= SHORT and not _ITEM.match(note[0].text))
        for note, each in zip(misread, sure, strict=True)
    )
    return likely and (all(sure) or called)


def _surely(note: Sequence[Line], column: int) -> bool:
    """Whether lines are set smaller than the text, cite, or begin with a sign that no sentence begins with."""
    text = " ".join(line.text for line in note)
    smaller = max(len(line.text) for line in note) > SMALLER * column
    sign = not text[0].isalnum() and text[0] not in _OPENING
    return smaller or sign or bool(_CITES.search(text[1:]))


def _misread_calls(body: str, count: int) -> list[tuple[int, int]]:
    """Where the signs stand that a scan read for the calls of so many notes: behind a sentence's mark, and no end of
    a quotation. None where more or fewer stand there.
    """
    found = []
    for match in _MISREAD_CALL.finditer(body):
        quoted = [sign for sign in body[: match.start()] if sign in _OPENERS + _ENDERS]
        if match.group() in "*°" or not quoted or quoted[-1] in _ENDERS:
            found.append(match.span())
    return found if len(found) == count else []


def _note_starts(lines: Sequence[Line], page: Page) -> list[tuple[int, str]]:
    """The lines at which the notes at a page's foot begin, with their numbers ('' where one was misread): its last
    blocks that begin as notes do.
    """
    starts: list[tuple[int, str]] = []
    pending: list[tuple[int, str]] = []
    for index in reversed(page.lines[-MOST_LINES:]):
        cue = begins_note(lines[index].text)
        if cue:
            pending.insert(0, (index, _number(lines[index].text)))
        if index and lines[index - 1].blank:
            if not cue:
                break
            starts, pending = [*pending, *starts], []
    return starts


def _number(text: str) -> str:
    cue = _NOTE.match(text)
    return cue["number"].translate(_PLAIN) if cue else ""


def _superscript(call: re.Match[str], offset: int) -> Edit:
    shown = call.group().translate(_SUPERSCRIPTS)
    return change(offset + call.start(), offset + call.end(), shown, f"{RULE}-call")


def _ascend(numbers: Sequence[str]) -> bool:
    figures = [int(number) for number in numbers if number.isdigit()]
    return all(below == above + 1 for above, below in pairwise(figures))


def _call(body: str, number: str) -> re.Match[str] | None:
    """The place where a word or its closing mark calls this note, where there is but one."""
    shown = f"(?:{number}|{number.translate(_SUPERSCRIPTS)})" if number.isdigit() else re.escape(number)
    called = rf"(?<=[a-zà-ÿ.,;:!?”’)]){shown}(?![\w.,]*\d)(?=[\s.,;:)]|$)"
    found = [m for m in re.finditer(called, body) if re.search(r"[a-zà-ÿ][.,;:!?”’)]{0,2}$", body[: m.start()][-4:])]
    return found[0] if len(found) == 1 else None
