"""The changes of a ledger as people count them, and which of them touch an author's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from weerklank.model import Ledger


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what the source has, what the reading text has, and where.

    `start` is an offset in the source, `to` in the reading text. Where something stood between the
    parts of `before` (a pull quote inside a word), ' … ' stands for it.
    """

    before: str
    after: str
    rule: str
    start: int
    to: int

    @property
    def is_repair(self) -> bool:
        """Whether the words differ, apart from line ends, hyphens there, and list marks."""
        return _words(self.before) != _words(self.after)


def changes(ledger: Ledger) -> list[Change]:
    """The changes in order of the source. Words that went into the change before them are part of it."""
    found: list[Change] = []
    for span in ledger.spans:
        if span.verdict != "changed" or span.to is None:
            continue
        last = found[-1] if found else None
        if last and last.rule == span.rule and not span.after and span.before.strip():
            found[-1] = replace(last, before=f"{last.before.rstrip()} … {span.before.strip()}")
        else:
            found.append(Change(span.before, span.after, span.rule, span.start, span.to))
    return found


def repairs(ledger: Ledger) -> list[Change]:
    """The changes in which a word, a mark or a word space was changed, in order of the source."""
    return [change for change in changes(ledger) if change.is_repair]


def _words(text: str) -> str:
    joined = re.sub(r"-[ \t]*\n\s*", "", text)
    return re.sub(r"\s+", " ", joined).strip().lstrip("•·*-> ")
