"""Words of a page with their boxes, as every reader of pages finds them, put into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from weerklank.model.geometry import Box, PlacedLine, PlacedPage, around

DOUBTFUL = 60  # per cent: the confidence below which a word is remembered as doubtful
_APART = 3.0  # times the size of its letters: a space as wide parts what stands on one line
_GUTTER = 0.9  # the same, where the lines above or below have a space in the same place
_UNLIKE, _UNLIKE_GAP = 1.25, 0.45  # sizes so different, and a space as wide, part a line too
_NEAR = 5.5  # sizes: how far such a line may be
_BOLD_SHARE = 0.6  # of a line's letters


@dataclass(frozen=True, slots=True)
class SetWord:
    """A word where it was set: `raised` are stretches of it, `confidence` per cent (None: not said)."""

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    confidence: int | None = None
    whole: str = ""


def seen_page(width: int, height: int, lines: Sequence[PlacedLine], figures: Sequence[Box]) -> PlacedPage:
    """A page of which no more is known than its ink; 0 for a measure that was not said."""
    width = width or max((line.box.right for line in lines), default=1)
    height = height or max((line.box.bottom for line in lines), default=1)
    return PlacedPage(width, height, tuple(lines), tuple(figures), True)


Run = tuple[int, list[SetWord]]
"""The words that a file has as one line, with the number of their block."""


def lines_of_runs(runs: Sequence[Run]) -> list[PlacedLine]:
    """The lines of a page: runs of words, parted where a gutter runs through them."""
    runs = [(block, [word for word in words if word.text]) for block, words in runs]
    runs = [(block, words) for block, words in runs if words]
    spaces = _spaces(runs)
    return [_line(block, part) for (block, words) in runs for part in _parts(words, spaces)]


Space = tuple[float, float, float]
"""Where a wide space stands: left, right, and the middle of its line."""


def _spaces(runs: Sequence[Run]) -> list[Space]:
    found = []
    for _, words in runs:
        for one, other in zip(words, words[1:], strict=False):
            if other.box.left - one.box.right > _GUTTER * _size(one, other):
                found.append((one.box.right, other.box.left, (one.box.top + one.box.bottom) / 2))
    return sorted(found, key=lambda space: space[2])


def _size(one: SetWord, other: SetWord) -> float:
    sizes = [word.size for word in (one, other) if any(sign.isalnum() for sign in word.text)]
    return max(min(sizes or (one.size, other.size)), 1)  # the ink of a dash does not tell how large it is set


def _parts(words: Sequence[SetWord], spaces: Sequence[Space]) -> Iterator[list[SetWord]]:
    part: list[SetWord] = []
    for word in words:
        if part and _is_gutter(part[-1], word, spaces):
            yield part
            part = []
        part.append(word)
    yield part


def _is_gutter(one: SetWord, other: SetWord, spaces: Sequence[Space]) -> bool:
    size, left, right = _size(one, other), one.box.right, other.box.left
    if right - left > _APART * size or right < one.box.left - size:
        return True
    if right - left > _UNLIKE_GAP * size and _unlike(one, other):
        return True
    if right - left <= _GUTTER * size:
        return False
    height = (one.box.top + one.box.bottom) / 2
    near = (s for s in spaces if 0.5 * size < abs(s[2] - height) < _NEAR * size)
    return sum(min(right, s[1]) - max(left, s[0]) > 0.7 * size for s in near) >= 2


def _unlike(one: SetWord, other: SetWord) -> bool:
    """Whether two words are set in other letters, on other heights."""
    large, small = max(one.size, other.size), min(one.size, other.size)
    told = all(sum(c.isalpha() for c in word.text) > 2 for word in (one, other))
    return told and large > _UNLIKE * small and abs(one.box.bottom - other.box.bottom) > 0.12 * small


def _line(block: int, words: Sequence[SetWord]) -> PlacedLine:
    text, raised, doubtful = "", [], []
    for word in words:
        text = f"{text} " if text else ""
        at = len(text)
        raised += [(at + begin, at + end) for begin, end in word.raised]
        if word.confidence is not None and word.confidence < DOUBTFUL:
            doubtful.append((at, at + len(word.text), max(word.confidence, 0)))
        text += word.text
    weights = [(word, len(word.text)) for word in words]
    total = sum(weight for _, weight in weights)
    return PlacedLine(
        text,
        _line_box(words),
        round(median(word.size for word in words for _ in range(_weight(word)))),
        sum(weight for word, weight in weights if word.bold) > _BOLD_SHARE * total,
        sum(weight for word, weight in weights if word.italic) > _BOLD_SHARE * total,
        block,
        tuple(raised),
        tuple(doubtful),
        words[-1].whole if re.fullmatch(r"\S{2,80}", words[-1].whole) else "",
    )


def _weight(word: SetWord) -> int:
    """How much a word tells of its line: as many letters, or a little where it has none."""
    return 1 + min(10 * sum(c.isalnum() for c in word.text), 100)


_LEVEL = 5  # words of a line that tells how far its page is turned
_TURNED = 0.1  # the most that is believed: height by width


def upright(runs: Sequence[Run]) -> list[Run]:
    """The words of a page that lay askew when it was scanned, as if it had not."""
    slopes = [
        (words[-1].box.bottom - words[0].box.bottom) / across
        for _, words in runs
        if len(words) >= _LEVEL and (across := words[-1].box.left - words[0].box.left) > 0
    ]
    slope = median(slopes) if slopes else 0
    if abs(slope) > _TURNED:
        return list(runs)
    return [(block, [replace(word, box=_turned(word.box, slope)) for word in words]) for block, words in runs]


def _turned(box: Box, slope: float) -> Box:
    down, along = round(-slope * box.middle), round(slope * (box.top + box.bottom) / 2)
    return Box(box.left + along, box.top + down, box.right + along, box.bottom + down)


def _line_box(words: Sequence[SetWord]) -> Box:
    """From the first word to the last, as high as most of its words."""
    whole = around(word.box for word in words)
    rows = sorted((word.box.top, word.box.bottom) for word in words for _ in range(_weight(word)))
    return Box(whole.left, rows[len(rows) // 2][0], whole.right, rows[len(rows) // 2][1])


_UP = ((0.7, re.compile(r"[A-ZÀ-Þbdfhijkl0-9ß-åé-ïñ-öù-üĳ()/]")), (0.6, re.compile("[t?!]")), (0.47, re.compile("")))
_DOWN = ((0.22, re.compile("[gjpqyçQĳ()]")), (0.14, re.compile("[,;]")), (0.0, re.compile("")))
"""How far letters rise above the base line and go below it, in their size: the tallest and deepest of a word."""


_ABOVE, _BELOW = 0.75, 0.25  # of the size of letters: how far their box reaches from the base line


def seen_word(text: str, box: Box, size: float = 0, **more: Any) -> SetWord:
    """A word of which no more is known than the box of its ink, and perhaps the size of its letters; the box that it
    gets is that of its line.
    """
    size = size or size_seen(text, box.height) or box.height
    base = box.bottom - _reach(_DOWN, text) * size
    if not any(c.isalnum() for c in text):  # marks stand where they like
        base = box.bottom
    box = box._replace(top=round(base - _ABOVE * size), bottom=round(base + _BELOW * size))
    return SetWord(text, box, size, **more)


def _reach(reaches: Sequence[tuple[float, re.Pattern[str]]], text: str) -> float:
    return next(reach for reach, letters in reaches if letters.search(text))


def size_seen(text: str, height: float) -> float:
    """The size of the letters of a word, by the height of what is seen of it; 0 for marks alone.

    >>> round(size_seen("Regel", 46)), round(size_seen("meer", 23))
    (50, 49)
    """
    if not any(c.isalnum() for c in text):
        return 0
    return height / (_reach(_UP, text) + _reach(_DOWN, text))
