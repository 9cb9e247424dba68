"""The records of a lesson: what a teacher wrote, and what is asked of pupils."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

StopKind = Literal["essay", "argument", "clash", "word"]
STOPS: tuple[StopKind, ...] = ("essay", "argument", "clash", "word")
"""What a stop leads to: a text or a part of it, an argument, the passages of one that face each other, a word."""
Exercise = Literal["author", "stance", "answer", "matrix", "word", "quotation"]
EXERCISES: tuple[Exercise, ...] = ("author", "stance", "answer", "matrix", "word", "quotation")
"""The kinds of question of a worksheet, in the order in which they are asked: who wrote this; for or against which
claim; which passage answers § 3 of another text; fill in the matrix; find the word; put quotation and author together.
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a lesson: `name` is a text (slug), an argument (id) or a word, as `kind` says. Of a text the units
    from `first` to `last` are read, all of them where `first` is None.
    """

    kind: StopKind
    name: str
    first: str | None = None
    last: str | None = None
    questions: tuple[str, ...] = ()

    @property
    def fragment(self) -> str:
        """The place of a part of a text in the address of its page: 'p4', or 'p4-p7' for more paragraphs; else ''.

        >>> Stop("essay", "brood", "p4", "p7").fragment, Stop("essay", "brood", "p4", "p4").fragment
        ('p4-p7', 'p4')
        """
        return "-".join(dict.fromkeys(unit for unit in (self.first, self.last) if unit))


@dataclass(frozen=True, slots=True)
class Gloss:
    """A difficult word, and what the teacher says that it means."""

    word: str
    means: str


@dataclass(frozen=True)
class Lesson:
    """seeds/lessons/<id>.md as read. `exercises` are the kinds of question of its worksheet, () for none."""

    id: str
    title: str
    introduction: str  # Markdown
    aims: tuple[str, ...] = ()
    audience: str | None = None
    minutes: int | None = None
    stops: tuple[Stop, ...] = ()
    task: str | None = None
    exercises: tuple[Exercise, ...] = EXERCISES
    glosses: tuple[Gloss, ...] = ()

    def essays(self) -> Iterator[str]:
        """The slugs of the texts that its stops name, each once, in their order."""
        yield from dict.fromkeys(stop.name for stop in self.stops if stop.kind == "essay")

    def arguments(self) -> Iterator[str]:
        """The ids of the arguments that its stops name, each once, in their order."""
        yield from dict.fromkeys(stop.name for stop in self.stops if stop.kind in ("argument", "clash"))
