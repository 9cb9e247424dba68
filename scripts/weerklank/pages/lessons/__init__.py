"""Lessons: their list, the page of each, its worksheet with answers, and a sheet for each role."""

from __future__ import annotations

from weerklank.classroom.worksheet import worksheet
from weerklank.model import Collection
from weerklank.pages.lessons import lesson_page, lessons_index, role_sheets, worksheet_page
from weerklank.pages.made_of import MadeOf
from weerklank.state.kept import NOTHING_KEPT, Kept

__all__ = ["pages"]


def pages(collection: Collection, kept: Kept = NOTHING_KEPT, made_of: MadeOf | None = None) -> dict[str, str]:
    """The pages of lessons by name under docs/; how hard each text is may be `kept`."""
    say, folder, made_of = collection.say, collection.say.at("lessons"), made_of or MadeOf(collection, kept)
    made = lessons_index.pages(made_of.unargued, kept, made_of)
    for lesson in collection.lessons:
        own = f"{folder}/{lesson.id}"
        questions = worksheet(lesson, collection)
        made[f"{own}.md"] = lesson_page.page(lesson, bool(questions), collection)
        made[f"{own}/{say.at('roles')}.md"] = role_sheets.page(lesson, collection)
        if questions:
            made[f"{own}/{say.at('worksheet')}.md"] = worksheet_page.page(lesson, questions, collection)
            made[f"{own}/{say.at('answers')}.md"] = worksheet_page.answers(lesson, questions, collection)
    return made
