"""Source and reading text side by side: a row for each line of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from weerklank.clean.ledger.repairs import repairs
from weerklank.clean.ledger.source_lines import Line, lines
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import essay_url, in_own_language, place_id, sentence
from weerklank.model import Essay, Ledger, Span, Uncertain
from weerklank.pages.account.row_notes import acts, is_white, outside_text, reasons
from weerklank.pages.account.sides import ROOT, TextSide, runs, source_side, withheld
from weerklank.pages.account.withheld import is_private, is_taken_down, secrets


@dataclass(slots=True)
class Row:
    """A line, or several of which no word is shown; `kind` is 'same', 'white' or 'change'.

    `beside` says where words went that are not in the reading text, `changes` by which rules, and why.
    `unchanged` stands above it where stretches of unchanged lines may be left out: which lines they are.
    """

    first: int
    last: int
    kind: str
    blank: bool
    source: Html
    text: Html
    beside: Sequence[Html]
    changes: Sequence[Html]
    unchanged: str = ""

    @property
    def number(self) -> str:
        """The number of the line, or of the first and the last."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def rows(say: Pack, essay: Essay, spans: Sequence[Span], doubts: Sequence[Uncertain]) -> list[Row]:
    """The rows of an essay's table for `spans`, all of its ledger or the first; `doubts` stand on top of the page."""
    found = list(_Writer(say, essay, spans, doubts).rows())
    _tell_unchanged(say, found)
    return found


class _Writer:
    """Writes the rows of one essay; what it must know of all lines it looks up beforehand."""

    def __init__(self, say: Pack, essay: Essay, spans: Sequence[Span], doubts: Sequence[Uncertain]) -> None:
        self._say, self._essay = say, essay
        self._lines = list(lines(spans))
        self._text = TextSide(say, essay, {doubt.start: n for n, doubt in enumerate(doubts, 1) if doubt.start >= 0})
        self._ends = {
            to + len(p.after): line.number for line in self._lines for run in runs(line.pieces) for p, to in run
        }
        self._secrets = {span.start: own for span, own in zip(spans, secrets(say, spans), strict=True) if own}
        self._repaired = {change.start: change for change in repairs(Ledger(tuple(spans)))}
        self._asides = essay_url(say, ROOT, essay, say.at("beside_id"))
        self._removed = sorted((u for u in essay.units if u.removed), key=lambda u: u.start)
        self._rules = f"../{say.at('rules')}/"
        self._columns = tag("a", say("account.moved"), href=f"{self._rules}#{place_id(say, 'rule', 'columns')}")
        self._at = 0  # where the last run of the reading text ended

    def rows(self) -> Iterator[Row]:
        stretches = [(private, list(found)) for private, found in groupby(self._lines, key=_is_private)]
        most = max((_letters(found) for private, found in stretches if private), default=0)
        for private, found in stretches:
            if private:
                yield self._readers(found, most)
            else:
                yield from map(self._row, found)

    def _row(self, line: Line) -> Row:
        say = self._say
        telling = [piece.span for piece in line.pieces if acts(piece)]
        moved = list(self._moved(line))
        kind = "same" if not telling else "white" if all(map(is_white, telling)) and not moved else "change"
        return Row(
            line.number,
            line.number,
            kind,
            not line.words.strip(),
            in_own_language(source_side(say, line, self._secrets, self._repaired), self._essay),
            join([*self._taken_down(line), self._text.runs(line.pieces)]),
            [*self._belongs(line), *dict.fromkeys(outside_text(say, line, self._asides, self._essay))],
            list(dict.fromkeys([*moved, *reasons(say, line, self._rules)])),
        )

    def _readers(self, stretch: Sequence[Line], most: int) -> Row:
        """Lines of readers as one row: how many characters, and at the longest of them how many comments."""
        say, letters = self._say, _letters(stretch)
        count = self._essay.comments if letters == most else 0
        who = say("count.readers_comments", n=count) if count else say("account.among_readers")
        return Row(
            stretch[0].number,
            stretch[-1].number,
            "change",
            False,
            withheld(say("account.readers_withheld", who=who, letters=letters)),
            Html(""),
            [escape(say("account.counted_not_shown"))],
            list(reasons(say, stretch[0], self._rules)),
        )

    def _moved(self, line: Line) -> Iterator[Html]:
        """Of each run that does not follow on the one before it, what it follows instead."""
        for run in runs(line.pieces):
            to = run[0][1]
            if to != self._at and (before := self._ends.get(to)):
                yield sentence(self._say, "account.moved_after", moved=self._columns, line=self._link(before))
            elif to != self._at and to == 0:
                yield sentence(self._say, "account.moved_first", moved=self._columns)
            self._at = run[-1][1] + len(run[-1][0].after)

    def _belongs(self, line: Line) -> Iterator[Html]:
        """Words that went into the change before them, such as the second half of a broken word."""
        for piece in line.pieces:
            if piece.span.verdict == "changed" and not piece.span.after and piece.words.strip():
                place = self._ends.get(piece.to or 0)
                if place and place != line.number:
                    yield sentence(self._say, "account.belongs_to", line=self._link(place))

    def _taken_down(self, line: Line) -> list[Html]:
        """The numbers of paragraphs that were taken down here."""
        if not any(is_taken_down(piece.span) for piece in line.pieces):
            return []
        rest = self._lines[self._lines.index(line) :]
        until = next((to for each in rest for run in runs(each.pieces) for _, to in run), None)
        gone = [unit for unit in self._removed if until is None or unit.start <= until]
        self._removed = [unit for unit in self._removed if unit not in gone]
        return [self._text.number(unit) for unit in gone]

    def _link(self, number: int) -> Html:
        return tag("a", self._say("account.source_line", number=str(number)), href=f"#r{number}")


def _is_private(line: Line) -> bool:
    return all(is_private(piece.span.rule) for piece in line.pieces)


def _letters(stretch: Sequence[Line]) -> int:
    return sum(len(line.words) for line in stretch)


def _tell_unchanged(say: Pack, found: Sequence[Row]) -> None:
    """Say above each stretch of unchanged lines that has words which lines they are."""
    for same, group in groupby(found, key=lambda row: row.kind == "same"):
        stretch = list(group)
        if same and not all(row.blank for row in stretch):
            first, last = stretch[0].first, stretch[-1].last
            key = "account.unchanged_lines" if first < last else "account.unchanged_line"
            stretch[0].unchanged = say(key, first=str(first), last=str(last))
