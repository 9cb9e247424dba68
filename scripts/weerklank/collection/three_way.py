"""Three versions of what editors wrote, made one: what one side changed and the other left is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from weerklank.collection.yaml_writing import Value

_Name = TypeVar("_Name", bound=Hashable)
_IDENTITY: Final[Mapping[str, Sequence[str]]] = {
    "passages": ("essay", "quote"),
    "related": ("id",),
    "questions": ("id",),
    "readings": ("found",),
}
"""By what the items of a list are known again."""
_CONTEXT = ("before", "after")  # tells two places of one quote apart
_OF_WORDS = ("examined", "was", "clash", "words", "synonyms", "embed", "drop", "keep", "arguments", "editors")
"""Lists whose items are what they say, and stand for themselves."""


def is_list_of_entries(key: str) -> bool:
    """Whether what stands under the key is a list that two editors may both add to."""
    return key in _IDENTITY or key in _OF_WORDS


def merged_value(
    key: str, base: Value | None, ours: Value | None, theirs: Value | None, differing: list[str]
) -> Value | None:
    """What stands under `key` after the merge, None where nothing does. Where both sides changed one thing ours stays,
    and its key is put with `differing`.

    >>> merged_value("examined", ["a", "b"], ["a", "b", "c"], ["b", "d"], [])
    ['b', 'c', 'd']
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    known = [side for side in (base, ours, theirs) if side is not None]
    if is_list_of_entries(key) and all(_is_list(side) for side in known):
        return _merged_list(key, base or [], ours or [], theirs or [], differing)
    if len(known) - (base is not None) == 2 and all(isinstance(side, Mapping) for side in known):
        return _merged_fields(base or {}, ours, theirs, differing)
    differing.append(key)
    return ours


def _is_list(data: Value) -> bool:
    return isinstance(data, Sequence) and not isinstance(data, str)


def _merged_fields(base: Value, ours: Value | None, theirs: Value | None, differing: list[str]) -> Value:
    assert isinstance(base, Mapping) and isinstance(ours, Mapping) and isinstance(theirs, Mapping)
    found = {}
    for name in merged_order(list(base), list(ours), list(theirs)):
        value = merged_value(name, base.get(name), ours.get(name), theirs.get(name), differing)
        if value is not None:
            found[name] = value
    return found


def _merged_list(key: str, base: Any, ours: Any, theirs: Any, differing: list[str]) -> Value:
    names = identities(key, base, ours, theirs)
    known = [dict(zip(each, side, strict=True)) for each, side in zip(names, (base, ours, theirs), strict=True)]
    found = []
    for name in merged_order(*names):
        before, own, other = (side.get(name) for side in known)
        found.append(merged_value(f"an entry of {key}", before, own, other, differing))
    return [item for item in found if item is not None]


def identities(key: str, *versions: Sequence[Value]) -> list[list[Hashable]]:
    """By what each item of a list is known again in the other versions of it. A quote that one of them has twice is
    known with its context too.
    """
    several = {
        name for side in versions for name, count in Counter(_identity(key, i) for i in side).items() if count > 1
    }
    found = []
    for side in versions:
        names: list[Hashable] = []
        for item in side:
            name = _identity(key, item)
            if name in several and isinstance(item, Mapping):
                name = (name, *(_plain(item.get(field, "")) for field in _CONTEXT))
            while name in names:
                name = (name, "again")
            names.append(name)
        found.append(names)
    return found


def _identity(key: str, item: Value) -> Hashable:
    fields = _IDENTITY.get(key, ())
    if isinstance(item, Mapping) and any(field in item for field in fields):
        return tuple(_plain(item.get(field, "")) for field in fields)
    return _plain(item)


def _plain(data: Value) -> Hashable:
    """Value as something to compare: breaks of lines in a word do not count."""
    if isinstance(data, str):
        return " ".join(data.split())
    if isinstance(data, Mapping):
        return tuple((name, _plain(value)) for name, value in sorted(data.items()))
    return data if isinstance(data, (int, bool)) else tuple(map(_plain, data))


def merged_order(base: Sequence[_Name], ours: Sequence[_Name], theirs: Sequence[_Name]) -> list[_Name]:
    """Every name of either side, in our order unless only theirs is another one: what theirs adds follows what it
    follows there, after what ours added in that place.

    >>> merged_order(["a", "b"], ["a", "b", "o"], ["a", "t", "b", "z"])
    ['a', 't', 'b', 'o', 'z']
    """
    first, second = (theirs, ours) if _kept_order(base, ours) and not _kept_order(base, theirs) else (ours, theirs)
    found = list(first)
    for n, name in enumerate(second):
        if name not in first:
            at = max((found.index(each) + 1 for each in second[:n] if each in found), default=0)
            while at < len(found) and found[at] not in second:
                at += 1
            found.insert(at, name)
    return found


def _kept_order(base: Sequence[_Name], side: Iterable[_Name]) -> bool:
    here = [name for name in side if name in base]
    return here == [name for name in base if name in here]


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Lines that each say something by themselves: what either side added is there, what either took out is not.

    >>> merged_lines(["a", "b"], ["b", "c"], ["a", "b", "d"])
    ['b', 'c', 'd']
    """
    gone = {line for line in base if line not in ours or line not in theirs}
    return [line for line in merged_order(base, ours, theirs) if line not in gone]
