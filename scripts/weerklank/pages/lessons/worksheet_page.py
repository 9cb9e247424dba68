"""The worksheet of a lesson as a page to print, and the page of its answers."""

from __future__ import annotations

from string import ascii_uppercase as LETTERS

from weerklank.classroom.exercises import Question
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.model.lessons import Lesson
from weerklank.pages.template import render


def page(lesson: Lesson, questions: tuple[Question, ...], collection: Collection) -> str:
    """The Markdown of the questions, with room for the answers."""
    return _page("worksheet", lesson, questions, collection, say_title="worksheet.title", told="worksheet.description")


def answers(lesson: Lesson, questions: tuple[Question, ...], collection: Collection) -> str:
    """The Markdown of the answers, each with the place in the texts where it can be found."""
    return _page(
        "answers", lesson, questions, collection, "worksheet.answers_title", "worksheet.answers_description", "noindex"
    )


def _page(
    template: str,
    lesson: Lesson,
    questions: tuple[Question, ...],
    collection: Collection,
    say_title: str,
    told: str,
    robots: str | None = None,
) -> str:
    say = collection.say
    body = render(say, template, lesson=lesson, questions=questions, letters=LETTERS)
    more = {"robots": robots} if robots else {}
    description = say(told, title=lesson.title)
    return head(say, say(say_title, title=lesson.title), description=description, styles=["lessons"], **more) + body
