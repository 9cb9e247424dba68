"""Words that a scan ran together: 'Vaakblijkter sprake tezijn'."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from functools import lru_cache

from weerklank.clean.ledger.draft import Draft, change
from weerklank.clean.print.scan_quality import is_ill_read
from weerklank.languages.lexicons import LETTERS, Lexicon, current, frequency, spelling, word_set

RULE = "run-together"

RARE = 1e-7  # a token more frequent than this is left alone: a name, a foreign word, a habit
FREQUENT = 2e-5  # the least frequent part
MARGIN = math.log(25)  # how far the best cut must be ahead of the second
MOST_PARTS = 4
_STARTS = re.compile("(?:^|[.!?:'\"‘“(\n])$")
_TOKEN = re.compile(f"(?<![\\w'’.@/-])[{LETTERS}]{{4,40}}(?![\\w'’@/-])")


def run_together(draft: Draft) -> Draft:
    """Part words that are certainly two or three: the token is unknown and rare, its parts are
    known and frequent, one way to cut it is far ahead, and it cannot be a compound.

    >>> run_together(Draft("Er blijkter sprake tezijn van geluk.")).text
    'Er blijkt er sprake te zijn van geluk.'
    """
    if is_ill_read(draft.text):
        return draft
    edits = []
    for match in _TOKEN.finditer(draft.text):
        token = match.group()
        if token[0].isupper() and not _begins(draft.text, match.start()):
            continue
        parts = _parts(token, current())
        if parts:
            edits.append(change(match.start(), match.end(), parts, RULE))
    return draft.apply(edits)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`, so that a capital there means nothing."""
    return bool(_STARTS.search(text[max(0, at - 80) : at].rstrip(" \t")[-1:]))


@lru_cache(maxsize=1 << 14)
def _parts(token: str, _: Lexicon) -> str:
    """The token with spaces between its words, '' where that is not certain."""
    if not token[1:].islower() or frequency(token) > RARE or spelling().known(token):
        return ""
    ranked = sorted(_cuts(token.lower(), MOST_PARTS), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return ""
    parts = ranked[0][1]
    if len(parts) < 2 or (token[0].isupper() and parts[0] in word_set("surname-beginnings")):
        return ""
    if not all(_seam(left, right) for left, right in itertools.pairwise(parts)):
        return ""
    return token[0] + " ".join(parts)[1:]


def _seam(left: str, right: str) -> bool:
    """Whether these words cannot meet inside one word; '-te' and '-er' are endings, but finite
    verbs take no '-er'.
    """
    if left == "te":
        return True
    seams, others = word_set("seam-words"), word_set("function-words")
    if left in seams or right in seams or {left, right} <= others:
        return True
    return right == "er" and left.endswith("t") and spelling().inflected(left)


def _cuts(token: str, most: int) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every way to cut the token into at most `most` words, with its log probability."""
    if most and _can_stand(token, current()):
        yield math.log(frequency(token)), (token,)
    if most < 2:
        return
    for at in range(2, len(token) - 1):
        if not _can_stand(token[:at], current()):
            continue
        for score, rest in _cuts(token[at:], most - 1):
            yield math.log(frequency(token[:at])) + score, (token[:at], *rest)


@lru_cache(maxsize=1 << 14)
def _can_stand(part: str, lexicon: Lexicon) -> bool:
    """Whether `part` may be one of the words that were run together."""
    if len(part) == 2:
        return part in lexicon.words("two-letters")
    return len(part) > 2 and lexicon.frequency(part) >= FREQUENT and lexicon.spelling.listed(part)
