"""What the pictures show: who takes which position, and which texts clash. Nothing here is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from weerklank.languages.pack import Pack
from weerklank.markup.parts import place_of
from weerklank.model import STANCES, Argument, Collection, Essay, Passage, Stance

Fare = Literal["opposed", "milder", "agreed", "empty"]
Order = tuple[tuple[Fare, tuple[str, ...]], ...]
"""The arguments that fare alike, by their ids, and how."""

State = Literal["found", "nothing", "unread", "withheld"]

LANES: dict[Stance, int] = {"for": 0, "nuance": 1, "uses": 1, "against": 2}
"""The stances from above to below, each with the lane of a text in which it is drawn, from 0."""

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


def withheld(essay: Essay) -> bool:
    """Whether the text is only named: nothing of its words may be shown."""
    return essay.publish in ("closed", "removed")


def by_words(say: Pack, essay: Essay) -> str:
    """Authors and year of a text, and that it is not shown where it is not."""
    known = place_of(say, essay)
    return say("picture.by_not_shown", by=known) if withheld(essay) else known


class Cells:
    """The cell of every argument and text, by (argument id, slug). Only those are held in which something was found."""

    def __init__(self, collection: Collection) -> None:
        found: dict[tuple[str, str], list[Passage]] = {}
        for passage in collection.passages.values():
            found.setdefault((passage.argument, passage.essay), []).append(passage)
        self._arguments = {each.id: each for each in collection.arguments}
        self._texts = len(collection.essays)
        self.found = {key: Cell(*key, "found", tuple(own)) for key, own in found.items()}
        self.by_text: dict[str, list[Cell]] = {each.slug: [] for each in collection.essays}
        self.by_argument: dict[str, list[Cell]] = {each.id: [] for each in collection.arguments}
        for argument in collection.arguments:
            own = {passage.essay for passage in argument.passages}
            for cell in (self.found[argument.id, each.slug] for each in collection.essays if each.slug in own):
                self.by_text[cell.essay].append(cell)
                self.by_argument[cell.argument].append(cell)

    def __getitem__(self, key: tuple[str, str]) -> Cell:
        return self.found.get(key) or Cell(*key, _SILENCES[self._arguments[key[0]].silence(key[1])])

    def silent(self, argument: Argument) -> dict[State, list[str]]:
        """The texts of which it is known why they have no passage, by the reason; the others were not read."""
        spoken = {cell.essay for cell in self.by_argument[argument.id]}
        why: dict[State, list[str]] = {}
        for slug in dict.fromkeys([*argument.examined, *(each.essay for each in argument.withdrawn)]):
            if slug in self.by_text and slug not in spoken:
                why.setdefault(self[argument.id, slug].state, []).append(slug)
        return why

    def states(self) -> set[State]:
        """Those that any cell has."""
        told: set[State] = {"found"} if self.found else set()
        for argument in self._arguments.values():
            silent = self.silent(argument)
            known = len(self.by_argument[argument.id]) + sum(map(len, silent.values()))
            told |= {*silent} | ({"unread"} if known < self._texts else set())
        return told


def order_of(collection: Collection) -> Order:
    """All arguments: first what is most disputed, then by how many texts speak of it."""
    fares: tuple[Fare, ...] = ("opposed", "milder", "agreed", "empty")
    found: dict[Fare, list[Argument]] = {how: [] for how in fares}
    for argument in collection.arguments:
        found[_fare(argument)].append(argument)
    return tuple((how, tuple(each.id for each in sorted(own, key=_rank))) for how, own in found.items() if own)


def groups(collection: Collection, order: Order | None = None) -> list[Group]:
    """The arguments in the order of the whole collection, or in another one's."""
    made, number = [], 1
    for how, names in order or order_of(collection):
        members = tuple(map(collection.argument, names))
        made.append(Group(how, members, tuple(range(number, number + len(members)))))
        number += len(members)
    return made


def disputed(collection: Collection) -> set[str]:
    """The ids of the arguments that are in dispute: one text is for, another against."""
    return {argument.id for argument in collection.arguments if _fare(argument) == "opposed"}


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


def numbered(collection: Collection, order: Order | None = None) -> list[tuple[int, Argument]]:
    """All arguments with their numbers, in the order of the pictures."""
    return [(n, a) for group in groups(collection, order) for n, a in zip(group.numbers, group.arguments, strict=True)]


def oppositions(collection: Collection) -> dict[tuple[str, str], list[tuple[int, Argument]]]:
    """By two texts, (the one that is for, the one that is against): the arguments on which they clash, with their
    numbers.
    """
    found: dict[tuple[str, str], list[tuple[int, Argument]]] = {}
    for number, argument in numbered(collection):
        sides = _sides(argument.passages)
        for pair in product(sides["for"], sides["against"]):
            if pair[0] != pair[1]:
                found.setdefault(pair, []).append((number, argument))
    return found
