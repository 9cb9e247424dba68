"""A worksheet as a program can ask it: a table becomes a question for each cell that is to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from weerklank.classroom.exercises import Blank, Choice, Grid, Match, Question
from weerklank.languages.pack import Pack
from weerklank.model import Stance

_SIDES: tuple[Stance, ...] = ("for", "against")


def flat(say: Pack, questions: tuple[Question, ...]) -> Iterator[Choice | Blank | Match]:
    """The questions, in order, without tables."""
    sides = tuple(say(f"stance.{stance}") for stance in _SIDES)
    for question in questions:
        if not isinstance(question, Grid):
            yield question
            continue
        for claim, cells in question.rows:
            for text, (words, is_asked) in zip(question.columns, cells, strict=True):
                if is_asked:
                    ask = say("worksheet.ask_cell", text=text, claim=claim)
                    yield Choice("matrix", ask, "", sides, sides.index(words), text)
