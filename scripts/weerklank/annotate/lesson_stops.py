"""Whether what the stops of lessons name is there."""

from __future__ import annotations

from collections.abc import Iterator, Set

from weerklank.collection.yaml_file import nearest
from weerklank.model import Collection, Essay
from weerklank.model.errors import Problem
from weerklank.model.lessons import Lesson, Stop


def misled(whole: Collection, removed: Set[str]) -> list[Problem]:
    """The stops that lead to nothing of the collection, which must hold everything, also what may not be shown.
    A text of `removed` (slugs) was taken down, and a lesson that names it stays as it is.
    """
    return [
        Problem(f"seeds/lessons/{lesson.id}.md: stop {number}", what, remedy)
        for lesson in whole.lessons
        for number, stop in enumerate(lesson.stops, start=1)
        for what, remedy in _wrong(lesson, stop, whole, removed)
    ]


def _wrong(lesson: Lesson, stop: Stop, whole: Collection, removed: Set[str]) -> Iterator[tuple[str, str]]:
    if stop.kind == "essay":
        essay = whole.by_slug.get(stop.name)
        if essay:
            yield from _wrong_range(stop, essay)
        elif stop.name not in removed:
            yield f"there is no text '{stop.name[:60]}'", nearest(stop.name, whole.by_slug)
    elif stop.kind == "word":
        if stop.name not in whole.config.words:
            yield f"'{stop.name[:60]}' is none of the words of collection.yml", nearest(stop.name, whole.config.words)
    elif stop.name not in (known := [argument.id for argument in whole.arguments]):
        yield f"there is no argument '{stop.name[:60]}'", nearest(stop.name, known)


def _wrong_range(stop: Stop, essay: Essay) -> Iterator[tuple[str, str]]:
    ids = [unit.id for unit in essay.units]
    if missing := [unit for unit in dict.fromkeys((stop.first, stop.last)) if unit and unit not in ids]:
        known = f"it has {ids[0]} to {ids[-1]}" if ids else "it has no paragraphs"
        yield f"'{essay.slug}' has no {' and no '.join(missing)}", known
    elif stop.first and stop.last and ids.index(stop.first) > ids.index(stop.last):
        yield f"'from: {stop.first}' comes after 'to: {stop.last}'", "let the first one come first"
