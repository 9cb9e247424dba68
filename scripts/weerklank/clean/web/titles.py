"""The title of a page where it stands more than once: in the window's bar, in a breadcrumb and above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from weerklank.clean.web.page_lines import PageLine

PARTS = re.compile(r" [|–—»«:·-]+ | :: ")
_PAGE_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_BRACKETED = re.compile(r" \([^()]+\)$")
_KICKER = 20  # characters before the colon of 'Column: De tuin'
_TEXT = 12  # words of a line of running text that no menu holds


@lru_cache(maxsize=1 << 13)
def title_key(words: str) -> str:
    """A title as it is compared: without punctuation and capitals.

    >>> title_key("Weg met de klant!")
    'weg met de klant'
    """
    return re.sub(r"\W+", " ", words.casefold()).strip()


def title_keys(words: str) -> frozenset[str]:
    """What a page's first line may stand for further down: itself, one part of 'Title – Site', 'Title (Site)' or a
    running head 'Title 12'.

    >>> sorted(title_keys("De tuin | Buurtblad"))
    ['buurtblad', 'de tuin', 'de tuin buurtblad']
    """
    parts = PARTS.split(words)
    kicked = [part.partition(": ")[2] for part in parts if 0 < part.find(": ") <= _KICKER]
    bare = (sign.sub("", words) for sign in (_PAGE_NUMBER, _BRACKETED))
    return frozenset(title_key(part) for part in (words, *parts, *kicked, *bare)) - {""}


def below_titles(page: Sequence[PageLine]) -> int:
    """The index below the last line above the text that repeats the page's first line, 0 where none does."""
    if not page or len(page[0].words) > 300:
        return 0
    keys = title_keys(page[0].words)
    below = 0
    for i, line in enumerate(page[1:], 1):
        if len(line.words) < 300 and title_key(line.words) in keys:
            below = i + 1
        elif line.prose and line.count >= _TEXT and not line.at_head:
            break
    return below
