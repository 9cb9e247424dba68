"""Running heads, feet and notes, found page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from operator import itemgetter

from weerklank.clean.ledger.draft import Draft, Edit, aside, change
from weerklank.clean.print.furniture import is_number, running, says_page
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.page_layout import Page, begins_low, letters_of, pages_of
from weerklank.clean.print.page_notes import notes
from weerklank.clean.print.print_lines import Line, following, lines_of, width_at
from weerklank.languages.rules import sign

RULE = "page-edge"
LONGEST = 90  # characters of a running head
FULL = 0.9  # of the column: a line of text that happens to recur
ALIKE = 0.8  # of the characters of two heads, which a scan misreads
REACH = 2  # pages: heads of left and right pages alternate
_ISSUE, _BYLINE = sign("printed-issue"), sign("printed-byline")
_DIGITS = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[\W_]*[ivxlc]{1,8}[\W_]*")  # a chapter's is in capitals


_Neighbour = tuple[int, Page, frozenset[int], frozenset[int]]
"""How many pages further a page is, that page, the numbers at its edges, and those of them at this one."""


def pages(draft: Draft) -> Draft:
    r"""Set aside what recurs at the edges of pages, and the notes at their feet; form feeds become line ends.

    >>> pages(Draft("Het loket 11\nzij gingen naar de\n\f12 Het loket\ngrote stad.")).text.split()
    ['zij', 'gingen', 'naar', 'de', 'grote', 'stad.']
    """
    lines = lines_of(draft.text)
    whole = pages_of(draft.text, lines)
    heads = _heads(lines, whole)
    heads = [*_masthead(lines, {index for run in heads for index in run}), *heads]
    heads = _merged(lines, sorted(heads)) if "\f" not in draft.text else heads
    edits = [_set_aside([lines[index] for index in run]) for run in heads]
    edge = {index for run in heads for index in run}
    inner = [Page(tuple(index for index in page.lines if index not in edge)) for page in whole]
    return _as_line_ends(draft.apply([*edits, *notes(draft.text, lines, inner)]))


def form_feeds(draft: Draft) -> Draft:
    r"""Form feeds as the line ends that they also are.

    >>> form_feeds(Draft("een\ftwee")).text
    'een\ntwee'
    """
    return _as_line_ends(draft)


def _as_line_ends(draft: Draft) -> Draft:
    if "\f" not in draft.text:
        return draft
    return draft.apply(change(*match.span(), "\n", "line-ends") for match in re.finditer(r"\f+", draft.text))


def _merged(lines: Sequence[Line], runs: Sequence[list[int]]) -> list[list[int]]:
    """The runs, of which a foot and the head right below it are one."""
    found: list[list[int]] = []
    for run in runs:
        if found and following(lines, found[-1][-1]) == run[0]:
            found[-1] += run
        else:
            found.append(list(run))
    return found


def _masthead(lines: Sequence[Line], known: set[int]) -> list[list[int]]:
    """The first line, where it names the paper or its issue and a title stands apart below it."""
    first = following(lines, -1)
    title = None if first is None else following(lines, first)
    if first is None or title is None or first in known or title > first + 2:
        return []
    text, below = lines[first].text, lines[title]
    issue = len(text) <= LONGEST and _ISSUE.search(text)
    if letters_of(text) == letters_of(below.text) and text.casefold() != below.text.casefold():
        return [[first]]  # the title with a page number beside it
    series = text.isupper() and len(text.split()) > 1 and not below.text.isupper() and _is_signed(lines, title)
    apart = not below.closed and len(below.text) < LONGEST / 2 and not below.text[0].islower()
    return [[first]] if apart and (issue or series) and letters_of(text) != letters_of(below.text) else []


def _is_signed(lines: Sequence[Line], title: int) -> bool:
    """Whether below a title a short line says who wrote the text."""
    below = following(lines, title)
    return below is not None and len(lines[below].text) < LONGEST / 2 and bool(_BYLINE.match(lines[below].text))


def _heads(lines: Sequence[Line], all_pages: Sequence[Page]) -> list[list[int]]:
    """The lines that are heads, feet and page numbers, run by run; of one page those that say so beside its text."""
    if len(all_pages) < 2:
        beside = (at for page in all_pages for at in page.outer if len(page.lines) > 1)
        return [[at] for at in beside if says_page(lines[at].text)]
    found: list[list[int]] = []
    counted = {top: [_numbers(lines, page.edge(top)) for page in all_pages] for top in (True, False)}
    for at, page in enumerate(all_pages):
        near = [other for other in range(max(0, at - REACH), min(at + REACH + 1, len(all_pages))) if other != at]
        heads, feet = (
            [(n - at, all_pages[n], counted[top][n] | counted[not top][n], counted[top][n]) for n in near]
            for top in (True, False)
        )
        head = _run(lines, page.edge(True), heads)
        foot = _run(lines, [index for index in page.edge(False) if index not in head], feet)
        if not foot and is_number(lines[page.lines[-1]].text):  # though it does not count on: it was misread
            foot = [page.lines[-1]] if any(is_number(lines[all_pages[n].lines[-1]].text) for n in near) else []
        if at == 0 and head and _is_title(lines, page, head):
            head = []
        found += [sorted(run) for run in (head, foot) if run and len(head) + len(foot) < len(page.lines)]
    return found


def _set_aside(block: Sequence[Line]) -> Edit:
    return aside(block[0].start, block[-1].end, "furniture", running(block, spellings("")), f"{RULE}-head")


def _run(lines: Sequence[Line], edge: Sequence[int], near: Sequence[_Neighbour]) -> list[int]:
    """The lines at an edge of a page, from the outside in, that are its head or foot."""
    heads = (_recurs(lines, index, near) or _counts(lines[index].text, near) for index in edge)
    return [index for index, _ in takewhile(itemgetter(1), zip(edge, heads, strict=False))]


def _numbers(lines: Sequence[Line], edge: Sequence[int]) -> frozenset[int]:
    """The numbers on the lines at an edge of a page."""
    return frozenset(int(number) for index in edge for number in _DIGITS.findall(lines[index].text))


def _counts(text: str, near: Sequence[_Neighbour]) -> bool:
    """Whether a line is a page number, or a title beside one, that counts on with the pages near it."""
    if _ROMAN.fullmatch(text):
        return True
    if is_number(text):
        return any(int(_DIGITS.findall(text)[0]) + distance in numbers for distance, _, numbers, _ in near)
    text = " ".join(text.split())
    outer = re.fullmatch(r"(\d{1,4})\s\D+|\D+\s(\d{1,4})", text) if len(text) <= LONGEST else None
    if not outer or text[-1] in ".,;:":
        return False
    number = int(outer[1] or outer[2])
    return says_page(text) or any(number + distance in numbers for distance, _, _, numbers in near)


def _recurs(lines: Sequence[Line], index: int, near: Sequence[_Neighbour]) -> bool:
    """Whether a line much like this one stands at an edge of a page nearby."""
    text = lines[index].text
    title = letters_of(text)
    if len(title) > LONGEST or len(title) < 3 or begins_low(text):
        return False
    if len(text) > FULL * width_at(lines, index) and not _DIGITS.search(text):
        return False
    return any(
        _alike(title, letters_of(lines[other].text))
        for _, page, *_ in near
        for top in (True, False)
        for other in page.edge(top)
    )


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > (1 - ALIKE) * max(len(one), len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return one == other or matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _is_title(lines: Sequence[Line], page: Page, run: Sequence[int]) -> bool:
    """Whether what recurs above the first page is its title: it has no number, and no other title stands below it."""
    if any(_DIGITS.search(lines[index].text) for index in run) or len(run) == len(page.lines):
        return False
    below = lines[page.lines[len(run)]]
    other_title = not below.closed and len(below.text) < LONGEST / 2 and lines[page.lines[len(run)] + 1 :][:1]
    return not (other_title and other_title[0].blank)
