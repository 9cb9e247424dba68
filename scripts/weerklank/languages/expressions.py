r"""Expressions of many alternatives, of which only those are tried that a text has a word for.

Of each alternative it is told which words, or parts of words, a text has to hold wherever it matches: of 'reacties?
(?:op|bij) dit' either 'dit' or, as well, a word that begins with 'reactie'. All that are known are looked up at once
by the words of a text, and the others can be left alone: most lines have no word of any. It changes what an expression
costs, never what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, reduce
from importlib import import_module
from itertools import chain
from operator import or_
from typing import Any, NamedTuple

_parse: Callable[[str, int], Any] = import_module("re._parser").parse
_TOKEN = re.compile(r"\w+")
_EDGE = "\0"  # in a run of letters: whatever is no part of a word
_OTHER_CASE = str.maketrans("İıſ", "iis")  # what an expression that ignores case takes for these letters
_GRAM = 3  # letters by which a part of a word is looked up


class Key(NamedTuple):
    """A word that a text must hold, in small letters: a part of one, that may stand at its beginning or its end."""

    part: str
    begins: bool
    ends: bool

    @property
    def rarity(self) -> int:
        """How much it tells: the longer, the rarer."""
        return len(self.part) + self.begins + self.ends


_Keys = frozenset[Key]
FIGURE: _Keys = frozenset({Key("0", False, False)})
"""Some figure, whichever."""


def needed(pattern: str, flags: int = 0) -> frozenset[Key]:
    r"""Words of which a text holds one at least wherever this expression matches in it; none where that is not known.

    >>> sorted(needed(r"\b(?:lees|kijk) .*"))
    [Key(part='kijk', begins=True, ends=True), Key(part='lees', begins=True, ends=True)]
    """
    return _rarest(_alternatives_of(_parse(pattern, flags), "", ""))


def _rarest(found: Iterable[_Keys]) -> _Keys:
    return max(found, key=lambda keys: (min(key.rarity for key in keys), -len(keys)), default=frozenset())


def _alternatives_of(parsed: Any, before: str, after: str) -> Iterator[_Keys]:
    """For each part of an expression that must match the words of which one must be there; `before` and `after` are
    _EDGE where what stands beside it is no part of a word.
    """
    run, items = before, _flat(parsed)
    for at, (name, value) in enumerate(items):
        if name == "BRANCH":
            below = after if at + 1 == len(items) else _edge(*items[at + 1])
            tried = [_rarest(_alternatives_of(each, run[-1:] if _is_edge(run) else "", below)) for each in value[1]]
            if all(tried):
                yield frozenset[Key]().union(*tried)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
            yield from _alternatives_of(value[2], "", "")
        elif name == "IN" and [(str(kind), str(what)) for kind, what in value] == [("CATEGORY", "CATEGORY_DIGIT")]:
            yield FIGURE
        if (letter := _letter(name, value)) is None:
            yield from _words(run, "")
            run = ""
        else:
            run += letter
    yield from _words(run, after)


def _flat(parsed: Any) -> list[tuple[str, Any]]:
    """The parts of an expression, each with its name; groups that must match are taken apart."""
    items: list[tuple[str, Any]] = []
    for kind, value in parsed:
        name = str(kind)
        inner = value[-1] if name == "SUBPATTERN" else value if name == "ATOMIC_GROUP" else None
        items += [(name, value)] if inner is None else _flat(inner)
    return items


def _letter(name: str, value: Any) -> str | None:
    """What a part adds to a run of letters: one, an edge, nothing; None where something unknown stands there."""
    if name == "LITERAL":
        small = chr(value).lower()
        return (small if small.isalnum() or small == "_" else _EDGE) if len(small) == 1 else None
    return _EDGE if _edge(name, value) else "" if name in ("ASSERT", "ASSERT_NOT", "AT") else None


def _edge(name: str, value: Any) -> str:
    """_EDGE where no part of a word stands, or a word begins or ends; else ''."""
    if name == "ASSERT_NOT":
        inner = list(value[1])
        edge = len(inner) == 1 and str(inner[0][0]) == "IN" and ("CATEGORY", "CATEGORY_WORD") in _named(inner[0][1])
    elif name == "IN":
        edge = all(kind == "LITERAL" and _letter(kind, int(what)) == _EDGE for kind, what in _named(value))
    elif name == "LITERAL":
        edge = _letter(name, value) == _EDGE
    else:
        edge = name == "AT" and str(value) != "AT_NON_BOUNDARY"
    return _EDGE if edge else ""


def _named(items: Any) -> list[tuple[str, str]]:
    return [(str(kind), str(value)) for kind, value in items]


def _is_edge(run: str) -> bool:
    return run[-1:] == _EDGE


def _words(run: str, after: str) -> Iterator[_Keys]:
    """Each word in a run of letters and edges."""
    run += after
    for match in re.finditer(r"\w+", run):
        yield frozenset({Key(match.group(), match.start() > 0, match.end() < len(run))})


class _Index(dict[str, int]):
    """For each word of texts the alternatives that it calls for, as a number with a bit for each, found when first
    asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.known: list[tuple[str, int]] = []  # the alternatives, each with its flags
        self.read, self.always, self._figures = 0, 0, 0
        self._whole: dict[str, int] = {}
        self._short: list[tuple[Key, int]] = []  # parts of words of a letter or two
        self._parts: dict[str, list[tuple[Key, int]]] = {}  # by three of their letters

    def learn(self) -> None:
        """Read the alternatives that became known since the last time."""
        for source, flags in self.known[self.read :]:
            keys = needed(source, flags)
            self.always |= 0 if keys else 1 << self.read
            for key in keys:
                self._put(key, 1 << self.read)
            self.read += 1
        self.clear()
        _called.cache_clear()

    def _put(self, key: Key, bit: int) -> None:
        if key in FIGURE:
            self._figures |= bit
        elif key.begins and key.ends:
            self._whole[key.part] = self._whole.get(key.part, 0) | bit
        elif len(key.part) < _GRAM:
            self._short.append((key, bit))
        else:
            gram = min(_grams(key.part), key=lambda each: len(self._parts.get(each, ())))
            self._parts.setdefault(gram, []).append((key, bit))

    def __missing__(self, token: str) -> int:
        found = self._whole.get(token, 0)
        if not token.isalpha() and any(map(str.isdecimal, token)):
            found |= self._figures
        near = (each for gram in _grams(token) & self._parts.keys() for each in self._parts[gram])
        for (part, begins, ends), bit in chain(self._short, near):
            if part in token and (not begins or token.startswith(part)) and (not ends or token.endswith(part)):
                found |= bit
        if len(self) > _MEMORY:
            self.clear()
        self[token] = found
        return found


def _grams(word: str) -> set[str]:
    return {word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1)}


_MEMORY = 1 << 16  # words that are remembered
_index = _Index()


@lru_cache(maxsize=1 << 13)
def _called(text: str) -> int:
    """The alternatives of all expressions that the words of a text call for, a bit for each."""
    small = text if text.isascii() else text.translate(_OTHER_CASE)
    return reduce(or_, map(_index.__getitem__, {*_TOKEN.findall(small.lower())}), _index.always)


class Expression:
    """Alternatives as one expression: it finds what `re.compile("|".join(alternatives), flags)` does.

    `around` is an expression in which each of them stands at '…'.
    """

    def __init__(self, alternatives: Iterable[str], flags: int = re.IGNORECASE, around: str = "(?:…)") -> None:
        self.alternatives, self.flags = tuple(alternatives), flags
        self._sources = [around.replace("…", each) for each in self.alternatives]
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._first = len(_index.known)  # the number of its first alternative among all that are known
        _index.known += ((source, flags) for source in self._sources)

    @cached_property
    def pattern(self) -> str:
        """All alternatives as one expression."""
        return "|".join(self.alternatives)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile("|".join(self._sources), self.flags)

    def _called(self, text: str) -> int:
        """The alternatives that may match in a text, a bit for each."""
        if _index.read < self._first + len(self._sources):
            _index.learn()
        return _called(text) >> self._first & (1 << len(self._sources)) - 1

    def _tried(self, text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
        """The alternatives that may match, in order, with their numbers."""
        called = self._called(text)
        while called:
            number = (called & -called).bit_length() - 1
            called &= called - 1
            if number not in self._compiled:
                self._compiled[number] = re.compile(self._sources[number], self.flags)
            yield number, self._compiled[number]

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match in `text` from offset `at` on, as of `re`."""
        found = (match for _, each in self._tried(text) if (match := each.search(text, at)))
        return min(found, key=lambda match: match.start(), default=None)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match at offset `at` of `text`, as of `re`."""
        return next((match for _, each in self._tried(text) if (match := each.match(text, at))), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole `text`, as of `re`."""
        return next((match for _, each in self._tried(text) if (match := each.fullmatch(text))), None)

    def number(self, text: str) -> int | None:
        """The number of the first alternative that matches at the beginning of `text`; None where none does."""
        return next((number for number, each in self._tried(text) if each.match(text)), None)

    def finditer(self, text: str, at: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text` between these offsets, in order, as of `re`."""
        called = self._called(text)
        return self._whole.finditer(text, at, len(text) if end is None else end) if called else iter(())

    def sub(self, into: str, text: str) -> str:
        """The text with all matches replaced, as of `re`."""
        return self._whole.sub(into, text) if self._called(text) else text
