"""The words of which a word may be the inflected form: `stems` by spelling alone, `bases` as a dictionary has it.

Source of the rules: Leidraad of woordenlijst.org, chapters 2 (long and short vowels) and 7 to 9. The
dictionary is that of simplemma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from weerklank.languages.lemmas import lemma, lemmas

_LANGUAGE = "nl"
_OPEN = re.compile(r"(?:^|[^aeiouëïöü])([aeou])([bcdfgklmnprstvz])$")
_HARDER = {"v": "f", "z": "s"}
_APOSTROPHE = re.compile(r"'(?:s|tjes?|ers?|e|en)$")
_PARTICIPLE = re.compile(r"(?<=e)nde?$")


@lru_cache(maxsize=1 << 17)
def bases(word: str) -> frozenset[str]:
    """What `word` (in lower case) may be a form of, itself included: its lemmas, or, of a word that the dictionary
    does not have, its `stems`; diminutives and present participles, which may have a place of their own in the
    dictionary, are traced all the same.

    >>> sorted(bases("steden")), sorted(bases("spraken")), "overheid" in bases("overheids")
    (['stad', 'steden'], ['spraken', 'spreken'], True)
    """
    found = {*lemmas(word, _LANGUAGE), _APOSTROPHE.sub("", word), _PARTICIPLE.sub("n", word)}
    unknown = lemma(word, _LANGUAGE) is None
    return frozenset(found | set(stems(word) if unknown else _small(word.removesuffix("s"))))


def stems(word: str) -> Iterator[str]:
    """What `word` may be a form of, itself first; the caller knows which of them are words.

    >>> [stem for stem in stems("rozen") if stem in ("roos", "rozen")]
    ['rozen', 'roos']
    """
    yield word
    if word.endswith("s") and len(word) > 3:
        yield word[:-1]
        yield from _small(word[:-1])
    yield from _small(word)
    for ending in ("en", "e", "ën", "ë"):
        if word.endswith(ending):
            yield from _before_vowel(word.removesuffix(ending))
            break
    if word.endswith("n") and word[-2:-1] in ("e", "ë"):
        yield word[:-1]


def _before_vowel(stem: str) -> Iterator[str]:
    """Stems that become `stem` before an ending that begins with a vowel."""
    yield stem
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    soft = stem[:-1] + _HARDER.get(stem[-1:], stem[-1:])
    if soft != stem:
        yield soft
    if match := _OPEN.search(stem):
        yield soft[:-1] + match[1] + soft[-1]


def _small(word: str) -> Iterator[str]:
    """The word of which `word` is the diminutive."""
    for ending in ("etje", "tje", "pje", "je"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            if ending == "etje" and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
    if word.endswith("nkje"):
        yield word.removesuffix("kje") + "g"
