r"""Where the lines of a text stand on its pages: their boxes, how large they are set, and what was doubtful in reading.

Kept beside a text that was read from a PDF, hOCR or ALTO, as `seeds/<stem>.layout`, one row for each line with words,
in the order of the text:

    weerklank-layout 1
    page WIDTH HEIGHT set|seen
    figure LEFT TOP RIGHT BOTTOM
    line LEFT TOP RIGHT BOTTOM SIZE STYLE BLOCK [^BEGIN-END] [?BEGIN-END=CONFIDENCE] [=WHOLE]

Measures are whole numbers in a unit of the file's own (tenths of a point, pixels), from the left and the top of the
page; of a page that was scanned askew as if it had not been. SIZE is the size of the letters: 'set' if the file says
it, 'seen' if it is that of their ink. STYLE is 'b', 'i', 'bi' or '-', BLOCK the number of the block that the line was
in. `^` gives the characters of the line that are raised, `?` words that were read with little confidence (per cent),
and `=` the whole word of which the line has the first half, by the word of the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

SUFFIX = ".layout"
_BEGIN = "weerklank-layout 1"
_ROW = re.compile(r"line((?: -?\d{1,7}){5}) (-|b?i?) (\d{1,7})((?: [\^?=]\S+)*)")
_PAGE = re.compile(r"page (\d{1,7}) (\d{1,7}) (set|seen)")
_FIGURE = re.compile(r"figure((?: -?\d{1,7}){4})")
_MARK = re.compile(r"(?P<begin>\d{1,6})-(?P<end>\d{1,6})(?:=(?P<confidence>\d{1,3}))?")


class Box(NamedTuple):
    """A rectangle on a page, from its left and top."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way between left and right."""
        return (self.left + self.right) / 2


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of these, of which there is one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of print: `raised` are stretches of `text` (begin, end), `doubtful` such stretches with a confidence."""

    text: str
    box: Box
    size: int
    bold: bool = False
    italic: bool = False
    block: int = 0
    raised: tuple[tuple[int, int], ...] = ()
    doubtful: tuple[tuple[int, int, int], ...] = ()
    whole: str = ""

    @property
    def style(self) -> str:
        return "b" * self.bold + "i" * self.italic or "-"


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of print: its measures, lines in the order of the text, and the boxes of its pictures. `seen`: the sizes
    of its letters are those of their ink.
    """

    width: int
    height: int
    lines: tuple[PlacedLine, ...]
    figures: tuple[Box, ...] = ()
    seen: bool = False


Layout = tuple[PlacedPage, ...]
"""All pages of a text, in order."""


class LayoutFault(ValueError):
    """A layout that cannot be read, or does not belong to its text; its message says what is wrong."""


def written(pages: Sequence[PlacedPage]) -> str:
    """A layout as the text of its file."""
    return "\n".join([_BEGIN, *_rows(pages)]) + "\n"


def _rows(pages: Sequence[PlacedPage]) -> Iterator[str]:
    for page in pages:
        yield f"page {page.width} {page.height} {'seen' if page.seen else 'set'}"
        yield from (f"figure {_numbers(figure)}" for figure in page.figures)
        for line in page.lines:
            marks = [f"^{begin}-{end}" for begin, end in line.raised]
            marks += [f"?{begin}-{end}={confidence}" for begin, end, confidence in line.doubtful]
            marks += [f"={line.whole}"] if line.whole else []
            yield " ".join(["line", _numbers(line.box), f"{line.size} {line.style} {line.block}", *marks])


def _numbers(box: Box) -> str:
    return " ".join(map(str, box))


def read_layout(data: bytes, text: str) -> Layout:
    r"""The layout in a file's bytes, for the text that it lies beside. LayoutFault where the two do not fit.

    >>> read_layout(b"weerklank-layout 1\npage 90 90 set\nline 1 2 30 14 12 b 0 ^3-4\n", "een1\n")[0].lines[0].raised
    ((3, 4),)
    """
    try:
        first, _, rest = data.decode().partition("\n")
    except UnicodeDecodeError:
        raise LayoutFault("is not text in UTF-8") from None
    if first != _BEGIN:
        raise LayoutFault(f"does not begin with '{_BEGIN}'")
    words = iter([line for line in text.replace("\f", "\n").split("\n") if line.strip()])
    pages = tuple(_pages(rest.rstrip("\n").split("\n"), words))
    if next(words, None) is not None:
        raise LayoutFault("has fewer lines than its text")
    return pages


def _pages(rows: Sequence[str], words: Iterator[str]) -> Iterator[PlacedPage]:
    size: tuple[int, int, bool] | None = None
    lines: list[PlacedLine] = []
    figures: list[Box] = []
    for number, row in zip(count(2), rows, strict=False):
        if page := _PAGE.fullmatch(row):
            if size:
                yield PlacedPage(size[0], size[1], tuple(lines), tuple(figures), size[2])
            size, lines, figures = (int(page[1]), int(page[2]), page[3] == "seen"), [], []
        elif size and (figure := _FIGURE.fullmatch(row)):
            figures.append(Box(*map(int, figure[1].split())))
        elif size and (line := _ROW.fullmatch(row)):
            lines.append(_line(line, words, number))
        else:
            raise LayoutFault(f"row {number} is none that a layout has")
    if size:
        yield PlacedPage(size[0], size[1], tuple(lines), tuple(figures), size[2])


def _line(row: re.Match[str], words: Iterator[str], number: int) -> PlacedLine:
    text = next(words, None)
    if text is None:
        raise LayoutFault("has more lines than its text")
    *box, size = map(int, row[1].split())
    raised, doubtful, whole = [], [], ""
    for said in row[4].split():
        mark = _MARK.fullmatch(said[1:])
        if said[0] == "=":
            whole = said[1:]
        elif not mark or (said[0] == "?") != bool(mark["confidence"]) or int(mark["end"]) > len(text):
            raise LayoutFault(f"row {number} marks words that its line of the text does not have")
        elif said[0] == "^":
            raised.append((int(mark["begin"]), int(mark["end"])))
        else:
            doubtful.append((int(mark["begin"]), int(mark["end"]), int(mark["confidence"])))
    bold, italic = "b" in row[2], "i" in row[2]
    return PlacedLine(text, Box(*box), size, bold, italic, int(row[3]), tuple(raised), tuple(doubtful), whole)
