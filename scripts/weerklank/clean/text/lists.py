"""Lists in the dialects of extractors ('  • item', '  1. item') as '- item' and '1. item', one a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from weerklank.clean.ledger.draft import Draft, Edit, change

RULE = "list-marks"
_BULLET = re.compile(r"^[ \t\u00a0]*[•◦▪‣●○■▸►∙·][ \t\u00a0]*(?=\S)", re.MULTILINE)
_NUMBER = re.compile(
    r"^[ \t\u00a0]+(?=\d{1,3}\.[ \t\u00a0]+\S)|^(?<=\n)[ \t\u00a0]*(?=\d{1,3}\.[ \t\u00a0]{2,}\S)", re.MULTILINE
)
ITEM = re.compile(r"(?:- |\d{1,3}\. )\S")
"""What an item of a list begins with, in a reading text."""


_BULLETS = re.compile("[•◦▪‣●○■▸►∙·]")
_ITEMS = re.compile(r"\n[ \t\u00a0]*(?:\d{1,3}\.|-)[ \t\u00a0]")


def list_marks(draft: Draft) -> Draft:
    r"""Each item on a line of its own with '- ' or 'n. ', a blank line between a list and what is none.

    >>> list_marks(Draft("Neem mee:\n  • brood\n  • kaas")).text
    'Neem mee:\n\n- brood\n- kaas'
    """
    if not (_BULLETS.search(draft.text) or _ITEMS.search("\n" + draft.text)):
        return draft
    bullets = list(_BULLET.finditer(draft.text))
    edits = [change(*m.span(), "- ", RULE) for m in bullets]
    edits += [change(*m.span(), "", RULE) for m in _NUMBER.finditer(draft.text) if m.end() > m.start()]
    edits += _closer(draft.text, bullets)
    draft = draft.apply(edits)
    return draft.apply(_apart(draft.text))


def _closer(text: str, bullets: Sequence[re.Match[str]]) -> Iterator[Edit]:
    """Items that the extractor set apart come together."""
    for above, below in itertools.pairwise(bullets):
        end = text.find("\n", above.end())
        gap = text[end : below.start()]
        if gap.isspace() and gap.count("\n") > 1:
            yield change(end, below.start(), "\n", RULE)


def _apart(text: str) -> Iterator[Edit]:
    """A blank line where a list meets a line that is no item."""
    if "\n- " not in text and not text.startswith("- ") and not re.search(r"^\d{1,3}\. ", text, re.MULTILINE):
        return
    for match in re.finditer(r"(?<=[^\n])\n(?=[^\n])", text):
        begin = text.rfind("\n", 0, match.start()) + 1
        above = bool(ITEM.match(text, begin))
        below = bool(ITEM.match(text, match.end()))
        if above != below and text[begin] != ">" and text[match.end()] != ">":
            yield change(*match.span(), "\n\n", RULE)
