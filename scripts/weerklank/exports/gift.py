"""A worksheet as GIFT, the plain text that Moodle and other learning environments read as a quiz.

The format: docs.moodle.org, 'GIFT format'. A table is asked cell by cell, as GIFT has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.classroom.exercises import Blank, Choice, Match, Question
from weerklank.classroom.quiz import flat
from weerklank.languages.pack import Pack
from weerklank.model.lessons import Lesson

_SPECIAL = re.compile(r"[~=#{}:\\]")
_LOOSE = re.compile(r"^%|(?<=-)>")
"""What cannot be escaped: a weight at the beginning of an answer, the arrow of a pair."""


def gift(say: Pack, lesson: Lesson, questions: tuple[Question, ...]) -> str:
    """The quiz of a lesson."""
    parts = [f"// {_line(lesson.title)}", f"$CATEGORY: {_line(lesson.title).replace('/', '-')}"]
    for number, question in enumerate(flat(say, questions), start=1):
        name = escaped(say("worksheet.question", n=number))
        parts.append(f"::{name}::[plain]" + "\n".join(_question(question)))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Words on one line in which no sign means anything to GIFT.

    >>> print(escaped("Wat is {dit} = ~dat~: 5 # 6?"))
    Wat is \{dit\} \= \~dat\~\: 5 \# 6?
    """
    return _SPECIAL.sub(r"\\\g<0>", _LOOSE.sub("\u200b\\g<0>", _line(text)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _question(question: Choice | Blank | Match) -> Iterator[str]:
    if isinstance(question, Choice):
        yield escaped(question.ask) + _quoted(question.quote) + " {"
        for at, each in enumerate(question.choices):
            yield f"\t{'=' if at == question.right else '~'}{escaped(each)}"
        yield f"\t####{escaped(question.place)}"
    elif isinstance(question, Blank):
        yield escaped(question.ask) + _quoted(f"{question.before}_____{question.after}") + " {"
        yield f"\t={escaped(question.answer)}"
    else:
        yield escaped(question.ask) + " {"
        for left, right, _ in question.pairs:
            yield f"\t={escaped(left)} -> {escaped(right)}"
    yield "}"


def _quoted(quote: str) -> str:
    return f" “{escaped(quote)}”" if quote else ""
