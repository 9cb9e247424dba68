r"""Expressions of many alternatives, of which only those are tried that a text has a word for.

Of each alternative it is told which words, or parts of words, a text has to hold wherever it matches: of 'reacties?
(?:op|bij) dit' either 'dit' or, as well, a word that begins with 'reactie'. All that are known are looked up at once
by the words of a text, and the others can be left alone: most lines have no word of any. It changes what an expression
costs, never what it finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import chain
from typing import Any, NamedTuple

_parse: Callable[[str, int], Any] = import_module("re._parser").parse
_TOKEN = re.compile(r"\w+")
_EDGE = "\0"  # in a run of letters: whatever is no part of a word
_OTHER_CASE = str.maketrans("İıſ", "iis")  # what an expression that ignores case takes for these letters
_SETS = 3  # sets of words, at most, by which an alternative is known
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


def needed(pattern: str, flags: int = 0) -> list[frozenset[Key]]:
    r"""Words of which a text holds one at least of each set wherever this expression matches in it, the rarest first.

    >>> [sorted(keys) for keys in needed(r"\bdit .*s\b")]
    [[Key(part='dit', begins=True, ends=True)], [Key(part='s', begins=False, ends=True)]]
    """
    return _sets_of(_parse(pattern, flags))


def _sets_of(parsed: Any) -> list[_Keys]:
    return sorted({*_alternatives_of(parsed, "", "")}, key=_rarity, reverse=True)


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
            tried = [[*_alternatives_of(each, run[-1:] if _is_edge(run) else "", below)] for each in value[1]]
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


class _Index(dict[str, tuple[int, ...]]):
    """For each word of texts the alternatives of which it has one of the rarest keys, found when first asked for.

    `beside` tells for each word the other sets of keys that it has one of, by their numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.known: list[tuple[str, int]] = []  # the alternatives, each with its flags
        self.always: list[int] = []  # those that no key is known of
        self.others: list[frozenset[int]] = []  # for each alternative its other sets
        self.widest: list[int] = []  # and how many characters it matches at most
        self.beside: dict[str, list[int]] = {}
        self._sets = 0
        self._figures: set[int] = set()
        self._whole: dict[str, set[int]] = {}
        self._short: list[tuple[Key, int]] = []  # parts of words of a letter or two
        self._parts: dict[str, list[tuple[Key, int]]] = {}  # by three of their letters

    def learn(self) -> None:
        """Read the alternatives that became known since the last time."""
        for number, (source, flags) in enumerate(self.known[len(self.others) :], len(self.others)):
            parsed = _parse(source, flags)
            self.widest.append(parsed.getwidth()[1])
            rarest, *others = _sets_of(parsed)[:_SETS] or [frozenset[Key]()]
            self.always += [] if rarest else [number]
            self._put(rarest, number)
            numbers = range(self._sets - len(others), self._sets)
            self._sets -= len(others)
            for each, keys in zip(numbers, others, strict=True):
                self._put(keys, each)
            self.others.append(frozenset(numbers))
        self.clear()
        _called.cache_clear()

    def _put(self, keys: _Keys, number: int) -> None:
        for key in keys:
            if key in FIGURE:
                self._figures.add(number)
            elif key.begins and key.ends:
                self._whole.setdefault(key.part, set()).add(number)
            elif len(key.part) < _GRAM:
                self._short.append((key, number))
            else:
                gram = min(_grams(key.part), key=lambda each: len(self._parts.get(each, ())))
                self._parts.setdefault(gram, []).append((key, number))

    def __missing__(self, token: str) -> tuple[int, ...]:
        found = self._whole.get(token, set())
        if not token.isalpha() and any(map(str.isdecimal, token)):
            found = found | self._figures
        near = (each for gram in _grams(token) & self._parts.keys() for each in self._parts[gram])
        parts = {
            number
            for (part, begins, ends), number in chain(self._short, near)
            if part in token and (not begins or token.startswith(part)) and (not ends or token.endswith(part))
        }
        if len(self) > _MEMORY:
            self.clear()
        parts |= found
        self.beside[token] = [each for each in parts if each < 0]
        self[token] = tuple(each for each in parts if each >= 0)
        return self[token]


def _grams(word: str) -> set[str]:
    return {word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1)}


_MEMORY = 1 << 16  # words that are remembered
_index = _Index()


@lru_cache(maxsize=1 << 13)
def _called(text: str) -> list[int]:
    """The numbers of the alternatives of all expressions that the words of a text call for, in order."""
    small = text if text.isascii() else text.translate(_OTHER_CASE)
    words = {*_TOKEN.findall(small.lower())}
    near = {*chain.from_iterable(map(_index.__getitem__, words))}
    if not near:
        return _index.always
    beside, others = {*chain.from_iterable(map(_index.beside.__getitem__, words))}, _index.others
    return sorted([*_index.always, *(each for each in near if others[each] <= beside)])


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
        self._end = len(_index.known)

    @cached_property
    def pattern(self) -> str:
        """All alternatives as one expression."""
        return "|".join(self.alternatives)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile("|".join(self._sources), self.flags)

    @cached_property
    def _widest(self) -> int:
        if len(_index.others) < self._end:
            _index.learn()
        return max(_index.widest[self._first : self._end], default=0)

    def _tried(self, text: str) -> Sequence[int]:
        """The numbers of the alternatives that may match, in order."""
        if len(_index.others) < self._end:
            _index.learn()
        called = _called(text)
        at = bisect_left(called, self._first)
        if at == len(called) or called[at] >= self._end:
            return ()
        return called[at : bisect_left(called, self._end, at)]

    def _read(self, number: int) -> re.Pattern[str]:
        """The expression of an alternative."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._sources[number - self._first], self.flags)
        return self._compiled[number]

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match in `text` from offset `at` on, as of `re`."""
        found = None
        for number in self._tried(text):
            match = self._read(number).search(text, at)
            if match and (found is None or match.start() < found.start()):
                found = match
        return found

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match at offset `at` of `text`, as of `re`."""
        for number in self._tried(text):
            if match := self._read(number).match(text, at):
                return match
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole `text`, as of `re`."""
        if len(text) > self._widest:
            return None
        for number in self._tried(text):
            if match := self._read(number).fullmatch(text):
                return match
        return None

    def number(self, text: str) -> int | None:
        """The number of the first alternative that matches at the beginning of `text`; None where none does."""
        return next((n - self._first for n in self._tried(text) if self._read(n).match(text)), None)

    def finditer(self, text: str, at: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text` between these offsets, in order, as of `re`."""
        called = self._tried(text)
        return self._whole.finditer(text, at, len(text) if end is None else end) if called else iter(())

    def sub(self, into: str, text: str) -> str:
        """The text with all matches replaced, as of `re`."""
        return self._whole.sub(into, text) if self._tried(text) else text
