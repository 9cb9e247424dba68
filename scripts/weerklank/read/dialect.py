"""Blocks of a page as text in the dialect of the scrapes, ready for cleaning.

Blocks are parted by a blank line, but for a name and the words of one item (repeated.py); items of a list are
' • item' or ' 1. item', two spaces deeper for a list in a list; each line of a quotation begins with '> ';
the cells of a table row stand on one line; verse lines are lines.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bs4 import Tag

from weerklank.read.page_blocks import PageBlock
from weerklank.read.repeated import is_label

_CELL_BLOCKS = {"p", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


def dialect(blocks: Sequence[PageBlock], items: Collection[int] = ()) -> str:
    """The text of these blocks, without a line end at its end; `items` are the ids of elements that are built alike."""
    out: list[str] = []
    last: PageBlock | None = None
    for block in blocks:
        text = _lines(block)
        if last and _same_row(last, block):
            out[-1] += " | " + block.text.replace("\n", " ")
            last = block
            continue
        if last:
            out.append("\n" if _same_item(last, block, items) else _between(last, block))
        out.append(text)
        last = block
    return "".join(out)


def _lines(block: PageBlock) -> str:
    if block.items:
        lead = "  " * block.items
        first = f"{lead}{block.marker} " if block.marker else lead + "  "
        text = first + block.text.replace("\n", " ")
    else:
        text = block.text
    quote = "> " * block.quote
    return "\n".join(quote + line for line in text.split("\n"))


def _between(last: PageBlock, block: PageBlock) -> str:
    if last.items and block.items and block.marker and _root_list(last) is _root_list(block):
        return "\n"
    if _is_cell(last) and _is_cell(block) and _table(last) is _table(block):
        return "\n"
    shared = 0
    if last.quote and block.quote and _quotation(last) is _quotation(block):
        shared = min(last.quote, block.quote)
    return "\n" + ("> " * shared).rstrip() + "\n"


def _same_item(last: PageBlock, block: PageBlock, items: Collection[int]) -> bool:
    """Whether two blocks stand in one item, so that a name stands against the words it belongs to."""
    return (is_label(last) or is_label(block)) and any(id(tag) in items and block.within(tag) for tag in last.path)


def _same_row(last: PageBlock, block: PageBlock) -> bool:
    """Two cells of one row of a table that is no layout of a page."""
    return _is_cell(last) and _is_cell(block) and last.row is block.row and _cell(last) is not _cell(block)


def _is_cell(block: PageBlock) -> bool:
    """Whether the block is a short cell by itself: cells that lay out a page hold more than that."""
    cell = _cell(block)
    if cell is None or block.items or block.heading or len(block.text) > 100:
        return False
    inner = [node for node in cell.descendants if isinstance(node, Tag)]
    return len(cell.get_text().strip()) <= 110 and not any(tag.name in _CELL_BLOCKS for tag in inner)


def _cell(block: PageBlock) -> Tag | None:
    return next((tag for tag in reversed(block.path) if tag.name in ("td", "th")), None)


def _root_list(block: PageBlock) -> object:
    return next((tag for tag in block.path if tag.name in ("ul", "ol", "menu", "dir")), None)


def _table(block: PageBlock) -> object:
    return next((tag for tag in reversed(block.path) if tag.name == "table"), None)


def _quotation(block: PageBlock) -> object:
    return next((tag for tag in block.path if tag.name == "blockquote"), None)
