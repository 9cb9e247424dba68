"""How near two texts are by their words: the cosine of their character n-grams, rare ones weighing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

_LENGTH = 4  # letters of an n-gram: about a stem, so that 'klant' finds 'klanten' and 'klantgericht'
_WORD = re.compile(r"\w+")


class Similarity:
    """Nearness of texts among `texts`, which tell how common each n-gram is (TF-IDF)."""

    def __init__(self, texts: Iterable[str]) -> None:
        grams = [_grams(text) for text in texts]
        self._texts = len(grams)
        self._having = Counter(gram for each in grams for gram in each)
        self._vectors: dict[str, dict[str, float]] = {}

    def __call__(self, one: str, other: str) -> float:
        """From 0 (nothing in common) to 1 (the same words, in any order).

        >>> near = Similarity(["De klant is koning.", "Een burger is geen klant.", "Brood is op."])
        >>> near("klanten", "de klant") > near("klanten", "brood") == 0
        True
        """
        a, b = sorted((self._vector(one), self._vector(other)), key=len)
        return sum(weight * b[gram] for gram, weight in a.items() if gram in b)

    def _vector(self, text: str) -> dict[str, float]:
        if text not in self._vectors:
            weights = {
                gram: (1 + log(count)) * (1 + log((1 + self._texts) / (1 + self._having[gram])))
                for gram, count in _grams(text).items()
            }
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            self._vectors[text] = {gram: weight / length for gram, weight in weights.items()}
        return self._vectors[text]


@lru_cache(maxsize=1 << 12)  # the words of a passage are compared on the page of each text that makes its argument
def _grams(text: str) -> Counter[str]:
    padded = (f" {word} " for word in _WORD.findall(text.casefold()))
    return Counter(word[at : at + _LENGTH] for word in padded for at in range(max(1, len(word) - _LENGTH + 1)))
