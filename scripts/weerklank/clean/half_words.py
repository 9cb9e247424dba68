"""What the halves of a word on either side of a line end make together.

Four outcomes: joined, joined with the trema that Dutch drops at a break (ge-/interesseerd;
woordenlijst.org, Leidraad 18), the word's own hyphen kept, or a suspended hyphen ('in- en uitvoer').
The document's own spelling decides first, then the word list; where both or neither speak, the
likeliest outcome is taken and marked.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from weerklank.clean.lines import HYPHENS, lines_of
from weerklank.clean.words import LETTERS, TREMA, VOWELS, core, legal, spelling

Outcome = Literal["joined", "joined_with_trema", "own_hyphen", "suspended_hyphen"]

CONJUNCTIONS = frozenset(
    {
        "en",
        "of",
        "tot",
        "noch",
        "als",
        "dan",
        "plus",
        "en/of",
        "à",
        "c.q.",
        "cq",
        "respectievelijk",
        "resp",
        "resp.",
        "versus",
        "alsook",
    }
)
"""What can stand between a part with a suspended hyphen and the whole word after it."""

HYPHEN_PREFIXES = frozenset(
    {
        "niet",
        "non",
        "ex",
        "oud",
        "vice",
        "adjunct",
        "aspirant",
        "interim",
        "kandidaat",
        "assistent",
        "leerling",
        "collega",
        "substituut",
        "sint",
        "bijna",
        "quasi",
        "chef",
        "meester",
        "pro",
        "anti",
    }
)
"""First parts that keep a hyphen before a noun (woordenlijst.org, Leidraad 6.10 and 6.11)."""


@dataclass(frozen=True, slots=True)
class Joined:
    """`text` is what the halves make, punctuation included; `sure` whether the evidence was
    one-sided; `readings` are the forms considered, the chosen one first.
    """

    text: str
    outcome: Outcome
    sure: bool = True
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spellings:
    """How a document itself writes its words, line ends left out of account."""

    counts: Counter[str] = field(default_factory=Counter)

    def has(self, word: str) -> bool:
        return self.counts[word.lower().replace("’", "'")] > 0


def spellings(text: str) -> Spellings:
    """Count the words of `text`, but not the halves at line ends."""
    counts: Counter[str] = Counter()
    half = False
    for line in lines_of(text):
        tokens = line.text.split()
        if not tokens:
            continue
        whole = tokens[1 if half else 0 : -1 if line.open_word else None]
        counts.update(core(token)[1].lower().replace("’", "'") for token in whole)
        half = line.open_word
    return Spellings(counts)


def join(first: str, second: str, after: str, seen: Spellings) -> Joined:
    """What `first` (ends in its hyphen) at a line end and `second` at the next line's start make.

    `after` is the token behind `second`.

    >>> join("ge-", "interesseerd.", "", Spellings()).text
    'geïnteresseerd.'
    """
    front, half, _ = core(first)
    half = half.rstrip(HYPHENS)
    _, rest, tail = core(second)
    make = _Halves(front, half, rest, tail, seen)
    if first[-1] in "\u00ad¬":
        return make.with_trema() or make.joined()
    return make.suspended(after) or make.by_shape() or make.by_document() or make.by_list()


@dataclass(frozen=True)
class _Halves:
    front: str
    half: str
    rest: str
    tail: str
    seen: Spellings

    @property
    def whole(self) -> str:
        return self.half + self.rest

    @property
    def hyphened(self) -> str:
        return f"{self.half}-{self.rest}"

    @property
    def trema(self) -> str:
        """The whole with a trema at the seam, '' where none can stand."""
        if self.half[-1:].lower() in VOWELS and self.rest[:1] in TREMA:
            return self.half + TREMA[self.rest[0]] + self.rest[1:]
        return ""

    def _as(self, word: str, outcome: Outcome, *others: str) -> Joined:
        readings = (word, *others) if others else ()
        return Joined(self.front + word + self.tail, outcome, not others, readings)

    def joined(self, *others: str) -> Joined:
        return self._as(self.whole, "joined", *others)

    def kept(self, *others: str) -> Joined:
        return self._as(self.hyphened, "own_hyphen", *others)

    def with_trema(self) -> Joined | None:
        """The trema is back where only so the word is known, or breaks here."""
        words, trema = spelling(), self.trema
        if not trema or (_known_part(self.whole) and legal(self.half, self.rest)):
            return None
        if words.known(trema) or self.seen.has(trema):
            return self._as(trema, "joined_with_trema")
        return None

    def suspended(self, after: str) -> Joined | None:
        """'in- en uitvoer': a conjunction follows that does not complete a word here."""
        word = self.rest.lower()
        if word not in CONJUNCTIONS and (self.rest + self.tail).lower() not in CONJUNCTIONS:
            return None
        if self.tail and self.rest + self.tail != word + ".":
            return None
        if self.trema and spelling().known(self.trema):
            return None
        apart = Joined(f"{self.front}{self.half}- {self.rest}{self.tail}", "suspended_hyphen")
        if not (spelling().known(self.whole) and legal(self.half, self.rest)):
            return apart
        if _shares_head(self.half, after):
            return Joined(apart.text, apart.outcome, False, (f"{self.half}- {self.rest}", self.whole))
        return None

    def by_shape(self) -> Joined | None:
        """Digits, capitals, acronyms and single letters keep their hyphen."""
        half, rest = self.half.rsplit("-", 1)[-1], self.rest
        if not half or not rest or not rest[0].isalpha() or not half[-1].isalpha():
            return self.kept()
        if rest[0].isupper():
            whole_capitals = half.isupper() and rest.isupper() and spelling().known(self.whole.lower())
            return self.joined() if whole_capitals else self.kept()
        no_vowel = not VOWELS & set(half.lower()) and "y" not in half.lower()
        if len(half) == 1 or half[-1].isupper() or no_vowel:
            return self.kept()
        return None

    def by_document(self) -> Joined | None:
        """As the document writes it elsewhere, if it writes it in one way only."""
        forms = [form for form in (self.whole, self.trema, self.hyphened) if form and self.seen.has(form)]
        if len(forms) != 1 or (forms[0] == self.whole and self.trema and spelling().known(self.trema)):
            return None
        if forms[0] == self.hyphened:
            return self.kept()
        return self.joined() if forms[0] == self.whole else self._as(self.trema, "joined_with_trema")

    def by_list(self) -> Joined:
        """As the word list has it; the places where a word may be broken bear witness."""
        trema = self.with_trema()
        if trema:
            return trema
        half, rest = self.half.rsplit("-", 1)[-1], self.rest.split("-", 1)[0]
        words = spelling()
        whole, hyphened = words.parts(half + rest), words.parts(f"{half}-{rest}")
        may_break = legal(half, rest)
        if half.lower() in HYPHEN_PREFIXES and words.known(rest) and whole != 1:
            return self.kept() if not whole or hyphened == 1 else self.kept(self.whole)
        if whole and may_break:
            if hyphened == 1 and whole != 1:
                return self.kept()
            return self.joined() if whole == 1 or not hyphened else self._likelier_whole(half, rest)
        if whole:
            return self.kept(self.whole) if hyphened == 1 else self.joined(self.hyphened)
        if hyphened:
            return self.kept()
        return self._unknown(half, rest, may_break)

    def _likelier_whole(self, half: str, rest: str) -> Joined:
        return self.joined()

    def _unknown(self, half: str, rest: str, may_break: bool) -> Joined:
        if self.trema and not may_break and half.lower() in ("ge", "be"):
            return self._as(self.trema, "joined_with_trema", self.hyphened, self.whole)
        clash = half[-1] in VOWELS and rest[0] in VOWELS
        if clash and not may_break:
            return self.kept(self.whole)
        return self.joined(self.hyphened)


def _known_part(word: str) -> bool:
    return spelling().known(word)


def _shares_head(half: str, after: str) -> bool:
    """Whether `half` combines with the tail of the compound in `after`: 'partij- en raadsleden'."""
    word = core(after)[1]
    return any(
        spelling().known(half + word[at:]) and spelling().known(word[:at])
        for at in range(3, len(word) - 2)
        if re.match(f"[{LETTERS}]", word[at])
    )
