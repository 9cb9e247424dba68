"""Dutch compounds and their seams: 'klant|tevredenheids|onderzoeken'.

A compound is made of words that stand by themselves. Its parts must be words of OpenTaal's list,
a part before a seam may carry a linking letter (-s-, -e-, -en-, -n-), the last part may be
inflected. Prepositions, particles, prefixes and suffixes are no parts: 'uitgave', 'gelegenheid'
and 'handmatig' are derivations. A word that stands in the list is cut only where each of its parts
is more common than itself: 'zee|rover', not 'oor|log'; among several seams the one whose parts are
likeliest on the whole is taken (after Koehn and Knight, 2003).

Source of the linking letters: Leidraad of woordenlijst.org, chapter 8. compounds.toml holds the
exceptions and the words that are no parts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

from weerklank.languages.nl.inflection import stems
from weerklank.languages.nl.lexicon import frequency, spelling

SHORTEST = 3  # letters of a part
LONGEST = 64  # longer tokens are no words

_RULES = tomllib.loads(Path(__file__).with_name("compounds.toml").read_text("utf-8"))
_RAREST = 1e-9  # the frequency of a word that is in the list and hardly in use
_LINKED = ("heid", "iteit", "schap", "ing", "atie", "itie")  # a compound links such a word with -s-

_NEVER = frozenset(_RULES["never"].split())
_NOT_FIRST = frozenset(_RULES["not_first"].split())
_NOT_LAST = frozenset(_RULES["not_last"].split())
_COMMONEST = 3e-5  # a word commoner than this speaks no louder for a seam
_RARE = log(1e-8)  # a part that is rarer proves nothing
_NESTED = 2.0  # what a rest that must be cut itself loses, as a logarithm
_DEEPEST = 3  # compounds in compounds
_SHORT = 2.0  # what a part of three letters loses, as a logarithm


@dataclass(frozen=True, slots=True)
class _Cut:
    """A seam: how likely its parts are on the whole, and the least likely one, as logarithms."""

    mean: float
    least: float
    before: str
    after: str


class Splitter:
    """Cuts compounds. `words` is what stands in the word list, `frequency` how common a word is.

    `exceptions` are words with their seams marked by '|', or without any where there is none; forms of
    such a word follow it. `forms` tells whether a word comes of one entry in a form not known here.

    >>> Splitter({"klant", "zorg"}, lambda word: 1e-5).split("klantenzorg")
    ('klanten', 'zorg')
    """

    def __init__(
        self,
        words: Mapping[str, str] | set[str],
        frequency: Callable[[str], float],
        exceptions: Iterable[str] = (),
        forms: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._words = words
        self._forms = forms
        self._frequency = frequency
        self._exceptions = {line.replace("|", ""): tuple(line.split("|")) for line in exceptions}
        self._known = lru_cache(maxsize=1 << 17)(self._find_known)
        self._before = lru_cache(maxsize=1 << 17)(self._find_before)
        self._after = lru_cache(maxsize=1 << 17)(self._find_after)
        self._parts = lru_cache(maxsize=1 << 17)(self._find_parts)

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of `word` in order, as spelled there; the word alone where it is no compound.

        Only letters are looked at: a word with a hyphen, an apostrophe or a digit stays whole.
        """
        lower = word.lower()
        if not lower.isalpha() or not 2 * SHORTEST <= len(word) <= LONGEST or len(lower) != len(word):
            return (word,)
        cut, at = [], 0
        for part in self._parts(lower):
            cut.append(word[at : at + len(part)])
            at += len(part)
        return tuple(cut)

    def settled(self, word: str) -> bool:
        """Whether an exception says where the seams of `word` (in lower case) are."""
        return any(stem in self._exceptions for stem in stems(word))

    def may_begin(self, part: str) -> bool:
        """Whether `part` (in lower case) could stand before a seam."""
        return bool(self._before(part))

    def may_end(self, part: str) -> bool:
        """Whether `part` (in lower case) could stand after a seam."""
        return bool(self._after(part))

    def _find_parts(self, word: str) -> tuple[str, ...]:
        for stem in stems(word):
            if parts := self._exceptions.get(stem):
                return _with_ending(parts, word)
        best = self._cut(word)
        whole = self._known(word) or (max(_RAREST, self._frequency(word)) if self._forms(word) else 0.0)
        if not best or best.least <= (log(whole) if whole else _RARE):  # each part is commoner than a listed word
            return (word,)
        return (*self._parts(best.before), *self._parts(best.after))

    def _cut(self, word: str, depth: int = 0) -> _Cut | None:
        """The likeliest seam of `word`, the first from its start."""
        best: _Cut | None = None
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            before, after = word[:at], word[at:]
            first = self._before(before)
            if not first or before == after:
                continue
            last = least = self._after(after)
            if not last and depth < _DEEPEST and len(after) >= 2 * SHORTEST and (inner := self._cut(after, depth + 1)):
                last, least = inner.mean - _NESTED, inner.least
            if last and (best is None or (first + last) / 2 > best.mean):
                best = _Cut((first + last) / 2, min(first, least), before, after)
        return best

    def _find_known(self, word: str) -> float:
        """How common a word of the list is, in this form or as stem; 0 where it is none."""
        found = [stem for stem in stems(word) if len(stem) >= SHORTEST and stem in self._words]
        return max(_RAREST, self._frequency(word), *map(self._frequency, found)) if found else 0.0

    def _find_after(self, part: str) -> float:
        """The likelihood of the part after a seam, as a logarithm; 0 where it can be none."""
        if any(stem in _NEVER or stem in _NOT_LAST for stem in stems(part)):
            return 0.0
        return _weight(part, self._known(part))

    def _find_before(self, part: str) -> float:
        """The likelihood of the part before a seam, its linking letter taken off; 0 where it can be none."""
        if part in _NEVER or part in _NOT_FIRST:
            return 0.0
        if part.endswith("s") and (stem := part[:-1]) in self._words:
            if stem in _NEVER or stem in _NOT_FIRST or len(stem) < SHORTEST:
                return 0.0
            return _weight(stem, max(_RAREST, self._frequency(stem), self._frequency(part)))
        weight = _weight(part, self._known(part))
        return weight - _SHORT if weight and part.endswith(_LINKED) else weight


def _weight(part: str, frequency: float) -> float:
    if not frequency:
        return 0.0
    return log(min(frequency, _COMMONEST)) - (_SHORT if len(part) <= SHORTEST else 0)


def _with_ending(parts: tuple[str, ...], word: str) -> tuple[str, ...]:
    """The parts of a stem, the last one in the form that it has in `word`."""
    before = "".join(parts[:-1])
    return (*parts[:-1], word[len(before) :])


@lru_cache(maxsize=1)
def splitter() -> Splitter:
    """The splitter on OpenTaal's list, with the exceptions of compounds.toml."""
    words = spelling()
    return Splitter(words.entries, frequency, _RULES["exceptions"].split(), words.formed)
