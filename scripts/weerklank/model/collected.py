"""Everything that the pages are written from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Literal

from weerklank.languages.pack import Pack, interface
from weerklank.model.arguments import Argument, Question
from weerklank.model.essays import Dated, Essay
from weerklank.model.frozen import FrozenEdition
from weerklank.model.lessons import Lesson
from weerklank.model.passages import Passage


@dataclass(frozen=True)
class CollectionConfig:
    """seeds/collection.yml."""

    title: str
    language: str
    subtitle: str | None = None
    description: str | None = None
    editors: tuple[str, ...] = ()
    contact: str | None = None
    site_url: str | None = None
    repository: str | None = None
    removal: str | None = None  # what the editors promise to whoever asks for removal, in their words
    publish: str = "full"
    index_unlicensed: bool = False
    words: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()  # words that search takes for one another
    questions: tuple[Question, ...] = ()
    embed: tuple[str, ...] = ()  # origins of the sites that may show a page in a frame

    @property
    def say(self) -> Pack:
        """The words that readers are spoken to with."""
        return interface(self.language)


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that was published: the `old` slug of a text or id of an argument, and what has it now ('' where it
    went away without anybody asking for that); or the argument `old` in which the passage `new` stood before; or
    `old`, the name under docs/ of a part of a list.
    """

    kind: Literal["essays", "arguments", "passages", "parts"]
    old: str
    new: str = ""


@dataclass(frozen=True, eq=False)
class Collection:
    """Everything that the pages are written from. `removed` are the slugs of texts taken down: they are
    not among the essays, and only their addresses say so. `moved` are addresses that lead on. It is like no other but
    itself, so that what is made of the whole of it can be looked up by it.
    """

    config: CollectionConfig
    essays: tuple[Essay, ...]
    arguments: tuple[Argument, ...]
    removed: tuple[str, ...] = ()
    dated: Dated | None = None
    moved: tuple[Moved, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    editions: tuple[FrozenEdition, ...] = ()

    @property
    def say(self) -> Pack:
        """The words that readers are spoken to with."""
        return self.config.say

    @property
    def parts(self) -> tuple[Any, ...]:
        """All that it holds, in order."""
        return tuple(getattr(self, each.name) for each in fields(self))

    @cached_property
    def by_slug(self) -> dict[str, Essay]:
        """Essays by slug."""
        return {essay.slug: essay for essay in self.essays}

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each essay stands among all, from 0, by its slug."""
        return {essay.slug: number for number, essay in enumerate(self.essays)}

    @cached_property
    def _by_id(self) -> dict[str, Argument]:
        return {argument.id: argument for argument in self.arguments}

    def argument(self, argument_id: str) -> Argument:
        """The argument with this id; KeyError where there is none."""
        return self._by_id[argument_id]

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All passages by id."""
        return {p.id: p for argument in self.arguments for p in argument.passages}

    @cached_property
    def passages_of(self) -> dict[str, list[Passage]]:
        """The passages of each text, by its slug, in order of the arguments."""
        own: dict[str, list[Passage]] = {essay.slug: [] for essay in self.essays}
        for passage in self.passages.values():
            own[passage.essay].append(passage)
        return own
