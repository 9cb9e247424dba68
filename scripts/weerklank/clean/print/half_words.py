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
from functools import lru_cache
from typing import Literal

from weerklank.clean.print.print_lines import HYPHENS
from weerklank.languages.nl.lexicon import TREMA, VOWELS, core, frequency, legal, spelling, word_set
from weerklank.languages.nl.spelling import LONGEST

Outcome = Literal["joined", "joined-with-trema", "own-hyphen", "suspended-hyphen"]

CONJUNCTIONS, HYPHEN_PREFIXES = word_set("conjunctions"), word_set("hyphen-prefixes")
LASTING_PREFIXES, NUMERALS, LINKS = map(word_set, ("lasting-prefixes", "numerals", "links"))
_ADJECTIVE = re.compile("(?:isch|aal|eel|ief|air|iek)$")
_ADDRESS = re.compile(r"www\.|://|doi:|@", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyà-öø-ÿ]", re.IGNORECASE)
_TENS = re.compile("en(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig")
_ORDINAL = re.compile("..(?:de|ste)$")
_HALVES = re.compile(rf"(?<!\S)\S+[{HYPHENS}]\s*\n\s*\S+")
_TOKEN = re.compile(r"\w(?:[\w'-]*\w)?")
_WORD = re.compile(r"[\w'’/-]*\w")


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


@lru_cache(maxsize=2)
def spellings(text: str) -> Spellings:
    """Count the words of `text`, but not the halves at line ends."""
    whole = _HALVES.sub(" ", text.lower().replace("’", "'"))
    return Spellings(Counter(_TOKEN.findall(whole)))


def join(first: str, second: str, after: str, seen: Spellings, inside: bool = False) -> Joined:
    """What `first` (ends in its hyphen) at a line end and `second` at the next line's start make.

    `after` is the token behind `second`; `inside` says that `first` begins no sentence, so that a
    capital means a name.

    >>> join("ge-", "interesseerd.", "", Spellings()).text
    'geïnteresseerd.'
    """
    front, half, _ = core(first)
    word = _WORD.match(second)
    rest = word.group() if word else ""
    make = _Halves(front, half.rstrip(HYPHENS), rest, second[len(rest) :], seen, inside)
    if first[-1] in "\u00ad¬":
        return make.with_trema() or make.joined()
    return make.suspended(after) or make.by_shape() or make.by_document() or make.with_trema() or make.by_list()


@dataclass(frozen=True)
class _Halves:
    """`half` and `rest` of a word, with what stands before and behind it."""

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
    def trema(self) -> str:
        """The whole with a trema at the seam, '' where none can stand."""
        if self.half[-1:].lower() in VOWELS and self.rest[:1] in TREMA:
            return self.half + TREMA[self.rest[0]] + self.rest[1:]
        return ""

    def _as(self, word: str, outcome: Outcome, others: tuple[str, ...]) -> Joined:
        readings = (word, *others) if others else ()
        return Joined(self.front + word + self.tail, outcome, not others, readings)

    def joined(self, *others: str) -> Joined:
        return self._as(self.whole, "joined", others)

    def kept(self, *others: str) -> Joined:
        return self._as(self.hyphened, "own-hyphen", others)

    def completes(self) -> bool:
        """Whether the halves make a word that may be broken here."""
        return spelling().known(self.whole) and legal(self.half, self.rest)

    def suspended(self, after: str) -> Joined | None:
        """'in- en uitvoer': a conjunction follows that does not complete a word here."""
        token = self.rest + self.tail
        if token.lower().removeprefix("(") not in CONJUNCTIONS:
            return None
        text = f"{self.front}{self.half}- {token}"
        if not self.completes() and not (self.trema and spelling().known(self.trema)):
            return Joined(text, "suspended-hyphen")
        if _shares_head(self.half, after):
            return Joined(text, "suspended-hyphen", False, (f"{self.half}- {self.rest}", self.whole))
        return None

    def by_shape(self) -> Joined | None:
        """Digits, capitals, acronyms, single letters and addresses keep their hyphen."""
        half, rest = self.seam
        if _ADDRESS.search(self.half) or not half or not rest or not rest[0].isalpha() or not half[-1].isalpha():
            return self.kept()
        if rest[0].isupper():
            if not (half.isupper() and rest.isupper() and len(half) > 1 and legal(half, rest)):
                return self.kept()
            if spelling().known((half + rest).lower()):
                return self.joined()
            return self.joined(self.hyphened) if _VOWEL.search(half) and _VOWEL.search(rest) else self.kept(self.whole)
        if len(half) == 1 or half[-1].isupper():
            return self.kept()
        if not _VOWEL.search(half):
            return self.joined() if spelling().listed(half + rest) and legal(half, rest) else self.kept()
        linked = half in LINKS and "-" in self.half or rest in LINKS and "-" in self.rest
        if linked or (half.lower() in NUMERALS and _ORDINAL.search(rest) and not _TENS.match(rest)):
            return None if spelling().known(half + rest) and legal(half, rest) else self.kept()
        return None

    def by_document(self) -> Joined | None:
        """As the document writes it elsewhere, if it writes it in one way only."""
        forms = [form for form in (self.whole, self.trema, self.hyphened) if form and self.seen.has(form)]
        if len(forms) != 1 or (forms[0] == self.whole and self.trema and spelling().known(self.trema)):
            return None
        if forms[0] == self.trema:
            return self._as(self.trema, "joined-with-trema", ())
        return self.kept() if forms[0] == self.hyphened else self.joined()

    def with_trema(self) -> Joined | None:
        """The trema comes back where only with it the word is known, or may be broken here."""
        numeral = self.half.lower() in NUMERALS and _TENS.match(self.rest)
        if self.trema and not self.completes() and (numeral or spelling().known(self.trema)):
            return self._as(self.trema, "joined-with-trema", ())
        return None

    def by_list(self) -> Joined:
        """As the word list has it; the places where a word may be broken bear witness, and between
        a compound and its parts frequency.
        """
        half, rest = self.seam
        longer = (half, rest) != (self.half, self.rest)
        if longer and spelling().listed(self.hyphened) and not spelling().listed(self.whole):
            return self.kept()
        whole = spelling().parts(half + rest)
        both = spelling().known(half) and spelling().known(rest)
        if whole == 1 and not both and legal(half, rest):
            return self.joined()  # as nearly all are
        hyphened = spelling().parts(f"{half}-{rest}")
        if whole and both and (hyphened == 1 or half.lower() in LASTING_PREFIXES):
            return self.kept(self.whole)
        if not legal(half, rest):
            return self._not_broken_here(whole, hyphened, both)
        if whole == 1 or (whole and hyphened != 1 and (not both or frequency(half + rest) > 0)):
            return self.joined()
        if whole and hyphened != 1:
            return self.kept(self.whole) if both and self._name(half) else self.joined(self.hyphened)
        if hyphened:
            return self.kept()
        return self._unknown(both)

    def _name(self, half: str) -> bool:
        """Whether the part before the seam is a name: a capital that no sentence asks for."""
        return half[0].isupper() and (self.inside or "-" in self.half or not spelling().known(half.lower()))

    def _not_broken_here(self, whole: int, hyphened: int, both: bool) -> Joined:
        """No typesetter breaks this word here, so the hyphen is its own, or a trema was dropped."""
        half, rest = self.seam
        if both or (hyphened and not whole):
            return self.kept() if whole != 1 or self.rest != rest else self.kept(self.whole)
        if whole:
            return self.joined(self.hyphened)
        if self.trema and half.lower() in ("ge", "be"):
            return self._as(self.trema, "joined-with-trema", (self.hyphened, self.whole))
        return self.kept(self.whole)

    def _unknown(self, both: bool) -> Joined:
        """A word that no list has: mostly a compound broken by the typesetter; a name, a prefix or
        an adjective before another whole word mostly has a hyphen of its own.
        """
        half, rest = self.seam
        if frequency(half + rest) > 0:
            return self.joined()
        if half.lower() in HYPHEN_PREFIXES or half.lower() == rest.lower():
            return self.kept(self.whole)
        if spelling().known(rest) and len(rest) > 3:
            if len(half) > 2 and self._name(half) and (both or self.seen.has(half) or frequency(half) > 0):
                return self.kept(self.whole)
            chain = "-" in self.half and not self.half.startswith("Sint-")
            if both and (chain or _ADJECTIVE.search(half)):
                return self.kept(self.whole)
        return self.joined(self.hyphened)


def _shares_head(half: str, after: str) -> bool:
    """Whether `half` combines with the tail of the compound in `after`: 'partij- en raadsleden'."""
    word = core(after)[1]
    return any(
        spelling().listed(word[at:]) and spelling().known(half + word[at:])
        for at in range(3, min(len(word), LONGEST) - 3)
    )
