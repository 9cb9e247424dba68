"""The reading text beside its source: what a line became, with the numbers of the paragraphs that begin in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from weerklank.clean.ledger.source_lines import Line, Piece
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import essay_url, place_words
from weerklank.model import Essay, Unit
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.doubt_places import doubt_id

ROOT = "../../"


@dataclass
class Run:
    """Words that stand together in the reading text, at offset `to`."""

    to: int
    end: int
    lang: str | None = None
    parts: list[Html] = field(default_factory=list)

    def html(self) -> Html:
        """The words in one element, which tells their offset; nothing for a line end alone."""
        if not any(self.parts):
            return Html("")
        return tag("span", *self.parts, class_="wk-run", data_to=str(self.to), lang=self.lang)


class Right:
    """Writes the right-hand side of an essay's lines."""

    def __init__(self, say: Pack, essay: Essay, doubts: Mapping[int, int]) -> None:
        """`doubts`: the number on top of the page of the doubt at each offset of the reading text."""
        self._say, self._essay, self._doubts = say, essay, doubts
        self._units = sorted((u for u in essay.units if not u.removed), key=lambda u: u.start)
        self._starts = [unit.start for unit in self._units]

    def runs(self, line: Line) -> list[Run]:
        """What the line became: one run, or several where a line went to several places."""
        found: list[Run] = []
        for piece in line.pieces:
            if piece.to is None or not piece.after:
                continue
            if not found or found[-1].end != piece.to:
                found.append(Run(piece.to, piece.to, self._essay.seed.sidecar.language))
            found[-1].parts += self._parts(piece, piece.to)
            found[-1].end += len(piece.after)
        return found

    def _parts(self, piece: Piece, to: int) -> list[Html]:
        """The words of a piece, cut where a paragraph begins."""
        first = bisect_left(self._starts, to)
        last = bisect_left(self._starts, to + len(piece.after))
        if changed(piece):
            return [*map(self.number, self._units[first:last]), _changed(self._say, piece)]
        parts, at = list[Html](), 0
        for unit in self._units[first:last]:
            parts += [visible(self._say, piece.after[at : unit.start - to]), self.number(unit)]
            at = unit.start - to
        words = visible(self._say, piece.after[at:].removesuffix("\n"))
        return [*parts, *self._doubted(piece, words)]

    def _doubted(self, piece: Piece, words: Html) -> list[Html]:
        """The words, marked where the cleaner was not sure of them, with the way to what it considered."""
        if not piece.span.readings:
            return [words]
        number = self._doubts.get(piece.span.to or 0) if piece.at == 0 else None
        if number is None:
            return [tag("mark", words, class_="wk-doubt")]
        back = tag(
            "a",
            "?",
            href=f"#onzeker-{number}",
            data_apparatus=True,
            aria_label=self._say("account.doubt_number", number=str(number)),
        )
        return [tag("mark", words, class_="wk-doubt", id=doubt_id(piece.span.to or 0)), back]

    def number(self, unit: Unit) -> Html:
        """The number of a paragraph, which leads to it in its text."""
        href = essay_url(self._say, ROOT, self._essay, unit.id)
        return tag(
            "a", escape(place_words(self._say, unit)), class_="wk-para", data_apparatus=True, id=unit.id, href=href
        )


def changed(piece: Piece) -> bool:
    """Whether the words of this piece themselves stand changed in the reading text."""
    return piece.span.verdict == "changed" and piece.words != piece.after


def _changed(say: Pack, piece: Piece) -> Html:
    """New words; a line end that the source has there too needs no sign."""
    after = piece.after.removesuffix("\n") if piece.words.endswith("\n") else piece.after
    return tag("ins", visible(say, after)) if after else Html("")


def ends(lines: Sequence[Line]) -> dict[int, int]:
    """For each offset of the reading text at which a piece ends, the line of the source that it stands in."""
    return {
        piece.to + len(piece.after): line.number
        for line in lines
        for piece in line.pieces
        if piece.to is not None and piece.after
    }


def joined(parts: Sequence[Html]) -> Html:
    """Parts of a cell, each on its own line."""
    return join([tag("span", part, class_="wk-went") for part in parts])
