"""Which arguments a sentence may bear on: nearest by its words to a claim and to what other texts say for it.

A proposal for an editor, never an annotation. What an argument scores on average over the sentences of a text is
taken off, so that one whose words stand everywhere does not lead every list.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from itertools import islice
from statistics import fmean
from typing import Literal

from weerklank.annotate.similarity import Similarity
from weerklank.languages.sentences import sentences
from weerklank.model import Argument, Collection, Essay, Passage, Stance, Unit
from weerklank.model.tokens import count_of_words

Band = Literal["high", "middling"]

ROWS = 3  # proposals of one paragraph: what an editor weighs at one look
_QUOTES = 5  # nearest quotes of an argument that count, on average
_CLAIM = 1.25  # what a claim weighs to that: it says in few words what all of its quotes bear on
_HIGH, _MIDDLING = 0.19, 0.12
"""Scores from which half and three in ten of the proposals were right (tests/benches/suggest_bench)."""
_TELLING = 5  # sentences of a text from which an average over them says something
_COPY = 0.9  # nearness from which words are the same words: they tell nothing of another author
_WORDS = 2  # of a sentence that can be near to anything ('Niet dus.')
_ITEM = re.compile(r"(?:-|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an essay: `start`..`end` in the text of its unit."""

    unit: Unit
    start: int
    end: int

    @property
    def words(self) -> str:
        """Its words, as a passage quotes them."""
        return self.unit.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may bear on an argument (an id), with the nearest words of another author on it."""

    sentence: Sentence
    argument: str
    stance: Stance
    score: float
    other: Passage | None

    @property
    def band(self) -> Band | None:
        """How good it is, None where it is not worth showing."""
        return "high" if self.score >= _HIGH else "middling" if self.score >= _MIDDLING else None


class Suggester:
    """What to propose for the texts of one collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._usual: dict[tuple[str, str], float] = {}
        self._known: dict[tuple[str, str, str], tuple[float, Passage | None]] = {}

    @cached_property
    def _near(self) -> Similarity:
        """The sentences of all texts tell how common an n-gram is."""
        texts = [each.words for essay in self._collection.essays for each in sentences_of(essay)]
        return Similarity([*texts, *(argument.claim for argument in self._collection.arguments)])

    def ranked(self, essay: Essay, only: Container[str] | None = None) -> list[Suggestion]:
        """Every pair of a sentence and an argument (of those that `only` holds), the best first."""
        said = _telling(essay)
        wanted = [a for a in self._collection.arguments if only is None or a.id in only]
        return sorted((self._scored(essay, each, a) for a in wanted for each in said), key=_rank)

    def walk(
        self, essay: Essay, only: Container[str] | None = None, rejected: Container[tuple[str, str]] = ()
    ) -> list[Suggestion]:
        """The same for an editor, paragraph by paragraph: at most ROWS of each, one sentence of an argument, and
        nothing that is marked for it, `rejected` (argument, words) or weak.
        """
        best: dict[str, dict[str, Suggestion]] = {unit.id: {} for unit in essay.units}
        for each in self.ranked(essay, only):
            settled = self._marked(essay, each) or (each.argument, each.sentence.words) in rejected
            if each.band and not settled:
                best[each.sentence.unit.id].setdefault(each.argument, each)
        return [row for rows in best.values() for row in islice(rows.values(), ROWS)]

    def for_words(self, essay: Essay, words: str) -> list[Suggestion]:
        """All arguments for a stretch of an essay, the nearest first; the place of the stretch is not told."""
        unit = replace(essay.units[0], text=words)
        each = Sentence(unit, 0, len(words))
        return sorted((self._scored(essay, each, argument) for argument in self._collection.arguments), key=_rank)

    def _scored(self, essay: Essay, said: Sentence, argument: Argument) -> Suggestion:
        score, other = self._raw(essay, said, argument)
        if (essay.slug, argument.id) not in self._usual:
            scores = [self._raw(essay, each, argument)[0] for each in _telling(essay)]
            self._usual[essay.slug, argument.id] = fmean(scores) if len(scores) >= _TELLING else 0.0
        usual = self._usual[essay.slug, argument.id]
        return Suggestion(said, argument.id, _stance(essay, argument), score - usual, other)

    def _raw(self, essay: Essay, said: Sentence, argument: Argument) -> tuple[float, Passage | None]:
        """How near a sentence is to an argument, and the nearest passage of another author."""
        key = (essay.slug, said.words, argument.id)
        if key not in self._known:
            self._known[key] = self._measured(essay, said.words, argument)
        return self._known[key]

    def _measured(self, essay: Essay, words: str, argument: Argument) -> tuple[float, Passage | None]:
        others = [(self._near(words, p.quote), p) for p in argument.passages if self._is_another(essay, p)]
        nearest = nlargest(_QUOTES, others, key=lambda each: each[0])
        score = _CLAIM * self._near(words, argument.claim) + fmean([near for near, _ in nearest] or [0.0])
        return score, next((p for near, p in nearest if near < _COPY), None)

    def _is_another(self, essay: Essay, passage: Passage) -> bool:
        return not essay.is_by_the_hand_of(self._collection.by_slug[passage.essay])

    def _marked(self, essay: Essay, row: Suggestion) -> bool:
        return row.argument in marked_for(self._collection, essay, row.sentence)


def marked_for(collection: Collection, essay: Essay, said: Sentence) -> set[str]:
    """The arguments that a sentence of an essay, or a part of it, is marked for."""
    return {
        p.argument
        for p in collection.passages_of[essay.slug]
        if p.unit == said.unit.id and p.start < said.end and p.end > said.start
    }


def sentences_of(essay: Essay) -> Iterator[Sentence]:
    """The sentences of a text, headings aside; an item of a list without its mark."""
    for unit in essay.units:
        if unit.kind != "heading" and not unit.removed:
            for start, end in sentences(unit.text):
                mark = _ITEM.match(unit.text, start, end) if unit.kind == "list" else None
                yield Sentence(unit, mark.end() if mark else start, end)


def _telling(essay: Essay) -> list[Sentence]:
    """The sentences that can be near to anything."""
    return [each for each in sentences_of(essay) if count_of_words(each.words) > _WORDS]


def _stance(essay: Essay, argument: Argument) -> Stance:
    """What the text has said of the argument so far; most are for what they bring up."""
    return next((p.stance for p in argument.passages if p.essay == essay.slug), "for")


def _rank(row: Suggestion) -> tuple[float, int, int, str]:
    return -row.score, row.sentence.unit.start, row.sentence.start, row.argument
