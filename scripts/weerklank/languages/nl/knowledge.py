"""What is known of Dutch words beyond their lemmas: tremas, seams, inhabitants, names for women."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from weerklank.languages.nl.compounds import splitter
from weerklank.languages.nl.inflection import bases, stems
from weerklank.languages.nl.lexicon import TREMA, VOWELS, spelling
from weerklank.languages.word_knowledge import WordKnowledge

_SHORTEST = 3  # letters of a half of a compound


class Knowledge(WordKnowledge):
    """See WordKnowledge; the list of words is OpenTaal's."""

    def bases(self, word: str) -> frozenset[str]:
        return bases(word)

    def headword(self, word: str) -> str:
        lemmas = bases(word) - {word}
        return next((stem for stem in stems(word) if stem in lemmas), word)

    def is_known(self, word: str) -> bool:
        return spelling().known(word)

    def is_entry(self, word: str) -> bool:
        return word in spelling().entries

    def respelled(self, word: str) -> str:
        return _with_trema(word)

    def split(self, word: str) -> tuple[str, ...]:
        return splitter().split(word)

    def is_apart(self, word: str) -> bool:
        return _is_inhabitant(word)

    def is_counterpart(self, word: str, key: str) -> bool:
        if key.endswith(("er", "aar")) and word.endswith(("ster", "sters")):
            return True
        return word in (f"{key}e", f"{key}es") and "Xe" in spelling().entries.get(key, "")

    def is_verb(self, word: str) -> bool:
        return word.endswith("en")

    def halves(self, word: str) -> Iterator[tuple[str, str]]:
        if splitter().settled(word):
            return
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            if splitter().may_end(word[at:]) and splitter().may_begin(word[:at]):
                yield word[:at], word[at:]


@lru_cache(maxsize=1 << 16)
def _with_trema(word: str) -> str:
    """An unknown word with the trema that makes it a known one, itself where none does.

    >>> _with_trema("clienten"), _with_trema("ideeen"), _with_trema("idee")
    ('cliënten', 'ideeën', 'idee')
    """
    if spelling().known(word):
        return word
    for at in range(1, len(word)):
        if word[at] in TREMA and word[at - 1] in VOWELS:
            spelled = word[:at] + TREMA[word[at]] + word[at + 1 :]
            if spelling().known(spelled):
                return spelled
    return word


@lru_cache(maxsize=1 << 12)
def _is_inhabitant(word: str) -> bool:
    """Whether `word` is made of the name of a place: 'Tilburgers' are of Tilburg, and no kind of 'burgers'.

    >>> _is_inhabitant("tilburgers"), _is_inhabitant("staatsburgers")
    (True, False)
    """
    place, ending, _ = re.sub(r"ers?$", "\0", word).partition("\0")
    return bool(ending) and place.capitalize() in spelling().entries and place not in spelling().entries
