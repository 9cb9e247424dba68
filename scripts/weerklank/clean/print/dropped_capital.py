"""The large first letter of a chapter goes back to its word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase

from weerklank.clean.ledger.draft import Draft, Edit, change, doubt
from weerklank.clean.print.print_lines import Line, following, lines_of
from weerklank.languages.lexicons import core, frequency, spelling, word_set

RULE = "dropped-capital"
MOST_READINGS = 3
MUCH_RARER = 20  # how much rarer a word must be that may lack its capital
DEEP = 4  # lines that a dropped capital may be tall
RARER = 5  # how much rarer than with its capital a word must be without
_CAPITAL = re.compile(r"([\"'‘“„«]?[A-ZÀ-ÖØ-Þ])(\s+|$)")


def dropped_capitals(draft: Draft) -> Draft:
    r"""Put a capital that a scan left on a line of its own, before a lower line or apart from its
    word, back before the first word of its paragraph.

    >>> dropped_capitals(Draft("ok al is er veel\nO verbeterd, het kan")).text
    'Ook al is er veel\nverbeterd, het kan'
    """
    lines = lines_of(draft.text)
    edits: list[Edit] = []
    after = 0
    for index, line in enumerate(lines):
        begins = index == 0 or lines[index - 1].blank or lines[index - 1].closed
        if line.text and begins and index >= after and (found := _at(lines, index)):
            edits += found
            after = index + DEEP + 1
    return draft.apply(edits)


def lost_capital(draft: Draft) -> Draft:
    """Mark the first word of a scan where it is none, and is one with a capital that was dropped.

    >>> lost_capital(Draft("et was een lange avond")).ledger().spans[0].readings[0]
    'Het'
    """
    first = following(lines_of(draft.text), -1)
    return draft if first is None else draft.apply(_lost(lines_of(draft.text)[first]))


def _lost(line: Line) -> list[Edit]:
    word = core(line.first_word())[1]
    if not word.islower() or not word.isalpha() or not line.text.startswith(word):
        return []
    least = MUCH_RARER * frequency(word) if spelling().known(word) else 0
    whole = [letter + word for letter in ascii_uppercase if _word(letter + word) and frequency(letter + word) > least]
    readings = sorted(whole, key=frequency, reverse=True)[:MOST_READINGS]
    return [doubt(line.start, line.start + len(word), readings, RULE)] if readings else []


def _at(lines: Sequence[Line], index: int) -> list[Edit] | None:
    line = lines[index]
    apart = _CAPITAL.match(line.text)
    if apart and apart.end() < len(line.text):
        return _apart(line, apart)
    if apart:
        return _above(lines, index, apart.group(1))
    if line.text[0].islower():
        return _below(lines, index)
    return None


def _apart(line: Line, apart: re.Match[str]) -> list[Edit] | None:
    """'I n de gemeente': with the letter the rest is a word, without it none or a far rarer one."""
    letter, rest = apart.group(1), line.text[apart.end() :].split()[0]
    if not rest[0].islower() or not _word(letter + rest) or _is_whole(letter, rest):
        return None
    return [change(line.start + len(letter), line.start + apart.end(), "", RULE)]


def _above(lines: Sequence[Line], index: int, letter: str) -> list[Edit] | None:
    """The letter on a line of its own before its word."""
    after = following(lines, index)
    if after is None or after > index + 2 or not lines[after].text[0].islower():
        return None
    word = lines[after].first_word()
    if not _word(letter + word) or letter.lower() in word_set("one-letter") and _is_whole(letter, word):
        return None
    return [change(lines[index].end, lines[after].start, "", RULE)]


def _below(lines: Sequence[Line], index: int) -> list[Edit] | None:
    """The letter at the start of a lower line, or alone on it, inside the same sentence."""
    word = lines[index].first_word()
    above = index
    while (lower := following(lines, above)) is not None and lower - index < DEEP:
        apart = _CAPITAL.match(lines[lower].text)
        if apart and _word(apart.group(1) + word) and not lines[above].closed:
            rest = lines[lower].text[apart.end() :]
            if rest and not rest[0].islower():
                return None
            end = lines[lower].start + apart.end() if rest else lines[lower].end
            begin = lines[lower].start if rest else lines[above].end
            return [
                change(lines[index].start, lines[index].start + len(word), apart.group(1) + word, RULE),
                change(begin, end, "", RULE),
            ]
        above = lower
    return None


def _is_whole(letter: str, rest: str) -> bool:
    """Whether what follows a capital is a word without it, and with it none that is far more frequent."""
    return _word(rest) and frequency(core(letter + rest)[1]) <= RARER * frequency(core(rest)[1])


def _word(token: str) -> bool:
    """Whether a token, its punctuation apart, is a word of more than one letter."""
    word = core(token)[1]
    return len(word) > 1 and spelling().known(word)
