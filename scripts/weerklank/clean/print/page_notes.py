"""The notes at the foot of each page, and their calls in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from weerklank.clean.ledger.draft import Edit, aside
from weerklank.clean.ledger.note_calls import SIGN, plain_sign
from weerklank.clean.print.furniture import running
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.page_calls import page_calls
from weerklank.clean.print.page_layout import Page
from weerklank.clean.print.print_lines import HYPHENS, Line, width_at
from weerklank.languages.lexicons import core, legal, spelling
from weerklank.languages.rules import sign

RULE = "page-edge"
MOST_LINES = 40  # of the notes at the foot of a page
_NOTE = re.compile(rf"[\[(]?(?P<number>{SIGN})[\]).]{{0,2}}\s?(?=[\"'“‘„(]?[A-ZÀ-Þ])")
_MISREAD_NOTE = re.compile(r"[!?*°”“'’‘]{1,2}(?=[A-ZÀ-Þ][a-zà-ÿ]*[ .,])(?!.*[”’]\W*$)|[YVISZ](?=[A-Z][a-z])(?!IJ)")
_GLUED = re.compile(r"\d{1,2}(?=[A-ZÀ-Þ][a-zà-ÿ])")
_ITEM = re.compile(r"\d{1,2}[.)] ")
_CITES = sign("citation", 0)
_CLOSING_MARK = re.compile(r"[”’\"'](?!\w)")
_OPENING = "\"“‘„”’'"
_MOST_SENTENCES = 6  # lines, each a note of which the sign is lost
SHORT = 2  # lines of a note that nothing but its call shows to be one
WIDE = 0.8  # of the column: a line that breaks off
SMALLER = 1.1  # times the width of the text: lines of notes hold more letters


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
    """Edits that set aside the notes at the foot of each page and take their calls out; `pages` without what
    stands at their edges.
    """
    edits: list[Edit] = []
    begin = 0  # offset of the text to which the next notes belong
    with_text = [page for page in pages if page.lines]
    for page, after in zip_longest(with_text, with_text[1:]):
        end = lines[page.lines[-1]].end
        edits += _page_notes(text[begin:end], lines, page, begin, lines[after.lines[0]] if after else None)
        begin = end
    return edits


def _page_notes(text: str, lines: Sequence[Line], page: Page, offset: int, resumes: Line | None) -> list[Edit]:
    """Edits for the last lines of a page that begin with ascending numbers, each of which a word above calls; or as
    misread notes do; or that stand between the halves of a sentence, which `resumes` at the next page.
    """
    if resumes and (starts := _interrupting(lines, page, resumes)):
        return _taken_out(text, lines, page, offset, starts, True)
    starts = _note_starts(lines, page)
    tried = (_taken_out(text, lines, page, offset, starts[at:], False) for at in range(len(starts)))
    return next(filter(None, tried), [])


def _taken_out(
    text: str, lines: Sequence[Line], page: Page, offset: int, starts: Sequence[tuple[int, str]], certain: bool
) -> list[Edit]:
    """Edits that set aside what begins at these lines, and take its calls out; none where that is not certain."""
    if not _ascend([number for _, number in starts]):
        return []
    page_at = max(offset, lines[page.lines[0]].start)
    calls = page_calls(text[page_at - offset : lines[starts[0][0]].start - offset], [number for _, number in starts])
    ends = [start for start, _ in starts[1:]] + [page.lines[-1] + 1]
    notes = [[line for line in lines[start:end] if line.text] for (start, _), end in zip(starts, ends, strict=True)]
    above = [lines[index] for index in page.lines if index < starts[0][0]]
    doubtful = [note for at, note in enumerate(notes) if at not in {each.note for each in calls if not each.misread}]
    broken = bool(above) and not above[-1].closed  # the sentence goes on below the notes
    if not certain and not _are_notes(doubtful, above, len(calls) == len(notes) or broken):
        return []
    edits = [each.taken_out(page_at, RULE) for each in calls]
    begin = above[-1].end if above else lines[starts[0][0]].start
    for note in notes:
        edits.append(aside(begin, note[-1].end, "note", running(note, spellings("")), f"{RULE}-note"))
        begin = note[-1].end
    return edits


def _are_notes(misread: Sequence[Sequence[Line]], above: Sequence[Line], called: bool) -> bool:
    """Whether the last lines of a page, of which the first sign is no number, are notes."""
    column = sorted(len(line.text) for line in above)[int(0.9 * len(above))] if above else 0
    sure = [_surely(note, column) for note in misread]
    likely = all(
        _is_marked(note) or note[-1].closed and (each or len(note) <= SHORT and not _ITEM.match(note[0].text))
        for note, each in zip(misread, sure, strict=True)
    )
    return likely and (all(sure) or called)


def _surely(note: Sequence[Line], column: int) -> bool:
    """Whether lines are set smaller than the text, or marked."""
    return _is_marked(note) or max(len(line.text) for line in note) > SMALLER * column


def _is_marked(note: Sequence[Line]) -> bool:
    """Whether lines cite, or begin with a sign or a figure that no sentence begins with."""
    text = " ".join(line.text for line in note)
    sign = not text[0].isalnum() and text[0] not in _OPENING
    return sign or bool(_GLUED.match(text)) or bool(_CITES.search(text[1:]))


def _interrupting(lines: Sequence[Line], page: Page, resumes: Line) -> list[tuple[int, str]]:
    """The blocks at a page's foot below a line that breaks off, with their numbers, where the next page goes on with
    that line's word or sentence and these blocks do not.
    """
    starts: list[tuple[int, str]] = []
    for below, index in pairwise(reversed(page.lines[-MOST_LINES:])):
        apart = index + 1 < below
        if apart or begins_note(lines[below].text):
            starts.insert(0, (below, _number(lines[below].text)))
        if apart and (lines[below].text[0].islower() or not lines[page.lines[-1]].closed):
            break
        if apart and _goes_on(lines, index, resumes, _block(lines, below)):
            return starts
        if apart and not lines[index].closed:
            break
    return []


def _block(lines: Sequence[Line], first: int) -> list[Line]:
    """The lines from one on up to a blank one."""
    return list(takewhile(lambda line: line.text, lines[first:]))


def _goes_on(lines: Sequence[Line], index: int, resumes: Line, below: Sequence[Line]) -> bool:
    """Whether the word or sentence that breaks off on a line goes on with `resumes`, and not with what is `below`."""
    line, first = lines[index], core(resumes.first_word())[1]
    if line.open_word:
        half = core(line.text.split()[-1])[1].rstrip(HYPHENS)
        return spelling().known(half + first) and legal(half, first)
    if line.closed or len(line.text) < WIDE * width_at(lines, index) or not first[:1].islower():
        return False
    begins = below[0].text.split()[0]
    anew = len(below) <= SHORT and begins[:1].isupper() and spelling().known(begins.lower())
    return anew or begins_note(below[0].text) or _surely(below, width_at(lines, index))


def _note_starts(lines: Sequence[Line], page: Page) -> list[tuple[int, str]]:
    """The lines at which the notes at a page's foot begin, with their numbers ('' where one was misread): its last
    blocks that begin as notes do.
    """
    starts: list[tuple[int, str]] = []
    pending: list[tuple[int, str]] = []
    for index in reversed(page.lines[-MOST_LINES:]):
        cue = begins_note(lines[index].text) or (index and lines[index - 1].blank and _are_closed(_block(lines, index)))
        if cue:
            pending.insert(0, (index, _number(lines[index].text)))
        if index and lines[index - 1].blank:
            if not cue:
                break
            starts, pending = [*pending, *starts], []
    return starts


def _are_closed(block: Sequence[Line]) -> bool:
    """Whether lines are sentences each, as a paragraph's are not, and one of them cites."""
    few = 1 < len(block) <= _MOST_SENTENCES and all(line.closed for line in block)
    return few and any(_CITES.search(line.text) for line in block)


def _number(text: str) -> str:
    cue = _NOTE.match(text)
    return plain_sign(cue["number"]) if cue else ""


def _ascend(numbers: Sequence[str]) -> bool:
    figures = [int(number) for number in numbers if number.isdigit()]
    return all(below == above + 1 for above, below in pairwise(figures))
