"""Hyphens that a scan read as another sign at a line end, or not at all, become hyphens again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, change
from weerklank.clean.print.print_lines import Line, lines_of
from weerklank.clean.print.scan_quality import is_ill_read
from weerklank.languages.lexicons import LETTERS, legal, spelling, word_set

RULE = "lost-hyphen"
NEAR = 400  # characters before a closing quotation mark in which its opening one would stand
SHORTEST = 2  # letters of a half word
_END = re.compile(rf"(?<![\w'’/.@])(?P<half>[{LETTERS}]{{2,40}})(?P<sign>[—–=~_”’\"°*]?)$")
_BEGIN = re.compile(r"(?P<rest>[a-zà-ÿ]{2,40})(?![\w'’])")
_LONE = re.compile(r"(?<=\w)\n[-\u00ad]\n(?=\w)")
_QUOTES = {"”": "“„”", "’": "‘‚’", '"': '"'}


def lost_hyphens(draft: Draft) -> Draft:
    r"""Put a hyphen where a word runs on over a line end that has another sign, or none.

    The halves must make a word of the list that may be broken there; where no sign stands, the first may be none.

    >>> lost_hyphens(Draft("de nieuwe rege—\nling bij de burge\nmeester")).text
    'de nieuwe rege-\nling bij de burge-\nmeester'
    """
    edits = list(lost(draft.text))
    return draft.apply(edits) if edits and not is_ill_read(draft.text) else draft


def lone_hyphens(draft: Draft) -> Draft:
    r"""A hyphen that a scan left on a line of its own goes back to the line end.

    >>> lone_hyphens(Draft("las in een NRC\n-\nartikel")).text
    'las in een NRC-\nartikel'
    """
    return draft.apply(lone(draft.text))


def lone(text: str) -> Iterator[Edit]:
    """Edits for hyphens alone on a line."""
    for match in _LONE.finditer(text):
        yield change(*match.span(), "-\n", RULE)


def lost(text: str) -> Iterator[Edit]:
    """Edits for hyphens that were misread or lost."""
    for upper, lower in pairwise(lines_of(text)):
        begin = _BEGIN.match(lower.text)
        end = _END.search(upper.text[-50:]) if begin else None
        if begin and end and _breaks(text, upper, end["half"], end["sign"], begin["rest"]):
            yield change(upper.end - len(end["sign"]), upper.end, "-", RULE)


def _breaks(text: str, upper: Line, half: str, sign: str, rest: str) -> bool:
    """Whether a word was broken between these lines."""
    if rest in word_set("conjunctions") or not sign and (upper.closed or spelling().known(half)):
        return False
    if sign in _QUOTES and set(_QUOTES[sign]) & set(text[max(0, upper.end - NEAR) : upper.end - 1]):
        return False
    return spelling().listed(half + rest) and legal(half, rest)
