"""Many blank lines say no more than one."""

from __future__ import annotations

import re

from weerklank.clean.ledger.draft import Draft, change

RULE = "blank-lines"
_MANY = re.compile(r"\n[^\S\n]*\n(?:[^\S\n]*\n)+")


def blank_lines(draft: Draft) -> Draft:
    r"""Leave one of several blank lines that follow each other.

    >>> blank_lines(Draft("een\n\n \n\ntwee")).text
    'een\n\ntwee'
    """
    return draft.apply(change(*match.span(), "\n\n", RULE) for match in _MANY.finditer(draft.text))
