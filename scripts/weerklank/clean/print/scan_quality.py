"""How well a scan was read, by the words that the language's list does not know."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from weerklank.languages.lexicons import Lexicon, current

MOST_UNKNOWN = 0.05  # of the words: good scans have under 0.01, ruined ones and old spelling over 0.1
FEWEST_WORDS = 60  # to judge a scan by
_WORD = re.compile(r"(?<![\w'’.@/-])[a-zà-ÿ]{2,40}(?![\w'’@/-])")


@dataclass(frozen=True, slots=True)
class Quality:
    """Of `words` in lower case `unknown` stand in no list; `doubtful` are these words, the most frequent first."""

    words: int = 0
    unknown: int = 0
    doubtful: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share of unknown words, 0 to 1; 0 where there are too few words to tell."""
        return self.unknown / self.words if self.words >= FEWEST_WORDS else 0.0

    @property
    def poor(self) -> bool:
        """Whether so many words are none of today's that none can be judged by the word list."""
        return self.share > MOST_UNKNOWN


def quality(text: str) -> Quality:
    """How much of a text the word list knows.

    >>> quality("het loket is opcn en het loket is dicht").doubtful
    ('opcn',)
    """
    return _quality(text, current())


@lru_cache(maxsize=4)
def _quality(text: str, lexicon: Lexicon) -> Quality:
    words = Counter(_WORD.findall(text) if lexicon.code else ())
    unknown = Counter({word: count for word, count in words.items() if not lexicon.spelling.known(word)})
    return Quality(words.total(), unknown.total(), tuple(word for word, _ in unknown.most_common()))


def is_ill_read(text: str) -> bool:
    """Whether so many words in lower case are none of today's that none can be judged by the word list."""
    return quality(text).poor
