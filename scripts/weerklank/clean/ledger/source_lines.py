"""A ledger line by line: what stands in each line of the source, and what became of it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weerklank.model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line of the source holds of a span.

    `words` are the source's, its line end included, from offset `at` of the span. `after` is what the
    reading text has of them, at offset `to` of it (None where the span does not stand there).
    """

    span: Span
    at: int
    words: str
    after: str
    to: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, counted from 1, as the pieces of spans that it is made of."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The line as the source has it, its line end included."""
        return "".join(piece.words for piece in self.pieces)


def lines(spans: Iterable[Span]) -> Iterator[Line]:
    r"""The lines of a source, whose spans come in its order; put together, their words are the source.

    What a change over several lines became stands at its first line, unless it has as many line ends
    as it had: then each line has its own. Words that were withheld take no line.

    >>> [line.words for line in lines([Span(0, 4, "a\nb\n", "kept", "", "a\nb\n", 0)])]
    ['a\n', 'b\n']
    """
    number, pieces = 1, list[Piece]()
    for span in spans:
        for piece in _pieces(span):
            pieces.append(piece)
            if piece.words.endswith("\n"):
                yield Line(number, tuple(pieces))
                number, pieces = number + 1, []
    if pieces:
        yield Line(number, tuple(pieces))


def _pieces(span: Span) -> Iterator[Piece]:
    parts, at, to = _parted(span.before), 0, span.to
    for number, (words, after) in enumerate(zip(parts, _became(span, len(parts)), strict=True)):
        if words or after or number == 0:
            yield Piece(span, at, words, after, to)
        at += len(words)
        to = None if to is None else to + len(after)


def _parted(text: str) -> list[str]:
    """The text after each line end; the last part, which has none, may be empty."""
    *whole, last = text.split("\n")
    return [*(line + "\n" for line in whole), last]


def _became(span: Span, count: int) -> list[str]:
    """What each of the `count` parts of a span became."""
    if span.to is None:
        return [""] * count
    parts = _parted(span.after)
    return parts if len(parts) == count else [span.after, *[""] * (count - 1)]
