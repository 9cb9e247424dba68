"""What trafilatura takes for the body of a page: a witness to where the essay stands.

Its words are not used, for it loses inline spaces, verse lines and genuine lists; only which of our
blocks it took. Its precision mode drops genuine lists and stays off.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from unicodedata import normalize

_SHINGLE = 4
_ELEMENTS = 60_000


def witness(source: str, elements: int) -> Callable[[str], bool]:
    """A function that tells whether trafilatura took a block with this text.

    `source` is the page's HTML, `elements` how many it has: beyond 60,000 it is not asked.
    """
    taken = _extract(source) if elements <= _ELEMENTS else ""
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
