"""OpenTaal's spelling list: which Dutch words are spelled so, as stem, with an affix or as a compound.

Reads a word list and an affix file in Hunspell's format as far as the Dutch ones use it: two-letter
flags, suffixes and prefixes with conditions, compounds by begin/middle/end flags and by rules, and
patterns that may not meet inside a compound. Source of the rules of language: OpenTaal's files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from weerklank.languages.word_list import LONGEST

MOST_PARTS = 5

BEGIN, MIDDLE, END, PERMIT = "Ca", "Cb", "Cc", "Cp"
ONLY_IN_COMPOUND, FORBIDDEN = "Cx", "Fw"

Flags = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Affix:
    flag: str
    strip: str
    add: str
    then: Flags
    condition: re.Pattern[str]


class _Form(NamedTuple):
    """One way in which a word can come about: the root's flags, the affix's flags, how it was made."""

    root: Flags
    affix: Flags
    suffixed: bool = False
    prefixed: bool = False

    @property
    def flags(self) -> Flags:
        return self.root | self.affix

    def fits(self, role: str) -> bool:
        """Whether it can be the part of a compound that `role` names; inside, affixes need leave."""
        inner = (self.suffixed and role != END) or (self.prefixed and role != BEGIN)
        return role in self.flags and (not inner or PERMIT in self.affix)


class Spelling:
    r"""Look-up in a word list; `aff` and `dic` are the texts of its two files.

    >>> Spelling("SFX Zb Y 1\nSFX Zb 0 en .", "1\nboek/Zb").parts("boeken")
    1
    """

    def __init__(self, aff: str, dic: str) -> None:
        self.entries: Mapping[str, str] = _entries(_plain(dic))
        """The list itself: word -> its flags."""
        self._suffixes: dict[str, list[_Affix]] = defaultdict(list)
        self._inner: dict[str, list[_Affix]] = defaultdict(list)  # suffixes that have leave to stand inside a compound
        self._prefixes: dict[str, list[_Affix]] = defaultdict(list)
        self._rules: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # by their first flag
        self._clashes: list[tuple[str, str]] = []
        self._read_affixes(_plain(aff))
        self._longest_suffix = max(map(len, self._suffixes), default=0)
        self.parts = lru_cache(maxsize=1 << 16)(self._parts)
        self._forms = lru_cache(maxsize=1 << 17)(self._all_forms)

    def known(self, word: str) -> bool:
        """Whether `word` is spelled right, as it stands or at the start of a sentence."""
        return self.parts(word) > 0

    def formed(self, word: str) -> bool:
        """Whether `word` (in lower case) comes of one entry, with or without affixes; what stands only in
        compounds counts too. Cheaper than `listed`: no compound is tried.
        """
        return bool(self._forms(word))

    def listed(self, word: str) -> bool:
        """Whether `word` stands in the list itself, or with an affix: not a compound made up here."""
        return self.parts(word) == 1

    def inflected(self, word: str) -> bool:
        """Whether `word` is known by a suffix only: 'blijkt', not 'eerst'."""
        forms = self._forms(_plain(word))
        return bool(forms) and all(form.suffixed for form in forms)

    def _parts(self, word: str) -> int:
        """In how many parts the list knows `word`: 1 as it stands or with an affix, 2 to 5 as a
        compound, 0 not at all. A capital at the start, or throughout, is no hindrance.
        """
        counts = [self._count(way) for way in _cases(_plain(word).replace("’", "'"))]
        return min((count for count in counts if count), default=0)

    def _count(self, word: str) -> int:
        if not word or len(word) > LONGEST:
            return 0
        forms = self._forms(word)
        if any(FORBIDDEN in form.root for form in forms):
            return 0
        if any(ONLY_IN_COMPOUND not in form.flags for form in forms):
            return 1
        return self._compound(word) or (2 if self._by_rule(word) else 0)

    def _compound(self, word: str) -> int:
        """The least number of parts that make up `word`, 0 if none do."""
        size = len(word)
        reach: dict[int, list[tuple[int, _Form]]] = {}
        for end in range(2, size - 1):
            forms = [form for form in self._forms(word[:end], True) if form.fits(BEGIN)]
            if forms:
                reach[end] = [(0, form) for form in forms]
        for count in range(2, MOST_PARTS + 1):
            if any(self._meets(word, at, size, END, befores) for at, befores in reach.items()):
                return count
            further: dict[int, list[tuple[int, _Form]]] = defaultdict(list)
            for at, befores in reach.items() if count < MOST_PARTS else ():
                for end in range(at + 2, size - 1):
                    further[end] += self._meets(word, at, end, MIDDLE, befores)
            reach = {at: found for at, found in further.items() if found}
        return 0

    def _meets(
        self, word: str, at: int, end: int, role: str, befores: list[tuple[int, _Form]]
    ) -> list[tuple[int, _Form]]:
        """The ways to read `word[at:end]` in this role after one of the parts before it."""
        part = word[at:end]
        if part[0].isupper() or word[at - 1].isupper():
            return []
        found = []
        for form in self._forms(part, role != END):
            if form.fits(role) and any(
                word[start:at] != part and not self._clash(word, at, before, form) for start, before in befores
            ):
                found.append((at, form))
        return found

    def _clash(self, word: str, at: int, before: _Form, after: _Form) -> bool:
        return any(
            (left[1:] in before.flags if left[0] == "/" else word.endswith(left, 0, at))
            and (right[1:] in after.flags if right[0] == "/" else word.startswith(right, at))
            for left, right in self._clashes
        )

    def _by_rule(self, word: str) -> bool:
        """Whether a sequence of whole entries makes it up: numerals, 'Nederlands-Ghanees'."""
        begins = set[str]().union(*(flags for end in range(1, 21) for flags in self._flags(word[:end])))
        return any(self._follows(word, 0, rule) for flag in begins for rule in self._rules.get(flag, ()))

    def _follows(self, word: str, at: int, rule: tuple[str, ...]) -> bool:
        if not rule:
            return at == len(word)
        return any(
            any(rule[0] in flags for flags in self._flags(word[at:end])) and self._follows(word, end, rule[1:])
            for end in range(at + 1, min(at + 20, len(word)) + 1)
        )

    def _flags(self, word: str) -> tuple[Flags, ...]:
        """The flags of each entry that is this word."""
        flags = self.entries.get(word)
        return () if flags is None else _homonyms(flags)

    def _all_forms(self, word: str, inner: bool = False) -> tuple[_Form, ...]:
        """Every way the list makes `word`: entry, suffix, prefix, or both; `inner`: not at the end of a compound."""
        found = self._suffix_forms(word, inner)
        for size in range(2, min(len(word) - 1, 11)):
            for prefix in self._prefixes.get(word[:size], ()):
                for form in self._suffix_forms(word[size:], inner and PERMIT not in prefix.then):
                    if prefix.flag in form.flags:
                        found.append(_Form(form.root, form.affix | prefix.then, form.suffixed, True))
        return tuple(found)

    def _suffix_forms(self, word: str, inner: bool) -> list[_Form]:
        suffixes = self._inner if inner else self._suffixes
        found = [_Form(flags, _flag_set("")) for flags in self._flags(word)]
        for at in range(max(1, len(word) - self._longest_suffix), len(word) + 1):
            for suffix in suffixes.get(word[at:], ()):
                stem = word[:at] + suffix.strip
                for flags in self._flags(stem):
                    if suffix.flag in flags and suffix.condition.search(stem):
                        found.append(_Form(flags, suffix.then, True))
        return found

    def _read_affixes(self, aff: str) -> None:
        for line in aff.split("\n"):
            match line.split("#")[0].split():
                case ["SFX" | "PFX" as kind, flag, strip, add, *rest] if not add.isdigit():
                    affix = _affix(kind, flag, strip, add, rest[0] if rest else ".")
                    (self._suffixes if kind == "SFX" else self._prefixes)[affix.add].append(affix)
                    if kind == "SFX" and PERMIT in affix.then:
                        self._inner[affix.add].append(affix)
                case ["COMPOUNDRULE", rule] if "(" in rule:
                    flags = tuple(re.findall(r"\((\w\w)\)", rule))
                    self._rules[flags[0]].append(flags)
                case ["CHECKCOMPOUNDPATTERN", left, right]:
                    self._clashes.append((left, right))


def _plain(text: str) -> str:
    """Without the ligature ĳ, which the list uses and nobody types."""
    return text.replace("ĳ", "ij").replace("Ĳ", "IJ")


def _entries(dic: str) -> dict[str, str]:
    """The list as word -> flags; homonyms keep their flags apart with '|'."""
    entries: dict[str, str] = {}
    for word, _, flags in map(str.partition, dic.split("\n")[1:], repeat("/")):
        entries[word] = f"{entries[word]}|{flags}" if word in entries else flags
    return entries


@lru_cache(maxsize=4096)
def _homonyms(flags: str) -> tuple[Flags, ...]:
    return tuple(map(_flag_set, flags.split("|")))


@lru_cache(maxsize=4096)
def _flag_set(flags: str) -> Flags:
    return frozenset(flags[i : i + 2] for i in range(0, len(flags), 2))


def _affix(kind: str, flag: str, strip: str, add: str, condition: str) -> _Affix:
    added, _, then = add.partition("/")
    pattern = re.compile(f"(?:{condition})$" if kind == "SFX" else f"^(?:{condition})")
    return _Affix(flag, "" if strip == "0" else strip, "" if added == "0" else added, _flag_set(then), pattern)


def _cases(word: str) -> list[str]:
    """The word as it stands and as it would stand in mid-sentence."""
    ways = [word]
    if word[:1].isupper():
        ways.append(word[0].lower() + word[1:])
        if word.startswith("IJ"):
            ways.append("ij" + word[2:])
        if len(word) > 1 and word.isupper():
            ways += [word.lower(), word.capitalize()]
    return ways
