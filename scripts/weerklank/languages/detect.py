"""The language of a text, by the commonest words of the languages that have rules.

These are function words, which any running text is full of and no other language has: of the words of a text in one of
the languages they are a third or more, of those of an unrelated one hardly any. So no model and no package is wanted.
"""

from __future__ import annotations

import re
from collections import Counter

from weerklank.languages.rules import Tongue, tongues

_LOOKED_AT = 50_000  # characters of a text from which its language is told
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = 0.18  # share of a language's commonest words in a text of that language, at least
_SURE = 0.25  # the same where nobody has said that it is one of these languages: Frisian has .20 of Dutch
_AHEAD = 0.12  # by how much the share of the first is ahead of the second's
_FEWEST = 40  # words of a text that tell its language for sure


def shares(text: str) -> list[tuple[float, Tongue]]:
    """Of each language, which share of the words are its commonest ones; the greatest first."""
    found = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    words = max(1, found.total())
    each = [(sum(found[word] for word in tongue.stop_words) / words, tongue) for tongue in tongues()]
    return sorted(each, key=lambda one: -one[0])


def likely(text: str) -> Tongue | None:
    """The language that most of the commonest words of `text` belong to; None where it has too few of any.

    >>> [each and each.code for each in (likely("Het is de vraag of het kan"), likely("Mitä kuuluu"))]
    ['nl', None]
    """
    share, best = shares(text)[0]
    return best if share >= _KNOWN else None


def certain(text: str) -> str | None:
    """The code of the language that `text` is surely in; None where it is short, mixed, or in none that has rules.

    >>> certain("The baker is asleep. " * 12), certain("The baker is asleep."), certain("Le boulanger dort. " * 20)
    ('en', None, None)
    """
    (share, best), (second, _), *_ = shares(text)
    enough = len(_WORD.findall(text[:_LOOKED_AT])) >= _FEWEST
    return best.code if enough and share >= _SURE and share - second >= _AHEAD else None
