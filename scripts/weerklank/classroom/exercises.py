"""What a worksheet holds: questions in plain words, each with the answer that is right."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.model.lessons import Exercise


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with one right answer among several: `right` is its index in `choices`. `place` says where the answer
    stands, for the answer sheet.
    """

    kind: Exercise
    ask: str
    quote: str
    choices: tuple[str, ...]
    right: int
    place: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Words with one left out: `before` and `after` it; `answer` is the word. `place` says where to look it up."""

    kind: Exercise
    ask: str
    before: str
    after: str
    answer: str
    place: str


@dataclass(frozen=True, slots=True)
class Match:
    """What belongs together: `pairs` of (left, right, place). Rights that are alike belong to several lefts."""

    kind: Exercise
    ask: str
    pairs: tuple[tuple[str, str, str], ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The right sides, each once, by the alphabet, which gives no answer away."""
        return tuple(sorted({right for _, right, _ in self.pairs}, key=str.casefold))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to fill in. `rows` are (head, cells), a cell a column: its words, and whether they are asked for."""

    kind: Exercise
    ask: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


Question = Choice | Blank | Match | Grid
