"""What trafilatura takes for the body of a page: a witness to where the essay stands.

Its words are not used, for it loses inline spaces, verse lines and genuine lists; only which of our
blocks it took. Its precision mode drops genuine lists and stays off.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from unicodedata import normalize

from bs4 import BeautifulSoup, Tag

_SHINGLE = 4
_ELEMENTS = 60_000  # of a page
_ATTRIBUTES = 1_000  # of an element
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong")
    + ("sub", "sup", "time", "tt", "u")
)
_CROWD = 2_000  # links, italics and the like in one element


def witness(source: str, page: BeautifulSoup) -> Callable[[str], bool]:
    """A function that tells whether trafilatura took a block with this text.

    `source` is the page's HTML, `page` its tree. Trafilatura is only asked where its answer takes no longer than the
    page is long: its time grows with the square of an element's attributes, and of the inline elements in one.
    """
    taken = _extract(source) if _is_usual(page) else ""
    lines = {tuple(_words(line)) for line in taken.splitlines()}
    words = _words(taken)
    shingles = {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}

    def took(text: str) -> bool:
        mine = _words(text)
        if len(mine) <= _SHINGLE:
            return bool(mine) and tuple(mine) in lines
        own = [tuple(mine[i : i + _SHINGLE]) for i in range(len(mine) - _SHINGLE + 1)]
        return sum(shingle in shingles for shingle in own) * 2 > len(own)

    return took


def _is_usual(page: BeautifulSoup) -> bool:
    """Whether nothing on the page is as no page of a website has it."""
    tags = page.find_all(True)
    if len(tags) > _ELEMENTS or any(len(tag.attrs) > _ATTRIBUTES for tag in tags):
        return False
    crowds = (tag.contents for tag in tags if len(tag.contents) > _CROWD)
    return all(sum(isinstance(each, Tag) and each.name in _INLINE for each in crowd) <= _CROWD for crowd in crowds)


def _words(text: str) -> list[str]:
    """The words without figures, which stand raised or bracketed here and run on there; of figures alone these."""
    folded = normalize("NFKC", text.casefold())
    counts = str.isalpha if any(map(str.isalpha, folded)) else str.isalnum
    return "".join(c if counts(c) else " " for c in folded).split()


def _extract(source: str) -> str:
    from trafilatura import extract  # here, since it takes a fifth of a second and few collections hold pages

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        return str(extract(source, include_comments=False, include_tables=True, deduplicate=False) or "")
    except Exception:  # a foreign parser on foreign input: a witness that stumbles has nothing to say
        return ""
