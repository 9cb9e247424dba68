"""Sentences of several authors that are near to each other and share no argument: what may want one of its own."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest

from weerklank.annotate.similarity import Similarity
from weerklank.annotate.suggestions import Sentence, marked_for, sentences_of
from weerklank.model import Collection, Essay
from weerklank.model.tokens import count_of_words

_NEAR = 0.16  # from which two sentences are shown as a pair: of the first twenty in the first collection half were one
_COPY = 0.9  # from which they are the same words
_WORDS = 6  # of a sentence that can make a pair: short formulas are false friends
_OTHERS = 3  # sentences shown beside one


@dataclass(frozen=True, slots=True)
class Cluster:
    """A sentence of an essay with the nearest of other authors, each with its text's slug; `score`: of the nearest."""

    sentence: Sentence
    others: tuple[tuple[str, Sentence], ...]
    score: float


def unnamed_arguments(collection: Collection, essay: Essay) -> list[Cluster]:
    """What the essay shares with other authors and no argument names yet, the nearest first."""
    telling = {one.slug: _telling(one) for one in collection.essays}
    near = Similarity(each.words for said in telling.values() for each in said)
    others = [
        (one, each) for one in collection.essays if not essay.is_by_the_hand_of(one) for each in telling[one.slug]
    ]
    found = []
    for said in telling[essay.slug]:
        own = marked_for(collection, essay, said)
        scored = ((near(said.words, each.words), one, each) for one, each in others)
        pairs = [row for row in scored if _NEAR <= row[0] < _COPY and not own & marked_for(collection, *row[1:])]
        if pairs:
            best = nlargest(_OTHERS, pairs, key=lambda row: row[0])
            found.append(Cluster(said, tuple((one.slug, each) for _, one, each in best), best[0][0]))
    return sorted(found, key=lambda each: (-each.score, each.sentence.unit.start, each.sentence.start))


def _telling(essay: Essay) -> list[Sentence]:
    return [each for each in sentences_of(essay) if count_of_words(each.words) >= _WORDS]
