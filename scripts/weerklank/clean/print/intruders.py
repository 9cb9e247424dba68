"""Pull quotes, page numbers, running heads and captions that a scan put inside a word or sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.print.between_words import begins_anew, kind_of, sentence_starts
from weerklank.clean.print.furniture import is_caption, is_furniture, is_number, running
from weerklank.clean.print.half_words import Spellings, join, spellings
from weerklank.clean.print.page_notes import begins_note
from weerklank.clean.print.print_lines import HYPHENS, Line, following, leaves_room, lines_of, width_at
from weerklank.languages.lexicons import core, legal, spelling

RULE = "intruder"
MOST_LINES = 16  # how far an open half word looks ahead
MOST_BLOCK = 8  # lines of what stands between the halves
_NEXT = re.compile(r"[a-zà-ÿ]{3}[.!?] [A-ZÀ-Þ]")  # the next sentence begins
NARROW = 0.8  # a pull quote's lines against the column's


def intruders(draft: Draft) -> Draft:
    r"""Set aside what stands between the halves of a word.

    >>> intruders(Draft("klanttevreden-\n De kern\n\nheidsonderzoeken zijn")).text
    'klanttevreden-\nheidsonderzoeken zijn'
    """
    lines = lines_of(draft.text)
    seen = spellings(draft.text)
    edits: list[Edit] = []
    index = 0
    while index < len(lines):
        resumes = _resumes(lines, index, seen) if lines[index].open_word else None
        if resumes is not None:
            edits.append(_set_aside(lines, index, resumes, seen))
        index = resumes or index + 1
    return draft.apply(edits)


def _resumes(lines: Sequence[Line], index: int, seen: Spellings) -> int | None:
    """The line where the word goes on, if something else stands between; None if nothing does."""
    half = lines[index].text.rsplit(None, 1)[-1]
    after = following(lines, index)
    if after is None or half[-2].isdigit():
        return None
    column = width_at(lines, index)
    below = after == index + 1 and lines[after].indent == lines[index].indent
    adjacent = _strength(half, lines[after], seen, below)
    if adjacent and below and len(lines[after].text) >= NARROW * column:
        return None
    plausible = below and lines[after].text[0].islower() and not is_furniture(lines[after : after + 1])
    likely = None
    for at in range(after + 1, min(index + MOST_LINES, len(lines))):
        if plausible and lines[at].blank and lines[at - 1].closed:
            return None  # the paragraph ends here
        if not lines[at - 1].blank and at > after + 2:
            continue  # nothing sets this line off
        block = [line for line in lines[after:at] if line.text]
        if not _can_resume(lines, index, at) or not _intrudes(lines, after, at, block, column):
            continue
        quoted = not is_furniture(block) and all(len(line.text) < NARROW * column for line in block)
        if _strength(half, lines[at], seen, False) > (0 if quoted else adjacent):
            return at
        if likely is None and _looks_like_text(lines, at, column) and (not plausible or _set_apart(block, column)):
            likely = at
    return None if adjacent else likely


def _looks_like_text(lines: Sequence[Line], at: int, column: int) -> bool:
    """Whether a line is as wide as its column, or the last of its paragraph."""
    return len(lines[at].text) >= NARROW * column or lines[at].closed


def _set_apart(block: Sequence[Line], column: int) -> bool:
    """Whether lines right below a half word are no lines of its paragraph: all too narrow, and open."""
    return len(block) > 1 and not block[-1].closed and all(len(line.text) < NARROW * column for line in block)


def _can_resume(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether a line can begin with the second half of the word that breaks off at `index`."""
    line = lines[at]
    if line.blank or line.indent > lines[index].indent or is_furniture([line]) or is_caption(line.text):
        return False
    capitals = lines[index].text.rsplit(None, 1)[-1].isupper() and line.first_word().isupper()
    return line.text[0].islower() or capitals


def _intrudes(lines: Sequence[Line], after: int, at: int, block: Sequence[Line], column: int) -> bool:
    """Whether the lines from `after` up to `at` can be an intruder: furniture, or lines set off from the
    text, by blank lines on both sides or by being narrow with a blank line below.
    """
    if is_furniture(block):
        return True
    if not lines[at - 1].blank or len(block) > MOST_BLOCK or block[-1].open_word:
        return False
    if is_caption(block[0].text) or begins_note(block[0].text) and block[-1].closed:
        return True
    narrow = all(len(line.text) <= NARROW * column for line in block)
    narrow = narrow or leaves_room(block, lines[at], column) and begins_anew(block[0].text)
    if lines[after - 1].text and block[-1].closed and block[0].text[0].islower():
        return False  # the last lines of the paragraph itself
    if len(block) == 1 and not narrow:
        again = lines[after - 1].blank and begins_anew(block[0].text, sentence_starts())
        return again and not _NEXT.search(block[0].text)
    return narrow and not any(_NEXT.search(line.text) for line in block)


def _strength(half: str, line: Line, seen: Spellings, below: bool) -> int:
    """How surely a line's first word completes `half`: 3 seen or listed, 2 compound, 1 perhaps, 0 not.

    `below` says that the line stands right below, so that a capital can be the word's own.
    """
    tokens = line.text.split()
    if not tokens[0][0].isalnum() or is_number(line.text):
        return 0
    made = join(half, tokens[0], tokens[1] if len(tokens) > 1 else "", seen)
    word, first, second = core(made.text)[1], core(half)[1].rstrip(HYPHENS), core(tokens[0])[1]
    if made.outcome == "suspended-hyphen":
        return 1
    if made.outcome == "own-hyphen":
        capital = below and second[:1].isupper() and (first[:1].isupper() or spelling().known(first))
        return 1 if capital or (spelling().known(word) and spelling().known(second)) else 0
    if seen.has(word) or spelling().listed(word):
        return 3 if legal(first, second) or made.changed else 1
    return 2 if spelling().known(word) and legal(first, second) else 0


def _set_aside(lines: Sequence[Line], index: int, resumes: int, seen: Spellings) -> Edit:
    """The edit that moves what stands between two lines out of the text."""
    block = [line for line in lines[index + 1 : resumes] if line.text]
    kind = kind_of(block)
    return aside(
        lines[index].next, lines[resumes].start, kind, running(block, seen), f"{RULE}-{kind}".replace("_", "-")
    )
