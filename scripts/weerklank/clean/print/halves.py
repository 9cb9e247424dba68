"""The halves of a word on either side of a line end, and what they can make together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from weerklank.clean.print.print_lines import HYPHENS
from weerklank.clean.print.scan_quality import is_ill_read
from weerklank.languages.folding import fold
from weerklank.languages.lexicons import Lexicon, current

Outcome = Literal["joined", "joined-with-trema", "joined-respelled", "own-hyphen", "suspended-hyphen"]

_HALVES = re.compile(rf"(?<!\S)\S+[{HYPHENS}]\s*\n\s*\S+")
_TOKEN = re.compile(r"\w(?:[\w'-]*\w)?")


@dataclass(frozen=True, slots=True)
class Joined:
    """`text` is what the halves make, punctuation included; `sure` whether the evidence was
    one-sided; `readings` are the forms considered, the chosen one first.
    """

    text: str
    outcome: Outcome
    sure: bool = True
    readings: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it has letters that the break had changed."""
        return self.outcome in ("joined-with-trema", "joined-respelled")


@dataclass(frozen=True)
class Spellings:
    """How a document itself writes its words, line ends left out of account.

    `strange` says that the list of words knows too few of its words to judge by, `old` that it has words in an old
    spelling.
    """

    counts: Counter[str] = field(default_factory=Counter)
    strange: bool = False
    old: bool = False

    def has(self, word: str) -> bool:
        return self.counts[word.lower().replace("’", "'")] > 0


def spellings(text: str) -> Spellings:
    """Count the words of `text`, but not the halves at line ends."""
    return _spellings(text, current())


@lru_cache(maxsize=2)
def _spellings(text: str, lexicon: Lexicon) -> Spellings:
    counts = Counter(_TOKEN.findall(_HALVES.sub(" ", text.lower().replace("’", "'"))))
    old = not lexicon.words("old-spelling").isdisjoint(counts)
    return Spellings(counts, is_ill_read(_HALVES.sub(" ", text)), old)


@dataclass(frozen=True)
class Halves:
    """`half` and `rest` of a word, with what stands before and behind it.

    `inside` says that the word begins no sentence, so that a capital means a name.
    """

    front: str
    half: str
    rest: str
    tail: str
    seen: Spellings
    inside: bool

    @property
    def whole(self) -> str:
        return self.half + self.rest

    @property
    def hyphened(self) -> str:
        return f"{self.half}-{self.rest}"

    @property
    def seam(self) -> tuple[str, str]:
        """The parts right at the seam: of 'niet-wes' and 'terse' 'wes' and 'terse'."""
        return self.half.rsplit("-", 1)[-1], self.rest.split("-", 1)[0]

    @property
    def respelled(self) -> str:
        """The whole with the letters that a break changes at its seam, '' where it changes none."""
        return current().changed(self.half, self.rest)

    def _as(self, word: str, outcome: Outcome, others: tuple[str, ...]) -> Joined:
        readings = (word, *others) if others else ()
        return Joined(self.front + word + self.tail, outcome, not others, readings)

    def joined(self, *others: str) -> Joined:
        return self._as(self.whole, "joined", others)

    def kept(self, *others: str) -> Joined:
        return self._as(self.hyphened, "own-hyphen", others)

    def changed(self, *others: str) -> Joined:
        word = self.respelled
        return self._as(word, "joined-with-trema" if fold(word) == fold(self.whole) else "joined-respelled", others)

    def suspended(self, *others: str) -> Joined:
        return self._as(f"{self.half}- {self.rest}", "suspended-hyphen", others)

    def known(self) -> bool:
        """Whether the halves make a word that may be broken here."""
        return current().spelling.known(self.whole) and current().legal(self.half, self.rest)

    def name(self) -> bool:
        """Whether the part before the seam is a name: a capital that no sentence asks for."""
        half = self.seam[0]
        if not half[0].isupper() or current().capitals_nouns:
            return False
        return self.inside or "-" in self.half or not current().spelling.known(half[0].lower() + half[1:])
