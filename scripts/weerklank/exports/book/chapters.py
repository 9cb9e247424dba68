"""A book as pages with links among them: XHTML for an EPUB, HTML for a cartridge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from itertools import groupby
from typing import Any

from weerklank.exports.book.book import Book, Claim, Group, Text
from weerklank.languages.pack import Pack
from weerklank.pages.template import render
from weerklank.state.kept import NOTHING_KEPT, Kept

COLUMNS = 7
"""Texts of which the table of arguments and texts still fits a page."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of a book: the name of its file, its title and the language of that, and its words as markup.

    `below` are the places in it that a table of contents names: (address, words, language). `part` says which part of
    the book it belongs to: 'front', 'texts', 'arguments', 'pages' or 'back'.
    """

    name: str
    title: str
    language: str
    markup: str
    below: tuple[tuple[str, str, str], ...] = ()
    part: str = "back"


def stylesheet() -> str:
    """The style of the pages, `book.css`."""
    return (files("weerklank.exports.book") / "book.css").read_text("utf-8")


def chapters(book: Book, say: Pack, epub: bool, kept: Kept = NOTHING_KEPT) -> list[Chapter]:
    """The pages of a book in their order, as XHTML (`epub`) or HTML; those of texts may be `kept`."""
    return list(_Binder(book, say, epub, kept).chapters())


class _Binder:
    """Knows where everything in the book stands."""

    def __init__(self, book: Book, say: Pack, epub: bool, kept: Kept) -> None:
        self.book, self.say, self.epub, self.kept = book, say, epub, kept
        self.end = ".xhtml" if epub else ".html"
        self.group_of = {claim.id: n for n, group in enumerate(book.groups, 1) for claim in group.claims}

    def chapters(self) -> Iterator[Chapter]:
        book, say = self.book, self.say
        yield self._chapter("title", book.title, "title", part="front")
        yield from map(self._text, book.texts)
        yield from (self._group(group) for group in book.groups)
        if book.groups and len(book.texts) <= COLUMNS:
            yield self._chapter("matrix", say("book.matrix"), "matrix", part="arguments")
        for page in book.pages:
            yield self._chapter(f"page-{page.id}", page.title, "lesson_page", part="pages", page=page)
        yield self._back("sources", say("book.sources"), type="bibliography", texts=book.texts)
        yield self._back("colophon", say("book.colophon"), type="colophon", paragraphs=book.colophon)

    def _chapter(
        self, name: str, title: str, template: str, language: str = "", part: str = "back", **values: Any
    ) -> Chapter:
        markup = self._markup(name, template, title=title, book=self.book, **values)
        return Chapter(f"{name}{self.end}", title, language or self.book.language, markup, (), part)

    def _markup(self, name: str, template: str, **values: Any) -> str:
        return render(
            self.say,
            f"book/{template}",
            epub=self.epub,
            ours=self.book.language,
            place_at=partial(self._place, name),
            claim_at=partial(self._claim, name),
            **values,
        )

    def _text(self, text: Text) -> Chapter:
        stretches = [(key, list(blocks)) for key, blocks in groupby(text.blocks, key=lambda block: block.quotation)]
        numbers = {block.id: str(n) for n, block in enumerate((b for b in text.blocks if b.heard), 1)}
        name, more = f"text-{text.slug}", {"text": text, "stretches": stretches, "numbers": numbers}
        inputs = repr((self.say.code, self.epub, self.book.language, self.group_of, text))
        made = self.kept("chapter", inputs, lambda: self._markup(name, "text", title=text.title, **more).encode())
        return Chapter(f"{name}{self.end}", text.title, text.language or self.book.language, made.decode(), (), "texts")

    def _group(self, group: Group) -> Chapter:
        name = f"claims-{self.group_of[group.claims[0].id]}"
        made = self._chapter(name, group.heading, "claims", part="arguments", group=group)
        below = tuple(self._below(name, claim) for claim in group.claims)
        return Chapter(made.name, made.title, made.language, made.markup, below, made.part)

    def _below(self, name: str, claim: Claim) -> tuple[str, str, str]:
        return f"{name}{self.end}#{claim.id}", f"{claim.number}. {claim.claim}", self.book.language

    def _back(self, name: str, title: str, **values: Any) -> Chapter:
        more: dict[str, Any] = {"paragraphs": (), "texts": (), **values}
        return self._chapter(name, title, "back", **more)

    def _place(self, here: str, slug: str, unit: str) -> str:
        """The way from the page `here` to a unit of a text."""
        return f"{'' if here == f'text-{slug}' else f'text-{slug}{self.end}'}#{unit}"

    def _claim(self, here: str, claim: str) -> str:
        name = f"claims-{self.group_of[claim]}"
        return f"{'' if here == name else f'{name}{self.end}'}#{claim}"
