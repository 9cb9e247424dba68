"""What became of a source, in characters and lines that add up to all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from weerklank.clean.ledger.source_lines import Line, lines
from weerklank.languages.pack import Pack
from weerklank.model import Span
from weerklank.pages.account.withheld import is_private, is_taken_down

FATES = ("kept", "changed", "set_aside", "metadata", "removed", "readers", "taken_down")
"""What can become of a stretch of a source, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Total:
    """So many characters and lines of a source, `share` of it in tenths of a per cent."""

    fate: str
    letters: int
    lines: int
    share: int


def fate(span: Span) -> str:
    """What became of a span: its verdict, or who its words belong to."""
    if is_taken_down(span):
        return "taken_down"
    return "readers" if is_private(span.rule) else span.verdict


def totals(spans: Sequence[Span]) -> list[Total]:
    """The totals; their characters, lines and shares are together those of the source.

    A line counts for what became of most of it.
    """
    letters = Counter(dict.fromkeys(FATES, 0))
    for span in spans:
        letters[fate(span)] += span.end - span.start
    whole = Counter(_fate_of(line) for line in lines(spans) if line.words)
    found = {name: count for name, count in letters.items() if count or whole[name]}
    parts = zip(found.items(), shares(found.values()), strict=True)
    return [Total(name, count, whole[name], share) for (name, count), share in parts]


def together(found: Sequence[Total]) -> Total:
    """The sum of totals."""
    return Total("together", *(sum(getattr(each, of) for each in found) for of in ("letters", "lines", "share")))


def _fate_of(line: Line) -> str:
    weights: Counter[str] = Counter()
    for piece in line.pieces:
        weights[fate(piece.span)] += len(piece.words.rstrip("\n")) or not line.words.strip()
    return weights.most_common(1)[0][0]


def shares(counts: Iterable[int]) -> list[int]:
    """Counts as tenths of a per cent of their sum, that add up to 1000: the largest remainders are rounded up.

    >>> shares([1, 1, 1])
    [334, 333, 333]
    """
    parts = list(counts)
    whole = sum(parts)
    if not whole:
        return [0] * len(parts)
    down = [1000 * part // whole for part in parts]
    rest = sorted(range(len(parts)), key=lambda i: -(1000 * parts[i] % whole))
    for i in rest[: 1000 - sum(down)]:
        down[i] += 1
    return down


def percent(say: Pack, share: int) -> str:
    r"""Tenths of a per cent in words, with a space that no line breaks at.

    >>> from weerklank.languages.pack import pack
    >>> percent(pack("nl"), 973)
    '97,3\xa0%'
    """
    return f"{say.decimal(share / 10)}\xa0%"


def uses(spans: Iterable[Span]) -> Counter[str]:
    """How many stretches of a source each rule dealt with."""
    return Counter(name for span in spans for name in span.rule.split())
