"""Which changes of the ledger touch an author's words, as against line ends and white space."""

from __future__ import annotations

import re

from weerklank.model import Cleaned, Span


def repairs(cleaned: Cleaned) -> list[Span]:
    """The spans, in order of the reading text, in which a word, a mark or a word space was changed.

    Joined lines, hyphens at line ends, list marks and runs of white space are no repairs.
    """
    found = [s for s in cleaned.ledger.spans if s.to is not None and s.verdict == "changed" and is_repair(s)]
    return sorted(found, key=lambda s: (s.to or 0, s.start))


def is_repair(span: Span) -> bool:
    """Whether a changed span has other words than its source had, apart from line ends."""
    return _words(span.before) != _words(span.after)


def _words(text: str) -> str:
    joined = re.sub(r"-[ \t]*\n\s*", "", text)
    return re.sub(r"\s+", " ", joined).strip().lstrip("•·*-> ")
