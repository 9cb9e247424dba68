"""Source and reading text side by side: a row for each line of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weerklank.clean.ledger.repairs import repairs
from weerklank.clean.ledger.source_lines import Line, lines
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import essay_url, in_own_language, sentence
from weerklank.model import Essay, Ledger, Span
from weerklank.pages.account.extent import shown
from weerklank.pages.account.left import left, withheld
from weerklank.pages.account.right import ROOT, Right, ends, joined
from weerklank.pages.account.row_notes import acts, is_white, reasons, rule_id, went
from weerklank.pages.account.withheld import is_private, is_taken_down, secrets


@dataclass(frozen=True)
class Row:
    """A line, or several of which no word is shown, as a table row; `kind` is 'same', 'white' or 'change'."""

    first: int
    last: int
    kind: str
    blank: bool
    html: Html


def rows(say: Pack, essay: Essay, doubts: dict[int, int]) -> list[Html]:
    """The rows of an essay's table, with a row that tells of unchanged lines before each stretch of them."""
    spans = shown(essay.cleaned.ledger.spans)
    found = list(_Writer(say, essay, spans, doubts).rows())
    return [*_with_gaps(say, found)]


class _Writer:
    """Writes the rows of one essay; what it must know of all lines it looks up beforehand."""

    def __init__(self, say: Pack, essay: Essay, spans: Sequence[Span], doubts: dict[int, int]) -> None:
        self._say, self._essay, self._spans = say, essay, spans
        self._lines = list(lines(spans))
        self._right = Right(say, essay, doubts)
        self._ends = ends(self._lines)
        self._secrets = {span.start: own for span, own in zip(spans, secrets(say, spans), strict=True) if own}
        self._repaired = {change.start: change for change in repairs(Ledger(tuple(spans)))}
        self._asides = essay_url(say, ROOT, essay, say.at("beside_id"))
        self._removed = sorted((u for u in essay.units if u.removed), key=lambda u: u.start)
        self._rules = f"../{say.at('rules')}/"
        self._columns = tag("a", say("account.moved"), href=f"{self._rules}#{rule_id('columns')}")
        self._at = 0  # where the last run of the reading text ended

    def rows(self) -> Iterator[Row]:
        most = max(map(_private_letters, self._stretches()), default=0)
        waiting: list[Line] = []
        for line in self._lines:
            if _is_private(line):
                waiting.append(line)
                continue
            if waiting:
                yield self._private(waiting, most)
                waiting = []
            yield self._row(line)
        if waiting:
            yield self._private(waiting, most)

    def _stretches(self) -> Iterator[list[Line]]:
        """The private lines that stand together."""
        stretch: list[Line] = []
        for line in self._lines:
            if _is_private(line):
                stretch.append(line)
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch

    def _row(self, line: Line) -> Row:
        say = self._say
        telling = [piece.span for piece in line.pieces if acts(piece)]
        runs = self._right.runs(line)
        moved: list[Html] = []
        for run in runs:
            moved += self._moved(run.to)
            self._at = run.end
        kind = "same" if not telling else "white" if all(map(is_white, telling)) and not moved else "change"
        beside = joined([*self._belongs(line), *dict.fromkeys(went(say, line, self._asides, self._essay))])
        cells = [
            in_own_language(left(say, line, self._secrets, self._repaired), self._essay),
            join([*self._taken_down(line), *(run.html() for run in runs), beside]),
            joined(list(dict.fromkeys([*moved, *reasons(say, line, self._rules)]))),
        ]
        return _row(line.number, line.number, kind, not line.words.strip(), cells)

    def _private(self, stretch: Sequence[Line], most: int) -> Row:
        """Lines of readers as one row: how many characters, and at the longest of them how many comments."""
        say = self._say
        letters = _private_letters(stretch)
        count = self._essay.comments if letters == most else 0
        readers = say("count.readers_comments", n=count)
        who = readers if count else say("account.among_readers")
        words = withheld(say("account.readers_withheld", who=who, letters=letters))
        cells = [
            words,
            joined([escape(say("account.counted_not_shown"))]),
            joined([*reasons(say, stretch[0], self._rules)]),
        ]
        return _row(stretch[0].number, stretch[-1].number, "change", False, cells)

    def _moved(self, to: int) -> Iterator[Html]:
        """That a run does not follow on the one before it, and what it follows instead."""
        say = self._say
        if to == self._at:
            return
        if before := self._ends.get(to):
            yield sentence(say, "account.moved_after", moved=self._columns, line=_line_link(say, before))
        elif to == 0:
            yield sentence(say, "account.moved_first", moved=self._columns)

    def _belongs(self, line: Line) -> Iterator[Html]:
        """Words that went into the change before them, such as the second half of a broken word."""
        say = self._say
        for piece in line.pieces:
            if piece.span.verdict == "changed" and not piece.span.after and piece.words.strip():
                place = self._ends.get(piece.to or 0)
                if place and place != line.number:
                    yield sentence(say, "account.belongs_to", line=_line_link(say, place))

    def _taken_down(self, line: Line) -> list[Html]:
        """The numbers of paragraphs that were taken down here."""
        if not any(is_taken_down(piece.span) for piece in line.pieces):
            return []
        number = self._lines.index(line)
        after = [p.to for each in self._lines[number:] for p in each.pieces if p.to is not None and p.after]
        until = after[0] if after else None
        gone = [unit for unit in self._removed if until is None or unit.start <= until]
        self._removed = [unit for unit in self._removed if unit not in gone]
        return [self._right.number(unit) for unit in gone]


def _line_link(say: Pack, number: int) -> Html:
    return tag("a", say("account.source_line", number=str(number)), href=f"#r{number}")


def _is_private(line: Line) -> bool:
    return all(is_private(piece.span.rule) for piece in line.pieces)


def _private_letters(stretch: Iterable[Line]) -> int:
    return sum(len(line.words) for line in stretch)


def _row(first: int, last: int, kind: str, blank: bool, cells: Sequence[Html]) -> Row:
    number = str(first) if first == last else f"{first}–{last}"
    look = "wk-" + kind + (" wk-blank" if blank else "")
    number_cell = tag("th", escape(number), scope="row")
    html = tag("tr", number_cell, *(tag("td", cell) for cell in cells), id=f"r{first}", class_=look)
    return Row(first, last, kind, blank, html)


def _with_gaps(say: Pack, found: Sequence[Row]) -> Iterator[Html]:
    """The rows, and before each stretch of unchanged lines that has words one that stands for it."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].kind == "same":
            end += 1
        if not all(row.blank for row in found[at:end]):
            yield _gap(say, found[at].first, found[end - 1].last)
        yield from (row.html for row in found[at : end + 1])
        at = end + 1


def _gap(say: Pack, first: int, last: int) -> Html:
    key = "account.unchanged_lines" if first < last else "account.unchanged_line"
    return tag("tr", tag("td", say(key, first=str(first), last=str(last)), colspan="4"), class_="wk-gap")
