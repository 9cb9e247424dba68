"""A stop that leads to nothing is told by its lesson and number, with the nearest name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.classroom.debates import essay
from weerklank.annotate.lesson_stops import misled
from weerklank.model import Argument, Collection, CollectionConfig
from weerklank.model.lessons import Lesson, Stop

WHOLE = Collection(
    CollectionConfig("Water", "nl", words=("brood",)),
    (essay(0, ()),),
    (Argument("geen-brug", "Er is geen brug.", "", (), (), ()),),
)


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (Stop("essay", "tekst-0"), ""),
        (Stop("essay", "tekst-0", "p1", "p3"), ""),
        (Stop("argument", "geen-brug"), ""),
        (Stop("word", "brood"), ""),
        (Stop("essay", "weg"), ""),
        (Stop("essay", "tekst-1"), "there is no text 'tekst-1'; did you mean 'tekst-0'?"),
        (Stop("essay", "tekst-0", "p3", "p9"), "'tekst-0' has no p9; it has p1 to p3"),
        (Stop("essay", "tekst-0", "p3", "p1"), "'from: p3' comes after 'to: p1'; let the first one come first"),
        (Stop("clash", "geen-bruk"), "there is no argument 'geen-bruk'; did you mean 'geen-brug'?"),
        (Stop("word", "brod"), "'brod' is none of the words of collection.yml; did you mean 'brood'?"),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_stop(stop: Stop, said: str) -> None:
    lesson = Lesson("les", "Les", "", stops=(Stop("word", "brood"), stop))
    found = [str(problem) for problem in misled(replace(WHOLE, lessons=(lesson,)), {"weg"})]
    assert found == ([f"seeds/lessons/les.md: stop 2: {said}"] if said else [])
