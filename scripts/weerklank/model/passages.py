"""Stretches of texts that make an argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from weerklank.model.scrapes import Publish

Stance = Literal["for", "against", "nuance", "uses"]

STANCES: tuple[Stance, ...] = ("for", "against", "nuance", "uses")
"""In the order in which they are shown. 'uses': the author takes the claim for granted, or goes against it,
by the words that he uses, without arguing.
"""

Voice = Literal["own", "reported", "ironic", "staged", "concession"]

VOICES: tuple[Voice, ...] = ("own", "reported", "ironic", "staged", "concession")
"""How a passage's words are the author's: his own; another's, reported; not meant; put into somebody's mouth;
granted to the other side.
"""


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """One entry of an argument file, as written: not yet anchored. `number` counts from 1."""

    number: int
    essay: str
    stance: Stance
    quote: str
    speaker: str | None = None
    before: str | None = None
    after: str | None = None
    note: str | None = None
    key: bool = False
    voice: Voice = "own"


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchored passage: `start`..`end` in the text of unit `unit` of essay `essay` (a slug).

    `quote` is the author's words as they stand there; with a gap ' … ' the stretch from the
    first to the last words is what is marked. `key`: one of the one or two in which its text says most
    plainly what it says of the argument. `created` and `modified` are days (ISO) of its entry, '' where unknown.
    """

    id: str
    argument: str
    essay: str
    unit: str
    start: int
    end: int
    quote: str
    stance: Stance
    speaker: str | None = None
    note: str | None = None
    key: bool = False
    voice: Voice = "own"
    created: str = ""
    modified: str = ""

    @property
    def weight(self) -> Literal["key"] | None:
        """The weight as files and pages name it, None where it has none."""
        return "key" if self.key else None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A passage that is not shown: because its text is 'closed', or shows other 'quotes', or because it, its
    paragraph or its text was 'removed'. `essay` and `unit` are '' where the whole text was removed.
    """

    id: str
    essay: str
    unit: str
    stance: Stance
    why: Publish
