"""The pages of one rendering between Markdown and template, packed: MkDocs holds all of them at once."""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from weerklank.state.packed import Packed


class PackedPages:
    """MkDocs has the HTML of a page only while it makes the page's file of it."""

    def __init__(self) -> None:
        self._contents = Packed()

    @event_priority(-100)  # after those who change it
    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Take the HTML of a page, and its Markdown away."""
        self._contents[page.file.src_uri] = html
        page.markdown = ""
        return ""

    @event_priority(100)  # before those to whom the page is shown
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """The page has its HTML again."""
        page.content = self._contents.pop(page.file.src_uri)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """The file is made."""
        page.content = None
        return output
