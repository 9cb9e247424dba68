"""Every place of a word, with the words before it and after it in columns (keyword in context)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.markup.parts import other_language
from weerklank.model import STANCES, Collection, Essay, Passage, Unit
from weerklank.words.context import line
from weerklank.words.count import Place, Word

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


@dataclass(frozen=True, slots=True)
class Group:
    """The places in one text; `language` where it is not the collection's."""

    essay: Essay
    language: str | None
    open: bool
    lines: Sequence[Line]


def concordance(word: Word, collection: Collection) -> list[Group]:
    """The places by text, in the order of the collection."""
    passages: dict[tuple[str, str], list[Passage]] = {}
    for passage in collection.passages.values():
        passages.setdefault((passage.essay, passage.unit), []).append(passage)
    groups = []
    for slug, places in word.by_essay.items() if word.counted else ():
        essay = collection.by_slug[slug]
        lines = [_line(place, essay.unit(place.unit), passages.get((slug, place.unit), ())) for place in places]
        groups.append(Group(essay, other_language(essay, collection), len(word.counted) <= FOLDED, lines))
    return groups


def _line(place: Place, unit: Unit, passages: Sequence[Passage]) -> Line:
    around = line(unit.text, place.start, place.end)
    own: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda p: not p.key):
        if passage.start <= place.start and place.end <= passage.end:
            own.setdefault(passage.stance, passage)
    before, after = ("…" if around.cut_before else ""), ("…" if around.cut_after else "")
    told = [own[stance] for stance in STANCES if stance in own]
    return Line(unit, before + around.before, around.word, around.after + after, told)
