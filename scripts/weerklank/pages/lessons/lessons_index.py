"""The list of lessons, and for whoever makes one how long and how hard each text is."""

from __future__ import annotations

from typing import Any

from weerklank.classroom.level import Difficulty, difficulty, keep_difficulty
from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import Part
from weerklank.markup.parts import essay_url, head, other_language, place_words, reading_minutes
from weerklank.model import Collection, Essay
from weerklank.pages.lessons.lesson_page import facts
from weerklank.pages.made_of import MadeOf
from weerklank.pages.template import render
from weerklank.state.kept import NOTHING_KEPT, Kept

Places = list[tuple[str, str]]
"""Places of a word and the ways to them."""


def pages(collection: Collection, kept: Kept = NOTHING_KEPT, made_of: MadeOf | None = None) -> dict[str, str]:
    """The Markdown of /lessen/ and its parts, by name under docs/; how hard each text is may be `kept`."""
    made_of, written = made_of or MadeOf(collection), dict[str, str]()
    shown = [essay for essay in collection.essays if essay.units]
    for part in made_of.parts(f"{collection.say.at('lessons')}/index.md", shown):
        written |= made_of.part(part, collection, _page, kept)
    for essay in shown:
        keep_difficulty(essay, collection, kept)
    return written


def _page(part: Part[Essay], collection: Collection, kept: Kept) -> str:
    say, own = collection.say, not part.label
    shown = [(essay, difficulty(essay, collection, kept)) for essay in part.entries]
    title = part.titled(say, say("lessons.title") if own else say("lessons.levels"))
    body = render(
        say,
        "lessons_index",
        title=title,
        part=part,
        lessons=[(lesson, facts(say, lesson)) for lesson in collection.lessons],
        texts=[_row(essay, found, collection) for essay, found in shown],
        source=any(found.level for _, found in shown),
        hard=[(e, _hard(e, found, part.root, say)) for e, found in shown if found.hard],
        languages={essay.slug: other_language(essay, collection) for essay in part.entries},
    )
    return head(say, title, description=say("lessons.description"), styles=["lessons"]) + body


def _row(essay: Essay, hardness: Difficulty, collection: Collection) -> dict[str, Any]:
    say, found = collection.say, hardness.level
    return {
        "essay": essay,
        "words": say.number(essay.words),
        "minutes": say("lesson.minutes", n=reading_minutes(essay)),
        "ease": f"{found.ease}, {say(f'level.{found.band}')}" if found else say("lessons.no_ease"),
    }


def _hard(essay: Essay, found: Difficulty, root: str, say: Pack) -> list[tuple[str, Places]]:
    """The rare words of a text, each with its places and the ways to them."""
    return [
        (each.word, [(place_words(say, essay.unit(u)), essay_url(say, root, essay, u)) for u in each.units])
        for each in found.hard
    ]
