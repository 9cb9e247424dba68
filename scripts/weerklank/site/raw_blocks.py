"""Blocks of HTML that our writers wrote, past Markdown: it would read each of them twice to give it back as it was.

Before a generated page is rendered, a short stand-in takes the place of every block that stands by itself; afterwards
the block takes that of its stand-in. What people write is rendered as MkDocs does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import unescape
from typing import Any

from mkdocs.structure.pages import Page

_BLOCKS = "address|article|aside|blockquote|details|div|dl|figure|footer|form|header|nav|ol|p|section|table|ul"
_BEGIN = re.compile(rf"(?:(?<=\n\n)|\A)<({_BLOCKS})\b[^<>\n]*>")
_NEXT = re.compile(rf"\n<({_BLOCKS})\b")
_MARKDOWN = re.compile(r"<[^<>]*\smarkdown[\s=>]|<h[1-6](?![^<>]*\sid=)")  # what Markdown adds to: a heading's id
_ID = re.compile(r'<[^<>]*?\sid="([^"<>]*)"')
_AFTER = re.compile(r"\n(?:\n|\Z)|\Z")


class RawBlocks:
    """The blocks of one rendering, between MkDocs' events before and after each page."""

    def __init__(self) -> None:
        self._blocks: list[str] = []  # of the page that is rendered now
        self._name = ""  # of its stand-ins

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """The page's Markdown with stand-ins; of a page that nobody generated, as it is."""
        self._blocks.clear()
        if "generated" not in page.meta:
            return markdown
        self._name = sha256(markdown.encode("utf-8", "surrogatepass")).hexdigest()[:16]  # no page can have its own
        parts, at = [], 0
        for start, end in _standing_alone(markdown):
            parts += [markdown[at:start], f'<div data-block-of="{self._name}-{len(self._blocks)}"></div>']
            self._blocks.append(markdown[start:end])
            at = end
        return "".join([*parts, markdown[at:]])

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """The page's HTML with its blocks; MkDocs is told their ids, to which links may lead."""
        if not self._blocks:
            return html
        ids = {unescape(each) for block in self._blocks for each in _ID.findall(block)}
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ids
        stand_in = re.compile(f'<div data-block-of="{self._name}-(\\d+)"></div>')
        return stand_in.sub(lambda match: self._blocks[int(match[1])], html)


def _standing_alone(markdown: str) -> Iterator[tuple[int, int]]:
    """From where to where each row of blocks goes that has blank lines around it and that Markdown leaves as it is."""
    at = 0
    while match := _BEGIN.search(markdown, at):
        at = _end(markdown, match[1], match.start())
        while at and (more := _NEXT.match(markdown, at)):
            at = _end(markdown, more[1], more.start(1) - 1)
        if at and _AFTER.match(markdown, at) and not _MARKDOWN.search(markdown, match.start(), at):
            yield match.start(), at
        else:  # what lies in a block of Markdown is Markdown's
            at = at if at and _MARKDOWN.match(match[0]) else match.end()


def _end(markdown: str, name: str, start: int) -> int:
    """Where the element that begins at `start` ends; elements of its name may lie in it. 0 where it does not."""
    depth = 0
    for match in _tags(name).finditer(markdown, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return 0


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^<>]*>")
