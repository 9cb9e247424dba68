"""What a page put between two whole words of a sentence: captions, pull quotes, notes, heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.print.furniture import is_caption, is_furniture, running
from weerklank.clean.print.half_words import spellings
from weerklank.clean.print.pages import begins_note
from weerklank.clean.print.print_lines import HYPHENS, Line, lines_of, width_at
from weerklank.clean.print.verse import verse_lines

RULE = "between-words"
QUOTE = f"{RULE}-pull-quote"
MOST_BLOCKS = 5  # between the two words
MOST_LINES = 5  # of one of them
WIDE = 0.8  # of the column: a line of text that goes on below
FULL = 0.92  # of the column: a single line as wide may be the text's own
RUN = 4  # words in a row that a pull quote has from the text
ECHO = 0.8  # of a pull quote's runs of words stand elsewhere too

_SIGNS = re.compile(r"[^\w\s]+")

_Blocks = list[tuple[int, int]]


def between_words(draft: Draft) -> Draft:
    r"""Set aside what stands by itself between a line that breaks off and the line in lower case where it goes on.

    >>> scan = "Het was al laat en\nzij gingen naar de\n\nDe markt\n\nstad met de torens."
    >>> between_words(Draft(scan)).text.split("\n")
    ['Het was al laat en', 'zij gingen naar de', 'stad met de torens.']
    """
    lines = lines_of(draft.text)
    blocks = _blocks(lines)
    echoes = _Echoes(lines, blocks)
    verse = verse_lines(lines)
    edits: list[Edit] = []
    left = set(blocks)
    at = 0
    while at < len(blocks) - 2:
        above = blocks[at][1] - 1
        resumes = _resumes(lines, blocks, at, echoes) if _breaks_off(lines, above) and above not in verse else None
        if resumes is None:
            at += 1
            continue
        edits += _set_aside(lines, blocks[at + 1 : resumes], above, blocks[resumes][0])
        left -= {*blocks[at + 1 : resumes]}
        at = resumes
    edits += _quotes(lines, sorted(left), echoes, verse)
    return draft.apply(edits)


def _quotes(lines: Sequence[Line], blocks: _Blocks, echoes: _Echoes, verse: set[int]) -> list[Edit]:
    """Edits that set aside what by itself says a stretch of the text again, wherever it stands."""
    return [
        aside(lines[first].start, lines[last - 1].end, "pull_quote", running(lines[first:last], spellings("")), QUOTE)
        for first, last in blocks
        if echoes.has(first, last) and first not in verse and _apart(lines, first, last)
    ]


def _apart(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether blank lines stand around these lines, and no word runs on from them or into them."""
    above, below = lines[max(0, first - 2)], lines[last + 1 : last + 2]
    around = (first == 0 or lines[first - 1].blank) and (last == len(lines) or lines[last].blank)
    return around and not above.open_word and not lines[last - 1].open_word and bool(below or first)


def _blocks(lines: Sequence[Line]) -> _Blocks:
    """The lines (from, to) that stand together; a note, and the head below it, begin blocks of their own."""
    found: _Blocks = []
    for index, line in enumerate(lines):
        if line.blank:
            continue
        below = found and found[-1][1] == index
        if below and not begins_note(line.text) and not (_is_head(lines, index) and begins_note(lines[index - 1].text)):
            found[-1] = found[-1][0], index + 1
        else:
            found.append((index, index + 1))
    return found


def _is_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a page number or a running head, with nothing right below it."""
    return is_furniture([lines[index]]) and (index + 1 == len(lines) or lines[index + 1].blank)


def _breaks_off(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of text ends inside a sentence, at the edge of its column."""
    text = lines[index].text
    if lines[index].closed or len(text) < 2 or text[-1] in HYPHENS or is_furniture([lines[index]]):
        return False
    return index > 0 and not lines[index - 1].blank and len(text) >= WIDE * width_at(lines, index, 3)


def _resumes(lines: Sequence[Line], blocks: _Blocks, at: int, echoes: _Echoes) -> int | None:
    """The block where the sentence goes on, if all blocks before it are the page's; None if it goes on in the next."""
    column = width_at(lines, blocks[at][1] - 1, 3)
    for number in range(at + 1, min(at + 2 + MOST_BLOCKS, len(blocks))):
        first, last = blocks[number]
        if _goes_on(lines, first, last, column) and not echoes.has(first, last):
            return number if number > at + 1 and lines[first - 1].blank else None
        if not _intrudes(lines, first, last, column, echoes):
            return None
    return None


def _goes_on(lines: Sequence[Line], first: int, last: int, column: int) -> bool:
    """Whether a block is text that begins inside a sentence."""
    line = lines[first]
    if last == first + 1:
        return line.text[0].islower() and line.closed
    return line.text[0].islower() and len(line.text) >= WIDE * column


def _intrudes(lines: Sequence[Line], first: int, last: int, column: int, echoes: _Echoes) -> bool:
    """Whether a block is none of the author's text: furniture, a note, a caption, a quote of the text."""
    block = lines[first:last]
    if last - first > MOST_LINES:
        return False
    if is_furniture(block) or is_caption(block[0].text) or begins_note(block[0].text) or echoes.has(first, last):
        return True
    narrow = all(len(line.text) < (WIDE if len(block) > 1 else FULL) * column for line in block)
    begins = block[0].text.lstrip("\"'“‘„«")[:1].isupper()
    return narrow and begins and not block[-1].closed and block[-1].text[-1] not in HYPHENS


class _Echoes:
    """Which blocks say again what a longer block says: runs of words, each with the size of the longest that has it."""

    def __init__(self, lines: Sequence[Line], blocks: _Blocks) -> None:
        self._runs: dict[tuple[int, int], list[tuple[str, ...]]] = {}
        self._longest: dict[tuple[str, ...], int] = {}
        for first, last in blocks:
            words = _words(lines[first:last])
            runs = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
            self._runs[first, last] = runs
            for run in runs:
                self._longest[run] = max(self._longest.get(run, 0), len(runs))

    def has(self, first: int, last: int) -> bool:
        """Whether a longer block says nearly all that the lines `first` up to `last` say."""
        runs = self._runs[first, last]
        said = sum(self._longest[run] > len(runs) + RUN for run in runs)
        return len(runs) > 1 and last - first <= MOST_LINES and said >= ECHO * len(runs)


def _words(block: Sequence[Line]) -> list[str]:
    words: list[str] = []
    half = False
    for line in block:
        own = _SIGNS.sub("", line.text.casefold()).split()
        if half and own:
            words[-1] += own.pop(0)
        words += own
        half = line.open_word
    return words


def _set_aside(lines: Sequence[Line], blocks: _Blocks, above: int, resumes: int) -> list[Edit]:
    """Edits that set aside each block between these lines, with the line ends behind it."""
    begins = [lines[above].next, *(lines[first].start for first, _ in blocks[1:]), lines[resumes].start]
    return [
        aside(begin, end, kind, running(lines[first:last], spellings("")), f"{RULE}-{kind}".replace("_", "-"))
        for (first, last), (begin, end) in zip(blocks, pairwise(begins), strict=True)
        for kind in [kind_of(lines[first:last])]
    ]


def kind_of(block: Sequence[Line]) -> str:
    """What a page has besides its text, as the kind of an aside."""
    if is_furniture(block):
        return "furniture"
    if begins_note(block[0].text):
        return "note"
    return "caption" if is_caption(block[0].text) else "pull_quote"
