"""A maintainer's readings settle what the cleaner left uncertain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit
from weerklank.model import Cleaned, Verdict

RULE = "reading"


def settle(draft: Draft, readings: Sequence[tuple[str, str]]) -> Draft:
    """Put `read` for `found`, for each pair (found, read): at every place that was left uncertain
    and reads so, or else at the one place in the text where it stands. A pair that fits no place,
    or several that are not uncertain, does nothing; `unused` tells which did.

    >>> settle(Draft("een boom of boon"), [("boon", "loon")]).text
    'een boom of loon'
    """
    for found, read in readings:
        if not found.strip():
            continue
        ways: tuple[Verdict, ...] = ("kept", "changed") if found == read else ("changed",)
        for verdict in ways:
            places = _places(draft, found)
            draft = draft.apply(Edit(at, at + len(found), verdict, RULE, read, found) for at in places)
            if not _uncertain(draft, found):
                break
    return draft


def unused(cleaned: Cleaned, readings: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of `readings` that settled nothing in this text."""
    settled = [span for span in cleaned.ledger.spans if RULE in span.rule.split()]
    return [
        (found, read)
        for found, read in readings
        if not any(span.detail == found or read in span.after for span in settled)
    ]


def _places(draft: Draft, found: str) -> list[int]:
    """Where in the text `found` is to be replaced."""
    uncertain = _uncertain(draft, found)
    everywhere = _occurrences(draft.text, found)
    return uncertain or (everywhere if len(everywhere) == 1 else [])


def _uncertain(draft: Draft, found: str) -> list[int]:
    """The occurrences of `found` in stretches that were left uncertain."""
    places = _occurrences(draft.text, found)
    doubts = [(s.to, s.to + len(s.after)) for s in draft.ledger().spans if s.readings and s.to is not None]
    return [at for at in places if any(begin < at + len(found) and at < end for begin, end in doubts)]


def _occurrences(text: str, found: str) -> list[int]:
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(found)}(?!\w)", text)]
