"""A worksheet and its answers as plain text with Markdown, to be changed in any editor."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase as LETTERS

from weerklank.classroom.exercises import Blank, Choice, Grid, Match, Question
from weerklank.languages.pack import Pack
from weerklank.model.lessons import Lesson


def worksheet_text(say: Pack, lesson: Lesson, questions: tuple[Question, ...]) -> str:
    """The questions."""
    head = f"{say('worksheet.name')} ____________________   {say('worksheet.date')} __________\n\n"
    return head + _text(say, say("worksheet.title", title=lesson.title), questions, answered=False)


def answers_text(say: Pack, lesson: Lesson, questions: tuple[Question, ...]) -> str:
    """The questions with their answers."""
    return _text(say, say("worksheet.answers_title", title=lesson.title), questions, answered=True)


def _text(say: Pack, title: str, questions: tuple[Question, ...], answered: bool) -> str:
    parts = [f"# {title}"]
    for number, question in enumerate(questions, start=1):
        parts += [f"## {say('worksheet.question', n=number)}", question.ask, *_question(say, question, answered)]
    return "\n\n".join(parts) + "\n"


def _question(say: Pack, question: Question, answered: bool) -> Iterator[str]:
    if isinstance(question, Choice):
        yield _quoted(question.quote)
        yield "\n".join(f"{letter}. {each}" for letter, each in zip(LETTERS, question.choices, strict=False))
        if answered:
            letter, answer = LETTERS[question.right], question.choices[question.right]
            yield say("worksheet.answer_letter", letter=letter, answer=answer)
            yield say("worksheet.see", place=question.place)
    elif isinstance(question, Blank):
        yield _quoted(f"{question.before}{say('worksheet.blank')}{question.after}")
        if answered:
            yield f"{say('worksheet.answer', answer=question.answer)}. {say('worksheet.see', place=question.place)}"
    elif isinstance(question, Match):
        yield "\n".join(f"{letter}. {each}" for letter, each in zip(LETTERS, question.choices, strict=False))
        for left, right, place in question.pairs:
            letter = LETTERS[question.choices.index(right)] if answered else "___"
            yield f"{letter}  “{left}”" + (f" ({place})" if answered else "")
    else:
        yield "\n".join(_table(say, question, answered))


def _quoted(text: str) -> str:
    return "> " + " ".join(text.split())


def _table(say: Pack, grid: Grid, answered: bool) -> Iterator[str]:
    yield _row([say("worksheet.claim"), *grid.columns])
    yield "|---" * (len(grid.columns) + 1) + "|"
    for head, cells in grid.rows:
        yield _row([head, *("" if is_asked and not answered else words for words, is_asked in cells)])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
