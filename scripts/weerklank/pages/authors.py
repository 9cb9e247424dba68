"""Authors: their pages, their list, and links to them."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import argument_url, essay_url, head, stances_of, year_words
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.notes import recurring


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
    rows = []
    for author in authors(collection):
        texts = ", ".join(f"*{escape(e.title)}* ({year_words(say, e)})" for e in author.essays)
        rows.append(f"- [{escape(author.name or say('author.unknown_title'))}]({author.slug}.md): {texts}")
    words = say("authors.intro")
    return head(say, say("authors.title")) + words + "\n\n" + "\n".join(rows) + "\n"


def page(author: Author) -> str:
    """An author's texts, each with the positions that it takes: the claim leads to its page, the stance to the text."""
    say = author.collection.say
    parts: list[str] = [tag("h1", escape(author.name or say("author.unknown_title")))]
    if author.name is None:
        parts.append(say("author.texts_without"))
    for essay in author.essays:
        parts.append(f"## [{escape(essay.title)}](../essays/{essay.slug}.md) ({year_words(say, essay)})")
        found = recurring(essay, author.collection)
        rows = [
            tag(
                "li",
                tag("a", escape(argument.claim), href=argument_url(say, "../../", argument.id, passages[0])),
                Html(" "),
                tag(
                    "a",
                    escape(stances_of(say, passages)),
                    class_="wk-counts",
                    href=essay_url(say, "../../", essay, passages[0].id),
                ),
            )
            for argument, passages in found
        ]
        if rows:
            number = say("count.arguments", n=len(rows))
            parts += [say("author.positions", number=number), tag("ul", *rows, class_="wk-positions")]
    parts.append(say("author.onward"))

    return head(say, author.name or say("author.unknown_title")) + "\n\n".join(parts) + "\n"
