"""What a lesson can ask about: the passages that its pupils have before them, and in which order they are drawn."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from weerklank.annotate.facing import facing
from weerklank.model import Argument, Collection, Essay, Passage, Unit
from weerklank.model.lessons import Lesson, Stop

_ALIKE = 0.5
"""The share of the words of the shorter of two quotations from which one may be taken for the other."""


_TITLE = 0.8
"""The share of the words of a title from which its text is known by them."""


def units_read(stop: Stop, essay: Essay) -> list[Unit]:
    """The units of a text that are read at a stop, as far as they are shown."""
    ids = [i for unit in essay.units for i in (*essay.left_out.get(unit.id, ()), unit.id)]
    ids += essay.left_out.get("", ())
    if stop.first is None or stop.last is None:
        return list(essay.units)
    if stop.first not in ids or stop.last not in ids:  # the text is closed
        return []
    read = set(ids[ids.index(stop.first) : ids.index(stop.last) + 1])
    return [unit for unit in essay.units if unit.id in read]


def asked(lesson: Lesson, collection: Collection) -> list[Passage]:
    """The key passages that a lesson shows: those in the paragraphs that are read, those of its arguments, and those
    that face each other; drawn as if by chance, and the same each time.
    """
    texts = [(stop, collection.by_slug.get(stop.name)) for stop in lesson.stops if stop.kind == "essay"]
    read = {(essay.slug, unit.id) for stop, essay in texts if essay for unit in units_read(stop, essay)}
    named = {stop.name for stop in lesson.stops if stop.kind == "argument"}
    clashes = [collection.argument(stop.name) for stop in lesson.stops if stop.kind == "clash"]
    faced = {p.id for argument in clashes for pair in facing(argument, collection) for p in pair}
    every = collection.passages.values()
    weighed = any(p.key for p in every)  # without any, all passages are as good
    shown = [p for p in every if p.argument in named or (p.essay, p.unit) in read]
    found = [p for p in every if p.id in faced or (p in shown and (p.key or not weighed))]
    return sorted(found, key=lambda passage: order(lesson.id, passage.id))


def order(*names: str) -> str:
    """A key to sort by: it looks like chance, and is the same on every machine."""
    return hashlib.sha256("\0".join(names).encode()).hexdigest()


def drawn(passages: Iterable[Passage], most: int, used: Counter[str]) -> Iterator[Passage]:
    """The passages, at most so many, none like another: first those whose words, and then whose text, were `used`
    least. Each is counted there when it is given.
    """
    left = list(passages)
    while left and most:
        best = min(left, key=lambda p: (used[p.quote], used[p.essay]))
        left = [p for p in left if not alike(p.quote, best.quote)]
        used.update([best.quote, best.essay])
        most -= 1
        yield best


def alike(one: str, other: str) -> bool:
    """Whether one quotation may be taken for the other, or holds it.

    >>> alike("Wij zien de klant.", "Toen zagen wij de klant staan."), alike("Wij zien de klant.", "Het is winter.")
    (True, False)
    """
    a, b = (set(re.findall(r"\w+", quote.casefold())) for quote in (one, other))
    return len(a & b) >= _ALIKE * min(len(a), len(b))


def repeats(title: str, quote: str) -> bool:
    """Whether a quotation has nearly all words of a title, of more than two, and so tells where it stands.

    >>> repeats("Wij zien de klant", "Zien wij nog de klant?"), repeats("De klant", "De klant is er.")
    (True, False)
    """
    named, said = (set(re.findall(r"\w+", text.casefold())) for text in (title, quote))
    return len(named) > 2 and len(named & said) >= _TITLE * len(named)


def is_elsewhere(passage: Passage, collection: Collection) -> bool:
    """Whether a text by other hands has the words of a passage too."""
    own = collection.by_slug[passage.essay]
    others = (essay for essay in collection.essays if not essay.is_by_the_hand_of(own))
    wanted = _flat(passage.quote)
    return any(wanted in _flat(unit.text) for essay in others for unit in essay.units)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def far_from(passage: Passage, collection: Collection) -> list[Argument]:
    """The arguments that a passage surely has nothing to say to: its text was read for them and nothing was found, and
    neither they nor the question that they answer have to do with an argument on which its paragraph takes a stance.
    """
    here = {p.argument for p in collection.passages_of[passage.essay] if p.unit == passage.unit}
    near = {related for each in here for related in _kin(each, collection)}
    silent = {p.argument for p in collection.passages_of[passage.essay]} | near
    return [
        argument
        for argument in collection.arguments
        if argument.id not in silent and argument.silence(passage.essay) == "nothing found"
    ]


def _kin(argument_id: str, collection: Collection) -> Iterator[str]:
    """The arguments that are related to one, in either direction, and those that answer the same question."""
    for argument in collection.arguments:
        related = {other.id for other in argument.related}
        if argument.id == argument_id:
            yield from related
        elif argument_id in related:
            yield argument.id
    for question in collection.config.questions:
        if argument_id in question.arguments:
            yield from question.arguments
