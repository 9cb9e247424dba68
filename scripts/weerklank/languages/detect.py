"""The language of a text, by the commonest words of languages.

These are function words, which any running text is full of and no other language has: of the words of a text in one of
the languages they are a third or more, of those of an unrelated one hardly any. So no model and no package is wanted.
Languages that have no rules are known by theirs (`strangers.toml`), lest Afrikaans is taken for Dutch.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files

from weerklank.languages.rules import Tongue, tongues

_LOOKED_AT = 50_000  # characters of a text from which its language is told
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = 0.18  # share of a language's commonest words in a text of that language, at least
_SURE = 0.25  # the same where nobody has said that it is one of these languages: Frisian has .20 of Dutch
_AHEAD = 0.12  # by how much the share of the first is ahead of the second's
_BEYOND = 0.07  # the same for a language that has no rules: old Dutch is as near to Afrikaans as .04
_FEWEST = 40  # words of a text that tell its language for sure


def likely(text: str) -> Tongue | None:
    """The language that most of the commonest words of `text` belong to; None where it has too few of any, or it has
    no rules.

    >>> [each and each.code for each in (likely("Het is de vraag of het kan"), likely("Mitä kuuluu"))]
    ['nl', None]
    """
    share, code = _best(text)
    return next((tongue for tongue in tongues() if tongue.code == code), None) if share >= _KNOWN else None


def certain(text: str) -> str | None:
    """The code of the language that `text` is surely in; None where it is short, mixed, or in none that has rules.

    >>> certain("The baker is asleep. " * 12), certain("The baker is asleep."), certain("Le boulanger dort. " * 20)
    ('en', None, None)
    """
    shares, words = _shares(text)
    (share, code), (second, _), *_ = [each for each in shares if each[1] not in _strangers()]
    return code if words >= _FEWEST and share >= _SURE and share - second >= _AHEAD and code == _best(text)[1] else None


def found(text: str) -> str | None:
    """The code of the language that `text` is likely in, be it one that has no rules; None where its words do not tell.

    >>> found("Die boer se hond is nie by die huis nie, maar hy sal weer kom, sê hulle. " * 2), found("Mitä")
    ('af', None)
    """
    share, code = _best(text)
    return code if share >= _KNOWN else None


def _best(text: str) -> tuple[float, str]:
    """The share and code of the likeliest language; one that has rules, unless another is plainly ahead of it."""
    shares, words = _shares(text)
    first, known = shares[0], next(each for each in shares if each[1] not in _strangers())
    return known if words < _FEWEST // 2 or first[0] - known[0] < _BEYOND else first


@lru_cache(maxsize=4)
def _shares(text: str) -> tuple[list[tuple[float, str]], int]:
    """Of each language, which share of the words are its commonest ones, the greatest first; how many words it has."""
    small = text[:_LOOKED_AT].lower()
    found = Counter(_WORD.findall(small))
    totals = dict.fromkeys((*(tongue.code for tongue in tongues()), *_strangers()), 0)
    known = _languages_of()
    for word in found.keys() & known.keys():
        for code in known[word]:
            totals[code] += found[word]
    words = found.total()
    shares = [(often / max(1, words), code) for code, often in totals.items()]
    return sorted(shares, key=lambda one: -one[0]), words


@lru_cache(maxsize=1)
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The codes of the languages of which a word is one of the commonest."""
    has: dict[str, tuple[str, ...]] = {}
    for code, words in ({tongue.code: tongue.stop_words for tongue in tongues()} | _strangers()).items():
        for word in words:
            has[word] = (*has.get(word, ()), code)
    return has


@lru_cache(maxsize=1)
def _strangers() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("weerklank.languages").joinpath("strangers.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in table.items()}
