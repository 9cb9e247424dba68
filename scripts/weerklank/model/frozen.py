"""A numbered edition: a state of the collection that citations name, and what it changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from weerklank.model.lock_file import matches, matching, record

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(r"[^\x00-\x1f\x7f]{1,200}")
_NAME = re.compile(r"[^\x00-\x1f\x7f/]{1,300}")
_KINDS = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of what came, became another and went since the edition before."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def renamed(self, names: Mapping[str, str]) -> Changes:
        """The same where files got other names (old -> new)."""
        return Changes(*(tuple(names.get(each, each) for each in own) for own in asdict(self).values()))


@dataclass(frozen=True, slots=True)
class FrozenEdition:
    """`day` is ISO, UTC; `seeds` and `arguments` are SHA-256 of what lies in seeds/ (`collection.freezing`), `tool` the
    version that froze it. Texts are named by their stems, arguments by their ids; of passages only numbers are kept.
    """

    number: int
    day: str
    name: str
    seeds: str
    arguments: str
    tool: str
    texts: Changes
    claims: Changes
    passages: tuple[int, int, int]
    """How many came, became others, and went."""

    @property
    def year(self) -> str:
        """The year in which it was frozen."""
        return self.day[:4]


def dump(edition: FrozenEdition) -> dict[str, Any]:
    """An edition as the lock has it."""
    return asdict(edition)


def load(value: object, number: int) -> FrozenEdition:
    """An edition from what `dump` gives; ValueError, with the place, where it is not that, or has another number."""
    place = f"editions: {number}"
    data = record(value, place, ("number", "day", "name", "seeds", "arguments", "tool", "texts", "claims", "passages"))
    if data["number"] != number:
        raise ValueError(f"{place}: editions are numbered from 1, without a gap")
    counts = data["passages"]
    if not (isinstance(counts, list) and len(counts) == len(_KINDS) and all(type(each) is int for each in counts)):
        raise ValueError(f"{place}: passages are three numbers")
    name = data["name"] and matching(data["name"], _LINE, place, "a name in one line")
    seeds, arguments = (matching(data[key], _HASH, place, "a SHA-256") for key in ("seeds", "arguments"))
    day, tool = matching(data["day"], _DAY, place, "a day"), matching(data["tool"], _LINE, place, "a version")
    texts, claims = (_changes(data[key], f"{place}: {key}") for key in ("texts", "claims"))
    return FrozenEdition(
        number, day, name or "", seeds, arguments, tool, texts, claims, (counts[0], counts[1], counts[2])
    )


def _changes(value: object, place: str) -> Changes:
    data = record(value, place, _KINDS)
    return Changes(*(tuple(match[0] for match in matches(data[kind], _NAME, place, "a name")) for kind in _KINDS))
