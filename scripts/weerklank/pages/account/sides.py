"""The two sides of a line: the source as it is, each stretch marked by what became of it, and what it became in the
reading text, with the numbers of the paragraphs that begin in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from weerklank.clean.ledger.repairs import Change
from weerklank.clean.ledger.source_lines import Line, Piece
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import essay_url, place_id, place_words
from weerklank.model import Essay, Unit
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.withheld import Secret, is_private, is_taken_down

ROOT = "../../"
_CLASSES = {"changed": "wk-was", "removed": "wk-gone", "set_aside": "wk-apart", "metadata": "wk-said"}


def source_side(say: Pack, line: Line, secrets: Mapping[int, Sequence[Secret]], repaired: Mapping[int, Change]) -> Html:
    """The words of a line. `secrets` and `repaired` go by the offset of a span in the source."""
    return join(_stretch(say, piece, secrets, repaired) for piece in line.pieces)


def _stretch(say: Pack, piece: Piece, secrets: Mapping[int, Sequence[Secret]], repaired: Mapping[int, Change]) -> Html:
    span = piece.span
    if is_taken_down(span):
        return withheld(say("account.letters_removed", letters=span.end - span.start))
    if is_private(span.rule):
        shown = bool(piece.words.strip("\n"))
        return withheld(say("account.letters_withheld", letters=len(piece.words))) if shown else Html("")
    repair = repaired.get(span.start) if piece.at == 0 else None
    own = repair and (repair.to, repair.after) == (span.to, span.after)
    name = place_id(say, "change", span.start) if own else None
    if span.verdict == "kept" or (span.verdict == "changed" and not is_changed(piece)):
        words = visible(say, piece.words.removesuffix("\n"))
        return tag("span", words, id=name) if name else words
    words = _masked(say, piece, secrets.get(span.start, ()))
    return tag("del", words, class_=_CLASSES[span.verdict], id=name) if piece.words or name else Html("")


def _masked(say: Pack, piece: Piece, own: Sequence[Secret]) -> Html:
    """The words of a piece without what must not be shown of them."""
    parts, at, end = list[Html](), piece.at, piece.at + len(piece.words)
    for secret in own:
        if secret.end <= at or secret.start >= end:
            continue
        parts.append(visible(say, piece.words[at - piece.at : max(secret.start, at) - piece.at]))
        parts.append(withheld(secret.instead))
        at = min(secret.end, end)
    return join([*parts, visible(say, piece.words[at - piece.at :])])


def withheld(words: str) -> Html:
    """What is said where the source's words are not shown."""
    return tag("span", words, class_="wk-withheld")


def is_changed(piece: Piece) -> bool:
    """Whether the words of this piece themselves stand changed in the reading text."""
    return piece.span.verdict == "changed" and piece.words != piece.after


class TextSide:
    """Writes what the lines of an essay became."""

    def __init__(self, say: Pack, essay: Essay, doubts: Mapping[int, int]) -> None:
        """`doubts`: the number on top of the page of the doubt at each offset of the reading text."""
        self._say, self._essay, self._doubts = say, essay, doubts
        self._units = sorted((u for u in essay.units if not u.removed), key=lambda u: u.start)
        self._starts = [unit.start for unit in self._units]

    def runs(self, pieces: Sequence[Piece]) -> Html:
        """The words of each run of pieces in one element, which tells their offset; nothing for a line end alone."""
        language = self._essay.seed.language
        elements = []
        for run in runs(pieces):
            words = [part for piece, to in run for part in self._parts(piece, to)]
            if any(words):
                elements.append(tag("span", *words, class_="wk-run", data_to=str(run[0][1]), lang=language))
        return join(elements)

    def _parts(self, piece: Piece, to: int) -> list[Html]:
        """The words of a piece, cut where a paragraph begins."""
        first = bisect_left(self._starts, to)
        begun = self._units[first : bisect_left(self._starts, to + len(piece.after))]
        if is_changed(piece):
            return [*map(self.number, begun), *self._doubted(piece, _new(self._say, piece))]
        parts, at = list[Html](), 0
        for unit in begun:
            parts += [visible(self._say, piece.after[at : unit.start - to]), self.number(unit)]
            at = unit.start - to
        return [*parts, *self._doubted(piece, visible(self._say, piece.after[at:].removesuffix("\n")))]

    def _doubted(self, piece: Piece, words: Html) -> list[Html]:
        """The words, marked where the cleaner was not sure of them, with the way to what it considered."""
        if not piece.span.readings:
            return [words]
        if piece.at > 0:
            return [tag("mark", words, class_="wk-doubt")]
        to = piece.span.to or 0
        marked = tag("mark", words, class_="wk-doubt", id=place_id(self._say, "doubt", to))
        return [marked, self._listed(self._doubts[to])] if to in self._doubts else [marked]

    def _listed(self, number: int) -> Html:
        """The sign that leads to a doubt on top of the page."""
        label = self._say("account.doubt_number", number=str(number))
        href = f"#{place_id(self._say, 'doubts', number)}"
        return tag("a", "?", href=href, data_apparatus=True, aria_label=label)

    def number(self, unit: Unit) -> Html:
        """The number of a paragraph, which leads to it in its text."""
        href = essay_url(self._say, ROOT, self._essay, unit.id)
        return tag("a", place_words(self._say, unit), class_="wk-para", data_apparatus=True, id=unit.id, href=href)


def runs(pieces: Sequence[Piece]) -> list[list[tuple[Piece, int]]]:
    """The pieces of a line that stand in the reading text, with their offsets there, by the runs that they make:
    one, or several where the line went to several places.
    """
    found: list[list[tuple[Piece, int]]] = []
    end = None
    for piece in pieces:
        if piece.to is None or not piece.after:
            continue
        if piece.to != end:
            found.append([])
        found[-1].append((piece, piece.to))
        end = piece.to + len(piece.after)
    return found


def _new(say: Pack, piece: Piece) -> Html:
    """New words; a line end that the source has there too needs no sign."""
    after = piece.after.removesuffix("\n") if piece.words.endswith("\n") else piece.after
    return tag("ins", visible(say, after)) if after else Html("")
