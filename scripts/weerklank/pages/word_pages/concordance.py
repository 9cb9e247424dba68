"""Every place of a word, with the words before it and after it in columns (keyword in context)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.model import STANCES, Collection, Essay, Passage, Unit
from weerklank.words.context import line
from weerklank.words.count import Place

FOLDED = 300
"""Places: with more of them on a page, those of each text are folded."""


@dataclass(frozen=True, slots=True)
class Line:
    """A place: `before` it, itself with what is `after`, and a passage around it for each stance, a key one first."""

    unit: Unit
    before: str
    word: str
    after: str
    passages: Sequence[Passage]


def lines(places: Sequence[Place], essay: Essay, collection: Collection) -> list[Line]:
    """The places in one text."""
    passages: dict[str, list[Passage]] = {}
    for passage in collection.passages_of[essay.slug]:
        passages.setdefault(passage.unit, []).append(passage)
    return [_line(place, essay.unit(place.unit), passages.get(place.unit, ())) for place in places]


def _line(place: Place, unit: Unit, passages: Sequence[Passage]) -> Line:
    around = line(unit.text, place.start, place.end)
    own: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda p: not p.key):
        if passage.start <= place.start and place.end <= passage.end:
            own.setdefault(passage.stance, passage)
    before, after = ("…" if around.cut_before else ""), ("…" if around.cut_after else "")
    told = [own[stance] for stance in STANCES if stance in own]
    return Line(unit, before + around.before, around.word, around.after + after, told)
