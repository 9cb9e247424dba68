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
    say = collection.say
    body = render(say, "worksheet", lesson=lesson, questions=questions)
    title, told = say("worksheet.title", title=lesson.title), say("worksheet.description", title=lesson.title)
    return head(say, title, description=told, styles=["lessons"]) + body


def answers(lesson: Lesson, questions: tuple[Question, ...], collection: Collection) -> str:
    """The Markdown of the answers, each with the place in the texts where it can be found."""
    say = collection.say
    body = render(say, "answers", lesson=lesson, questions=questions, letters=LETTERS)
    title = say("worksheet.answers_title", title=lesson.title)
    told = say("worksheet.answers_description", title=lesson.title)
    return head(say, title, description=told, styles=["lessons"], robots="noindex") + body
