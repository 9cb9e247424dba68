"""The worksheets of lessons as texts for other programs, under /downloads/; `downloads` makes the packages."""

from __future__ import annotations

from weerklank.classroom.worksheet import worksheet
from weerklank.exports.gift import gift
from weerklank.exports.worksheet_text import answers_text, worksheet_text
from weerklank.languages.pack import Pack
from weerklank.model import Collection
from weerklank.model.lessons import Lesson


def names(say: Pack, lesson: Lesson) -> dict[str, str]:
    """The names of a lesson's files under docs/, by what they are."""
    stem = f"{say.at('downloads')}/{lesson.id}"
    return {
        "worksheet": f"{stem}-{say.at('worksheet')}.txt",
        "answers": f"{stem}-{say.at('answers')}.txt",
        "gift": f"{stem}.gift",
        "qti": f"{stem}-qti.zip",
    }


def texts(collection: Collection) -> dict[str, str]:
    """Worksheet, answers and GIFT of each lesson that has questions, by name under docs/."""
    say, made = collection.say, {}
    for lesson in collection.lessons:
        if questions := worksheet(lesson, collection):
            own = names(say, lesson)
            made[own["worksheet"]] = worksheet_text(say, lesson, questions)
            made[own["answers"]] = answers_text(say, lesson, questions)
            made[own["gift"]] = gift(say, lesson, questions)
    return made
