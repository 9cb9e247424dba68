"""A lesson with a stop of each kind, at two texts on one claim."""

from __future__ import annotations

from tests.classroom.debates import essay, passage
from weerklank.model import Argument, Collection, CollectionConfig, Poles
from weerklank.model.lessons import Gloss, Lesson, Stop

ONE, OTHER = essay(0, ("Anna Bakker",)), essay(1, ("Bram Dekker",))
CLAIM = Argument(
    "stelling-0",
    "Brood is van iedereen.",
    "",
    (),
    (
        passage(0, 1, ONE, 0, "brood", stance="for", key=True),
        passage(0, 2, OTHER, 0, "brood", stance="against", key=True),
        passage(0, 3, OTHER, 1, "kade", stance="nuance"),
    ),
    (),
    poles=Poles("van allen", "van één"),
)
LESSON = Lesson(
    "een-les",
    "Brood & water",
    "Een *begin*.",
    ("iets noemen",),
    "brugklas",
    30,
    (
        Stop("essay", "tekst-0", "p2", "p3", ("Wat <b>staat</b> er?",)),
        Stop("argument", "stelling-0"),
        Stop("clash", "stelling-0"),
        Stop("word", "brood"),
    ),
    "Schrijf.",
    glosses=(Gloss("sluis", "deur in het water"),),
)


def collection(*essays: object, lesson: Lesson = LESSON, removed: tuple[str, ...] = ()) -> Collection:
    config = CollectionConfig("Water", "nl", words=("brood", "brug"))
    return Collection(config, essays or (ONE, OTHER), (CLAIM,), removed, lessons=(lesson,))  # type: ignore[arg-type]
