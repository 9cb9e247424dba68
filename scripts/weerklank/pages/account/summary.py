"""With what an account begins: in one sentence what became of the source, and the words that were repaired."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weerklank.clean.ledger.repairs import Change, repairs
from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import reason
from weerklank.markup.markdown import Html, tag
from weerklank.markup.parts import in_own_language, place_id, place_words, sentence
from weerklank.model import Essay, Ledger, Span
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.totals import Total, together
from weerklank.private import masked


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair made of the source's words, `words` leading to it in the table; `place`: the paragraph it is in."""

    words: Html
    place: str
    reason: str


def summary(say: Pack, essay: Essay, became: Sequence[Total]) -> str:
    """What became of a source in one sentence; nothing where its totals (`became`) are not known.

    It counts lines of the source, and characters where none of its words may be shown.
    """
    if not became:
        return ""
    told = ", ".join(_told(say, essay, {total.fate: total for total in became}, together(became)))
    return f"{told[0].upper()}{told[1:]}."


def _told(say: Pack, essay: Essay, became: dict[str, Total], whole: Total) -> Iterator[str]:
    def lines(fate: str) -> int:
        return became[fate].lines if fate in became else 0

    removed = became.get("removed", Total("removed", 0, 0, 0))
    by_line = bool(whole.lines)
    counts = (removed.lines, whole.lines) if by_line else (removed.letters, whole.letters)
    yield say(f"summary.removed_{'lines' if by_line else 'letters'}", n=counts[0], whole=say.number(counts[1]))
    repaired = len(repairs(essay.cleaned.ledger))
    yield say("summary.repaired", n=repaired) if repaired else say("summary.nothing_repaired")
    if essay.cleaned.doubtful:
        yield say("summary.poor_scan", share=say.decimal(100 * essay.cleaned.unknown))
    for key, n in (
        ("doubts", len(essay.cleaned.uncertain)),
        ("readers", lines("readers")),
        ("taken_down", lines("taken_down")),
    ):
        if n:
            yield say(f"summary.{key}", n=n)


def repaired(say: Pack, essay: Essay, seen: Sequence[Span]) -> list[Repair]:
    """The repairs in the spans that the page shows, in order of the source."""
    return [_repair(say, essay, change) for change in repairs(Ledger(tuple(seen)))]


def _repair(say: Pack, essay: Essay, change: Change) -> Repair:
    was, became = (in_own_language(visible(say, masked(say, w.strip())), essay) for w in (change.before, change.after))
    words = sentence(say, "summary.became" if became else "summary.vanished", was=was, became=became)
    link = tag("a", words, href=f"#{place_id(say, 'change', change.start)}")
    return Repair(link, paragraph(say, essay, change.to), reason(change.rule, say.code))


def paragraph(say: Pack, essay: Essay, offset: int) -> str:
    """The paragraph in which an offset of the reading text stands."""
    units = [unit for unit in essay.units if not unit.removed]
    at = bisect_right([unit.start for unit in units], offset) - 1
    return place_words(say, units[at]) if at >= 0 <= offset else ""
