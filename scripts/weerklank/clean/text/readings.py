"""A maintainer's readings settle what the cleaner left uncertain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from weerklank.clean.ledger.draft import Draft, Edit
from weerklank.model import Cleaned, Verdict

RULE = "reading"
_WORD = re.compile(r"\w+")

Doubt = tuple[int, int, Verdict]
"""Where an uncertain stretch of the text begins and ends, and what became of it so far."""


def settle(draft: Draft, readings: Sequence[tuple[str, str]]) -> Draft:
    """Put `read` for `found`, for each pair (found, read): at every place that was left uncertain
    and reads so, or else at the one place in the text where it stands. A pair that fits no place,
    or several that are not uncertain, does nothing; `unused` tells which did. All pairs are looked for
    in the text as it is handed over; where two want the same words, the first has them.

    >>> settle(Draft("een boom of boon"), [("boon", "loon")]).text
    'een boom of loon'
    """
    text, edits = draft.text, list[Edit]()
    if not readings:
        return draft
    spans = (span for span in draft.ledger().spans if span.readings)
    doubts = sorted((span.to, span.to + len(span.after), span.verdict) for span in spans if span.to is not None)
    words, taken = _words(text), bytearray(len(text))
    for found, read in readings:
        places = list(_occurrences(text, words, found))
        uncertain = {at: among for at in places if (among := _verdicts(doubts, at, at + len(found)))}
        for at in uncertain or (places if len(places) == 1 else ()):
            if not any(taken[at : at + len(found)]):
                taken[at : at + len(found)] = b"\1" * len(found)
                kept = found == read and "changed" not in uncertain.get(at, ())
                edits.append(Edit(at, at + len(found), "kept" if kept else "changed", RULE, read, found))
    return draft.apply(edits)


def unused(cleaned: Cleaned, readings: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of `readings` that settled nothing in this text."""
    settled = [span for span in cleaned.ledger.spans if RULE in span.rule.split()]
    found_there, stands = {span.detail for span in settled}, {span.after for span in settled}
    longer = stands - {read for _, read in readings}  # became one with other words
    return [
        (found, read)
        for found, read in readings
        if found not in found_there and read not in stands and not any(read in words for words in longer)
    ]


def _verdicts(doubts: Sequence[Doubt], start: int, end: int) -> list[Verdict]:
    """What became so far of the uncertain stretches that this one of the text meets; none where it meets none."""
    at = bisect_left(doubts, (end,))
    found = []
    while at and doubts[at - 1][1] > start:
        at -= 1
        found.append(doubts[at][2])
    return found


def _words(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word of a text stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        places[match[0]].append(match.start())
    return places


def _occurrences(text: str, words: Mapping[str, Sequence[int]], found: str) -> Iterator[int]:
    """Where `found` stands in the text and is no part of a longer word; looked for by the rarest of its words."""
    rarest = min(_WORD.finditer(found), key=lambda match: len(words.get(match[0], ())), default=None)
    if rarest is None:
        yield from (match.start() for match in re.finditer(rf"(?<!\w){re.escape(found)}(?!\w)", text) if found.strip())
        return
    for word_at in words.get(rarest[0], ()):
        at = word_at - rarest.start()
        around = text[max(0, at - 1) : max(0, at)] + text[at + len(found) : at + len(found) + 1]
        if at >= 0 and text.startswith(found, at) and not _WORD.search(around):
            yield at
