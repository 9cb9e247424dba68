"""Authors: their pages, their list, and links to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import Part, by_letter
from weerklank.markup.markdown import Html, tag
from weerklank.markup.parts import (
    author_words,
    enumerated,
    head,
)
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.made_of import MadeOf
from weerklank.pages.moved import moved
from weerklank.pages.notes import recurring
from weerklank.pages.template import render


@dataclass(frozen=True)
class Author:
    """A name as the texts give it, with its essays; `slug` is the last part of its address."""

    slug: str
    name: str
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
    """All authors by surname. Texts that name nobody have none: what two of them have in common is not known."""
    say = collection.say
    named: dict[str, list[Essay]] = {}
    for essay in collection.essays:
        for name in essay.authors:
            named.setdefault(name, []).append(essay)
    found = [Author(author_slug(say, name), name, tuple(essays), collection) for name, essays in named.items()]
    return sorted(found, key=lambda a: (_surname(a).casefold(), a.slug))


def _surname(author: Author) -> str:
    return author.name.split()[-1]


def unnamed(collection: Collection) -> list[Essay]:
    """The texts that name no author."""
    return [essay for essay in collection.essays if not essay.authors]


def pages(collection: Collection, made_of: MadeOf) -> dict[str, str]:
    """The list of authors and the page of each, by name under docs/."""
    say, folder = collection.say, collection.say.at("authors")
    made = made_of.pages(f"{folder}/", made_of.listed(), index)
    if unnamed(collection):  # once they had a page, as if one person had written them
        target = f"../#{say.at('unnamed_id')}"
        old = moved(say, say("authors.unnamed"), target, say("authors.unnamed_place"))
        made[f"{folder}/{say.at('unknown_author')}.md"] = old
    for author in authors(collection):
        name, seen = f"{folder}/{author.slug}.md", made_of.texts(essay.slug for essay in author.essays)
        made[name] = made_of.page(name, seen, partial(page, author.name))
    return made


def author_links(say: Pack, essay: Essay, root: str) -> Html:
    """The authors of an essay, each a link to their page; of nobody there is none."""
    folder = f"{root}{say.at('authors')}"
    links = [tag("a", name, href=f"{folder}/{author_slug(say, name)}/", rel="author") for name in essay.authors]
    return enumerated(say, links) if links else tag("span", author_words(say, essay), class_="wk-unknown")


def index(collection: Collection) -> dict[str, str]:
    """The list of authors, and of the texts without one, by name under docs/."""
    say = collection.say
    parts = by_letter(say, f"{say.at('authors')}/index.md", authors(collection), _surname)
    return {part.name: _listed(part, collection) for part in parts}


def _listed(part: Part[Author], collection: Collection) -> str:
    say = collection.say
    title, without = part.titled(say, say("authors.title")), () if part.label else unnamed(collection)
    return head(say, title) + render(say, "authors_index", title=title, part=part, unnamed=without)


def page(name: str, texts: Collection) -> str:
    """An author's texts, each with the positions that it takes: the claim leads to its page, the stance to the text."""
    positions = [(essay, recurring(essay, texts)) for essay in texts.essays]
    return head(texts.say, name) + render(texts.say, "author", name=name, texts=positions)
