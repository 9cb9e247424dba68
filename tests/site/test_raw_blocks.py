"""Blocks of HTML go past Markdown, and the page is what it is with Markdown reading them."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from weerklank.site.raw_blocks import RawBlocks

PAGES = {
    "a table": ('<table id="t">\n<tr><td>*a*</td></tr>\n\n<tr><td>b</td></tr>\n</table>', 1),
    "blocks in a row": ("<details>\n<p>a</p>\n</details>\n<details>\n<p>b</p>\n</details>", 1),
    "blocks apart": ("<p>a</p>\n\nEen *woord*.\n\n<p>b</p>", 2),
    "one in another of its name": ('<div>\n<div id="x">a</div>\n\n<div>b</div>\n</div>', 1),
    "in a block that holds Markdown": ('<div markdown="1">\n\n*a*\n\n<aside data-x>\n<p>b</p>\n</aside>\n\n</div>', 0),
    "a heading that Markdown gives an id": ("<div>\n<h3>Een kop</h3>\n</div>", 0),
    "words behind it": ("<p>a</p> en *b*", 0),
    "words below it": ("<p>a</p>\nen *b*", 0),
    "not closed": ("<div>\n<p>a</p>", 0),
    "Markdown in it": ('<div>\n<p markdown="1">*a*</p>\n</div>', 0),
    "in a line": ("Een <q>woord</q>\n<p>b</p>", 0),
    "its own stand-in, by hand": ('<div data-block-of="0"></div>', 1),
}


def html(markdown: str) -> str:
    return Markdown(extensions=["attr_list", "md_in_html"]).convert(markdown)


def shown(markdown: str, meta: dict[str, Any]) -> tuple[str, int, set[str]]:
    """The page as it is rendered past Markdown, how many blocks it did not see, and the ids that are told of."""
    page: Any = SimpleNamespace(meta=meta, present_anchor_ids=None)
    blocks = RawBlocks()
    short = blocks.on_page_markdown(markdown, page=page)
    count = len(re.findall(r'data-block-of="\w+-\d+"', short))
    return blocks.on_page_content(html(short), page=page), count, page.present_anchor_ids or set()


def flat(markup: str) -> str:
    return re.sub(r"\s+", "", markup)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_the_same(name: str) -> None:
    source, blocks = f"# Brood\n\n{PAGES[name][0]}\n\nEinde.", PAGES[name][1]
    page, count, ids = shown(source, {"generated": "x"})
    assert flat(page) == flat(html(source))
    assert count == blocks
    assert ids == (set(re.findall(r'id="(\w+)"', source)) if blocks else set())


@given(st.lists(st.sampled_from([*(part for part, _ in PAGES.values()), "- een\n- twee", "> een", "\n"]), max_size=6))
def test_so_are_they_one_after_the_other(parts: list[str]) -> None:
    source = "\n\n".join(part for part in parts if part != "<div>\n<p>a</p>")
    assert flat(shown(source, {"generated": "x"})[0]) == flat(html(source))


def test_a_page_by_hand_is_left_to_markdown() -> None:
    source = f"# Brood\n\n{PAGES['a table'][0]}"
    assert shown(source, {"title": "Brood"}) == (html(source), 0, set())
