"""A page's own list of contents: a label, and lines that all stand below again as subheads. It says nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, remove
from weerklank.clean.web.page_lines import PageLine, page_lines
from weerklank.clean.web.titles import title_key
from weerklank.languages.rules import sign

RULE = "contents"
_LABEL = sign("contents-label")
_NUMBER = re.compile(r"^(?:(?:[•*–-]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+){1,2}")
_LEAST = 2  # entries
_WORDS = 20  # of a subhead


def trim_contents(draft: Draft) -> Draft:
    r"""Take a list of contents out, wherever it stands above the subheads that it lists.

    >>> trim_contents(Draft("Inhoud\n- Rij\n- Bank\n\nRij\n\nEr was er een.\n\nBank\n\nDie was er ook.")).text
    '\n\nRij\n\nEr was er een.\n\nBank\n\nDie was er ook.'
    """
    page = page_lines(draft.text)
    at = next((i for i, line in enumerate(page) if _LABEL.fullmatch(line.plain)), None)
    end = _end(page, at) if at is not None else None
    if at is None or end is None:
        return draft
    return draft.apply([remove(page[at].start, page[end - 1].end, RULE)])


def _end(page: Sequence[PageLine], at: int) -> int | None:
    """The index below the last entry under the label at line `at`; None where too few lines come back as subheads."""
    again = {
        _key(line.words): i for i, line in enumerate(page) if i > at and line.bare_within(_WORDS)
    }  # its last place
    end = at + 1
    while end < len(page) and page[end].count <= _WORDS and again.get(_key(page[end].words), end) > end:
        end += 1
    return end if end - at > _LEAST else None


def _key(words: str) -> str:
    return title_key(_NUMBER.sub("", words))
