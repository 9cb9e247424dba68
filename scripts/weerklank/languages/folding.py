"""Words as they are compared: what capitals, accents and hyphens add is left out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word as it is compared: lower case, without accents, hyphens, apostrophes and seams.

    >>> fold("Neo-liberale"), fold("cliënt")
    ('neoliberale', 'client')
    """
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char.isalnum())


def letters(text: str) -> str:
    """The letters and digits of a text, in one case: titles that differ in nothing else are the same.

    >>> letters("Weg met ‘de Klant’!")
    'wegmetdeklant'
    """
    return "".join(char for char in text.casefold() if char.isalnum())
