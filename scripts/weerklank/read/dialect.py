"""Blocks of a page as text in the dialect of the scrapes, ready for cleaning.

Blocks are parted by a blank line; items of a list are '  • item' or '  1. item', two spaces deeper
for a list in a list; each line of a quotation begins with '> '; the cells of a table row stand on
one line; verse lines are lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.read.page_blocks import PageBlock


def dialect(blocks: Sequence[PageBlock]) -> str:
    """The text of these blocks, without a line end at its end."""
    out: list[str] = []
    last: PageBlock | None = None
    for block in blocks:
        text = _lines(block)
        if last and _same_row(last, block):
            out[-1] += " | " + block.text.replace("\n", " ")
            last = block
            continue
        if last:
            out.append(_between(last, block))
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
    if last.row is not None and block.row is not None and _table(last) is _table(block) and not block.heading:
        return "\n"
    shared = 0
    if last.quote and block.quote and _quotation(last) is _quotation(block):
        shared = min(last.quote, block.quote)
    return "\n" + ("> " * shared).rstrip() + "\n"


def _same_row(last: PageBlock, block: PageBlock) -> bool:
    """Two short cells of one row; the cells of a table that lays out a page hold blocks, and stay apart."""
    if last.row is None or last.row is not block.row or last.items or block.items or last.heading or block.heading:
        return False
    short = len(last.text) <= 100 and len(block.text) <= 100
    return short and all(b.path[-1].name in ("td", "th") or b.path[-2].name in ("td", "th") for b in (last, block))


def _root_list(block: PageBlock) -> object:
    return next((tag for tag in block.path if tag.name in ("ul", "ol", "menu", "dir")), None)


def _table(block: PageBlock) -> object:
    return next((tag for tag in reversed(block.path) if tag.name == "table"), None)


def _quotation(block: PageBlock) -> object:
    return next((tag for tag in block.path if tag.name == "blockquote"), None)
