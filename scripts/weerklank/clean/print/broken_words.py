"""Words broken within a line, as text copied from scans has them ('gemeen- te', 'n i e t'), or at any line end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from weerklank.clean.ledger.draft import Draft, Edit, change
from weerklank.clean.print.half_words import Joined, join, spellings
from weerklank.clean.print.lost_hyphens import lost
from weerklank.clean.print.print_lines import HYPHENS
from weerklank.languages.lexicons import LETTERS, legal, spelling, word_set

RULE = "broken-word"
SPACED = "letterspaced"
MOST_LETTERS = 40  # of a half word or a word set with spaces between its letters
_HALF = rf"(?<![{HYPHENS}\w'’/.@])(?P<half>[{LETTERS}]{{2,{MOST_LETTERS}}})"
_REST = rf"(?P<rest>[a-zà-ÿ]{{2,{MOST_LETTERS}}})(?![\w'’])"
_IN_LINE = re.compile(_HALF + "[-\u2010\u2011\u00ad¬][ \u00a0]" + _REST)
_LINE_END = re.compile(_HALF + "[-\u2010\u2011\u00ad¬][ \u00a0]*\n[ \u00a0]*" + _REST)
_BROKEN = re.compile("[-\u2010\u2011\u00ad¬](?<=\\w.)[ \u00a0\n]")  # what both of these hold
_LETTERS_APART = re.compile(r" \S \S \S")  # and this one
_SPACED = re.compile(
    rf"(?<!\S)(?<!\s[^\W\d] )[{LETTERS}](?: [{LETTERS}]){{3,{MOST_LETTERS}}}(?![^\s.,;:!?])(?! [^\W\d]\b)"
)


def broken_words(draft: Draft) -> Draft:
    """Make whole what is a word for certain: known, broken where it may be, and its halves no two words.

    >>> broken_words(Draft("dat de gemeen- te in- en uitvoer n i e t kent")).text
    'dat de gemeente in- en uitvoer niet kent'
    """
    return _mended(draft)


def whole_words(draft: Draft) -> Draft:
    r"""The same in a text that was not found to be print, and at its line ends.

    >>> whole_words(Draft("de vergade-\nring van de raad")).text
    'de vergadering van de raad'
    """
    draft = draft.apply(lost(draft.text))
    return _mended(draft.apply(_joined(draft.text, _LINE_END)))


def _mended(draft: Draft) -> Draft:
    return draft.apply(chain(_joined(draft.text, _IN_LINE), _letterspaced(draft.text)))


def _joined(text: str, halves: re.Pattern[str]) -> Iterator[Edit]:
    """Edits for the half words, with the sign between them, that certainly make a word."""
    for match in halves.finditer(text) if _BROKEN.search(text) else ():
        made = _whole(match["half"], match["rest"], text)
        if made and made.sure and (made.changed or made.outcome == "joined"):
            yield change(*match.span(), made.text, RULE)


def _whole(half: str, rest: str, text: str) -> Joined | None:
    """What two halves make: a word, which must be listed itself where the halves are words too."""
    if rest in word_set("conjunctions"):
        return None
    made = join(f"{half}-", rest, "", spellings(text))
    both = spelling().known(half) and spelling().known(rest)
    known = spelling().listed(made.text) if both else spelling().known(made.text)
    return made if known and (legal(half, rest) or made.outcome != "joined") else None


def _letterspaced(text: str) -> Iterator[Edit]:
    """Edits for words set with spaces between their letters, where the letters make a word."""
    for match in _SPACED.finditer(text) if _LETTERS_APART.search(text) else ():
        word = match.group().replace(" ", "")
        if spelling().known(word):
            yield change(*match.span(), word, SPACED)
