"""What a text says twice: a pull quote has its words from the text that it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from weerklank.clean.print.print_lines import Line

RUN = 4  # words in a row that a pull quote has from the text
ECHO = 0.8  # of a pull quote's runs of words stand elsewhere too
MOST_LINES = 5  # of a pull quote

_SIGNS = re.compile(r"[^\w\s]+")

_Blocks = Sequence[tuple[int, int]]


class Echoes:
    """Which blocks say again what a longer block says: runs of words, each with the size of the longest that has it."""

    def __init__(self, lines: Sequence[Line], blocks: _Blocks) -> None:
        self._runs: dict[tuple[int, int], list[tuple[str, ...]]] = {}
        self._longest: dict[tuple[str, ...], int] = {}
        for first, last in blocks:
            words = [word for _, word in _words(lines, first, last)]
            runs = _runs(words)
            self._runs[first, last] = runs
            for run in runs:
                self._longest[run] = max(self._longest.get(run, 0), len(runs))

    def has(self, first: int, last: int) -> bool:
        """Whether a longer block says nearly all that the lines `first` up to `last` say."""
        runs = self._runs[first, last]
        said = sum(self._longest[run] > len(runs) + RUN for run in runs)
        return len(runs) > 1 and last - first <= MOST_LINES and said >= ECHO * len(runs)


def quoted_lines(lines: Sequence[Line]) -> set[int]:
    """The indexes of lines that stand below or above a blank line and say, from the first word to the last, what other
    lines say in their midst.
    """
    words = list(_words(lines, 0, len(lines)))
    runs = _runs([word for _, word in words])
    often = Counter(runs)
    twice = {at + n for at, run in enumerate(runs) if often[run] > 1 for n in range(RUN)}
    found: set[int] = set()
    for again, stretch in groupby(enumerate(words), key=lambda each: each[0] in twice):
        if again:
            at, said = zip(*stretch, strict=True)
            found |= _whole_lines(lines, words, at, [index for index, _ in said])
    return found


def _whole_lines(
    lines: Sequence[Line], words: Sequence[tuple[int, str]], at: Sequence[int], on: Sequence[int]
) -> set[int]:
    """The lines on which the words `at` stand, where they are these lines' only words, and set off from others."""
    first, last = on[0], on[-1]
    begins = at[0] == 0 or words[at[0] - 1][0] != first
    ends = at[-1] + 1 == len(words) or words[at[-1] + 1][0] != last
    apart = first == 0 or lines[first - 1].blank or last + 1 == len(lines) or lines[last + 1].blank
    few = last - first < MOST_LINES and len(at) > RUN
    return set(range(first, last + 1)) if begins and ends and apart and few else set()


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of so many words in a row."""
    return list(zip(*(words[at:] for at in range(RUN)), strict=False))


@lru_cache(maxsize=1 << 12)
def _words_of(line: str) -> tuple[str, ...]:
    """The words of a line, without signs and in lower case."""
    return tuple(_SIGNS.sub("", line.casefold()).split())


def _words(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, str]]:
    """The words of lines, each with its line; a word broken at a line end is one, on the first line."""
    half: tuple[int, str] | None = None
    for index in range(first, last):
        own = list(_words_of(lines[index].text))
        if half and own:
            own[0] = half[1] + own[0]
            yield half[0], own.pop(0)
            half = None
        if own and lines[index].open_word:
            half = index, own.pop()
        yield from ((index, word) for word in own)
    if half:
        yield half
