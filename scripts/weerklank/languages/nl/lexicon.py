"""What is known of Dutch words: spelling (OpenTaal), frequency (wordfreq).

Spelling alone accepts a word; frequency only ranks, for a list of words from the web holds
misspellings too. Each source is loaded when first asked for, and once.
"""

from __future__ import annotations

from functools import lru_cache

from weerklank.languages.carried_data import carried
from weerklank.languages.carried_data import frequency as frequency_in
from weerklank.languages.nl.spelling import Spelling

TREMA = {"a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"}
VOWELS = frozenset("aeiouäëïöüáéíóúàèìòùâêîôû")


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """OpenTaal's list."""
    return Spelling(carried("nl", "opentaal.aff").decode(), carried("nl", "opentaal.dic.xz").decode())


def frequency(word: str) -> float:
    """How often `word` occurs in running Dutch, as a share of all words; 0 if hardly ever."""
    return frequency_in("nl", word)
