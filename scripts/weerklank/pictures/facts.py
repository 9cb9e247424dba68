"""What the pictures show: who takes which position, and which texts meet. Nothing here is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from weerklank.languages.pack import Pack
from weerklank.markup.parts import place_of
from weerklank.model import STANCES, Argument, Collection, Essay, Passage, Stance

Fare = Literal["opposed", "milder", "agreed", "empty"]
State = Literal["found", "nothing", "unread", "withheld"]

LANES: tuple[Stance, ...] = ("for", "nuance", "uses", "against")
"""The stances from above to below, where a text has a lane for each."""

STATES: tuple[State, ...] = ("nothing", "unread", "withheld")
"""Why a text shows no passage for an argument."""

_SILENCES: dict[str, State] = {"nothing found": "nothing", "not read": "unread", "not shown": "withheld"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One argument in one text; `passages` in order of the text, () unless `state` is 'found'."""

    argument: str
    essay: str
    state: State
    passages: tuple[Passage, ...] = ()

    def by_stance(self) -> list[tuple[Stance, list[Passage]]]:
        """The stances that the text takes, in the order in which they are shown, with its passages."""
        found = [(stance, [p for p in self.passages if p.stance == stance]) for stance in STANCES]
        return [(stance, own) for stance, own in found if own]


@dataclass(frozen=True, slots=True)
class Group:
    """Arguments that fare alike, and how; `numbers` are those that they bear in every picture, from 1."""

    how: Fare
    arguments: tuple[Argument, ...]
    numbers: tuple[int, ...]

    def first(self, most: int) -> Group:
        """The group with at most so many of its arguments."""
        return Group(self.how, self.arguments[:most], self.numbers[:most])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, in order of the collection, with the arguments (by id) that both have passages for;
    `clashes` are those for which one text is for and the other against.
    """

    one: str
    other: str
    shared: tuple[str, ...]
    clashes: tuple[str, ...]


def withheld(essay: Essay) -> bool:
    """Whether the text is only named: nothing of its words may be shown."""
    return essay.publish in ("closed", "removed")


def by_words(say: Pack, essay: Essay) -> str:
    """Authors and year of a text, and that it is not shown where it is not."""
    known = place_of(say, essay)
    return say("picture.by_not_shown", by=known) if withheld(essay) else known


def cells(collection: Collection) -> dict[tuple[str, str], Cell]:
    """The cell of every argument and text, by (argument id, slug)."""
    found: dict[tuple[str, str], list[Passage]] = {}
    for passage in collection.passages.values():
        found.setdefault((passage.argument, passage.essay), []).append(passage)
    made = {}
    for argument in collection.arguments:
        for essay in collection.essays:
            key = (argument.id, essay.slug)
            own = tuple(found.get(key, ()))
            made[key] = Cell(*key, "found" if own else _SILENCES[argument.silence(essay.slug)], own)
    return made


def groups(collection: Collection) -> list[Group]:
    """All arguments: first what is most disputed, then by how many texts speak of it."""
    made, number = [], 1
    fares: tuple[Fare, ...] = ("opposed", "milder", "agreed", "empty")
    for how in fares:
        if members := sorted((a for a in collection.arguments if _fare(a) == how), key=_rank):
            made.append(Group(how, tuple(members), tuple(range(number, number + len(members)))))
            number += len(members)
    return made


def _fare(argument: Argument) -> Fare:
    sides = _sides(argument.passages)
    if len(sides["for"] | sides["against"]) > 1 and sides["for"] and sides["against"]:
        return "opposed"
    return "milder" if sum(map(bool, sides.values())) > 1 else "agreed" if argument.passages else "empty"


def _rank(argument: Argument) -> tuple[int, int, int]:
    sides = _sides(argument.passages)
    disputed = min(len(sides["for"]), len(sides["against"]))
    return -disputed, -len(set().union(*sides.values())), -len(argument.passages)


def _sides(passages: Iterable[Passage]) -> dict[Stance, set[str]]:
    """The texts that take each stance."""
    sides: dict[Stance, set[str]] = {stance: set() for stance in STANCES}
    for passage in passages:
        sides[passage.stance].add(passage.essay)
    return sides


def numbered(collection: Collection) -> list[tuple[int, Argument]]:
    """All arguments with their numbers, in the order of the pictures."""
    return [(n, a) for group in groups(collection) for n, a in zip(group.numbers, group.arguments, strict=True)]


def pairs(collection: Collection) -> list[Pair]:
    """Every two texts that share an argument, in order of the collection."""
    taken: dict[str, dict[str, set[Stance]]] = {essay.slug: {} for essay in collection.essays}
    for passage in collection.passages.values():
        taken[passage.essay].setdefault(passage.argument, set()).add(passage.stance)
    order = [argument.id for _, argument in numbered(collection)]
    made = []
    for one, other in combinations(taken, 2):
        if both := taken[one].keys() & taken[other].keys():
            shared = tuple(a for a in order if a in both)
            clashes = tuple(a for a in shared if _opposed(taken[one][a], taken[other][a]))
            made.append(Pair(one, other, shared, clashes))
    return made


def _opposed(one: set[Stance], other: set[Stance]) -> bool:
    return ("for" in one and "against" in other) or ("against" in one and "for" in other)


def strongest(found: Sequence[Pair], limit: int) -> tuple[list[Pair], list[Pair]]:
    """At most `limit` pairs that share most, and at most as many that clash most; of equals the first."""
    shared = sorted(found, key=lambda p: -len(p.shared))[:limit]
    clashing = sorted((p for p in found if p.clashes), key=lambda p: (-len(p.clashes), -len(p.shared)))[:limit]
    return shared, clashing
