"""The list of lessons, and for whoever makes one how long and how hard each text is."""

from __future__ import annotations

from typing import Any

from weerklank.classroom.level import Difficulty, difficulty
from weerklank.markup.parts import essay_url, head, other_language, place_words, reading_minutes
from weerklank.model import Collection, Essay
from weerklank.pages.lessons.lesson_page import facts
from weerklank.pages.template import render
from weerklank.state.kept import NOTHING_KEPT, Kept

Places = list[tuple[str, str]]
"""Places of a word and the ways to them."""

_MANY = 100
"""Texts: with more of them a list of all places of all rare words would weigh more than anyone reads."""


def page(collection: Collection, kept: Kept = NOTHING_KEPT) -> str:
    """The Markdown of /lessen/; how hard each text is may be `kept`."""
    say = collection.say
    shown = [(essay, difficulty(essay, collection, kept)) for essay in collection.essays if essay.units]
    body = render(
        say,
        "lessons_index",
        lessons=[(lesson, facts(say, lesson)) for lesson in collection.lessons],
        texts=[_row(essay, found, collection) for essay, found in shown],
        source=any(found.level for _, found in shown),
        brief=len(shown) > _MANY,
        hard=[(e, _hard(e, found, collection, len(shown) > _MANY)) for e, found in shown if found.hard],
        languages={essay.slug: other_language(essay, collection) for essay, _ in shown},
    )
    return head(say, say("lessons.title"), description=say("lessons.description"), styles=["lessons"]) + body


def _row(essay: Essay, hardness: Difficulty, collection: Collection) -> dict[str, Any]:
    say, found = collection.say, hardness.level
    return {
        "essay": essay,
        "words": say.number(essay.words),
        "minutes": say("lesson.minutes", n=reading_minutes(essay)),
        "ease": f"{found.ease}, {say(f'level.{found.band}')}" if found else say("lessons.no_ease"),
    }


def _hard(
    essay: Essay, found: Difficulty, collection: Collection, brief: bool
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rare words of a text, each with its places and the ways to them; `brief`: the words alone."""
    if brief:
        return [(each.word, []) for each in found.hard]
    say = collection.say
    return [
        (each.word, [(place_words(say, essay.unit(u)), essay_url(say, "../", essay, u)) for u in each.units])
        for each in found.hard
    ]
