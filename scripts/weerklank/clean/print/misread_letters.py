"""Letters that a scan or a converter lost: U+FFFD for a ligature or an accented letter, 'l' for a capital 'I'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from weerklank.clean.ledger.draft import Draft, Edit, change, doubt
from weerklank.languages.lexicons import LETTERS, core, frequency, spelling

LOST, CAPITAL = "lost-letter", "capital-i"
RARE = 1e-7  # a word more frequent than this is left alone
MOST = 3  # lost letters in one word
_LOST_SIGN = "\ufffd"
_FOR = ("fi", "fl", "ff", "ffi", "ffl", "ë", "é", "è", "ï", "ö", "ü", "ê", "ç", "à", "á", "ó", "í", "ĳ")
_HELD = re.compile(rf"[{LETTERS}{_LOST_SIGN}'-]*{_LOST_SIGN}[{LETTERS}{_LOST_SIGN}'-]*")
_L = re.compile(r"(?<![\w’'])(?:[A-ZÀ-Þ][a-zà-ÿ]+-)?l[a-zà-ÿ]{3,}(?![\w’'])")


def lost_letters(draft: Draft) -> Draft:
    """Mark a word with U+FFFD in it, with the letters or ligatures that make it one.

    >>> lost_letters(Draft("de of\ufffdciële cijfers")).ledger().spans[1].readings
    ('officiële',)
    """
    return draft.apply(_restored(draft.text)) if _LOST_SIGN in draft.text else draft


def capital_i(draft: Draft) -> Draft:
    """A word that is none, and is one with 'I' for its 'l', gets its capital.

    >>> capital_i(Draft("Bijna ledereen kent de Noord-lerse kust en leest.")).text
    'Bijna Iedereen kent de Noord-Ierse kust en leest.'
    """
    return draft.apply(
        change(match.start() + at, match.start() + at + 1, "I", CAPITAL)
        for match in _L.finditer(draft.text)
        if _is_capital(match.group(), at := match.group().rindex("-") + 1 if "-" in match.group() else 0)
    )


def _is_capital(word: str, at: int) -> bool:
    if spelling().known(word) or spelling().known(word[at:]) or frequency(word[at:]) > RARE:
        return False
    return spelling().known("I" + word[at + 1 :])


def _restored(text: str) -> Iterator[Edit]:
    for match in _HELD.finditer(text):
        readings = _readings(match.group())
        if readings:
            yield doubt(*match.span(), readings, LOST)


def _readings(word: str) -> list[str]:
    """What a word with lost letters may be, words of the list alone."""
    count = word.count(_LOST_SIGN)
    if count > MOST or len(word) == count:
        return []
    made = []
    for letters in product(_FOR, repeat=count):
        rest = iter(letters)
        made.append("".join(next(rest) if sign == _LOST_SIGN else sign for sign in word))
    return [each for each in made if spelling().listed(core(each)[1])]
