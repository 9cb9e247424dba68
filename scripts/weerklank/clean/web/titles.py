"""The title of a page where it stands more than once: in the window's bar, in a breadcrumb and above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from weerklank.clean.web.page_lines import PageLine

PARTS = re.compile(r" [|–—»«:·•›~-]+ | :: ")
_PAGE_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_BRACKETED = re.compile(r" \([^()]+\)$")
_KICKER = 20  # characters before the colon of 'Column: De tuin'
_SUBTITLE = re.compile(r"(?<=[\w”’\"])[.?!] [A-Z].* \| .*")
_FUSED_SPACES = 2  # in a title that is long enough to be found at the end of a line
_PIECES = 6  # of what stands in a window's bar, that may make a title together
_TEXT = 12  # words of a line of running text that no menu holds


@lru_cache(maxsize=1 << 13)
def title_key(words: str) -> str:
    """A title as it is compared: without punctuation and capitals.

    >>> title_key("Weg met de klant!")
    'weg met de klant'
    """
    return re.sub(r"\W+", " ", words.casefold()).strip()


def title_keys(words: str) -> frozenset[str]:
    """What a page's first line may stand for further down: itself, parts of 'Title – Site', 'Title (Site)', 'Title.
    Subtitle | Site' or a running head 'Title 12'.

    >>> sorted(title_keys("De tuin | Buurtblad"))
    ['buurtblad', 'de tuin', 'de tuin buurtblad']
    """
    parts = _runs(words)
    kicked = [part.partition(": ")[2] for part in parts if 0 < part.find(": ") <= _KICKER]
    bare = (sign.sub("", words) for sign in (_PAGE_NUMBER, _BRACKETED, _SUBTITLE))
    return frozenset(title_key(part) for part in (words, *parts, *kicked, *bare)) - {""}


def fused(window: str, line: str) -> int:
    """Where in a line the title begins that an extractor ran together with the label before it; 0 where none does.

    >>> fused("De tuin van Els | Buurtblad", "ColumnDe tuin van Els")
    6
    """
    titles = (run for run in _runs(window) if run.count(" ") >= _FUSED_SPACES and line.endswith(run))
    start = len(line) - max(map(len, titles), default=len(line))
    return start if 0 < start <= _KICKER and line[start - 1].isalnum() else 0


@lru_cache(maxsize=64)
def _runs(words: str) -> tuple[str, ...]:
    """The parts of what stands in a window's bar, and those together that stand side by side."""
    ends = [(match.start(), match.end()) for match in PARTS.finditer(words)][: _PIECES - 1]
    begins, ends_ = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(words)]
    return tuple(words[begins[i] : ends_[j]] for i in range(len(begins)) for j in range(i, len(ends_)))


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
