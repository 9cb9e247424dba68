"""The worksheets of lessons as files for other programs, under /downloads/."""

from __future__ import annotations

from weerklank.classroom.worksheet import worksheet
from weerklank.exports.gift import gift
from weerklank.exports.qti import package
from weerklank.exports.worksheet_text import answers_text, worksheet_text
from weerklank.model import Collection

_FOLDER = "downloads"


def texts(collection: Collection) -> dict[str, str]:
    """Worksheet, answers and GIFT of each lesson that has questions, by name under docs/."""
    say, made = collection.say, {}
    for lesson in collection.lessons:
        if questions := worksheet(lesson, collection):
            name = f"{_FOLDER}/{lesson.id}"
            made[f"{name}-{say.at('worksheet')}.txt"] = worksheet_text(say, lesson, questions)
            made[f"{name}-{say.at('answers')}.txt"] = answers_text(say, lesson, questions)
            made[f"{name}.gift"] = gift(say, lesson, questions)
    return made


def packages(collection: Collection) -> dict[str, dict[str, bytes]]:
    """The QTI package of each, by the name of the zip: its files."""
    return {
        f"{_FOLDER}/{lesson.id}-qti.zip": package(collection.say, lesson, questions)
        for lesson in collection.lessons
        if (questions := worksheet(lesson, collection))
    }
