"""What of a source is not shown: words of readers, particulars of persons, and what was taken down."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from weerklank.languages.pack import Pack
from weerklank.model import Span
from weerklank.private import instead, particulars

TAKEN_DOWN = "takedown"


class Secret(NamedTuple):
    """A stretch of a span's words (offsets in them) that is not shown, and what is said instead."""

    start: int
    end: int
    instead: str


def is_private(rule: str) -> bool:
    """Whether what a rule took out may hold readers' words: it is counted, never shown."""
    return any(each.startswith("comment") for each in rule.split())


def is_taken_down(span: Span) -> bool:
    """Whether a span's words were taken out on request, before they came here."""
    return TAKEN_DOWN in span.rule.split()


def is_absent(span: Span) -> bool:
    """Whether a span's words may not be shown and are not here: it has an extent and no words."""
    return span.end > span.start and not span.before


def secrets(say: Pack, spans: Sequence[Span]) -> list[tuple[Secret, ...]]:
    """For each span, in its order, the particulars of persons in it that do not stand in the reading text.

    One may begin in one span and end in the next.
    """
    ends = list(accumulate(len(span.before) for span in spans))
    found: list[list[Secret]] = [[] for _ in spans]
    source = "".join(span.before for span in spans)
    for each in particulars(source):
        number = bisect_right(ends, each.start)
        while number < len(spans) and ends[number] - len(spans[number].before) < each.end:
            begin = ends[number] - len(spans[number].before)
            start, end = max(each.start - begin, 0), min(each.end - begin, len(spans[number].before))
            if spans[number].before[start:end].strip():  # white space between two lines of it tells nothing
                found[number].append(Secret(start, end, instead(say, each)))
            number += 1
    for span, own in zip(spans, found, strict=True):
        if span.verdict in ("kept", "changed"):
            own.clear()
        elif not own and not is_private(span.rule):
            own += [Secret(p.start, p.end, instead(say, p)) for p in particulars(span.before)]
    return [tuple(own) for own in found]
