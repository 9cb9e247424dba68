"""seeds/lessons/<id>.md: the lessons, as written; whether what they name is there is looked at by `annotate`."""

from __future__ import annotations

import re
from pathlib import Path

from weerklank.collection import yaml_forms as forms
from weerklank.collection.front_matter import front_matter, markdown_files, no_particulars, readable
from weerklank.collection.keys import GLOSS, LESSON
from weerklank.collection.yaml_file import Fields
from weerklank.model.errors import InputError, Problem
from weerklank.model.lessons import EXERCISES, STOPS, Exercise, Gloss, Lesson, Stop
from weerklank.model.slugs import RESERVED, SLUG, SLUG_FORM
from weerklank.state.kept import NOTHING_KEPT, Kept

FOLDER = "lessons"
STOP_KEYS = (*STOPS, "from", "to", "question")
LONGEST = 600
"""Minutes of a lesson: ten hours, a week of classes."""
_UNIT = re.compile(r"[ph]\d{1,5}[a-z]*")
_MINUTES = re.compile(r"[0-9]{1,4}")
_NONE = "none"


def read_lessons(folder: Path, kept: Kept = NOTHING_KEPT) -> tuple[Lesson, ...]:
    """The lessons of the seeds folder `folder` (its lessons/*.md), the shortest first.

    InputError with everything that is wrong in any of them.
    """
    problems: list[Problem] = []
    found = markdown_files(folder, FOLDER, "lesson", lambda *file: kept.remembered(read_lesson, *file), problems)
    if problems:
        raise InputError(problems)
    return tuple(sorted(found, key=lambda lesson: (lesson.minutes or LONGEST, lesson.id)))


def read_lesson(data: bytes, lesson_id: str, where: str) -> Lesson:
    """One lesson file: front matter between two lines '---', then an introduction in Markdown."""
    fields, introduction, text = front_matter(data, where, LESSON)
    if not SLUG.fullmatch(lesson_id) or lesson_id in RESERVED:
        fields.wrong("the file's name becomes the lesson's address", f"let it be {SLUG_FORM}")
    lesson = Lesson(
        id=lesson_id,
        title=fields.required("title", '"Wie is de klant?"'),
        introduction=introduction,
        aims=fields.one_or_more("aim") or (),
        audience=fields.text("audience"),
        minutes=_minutes(fields),
        stops=tuple(stop for entry in fields.each("stops", STOP_KEYS, "stop") if (stop := _stop(entry))),
        task=fields.text("task"),
        exercises=_exercises(fields),
        glosses=_glosses(fields),
    )
    readable(fields, introduction, text)
    if forms.personal(fields) != "published":
        no_particulars(fields, introduction, text, where)
    fields.check()
    return lesson


def _minutes(fields: Fields) -> int | None:
    said = fields.matching("minutes", _MINUTES, "a number of minutes: write 45")
    if said and _MINUTES.fullmatch(said) and not 1 <= int(said) <= LONGEST:
        fields.wrong(f"'minutes: {said}' is no length of a lesson", f"write 1 to {LONGEST}", key="minutes")
    return int(said) if said and _MINUTES.fullmatch(said) else None


def _stop(fields: Fields) -> Stop | None:
    """A stop; None where it names nothing, or more than one thing."""
    named = [kind for kind in STOPS if fields.has(kind)]
    if len(named) != 1:
        what = f"names {', '.join(named)}" if named else "leads nowhere"
        if named or not fields.meant.intersection(STOPS):
            fields.wrong(what, f"write one of: {', '.join(STOPS)}")
        return None
    kind = named[0]
    name = (fields.text(kind) if kind == "word" else fields.code(kind)) or ""
    first, last = _unit(fields, "from"), _unit(fields, "to")
    if kind != "essay" and (fields.has("from") or fields.has("to")):
        fields.wrong("'from' and 'to' are of a text, and this stop is of another kind", "take them out", key="from")
    elif fields.has("to") and not fields.has("from"):
        fields.wrong("'to' without where it begins", "write from: p1 too", key="to")
    return Stop(kind, name, first, last or first, fields.one_or_more("question") or ())


def _unit(fields: Fields, key: str) -> str | None:
    """The id of a paragraph or heading."""
    return fields.matching(key, _UNIT, "a paragraph: write p4 for § 4, or h2 for the second heading")


def _exercises(fields: Fields) -> tuple[Exercise, ...]:
    """The kinds of question that the worksheet has, in their fixed order; all of them where nothing is said."""
    if not fields.has("worksheet"):
        return EXERCISES
    said = fields.one_or_more("worksheet") or ()
    for each in said:
        if each not in EXERCISES and (each != _NONE or len(said) > 1):
            what = f"worksheet: '{each[:40]}' is no kind of question"
            fields.wrong(what, f"write some of: {', '.join(EXERCISES)}; or worksheet: {_NONE}", key="worksheet")
    return tuple(each for each in EXERCISES if each in said)


def _glosses(fields: Fields) -> tuple[Gloss, ...]:
    entries = fields.each("gloss", GLOSS, "gloss")
    return tuple(
        Gloss(e.required("word", "legitimatie"), e.required("means", '"wat iets recht geeft"')) for e in entries
    )
