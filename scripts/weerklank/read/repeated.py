"""Items of a page that are built alike, each a name with words: what comments are where nothing names them.

They may as well be the testimonies of an essay. So nothing is left out here: the names stay with the words, as lines
right above or below them, and what decides on the text sees who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from bs4 import Tag

from weerklank.read.page_blocks import PageBlock
from weerklank.read.zones import elements

_ITEMS = ["div", "li", "article", "section", "tr", "p", "dd", "span", "details", "figure"]
_NAMES = [
    "footer", "cite", "b", "strong", "span", "a", "div", "td", "th", "dt", "time", "small", "em", "i", "p",
    "address", "figcaption", "summary",
]  # fmt: skip
_WORDS = (3, 400)  # words of an item: no page's layout, no menu
_NAME = 6  # words of a name with what belongs to it
_MOST = 2_000  # items of a page
_SENTENCE = re.compile(r"[.!?:…][\"'”’»)\]]*$")


def repeated_items(soup: Tag) -> dict[int, int]:
    """The ids of elements that stand beside others of their kind, each with a short label and with words; to each
    the number of its kind.
    """
    found: dict[int, int] = {}
    for parent in {id(tag.parent): tag.parent for tag in islice(elements(soup, _ITEMS), _MOST) if tag.parent}.values():
        kinds: dict[tuple[str, tuple[str, ...]], list[Tag]] = {}
        for child in (each for each in parent.contents if isinstance(each, Tag) and each.name in _ITEMS):
            kinds.setdefault((child.name, _classes(child)), []).append(child)
        for items in kinds.values():
            labels = [_label(item) for item in items] if len(items) > 1 else []
            if sum(bool(label) for label in labels) * 2 > len(items) and len(set(labels)) > 1:
                number = len(found)
                found.update((id(item), number) for item, label in zip(items, labels, strict=True) if label)
    return found


def with_names(
    blocks: Sequence[PageBlock], taken: Sequence[int], items: Mapping[int, int]
) -> tuple[list[int], frozenset[int]]:
    """The blocks `taken`, with the labels of those that stand in one of `items`, where two of a kind were taken; and
    the ids of these items.
    """
    within = {id(tag) for i in taken for tag in blocks[i].path if id(tag) in items}
    often = Counter(items[key] for key in within)
    chosen = frozenset(key for key in within if often[items[key]] > 1)
    beside = {
        i
        for i, block in enumerate(blocks)
        if chosen and is_label(block) and any(id(tag) in chosen for tag in block.path)
    }
    return sorted({*taken, *beside}), chosen


def is_label(block: PageBlock) -> bool:
    """Whether a block may be a name with what belongs to it: a few words."""
    return len(block.text.split()) <= _NAME and bool(re.search(r"\w", block.text))


def _classes(tag: Tag) -> tuple[str, ...]:
    names = {re.sub(r"\d+", "", name) for name in tag.get_attribute_list("class")}
    return tuple(sorted(names - {"odd", "even", "first", "last"}))


def _label(item: Tag) -> str:
    """The short words of an item that stand apart from its text; '' where it has none, or is headed as a section is."""
    count = len(item.get_text(" ").split())
    if not _WORDS[0] < count <= _WORDS[1] or next(elements(item, ("h1", "h2")), None):
        return ""
    for part in islice(elements(item, _NAMES), 30):
        label = part.get_text(" ", strip=True)
        if label and len(label.split()) <= _NAME and len(label.split()) * 2 < count and not _SENTENCE.search(label):
            return label
    return ""
