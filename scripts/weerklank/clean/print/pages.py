"""Running heads, feet and notes, found page by page where form feeds say where pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import NamedTuple

from weerklank.clean.ledger.draft import Draft, Edit, aside, change
from weerklank.clean.print.furniture import is_number, running
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.print_lines import Line, lines_of

RULE = "page-edge"
LONGEST = 90  # characters of a running head
ALIKE = 0.8  # of the characters of two heads, which a scan misreads
REACH = 2  # pages: heads of left and right pages alternate
MOST_LINES = 40  # of the notes at the foot of a page
EDGE = 2  # lines at the top or foot of a page that may be its head or foot
_DIGITS = re.compile(r"\d{1,4}")
_ROMAN_NEAR = re.compile(r"^[ivxlc]{1,8}\b|\b[ivxlc]{1,8}$", re.IGNORECASE)
_OTHER_SIGNS = re.compile(r"[\W\d_]+")
_ROMAN = re.compile(r"[\W_]*[ivxlc]{1,8}[\W_]*")  # a chapter's is in capitals
_NOTE = re.compile(r"(?P<number>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})[.)]?\s?(?=[\"'“‘„(]?[A-ZÀ-Þ])")
_MISREAD_NOTE = re.compile(r"[!?*°”“'’‘]{1,2}(?=[A-ZÀ-Þ][a-zà-ÿ]*[ .])(?!.*[”’]\W*$)|[YVISZ](?=[A-Z][a-z])")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class _Page(NamedTuple):
    """A page as the indexes of its lines with text."""

    lines: tuple[int, ...]

    def edge(self, top: bool) -> tuple[int, ...]:
        """Its outermost lines, from the outside in."""
        return self.lines[:EDGE] if top else self.lines[: -EDGE - 1 : -1]


_Neighbour = tuple[int, _Page, frozenset[int]]
"""How many pages further a page is, that page, and the numbers at its edges."""


def pages(draft: Draft) -> Draft:
    r"""Set aside what recurs at the edges of pages, and the notes at their feet; form feeds become line ends.

    >>> pages(Draft("Het loket 11\nzij gingen naar de\n\f12 Het loket\ngrote stad.")).text.split()
    ['zij', 'gingen', 'naar', 'de', 'grote', 'stad.']
    """
    if "\f" in draft.text:
        draft = draft.apply(_edges(draft.text))
    draft = draft.apply(_notes(draft.text))
    return form_feeds(draft)


def form_feeds(draft: Draft) -> Draft:
    r"""Form feeds as the line ends that they also are.

    >>> form_feeds(Draft("een\ftwee")).text
    'een\ntwee'
    """
    if "\f" not in draft.text:
        return draft
    return draft.apply(change(*match.span(), "\n", "line-ends") for match in re.finditer(r"\f+", draft.text))


def begins_note(text: str) -> bool:
    """Whether a line begins as a note does, its number perhaps misread: '1 Zie', '²Zie', '*Zie', '“Zie'."""
    return bool(_NOTE.match(text) or _MISREAD_NOTE.match(text))


def _pages(text: str, lines: Sequence[Line]) -> list[_Page]:
    found: list[list[int]] = [[]]
    last = 0
    for index, line in enumerate(lines):
        if line.text:
            if "\f" in text[last : line.start]:
                found.append([])
            found[-1].append(index)
            last = line.end
    return [_Page(tuple(page)) for page in found if page]


def _edges(text: str) -> Iterator[Edit]:
    """Edits that set aside heads, feet and page numbers."""
    lines = lines_of(text)
    all_pages = _pages(text, lines)
    counted = [_numbers(lines, page) for page in all_pages]
    for at, page in enumerate(all_pages):
        near = [other for other in range(max(0, at - REACH), min(at + REACH + 1, len(all_pages))) if other != at]
        neighbours = [(other - at, all_pages[other], counted[other]) for other in near]
        head = _run(lines, page.edge(True), neighbours)
        foot = _run(lines, [index for index in page.edge(False) if index not in head], neighbours)
        if at == 0 and head and _is_title(lines, page, head):
            head = []
        for run in (head, foot):
            if run and len(head) + len(foot) < len(page.lines):
                block = [lines[index] for index in sorted(run)]
                yield aside(block[0].start, block[-1].end, "furniture", running(block, spellings("")), f"{RULE}-head")


def _run(lines: Sequence[Line], edge: Sequence[int], near: Sequence[_Neighbour]) -> list[int]:
    """The lines at an edge of a page, from the outside in, that are its head or foot."""
    heads = (_recurs(lines, index, near) or _counts(lines[index].text, near) for index in edge)
    return [index for index, _ in takewhile(itemgetter(1), zip(edge, heads, strict=False))]


def _numbers(lines: Sequence[Line], page: _Page) -> frozenset[int]:
    """The numbers on the lines at a page's edges."""
    edges = {*page.edge(True), *page.edge(False)}
    return frozenset(int(number) for index in edges for number in _DIGITS.findall(lines[index].text))


def _counts(text: str, near: Sequence[_Neighbour]) -> bool:
    """Whether a line is a page number, or a title beside one, that counts on with the pages near it."""
    if _ROMAN.fullmatch(text):
        return True
    if is_number(text):
        return any(int(_DIGITS.findall(text)[0]) + distance in numbers for distance, _, numbers in near)
    text = " ".join(text.split())
    outer = re.fullmatch(r"(\d{1,4})\s\D+|\D+\s(\d{1,4})", text) if len(text) <= LONGEST else None
    if not outer or text[-1] in ".,;:":
        return False
    number = int(outer[1] or outer[2])
    return any(number + distance in numbers for distance, _, numbers in near)


def _recurs(lines: Sequence[Line], index: int, near: Sequence[_Neighbour]) -> bool:
    """Whether a line much like this one stands at an edge of a page nearby."""
    title = _letters(lines[index].text)
    if len(title) > LONGEST or len(title) < 3:
        return False
    return any(
        _alike(title, _letters(lines[other].text))
        for _, page, _ in near
        for top in (True, False)
        for other in page.edge(top)
    )


def _letters(text: str) -> str:
    """The letters of a line, a Roman number before or behind them left out."""
    return _OTHER_SIGNS.sub("", _ROMAN_NEAR.sub("", text.strip()).casefold())


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > (1 - ALIKE) * max(len(one), len(other)):
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _is_title(lines: Sequence[Line], page: _Page, run: Sequence[int]) -> bool:
    """Whether what recurs above the first page is its title: it has no number, and no other title stands below it."""
    if any(_DIGITS.search(lines[index].text) for index in run) or len(run) == len(page.lines):
        return False
    below = lines[page.lines[len(run)]]
    other_title = not below.closed and len(below.text) < LONGEST / 2 and lines[page.lines[len(run)] + 1 :][:1]
    return not (other_title and other_title[0].blank)


def _notes(text: str) -> list[Edit]:
    """Edits that set aside the notes at the foot of each page and make their calls superscript."""
    lines = lines_of(text)
    edits: list[Edit] = []
    begin = 0  # offset of the text to which the next notes belong
    for page in _pages(text, lines):
        found = _page_notes(text[begin : lines[page.lines[-1]].end], lines, page, begin)
        edits += found
        begin = lines[page.lines[-1]].end
    return edits


def _page_notes(text: str, lines: Sequence[Line], page: _Page, offset: int) -> list[Edit]:
    """Edits for the last lines of a page that begin with ascending numbers, each of which a word above calls."""
    starts = _note_starts(lines, page)
    if not starts or not _ascend([number for _, number in starts]):
        return []
    body = text[: lines[starts[0][0]].start - offset]
    numbers = [number for _, number in starts if number]
    calls = [call for number in numbers if (call := _call(body, number))]
    if (
        not calls
        or len(calls) < len(numbers)
        or any(below.start() <= above.start() for above, below in pairwise(calls))
    ):
        return []
    edits = [_superscript(call, offset) for call in calls if call.group() != call.group().translate(_SUPERSCRIPTS)]
    ends = [start for start, _ in starts[1:]] + [page.lines[-1] + 1]
    begin = max((lines[index].end for index in page.lines if index < starts[0][0]), default=0)
    for (start, _), end in zip(starts, ends, strict=True):
        block = [line for line in lines[start:end] if line.text]
        begin, above = block[-1].end, begin
        edits.append(aside(above, begin, "note", running(block, spellings("")), f"{RULE}-note"))
    return edits


def _note_starts(lines: Sequence[Line], page: _Page) -> list[tuple[int, str]]:
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
