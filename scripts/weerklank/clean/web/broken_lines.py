"""Lines that the width of a screen or mail broke, put together again where only that is seen."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles

from weerklank.clean.web.page_lines import PageLine

_NARROW, _WIDE = 40, 110  # characters to which lines are broken by width
_BROKEN = 0.6  # share of the lines above others to which their next word would not have fitted, where width broke them
_LINES = 6  # such lines, at least


def unbroken(page: Sequence[PageLine]) -> Sequence[PageLine]:
    """The lines of a page, those that width broke put together: where the next word would have fitted, no width did.

    >>> words = "een regel die door de breedte van het scherm is gebroken en dus verder gaat"
    >>> lines = [PageLine(words[:59] if n % 2 else words, n, False, n == 0) for n in range(3)]
    >>> len(unbroken(lines))
    3
    """
    pairs = [(above, line) for above, line in zip(page, page[1:], strict=False) if not line.first]
    lengths = [len(above.words) for above, _ in pairs]
    width = quantiles(lengths, n=4)[-1] if len(pairs) >= _LINES else 0
    broken = sum(_too_long(above, line, width) for above, line in pairs)
    if not _NARROW <= width <= _WIDE or broken < _BROKEN * len(pairs):
        return page
    joined: list[PageLine] = []
    for n, line in enumerate(page):
        if n and not line.first and _too_long(page[n - 1], line, width):
            above = joined.pop()
            line = _joined(above, line)
        joined.append(line)
    return joined


def _joined(above: PageLine, line: PageLine) -> PageLine:
    made = PageLine(f"{above.words} {line.words}", above.start, line.alone, above.first, above.above, above.own)
    made.end = line.end  # more than a space may stand between the two
    return made


def _too_long(above: PageLine, line: PageLine, width: float) -> bool:
    """Whether the first word of a line would not have fitted behind the line above it."""
    return width - 12 < len(above.words) <= width + 8 and len(above.words) + 1 + len(line.words.split()[0]) > width
