"""Claims, with the passages that are for or against them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

from weerklank.model.essays import Dated
from weerklank.model.passages import Passage, PassageEntry, Withdrawn

Relation = Literal["reason-for", "reason-against", "example-of", "see"]

RELATIONS: tuple[Relation, ...] = ("reason-for", "reason-against", "example-of", "see")
"""What a related argument is to the one that names it."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another argument, how it relates to this one in words, and what it is to it."""

    id: str
    how: str
    type: Relation = "see"


@dataclass(frozen=True, slots=True)
class Poles:
    """The two sides of a claim in a few words each: of those for it, and of those against."""

    for_: str
    against: str


@dataclass(frozen=True, slots=True)
class Question:
    """An issue of the debate, with the arguments (by id) that answer it."""

    id: str
    title: str
    arguments: tuple[str, ...]


Named = int | str
"""A passage as a file names it: by its id, or by the number of its entry, from 1."""


@dataclass(frozen=True)
class ArgumentFile:
    """seeds/arguments/<id>.md as read."""

    id: str
    claim: str
    introduction: str  # Markdown
    related: tuple[Related, ...] = ()
    entries: tuple[PassageEntry, ...] = ()
    examined: tuple[str, ...] = ()
    clash: tuple[tuple[Named, Named], ...] | None = None  # passages that face each other; None = not said
    poles: Poles | None = None
    was: tuple[str, ...] = ()  # ids that it had before, the first one first


@dataclass(frozen=True)
class Argument:
    """An argument with its passages anchored, in order of the collection's essays and their text.

    `withdrawn` are those that may not be shown; they are not among `passages`.
    """

    id: str
    claim: str
    introduction: str
    related: tuple[Related, ...]
    passages: tuple[Passage, ...]
    examined: tuple[str, ...]
    clash: tuple[tuple[str, str], ...] | None = None
    """Ids of passages that face each other, as the editor chose; () where he says that none do, None where he
    did not say.
    """
    withdrawn: tuple[Withdrawn, ...] = ()
    dated: Dated | None = None
    poles: Poles | None = None
    was: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that it holds, in hexadecimal."""
        return sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()

    def silence(self, essay: str) -> Literal["nothing found", "not read", "not shown"]:
        """Why the argument has no passage of the essay with this slug."""
        if any(w.essay == essay for w in self.withdrawn):
            return "not shown"
        return "nothing found" if essay in self.examined else "not read"
