"""Whether a page says plainly where its text stands, so that no other program need be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from weerklank.read.page_blocks import PageBlock
from weerklank.read.zones import means

_SHARE = 0.9  # of the page's running text that stands in the one element named for it
_PARAGRAPHS = 3  # of running text in that element, at least
_WORDS = 8  # words of a paragraph
_LINKED = 0.3  # of a paragraph's characters in links: more is no running text


def plain_body(blocks: Sequence[PageBlock]) -> Callable[[str], bool] | None:
    """A function that tells whether a block of this text stands in the page's body; None where that is not plain.

    `blocks` are those of the page outside comments. It is plain where one element, named for the text, holds nearly all
    of what reads as running text.
    """
    prose = [block for block in blocks if not block.zones and _is_prose(block)]
    holding: dict[int, list[PageBlock]] = {}
    for block in prose:
        for tag in block.path:
            if tag.name != "body" and means(tag, "body"):
                holding.setdefault(id(tag), []).append(block)
    total = sum(len(block.text) for block in prose)
    sizes = {key: sum(len(block.text) for block in held) for key, held in holding.items()}
    whole = [key for key, size in sizes.items() if size >= _SHARE * total and len(holding[key]) >= _PARAGRAPHS]
    if not whole:
        return None
    inner = whole[-1]
    inside = {block.text for block in blocks if any(id(tag) == inner for tag in block.path) and not _is_linked(block)}
    return inside.__contains__


def _is_prose(block: PageBlock) -> bool:
    return len(block.text.split()) >= _WORDS and not _is_linked(block)


def _is_linked(block: PageBlock) -> bool:
    return block.linked > _LINKED * len(block.text)
