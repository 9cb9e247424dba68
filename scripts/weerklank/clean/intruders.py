"""Pull quotes, page numbers, running heads and captions that a scan put inside a word or sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.draft import Draft, Edit, aside
from weerklank.clean.half_words import Spellings, join, spellings
from weerklank.clean.lines import Line, following, lines_of, width_at
from weerklank.clean.words import core, legal, spelling

RULE = "intruder"
MOST_LINES = 16  # how far an open half word looks ahead
NARROW = 0.8  # a pull quote's lines against the column's

_NUMBER = re.compile(r"[-–—\[(|\s]*(?:p(?:ag(?:ina)?)?\.?\s*)?\d{1,4}[-–—\])|\s]*", re.IGNORECASE)
_HEAD = re.compile(r"(?:\d{1,4}\s+\S.*|\S.*\s\d{1,4})")
_CAPTION = re.compile(r"(?:foto|figuur|afbeelding|bron|illustratie|tekening|tabel|grafiek|cartoon)\b", re.IGNORECASE)


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


def _resumes(lines: list[Line], index: int, seen: Spellings) -> int | None:
    """The line where the word goes on, if something else stands between; None if nothing does."""
    half = lines[index].text.rsplit(None, 1)[-1]
    next_line = following(lines, index)
    if next_line is None:
        return None
    column = width_at(lines, index)
    adjacent = _strength(half, lines[next_line], seen)
    sharp = _sharp(lines, index, next_line, column)
    if adjacent and not sharp:
        return None
    structural = None
    for at in range(next_line + 1, min(index + MOST_LINES, len(lines))):
        if lines[at].blank or not lines[at].text[0].islower():
            continue
        block = [line for line in lines[next_line:at] if line.text]
        if not _intrudes(block, lines[at - 1].blank, column):
            continue
        strength = _strength(half, lines[at], seen)
        if strength and strength >= adjacent:
            return at
        if structural is None and lines[at - 1].blank or _furniture(block):
            structural = at
    return structural if not adjacent else None


def _sharp(lines: list[Line], index: int, next_line: int, column: int) -> bool:
    """Whether the line after a half word looks like something else: narrow, numbered, set off."""
    line = lines[next_line]
    return next_line > index + 1 or line.indent > 0 or len(line.text) < NARROW * column


def _strength(half: str, line: Line, seen: Spellings) -> int:
    """How surely a line's first word completes `half`: 3 seen or listed, 2 compound, 0 not."""
    tokens = line.text.split()
    if not tokens[0][0].isalnum():
        return 0
    front, first, _ = core(half)
    first, second = first[:-1], core(tokens[0])[1]
    made = join(half, tokens[0], tokens[1] if len(tokens) > 1 else "", seen)
    word = core(made.text)[1]
    if made.outcome == "suspended_hyphen":
        return 1
    if made.outcome == "own_hyphen":
        return 1 if spelling().known(word) or not second[:1].islower() and second[:1].isalpha() else 0
    if seen.has(word) or spelling().listed(word):
        return 3 if legal(first, second) or made.outcome == "joined_with_trema" else 1
    return 2 if spelling().known(word) and legal(first, second) else 0


def _intrudes(block: Sequence[Line], blank_after: bool, column: int) -> bool:
    """Whether these lines can be an intruder: furniture, or narrow lines set off from the text."""
    if _furniture(block):
        return True
    return blank_after and all(len(line.text) <= NARROW * column for line in block)


def _furniture(block: Sequence[Line]) -> bool:
    """A page number, a running head, or both."""
    return len(block) <= 2 and all(
        _NUMBER.fullmatch(line.text) or _HEAD.fullmatch(line.text) or line.text.isupper() for line in block
    )


def _set_aside(lines: list[Line], index: int, resumes: int, seen: Spellings) -> Edit:
    """The edit that moves what stands between two lines out of the text."""
    block = [line for line in lines[index + 1 : resumes] if line.text]
    kind = "caption" if _furniture(block) or _CAPTION.match(block[0].text) else "pull_quote"
    start = lines[index].end + 1
    return aside(start, lines[resumes].start, kind, _running(block, seen), f"{RULE}_{kind}")


def _running(block: Sequence[Line], seen: Spellings) -> str:
    """The block's lines as one running text."""
    text = ""
    for line in block:
        first, _, rest = line.text.partition(" ")
        if text and text[-1] in "-\u2010\u00ad¬" and text[-2:-1].isalpha():
            words = text.rsplit(" ", 1)
            made = join(words[-1], first, rest.split(" ")[0], seen).text
            text = " ".join([*words[:-1], made, *([rest] if rest else [])])
        else:
            text = f"{text} {line.text}" if text else line.text
    return text
