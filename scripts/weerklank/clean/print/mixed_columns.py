"""Lines that a scan read across two columns, where no gutter is left to part them by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, doubt
from weerklank.clean.print.print_lines import Line, lines_of
from weerklank.languages.lexicons import LETTERS, core, legal, spelling, word_set

RULE = "columns-mixed"
FEWEST = 3  # half words that go on anywhere in the line below, not at its start
ONE_IN = 25  # lines, at least, where they show that columns were mixed
_INNER = re.compile(rf"(?<![\w'’/.@-])(?P<half>[{LETTERS}]{{2,40}})[-\u00ad¬] +(?:[_|] *)*(?P<next>\S+)")


def mixed_columns(draft: Draft) -> Draft:
    r"""Mark the half words inside a line that go on in the next line: columns were read as one.

    >>> mixed_columns(Draft("geen antwoord kre- De ambtenaar\ngen op hun vragen")).ledger().spans[1].readings
    ('kregen',)
    """
    return draft.apply(_marks(draft.text))


def are_mixed(text: str) -> bool:
    """Whether half words inside the lines of a text show that columns were read as one."""
    return bool(_marks(text))


def _marks(text: str) -> list[Edit]:
    if not any(f"{hyphen} " in text for hyphen in "-\u00ad¬"):
        return []
    lines = lines_of(text)
    found = [each for upper, lower in pairwise(lines) if lower.text for each in _halves(upper, lower)]
    surely = [edit for edit, first in found if first]
    many = len(found) >= FEWEST and len(found) * ONE_IN >= sum(not line.blank for line in lines)
    return [edit for edit, _ in found] if many else surely


def _halves(upper: Line, lower: Line) -> Iterator[tuple[Edit, bool]]:
    """The marks of half words inside a line, each with whether it goes on at the start of the line below."""
    for match in _INNER.finditer(upper.text):
        words = lower.text.split()
        wholes = [(_across(match, word), at == 0) for at, word in enumerate(words)] if _is_half(match) else []
        whole, first = next((each for each in wholes if each[0]), ("", False))
        if whole:
            start = upper.start + match.start()
            yield doubt(start, upper.start + match.end(), (whole,), RULE), first


def _is_half(match: re.Match[str]) -> bool:
    """Whether what stands before a space goes on neither behind it nor, as a suspended hyphen, in a later word."""
    half, beside = match["half"], core(match["next"])[1]
    return beside not in word_set("conjunctions") and not (spelling().known(half + beside) and legal(half, beside))


def _across(match: re.Match[str], word: str) -> str:
    """The word that the half before a space makes with one of the line below, '' where it is none."""
    half, below = match["half"], core(word)[1]
    return half + below if below[:1].islower() and legal(half, below) and spelling().known(half + below) else ""
