"""How hard a Dutch text is: its syllables, the formula that weighs them, and whether a word is a rare one."""

from __future__ import annotations

import re
from functools import lru_cache

from weerklank.languages.nl.compounds import splitter
from weerklank.languages.nl.inflection import bases
from weerklank.languages.nl.lexicon import frequency, spelling

_VOWEL = re.compile(
    r"""
    [aäoö]{2}i      # aai, ooi
    | oei
    | [eëi]eu?w?(?<=eeu|ieu)   # eeu, ieu
    | [aäeëoö][uü]  # au, eu, ou
    | [aäeëuü]i     # ai, ei, ui
    | [oö][eiy]     # oe, oi, oy
    | [iï][ej]      # ie, ij
    | [aä]a | [eë]e | [oö]o | [uü]u
    | [aeiouyáéíóúàèìòùâêîôûäëïöü]
    """,
    re.VERBOSE,
)
"""What is one vowel in Dutch spelling, the longest first. A trema begins another one ('cre-ë-ren')."""
_RARE = 2e-6
"""A share of all words: what is rarer is met less than twice in a million words, the length of ten novels."""
_SHORTEST = 4  # letters: a shorter word that is rare is a name or an abbreviation


def syllables(word: str) -> int:
    """How many syllables a word has, by the vowels of its spelling; at least one.

    >>> [syllables(word) for word in ("klant", "gemeente", "geïnformeerd", "nieuwe", "creëert", "mooie", "zee-eend")]
    [1, 3, 4, 2, 2, 2, 2]
    """
    return max(1, len(_VOWEL.findall(word.lower())))


def reading_ease(words_a_sentence: float, syllables_a_word: float) -> float:
    """How easily a text reads: about 0 (very hard) to 100 (very easy).

    W.H. Douma, *De leesbaarheid van landbouwbladen* (Wageningen, 1960): the Reading Ease of Flesch, fitted to Dutch.
    It sees the length of words and sentences, and nothing else.

    >>> round(reading_ease(20, 1.8), 1)
    49.6
    """
    return 206.84 - 0.77 * (100 * syllables_a_word) - 0.93 * words_a_sentence


@lru_cache(maxsize=1 << 14)
def is_rare(word: str) -> bool:
    """Whether a word, as it stands in a sentence, is one that few pupils have met: by how often its commonest base form
    is used, and of a compound by its rarest part. Names are not looked at.

    >>> [is_rare(word) for word in ("klanten", "mantra", "klanttevredenheidsonderzoek", "loyaliteit", "Zevenaar")]
    [False, True, False, False, False]
    """
    if word[:1].isupper() and not spelling().known(word.lower()):
        return False
    return any(piece.isalpha() and _is_rare(piece) for piece in re.split(r"[-'’/]", word.lower()))


def _is_rare(word: str) -> bool:
    parts = splitter().split(word)
    return _share(word) < _RARE and any(len(part) >= _SHORTEST and _share(part) < _RARE for part in parts)


def _share(part: str) -> float:
    return max(map(frequency, (*bases(part), *bases(part.removesuffix("s")))))
