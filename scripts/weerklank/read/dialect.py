"""Blocks of a page as text in the dialect of the scrapes, ready for cleaning.

Blocks are parted by a blank line, by two where the element ends that holds the text, but
for a name and the words of one item (repeated.py); items of a list are
' • item' or ' 1. item', two spaces deeper for a list in a list; each line of a quotation begins with '> ';
the cells of a table row stand on one line; verse lines are lines.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bs4 import Tag

from weerklank.read.page_blocks import PageBlock
from weerklank.read.repeated import is_label

_PROSE = 12  # words of a block that is running text
_LISTS, _CELLS = ("ul", "ol", "menu", "dir"), ("td", "th")
_CELL_BLOCKS = ["p", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]


def dialect(blocks: Sequence[PageBlock], items: Collection[int] = ()) -> str:
    """The text of these blocks, without a line end at its end; `items` are the ids of elements that are built alike."""
    out: list[str] = []
    last: PageBlock | None = None
    outside = _first_outside(blocks)
    for block in blocks:
        if last and _same_row(last, block):
            out[-1] += " | " + block.text.replace("\n", " ")
            last = block
            continue
        if last:
            out.append("\n" if _same_item(last, block, items) else _between(last, block))
            out.append("\n\n" if block is outside else "")
        out.append(_lines(block))
        last = block
    return "".join(out)


def _first_outside(blocks: Sequence[PageBlock]) -> PageBlock | None:
    """The first block below the element that holds the text, as its first paragraphs tell; None where none is."""
    prose = [block for block in blocks if len(block.text.split()) >= _PROSE and not block.heading]
    first = prose[: max(2, len(prose) // 3)]
    around = set.intersection(*({id(tag) for tag in block.path} for block in first)) if len(prose) > 2 else set()
    last = max((i for i, block in enumerate(blocks) if around <= {id(tag) for tag in block.path}), default=len(blocks))
    return blocks[last + 1] if last + 1 < len(blocks) else None


def _lines(block: PageBlock) -> str:
    text = block.text
    if block.items:
        text = f"{'  ' * block.items}{block.marker or ' '} {text}".replace("\n", " ")
    quote = "> " * block.quote
    return "\n".join(quote + line for line in text.split("\n"))


def _between(last: PageBlock, block: PageBlock) -> str:
    if last.items and block.items and block.marker and _outermost(last, _LISTS) is _outermost(block, _LISTS):
        return "\n"
    if _is_cell(last) and _is_cell(block) and _innermost(last, ("table",)) is _innermost(block, ("table",)):
        return "\n"
    shared = 0
    if last.quote and block.quote and _outermost(last, ("blockquote",)) is _outermost(block, ("blockquote",)):
        shared = min(last.quote, block.quote)
    return "\n" + ("> " * shared).rstrip() + "\n"


def _same_item(last: PageBlock, block: PageBlock, items: Collection[int]) -> bool:
    """Whether two blocks stand in one item, so that a name stands against the words it belongs to."""
    return (is_label(last) or is_label(block)) and any(id(tag) in items and block.within(tag) for tag in last.path)


def _same_row(last: PageBlock, block: PageBlock) -> bool:
    """Two cells of one row of a table that is no layout of a page."""
    return (
        _is_cell(last)
        and _is_cell(block)
        and last.row is block.row
        and _innermost(last, _CELLS) is not _innermost(block, _CELLS)
    )


def _is_cell(block: PageBlock) -> bool:
    """Whether the block is a short cell by itself: cells that lay out a page hold more than that."""
    cell = _innermost(block, _CELLS)
    if cell is None or block.items or block.heading or len(block.text) > 100:
        return False
    return len(cell.get_text().strip()) <= 110 and not cell.find(_CELL_BLOCKS)


def _innermost(block: PageBlock, names: Collection[str]) -> Tag | None:
    return next((tag for tag in reversed(block.path) if tag.name in names), None)


def _outermost(block: PageBlock, names: Collection[str]) -> Tag | None:
    return next((tag for tag in block.path if tag.name in names), None)
