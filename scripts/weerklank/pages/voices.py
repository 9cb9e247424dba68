"""The voice beside a paragraph: one sentence of another author, chosen for what the paragraph says.

Who contradicts goes first, then who is nearest by his words. No sentence stands on a page twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from weerklank.annotate.similarity import Similarity
from weerklank.languages.sentences import sentences
from weerklank.model import Argument, Collection, Essay, Passage, Unit

_ROOM = 180  # characters: four lines in the margin
_COMPARED = 60  # passages of an argument whose nearness is measured: more differ too little to be worth the time
_ITEM = re.compile(r"^(?:-|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The passage of another author that stands beside a paragraph, for which passage of it, and his words.

    `above`: the id of the unit beside which it stands already, where all that others say is shown there.
    """

    of: Passage
    passage: Passage
    words: str
    above: str | None = None


def chosen(passages: Mapping[str, Sequence[Passage]], essay: Essay, collection: Collection) -> dict[str, Chosen]:
    """The voice beside each unit of an essay, by the unit's id; `passages` are the essay's, by unit.

    Units with a key passage choose first. A unit about which no other author says anything has none.
    """
    made = {passage.argument for own in passages.values() for passage in own}
    near = _nearness(tuple(p.quote for each in collection.arguments if each.id in made for p in each.passages))
    order = [unit.id for unit in essay.units if unit.id in passages]
    order.sort(key=lambda unit: not any(p.key for p in passages[unit]))
    found: dict[str, Chosen] = {}
    shown: dict[str, str] = {}  # the unit beside which a sentence stands
    for unit in order:
        if voice := _choice(passages[unit], collection, near, shown):
            found[unit] = voice
            shown.setdefault(voice.words, unit)
    return found


@lru_cache(maxsize=1 << 6)
def _nearness(quotes: tuple[str, ...]) -> Similarity:
    """How near words are in the debate on the arguments of a text."""
    return Similarity(quotes)


def _choice(
    own: Sequence[Passage], collection: Collection, near: Similarity, shown: Mapping[str, str]
) -> Chosen | None:
    known: Chosen | None = None
    for passage in sorted(own, key=lambda p: not p.key):
        others = list(others_on(passage, collection.argument(passage.argument), collection))
        said = [(other, best_words(other, collection)) for other in others]
        free = [(other, words) for other, words in said if words not in shown]
        if free:
            return Chosen(passage, *_best(passage, free, near))
        if said and not known:
            other, words = _best(passage, said, near)
            known = Chosen(passage, other, words, shown[words])
    return known


def others_on(passage: Passage, argument: Argument, collection: Collection) -> Iterator[Passage]:
    """The passages of the argument that are by other authors."""
    here = collection.by_slug[passage.essay]
    return (p for p in argument.passages if not here.is_by_the_hand_of(collection.by_slug[p.essay]))


def _best(passage: Passage, said: Sequence[tuple[Passage, str]], near: Similarity) -> tuple[Passage, str]:
    """Who contradicts, in a sentence that has room; of those who is nearest."""
    ranks = [(_agreement(passage, other), len(words) > _ROOM) for other, words in said]
    first = [each for each, rank in zip(said, ranks, strict=True) if rank == min(ranks)]
    first.sort(key=lambda each: not each[0].key)
    return max(first[:_COMPARED], key=lambda each: near(passage.quote, each[1]))


def _agreement(one: Passage, other: Passage) -> int:
    """0 where they contradict each other, 1 where one brings a nuance, 2 where they do not."""
    stances = {one.stance, other.stance}
    if stances == {"for", "against"}:
        return 0
    return 1 if "nuance" in stances and stances & {"for", "against"} else 2


def best_words(passage: Passage, collection: Collection) -> str:
    """Whole sentences of a passage: those that have room, the most words first; where none has, the shortest."""
    return _whole(collection.by_slug[passage.essay].unit(passage.unit), passage)


@lru_cache(maxsize=1 << 12)  # a passage stands beside each other one of its argument
def _whole(unit: Unit, passage: Passage) -> str:
    spans = [(start, end) for start, end in sentences(unit.text) if start < passage.end and end > passage.start]
    clear = [span for span in spans if not any(span[0] <= gap < span[1] for gap in unit.gaps)]
    runs = [run for run in _runs(clear, unit.text) if len(run) <= _ROOM]
    if runs:
        return max(runs, key=len)
    if len(passage.quote) <= _ROOM or not clear:
        return " ".join(passage.quote.split())
    return min((_plain(unit.text[start:end]) for start, end in clear), key=len)


def _runs(spans: Sequence[tuple[int, int]], text: str) -> Iterator[str]:
    """Sentences, and sentences of one line that follow each other."""
    for first, (start, _) in enumerate(spans):
        for _, end in spans[first:]:
            if "\n" not in text[start:end]:
                yield _plain(text[start:end])


def _plain(words: str) -> str:
    return " ".join(_ITEM.sub("", words).split())
