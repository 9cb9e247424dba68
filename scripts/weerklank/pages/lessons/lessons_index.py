"""The list of lessons, and for whoever makes one how long and how hard each text is."""

from __future__ import annotations

from typing import Any

from weerklank.classroom.level import hard_words, level
from weerklank.markup.parts import essay_url, head, other_language, place_words, reading_minutes
from weerklank.model import Collection, Essay
from weerklank.pages.lessons.lesson_page import facts
from weerklank.pages.template import render


def page(collection: Collection) -> str:
    """The Markdown of /lessen/."""
    say = collection.say
    shown = [essay for essay in collection.essays if essay.units]
    body = render(
        say,
        "lessons_index",
        lessons=[(lesson, facts(say, lesson)) for lesson in collection.lessons],
        texts=[_row(essay, collection) for essay in shown],
        source=any(level(essay, collection) for essay in shown),
        hard=[(essay, found) for essay in shown if (found := _hard(essay, collection))],
        languages={essay.slug: other_language(essay, collection) for essay in shown},
    )
    return head(say, say("lessons.title"), description=say("lessons.description"), styles=["lessons"]) + body


def _row(essay: Essay, collection: Collection) -> dict[str, Any]:
    say, found = collection.say, level(essay, collection)
    return {
        "essay": essay,
        "words": say.number(essay.words),
        "minutes": say("lesson.minutes", n=reading_minutes(essay)),
        "ease": f"{found.ease}, {say(f'level.{found.band}')}" if found else say("lessons.no_ease"),
    }


def _hard(essay: Essay, collection: Collection) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rare words of a text, each with its places and the ways to them."""
    say = collection.say
    return [
        (each.word, [(place_words(say, essay.unit(u)), essay_url(say, "../", essay, u)) for u in each.units])
        for each in hard_words(essay, collection)
    ]
