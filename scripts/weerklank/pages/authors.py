"""Authors: their pages, their list, and links to them."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.notes import recurring
from weerklank.pages.template import render


@dataclass(frozen=True)
class Author:
    """A name as the texts give it (None: the texts that name nobody) with its essays.

    `slug` is the last part of its address; the texts that name nobody have a page as well.
    """

    slug: str
    name: str | None
    essays: tuple[Essay, ...]
    collection: Collection


def author_slug(say: Pack, name: str) -> str:
    """The last part of an author's address.

    >>> from weerklank.languages.pack import pack
    >>> author_slug(pack("nl"), "Jos van der Lans")
    'jos-van-der-lans'
    """
    return make_slug(name, say.at("unnamed_author"))


def authors(collection: Collection) -> list[Author]:
    """All authors by surname, those without a name last."""
    say = collection.say
    named: dict[str, list[Essay]] = {}
    unnamed = []
    for essay in collection.essays:
        for name in essay.authors:
            named.setdefault(name, []).append(essay)
        if not essay.authors:
            unnamed.append(essay)
    found = [Author(author_slug(say, name), name, tuple(essays), collection) for name, essays in named.items()]
    found.sort(key=lambda a: ((a.name or "").split()[-1].casefold(), a.slug))
    return found + ([Author(say.at("unknown_author"), None, tuple(unnamed), collection)] if unnamed else [])


def author_links(say: Pack, essay: Essay, root: str) -> Html:
    """The authors of an essay, each a link to their page."""
    folder = f"{root}{say.at('authors')}"
    links = [tag("a", name, href=f"{folder}/{author_slug(say, name)}/", rel="author") for name in essay.authors]
    if not links:
        unknown = f"{folder}/{say.at('unknown_author')}/"
        return tag("a", say("author.unknown"), class_="wk-unknown", href=unknown)
    return Html(say.list(links))  # enumerated as words are, and safe as the links are


def index(collection: Collection) -> str:
    """The list of authors."""
    say = collection.say
    return head(say, say("authors.title")) + render(say, "authors_index", authors=authors(collection))


def page(author: Author) -> str:
    """An author's texts, each with the positions that it takes: the claim leads to its page, the stance to the text."""
    say = author.collection.say
    name = author.name or say("author.unknown_title")
    texts = [(essay, recurring(essay, author.collection)) for essay in author.essays]
    return head(say, name) + render(say, "author", name=name, known=author.name is not None, texts=texts)
