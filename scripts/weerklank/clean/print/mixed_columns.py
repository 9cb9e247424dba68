"""Lines that a scan read across two columns, where no gutter is left to part them by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, doubt
from weerklank.clean.print.print_lines import Line, lines_of
from weerklank.languages.lexicons import LETTERS, core, legal, spelling, word_set

RULE = "columns-mixed"
_INNER = re.compile(rf"(?<![\w'’/.@-])(?P<half>[{LETTERS}]{{2,40}})[-\u00ad¬] (?P<next>\S+)")


def mixed_columns(draft: Draft) -> Draft:
    r"""Mark the half words inside a line of which the other half begins the next line: two columns were read as one.

    >>> mixed_columns(Draft("geen antwoord kre- De ambtenaar\ngen op hun vragen")).ledger().spans[1].readings
    ('kregen',)
    """
    return draft.apply(_marks(draft.text))


def _marks(text: str) -> Iterator[Edit]:
    for upper, lower in pairwise(lines_of(text)):
        for match in _INNER.finditer(upper.text) if lower.text else ():
            if whole := _across(match, lower):
                start = upper.start + match.start()
                yield doubt(start, upper.start + match.end(), (whole,), RULE)


def _across(match: re.Match[str], lower: Line) -> str:
    """The word that the half before a space makes with the next line's first, '' where it is none."""
    half, beside, below = match["half"], core(match["next"])[1], core(lower.first_word())[1]
    if beside in word_set("conjunctions") or not below[:1].islower() or not legal(half, below):
        return ""
    if spelling().known(half + beside) and legal(half, beside):
        return ""
    return half + below if spelling().known(half + below) else ""
