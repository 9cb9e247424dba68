r"""Expressions of many alternatives, of which only those are tried that a text has a word for.

Of each alternative it is told which words, or parts of words, a text has to hold wherever it matches: of 'reacties?
(?:op|bij) dit' one that has 'reactie' in it. All that are known are looked up at once
by the words of a text, and the others can be left alone: most lines have no word of any. It changes what an expression
costs, never what it finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from threading import RLock
from typing import Any, NamedTuple

_parse: Callable[[str, int], Any] = import_module("re._parser").parse
_TOKEN = re.compile(r"\w+")
_EDGE = "\0"  # in a run of letters: whatever is no part of a word
_OTHER_CASE = str.maketrans("İıſ", "iis")  # what an expression that ignores case takes for these letters
_GRAM = 3  # letters, at most, by which a part of a word is looked up


class Key(NamedTuple):
    """A word that a text must hold, in small letters: a part of one, that may have to stand at the word's beginning or
    its end.
    """

    part: str
    begins: bool = False
    ends: bool = False

    @property
    def rarity(self) -> int:
        """How much it tells: the longer, the rarer."""
        return len(self.part) + self.begins + self.ends


_Keys = frozenset[Key]
_NONE: _Keys = frozenset()
FIGURE: _Keys = frozenset({Key("0")})
"""Some figure, whichever."""


def needed(pattern: str, flags: int = 0) -> frozenset[Key]:
    r"""Words of which a text holds one at least wherever this expression matches in it: the rarest that it tells of.

    >>> sorted(key.part for key in needed(r"\b(?:dit|dat) .*s\b"))
    ['at', 'it']
    """
    return max(_alternatives_of(_parse(pattern, flags), "", ""), key=_rarity, default=_NONE)


def _rarity(keys: _Keys) -> tuple[int, int, list[Key]]:
    return min(key.rarity for key in keys), -len(keys), sorted(keys)


def _alternatives_of(parsed: Any, before: str, after: str) -> Iterator[_Keys]:
    """For each part of an expression that must match the words of which one must be there; `before` and `after` are
    _EDGE where what stands beside it is no part of a word.
    """
    run, items = before, _flat(parsed)
    for at, (name, value) in enumerate(items):
        if name == "BRANCH":
            below = after if at + 1 == len(items) else _edge(*items[at + 1])
            above = _EDGE if run.endswith(_EDGE) else ""
            tried = [[*_alternatives_of(each, above, below)] for each in value[1]]
            if all(tried):
                yield frozenset[Key]().union(*(max(found, key=_rarity) for found in tried))
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
        name = kind.name
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


def _words(run: str, after: str) -> Iterator[_Keys]:
    """Each word in a run of letters and edges."""
    run += after
    for match in _TOKEN.finditer(run):
        start, end = match.span()
        yield frozenset({Key(match.group(), start > 0, end < len(run))})


class _Index(dict[str, frozenset[int]]):
    """The alternatives that each word of texts calls for, found when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.known: list[tuple[str, int]] = []  # the alternatives, each with its flags
        self.read = 0  # how many of them are looked up by their words
        self.always: list[int] = []  # those that no key is known of
        self._figures: set[int] = set()
        self._whole: dict[str, set[int]] = {}
        self._parts: dict[str, list[tuple[Key, int]]] = {}  # by some of their letters

    def learn(self) -> None:
        """Read the alternatives that became known since the last time."""
        for number, (source, flags) in enumerate(self.known[self.read :], self.read):
            keys = needed(source, flags)
            self.always += [] if keys else [number]
            for key in keys:
                self._put(key, number)
        self.read = len(self.known)
        self.clear()

    def _put(self, key: Key, number: int) -> None:
        if key in FIGURE:
            self._figures.add(number)
        elif key.begins and key.ends:
            self._whole.setdefault(key.part, set()).add(number)
        else:
            longest = (each for each in _grams(key.part) if len(each) == min(_GRAM, len(key.part)))
            gram = min(longest, key=lambda each: len(self._parts.get(each, ())))
            self._parts.setdefault(gram, []).append((key, number))

    def __missing__(self, token: str) -> frozenset[int]:
        found = self._whole.get(token, set())
        if not token.isalpha() and any(map(str.isdecimal, token)):
            found = found | self._figures
        near = (each for gram in _grams(token) & self._parts.keys() for each in self._parts[gram])
        self[token] = called = frozenset(found).union(
            number
            for key, number in near
            if key.part in token
            and (not key.begins or token.startswith(key.part))
            and (not key.ends or token.endswith(key.part))
        )
        return called


def _grams(word: str) -> set[str]:
    return {word[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(word) - size + 1)}


_MEMORY = 1 << 16  # words that are remembered
_index = _Index()
_lock = RLock()  # a preview cleans in several threads


@lru_cache(maxsize=1 << 13)
def _called(text: str, known: int) -> list[int]:
    """The alternatives that the words of a text call for, by their numbers in order, where so many are `known`."""
    if not text.isascii() and any(letter in text for letter in "İıſ"):
        text = text.translate(_OTHER_CASE)
    words = _TOKEN.findall(text.lower())
    with _lock:
        if len(_index) > _MEMORY:
            _index.clear()
        called = frozenset[int]().union(*map(_index.__getitem__, {*words}))
    return sorted(called.union(_index.always)) if called else _index.always


class _Alternatives:
    """Alternatives that stand together among all that are known: `first` is the number of the first one."""

    def __init__(self, sources: Sequence[str], flags: int) -> None:
        with _lock:
            self.first = len(_index.known)
            _index.known += ((source, flags) for source in sources)
            self.end = len(_index.known)
        self._compiled: dict[int, re.Pattern[str]] = {}

    def tried(self, text: str) -> Sequence[int]:
        """The numbers of those that may match, in order."""
        if _index.read < self.end:
            with _lock:
                _index.learn()
        called = _called(text, _index.read)
        at = bisect_left(called, self.first)
        if at == len(called) or called[at] >= self.end:
            return ()
        return called[at : bisect_left(called, self.end, at)]

    def read(self, number: int) -> re.Pattern[str]:
        """The expression of one of them."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(*_index.known[number])
        return self._compiled[number]


class Expression:
    """Alternatives as one expression: it finds what `re.compile("|".join(alternatives), flags)` does.

    `around` is an expression in which each of them stands at '…'.
    """

    def __init__(self, alternatives: Iterable[str], flags: int = re.IGNORECASE, around: str = "") -> None:
        self.alternatives, self._flags = tuple(alternatives), flags
        self._sources = [(around or "(?:…)").replace("…", each) for each in self.alternatives]
        if not around:  # most are tried at the beginning of a line
            _ = self._at_beginning

    @cached_property
    def pattern(self) -> str:
        """All alternatives as one expression."""
        return "|".join(self.alternatives)

    @cached_property
    def _anywhere(self) -> _Alternatives:
        return _Alternatives(self._sources, self._flags)

    @cached_property
    def _at_beginning(self) -> _Alternatives:
        return _Alternatives([rf"\A{source}" for source in self._sources], self._flags)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile("|".join(self._sources), self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`, as of `re`."""
        found, each = None, self._anywhere
        for number in each.tried(text):
            match = each.read(number).search(text)
            if match and (found is None or match.start() < found.start()):
                found = match
        return found

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of `text`, as of `re`."""
        each = self._at_beginning
        return next((match for n in each.tried(text) if (match := each.read(n).match(text))), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole `text`, as of `re`."""
        each = self._at_beginning
        return next((match for n in each.tried(text) if (match := each.read(n).fullmatch(text))), None)

    def number(self, text: str) -> int | None:
        """The number of the first alternative that is the whole `text`; None where none is."""
        each = self._at_beginning
        return next((n - each.first for n in each.tried(text) if each.read(n).fullmatch(text)), None)

    def near(self, text: str) -> list[int]:
        """The numbers of the alternatives that may match in `text`, as it has a word of theirs."""
        return [number - self._anywhere.first for number in self._anywhere.tried(text)]

    def finditer(self, text: str, at: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text` between these offsets, in order, as of `re`."""
        tried = self._anywhere.tried(text)
        return self._whole.finditer(text, at, len(text) if end is None else end) if tried else iter(())

    def sub(self, into: str, text: str) -> str:
        """The text with all matches replaced, as of `re`."""
        return self._whole.sub(into, text) if self._anywhere.tried(text) else text
