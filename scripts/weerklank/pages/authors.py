"""Authors: their pages, their list, and links to them."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages.nl.interface import count_words
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import argument_url, essay_url, head, stances_of, year_words
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.notes import recurring

UNKNOWN = "auteur-onbekend"
"""The page that gathers the texts which name no author."""

_ONWARD = (
    "Naast de anderen: [wie welk standpunt inneemt](../overzicht/index.md), [wie tegenover wie staat]"
    "(../tegenover/index.md) en [wie welke woorden gebruikt](../woorden/index.md)."
)


@dataclass(frozen=True)
class Author:
    """A name as the texts give it (None: the texts that name nobody) with its essays."""

    slug: str
    name: str | None
    essays: tuple[Essay, ...]
    collection: Collection


def author_slug(name: str) -> str:
    """The last part of an author's address.

    >>> author_slug("Jos van der Lans")
    'jos-van-der-lans'
    """
    return make_slug(name, "auteur")


def authors(collection: Collection) -> list[Author]:
    """All authors by surname, those without a name last."""
    named: dict[str, list[Essay]] = {}
    unnamed = []
    for essay in collection.essays:
        for name in essay.authors:
            named.setdefault(name, []).append(essay)
        if not essay.authors:
            unnamed.append(essay)
    found = [Author(author_slug(name), name, tuple(essays), collection) for name, essays in named.items()]
    found.sort(key=lambda a: ((a.name or "").split()[-1].casefold(), a.slug))
    return found + ([Author(UNKNOWN, None, tuple(unnamed), collection)] if unnamed else [])


def author_links(essay: Essay, root: str) -> Html:
    """The authors of an essay, each a link to their page."""
    links = [tag("a", escape(name), href=f"{root}auteurs/{author_slug(name)}/", rel="author") for name in essay.authors]
    if not links:
        return tag("a", escape("auteur onbekend"), class_="wk-unknown", href=f"{root}auteurs/{UNKNOWN}/")
    return join([join(links[:-1], ", "), links[-1]], " en ") if len(links) > 1 else links[0]


def index(collection: Collection) -> str:
    """The list of authors."""
    rows = []
    for author in authors(collection):
        texts = ", ".join(f"*{escape(e.title)}* ({year_words(e)})" for e in author.essays)
        rows.append(f"- [{escape(author.name or 'Auteur onbekend')}]({author.slug}.md): {texts}")
    words = "# Auteurs\n\nDe namen staan hier zoals de teksten ze geven. Wat een tekst niet zegt, vullen wij niet in."
    return head("Auteurs") + words + "\n\n" + "\n".join(rows) + "\n"


def page(author: Author) -> str:
    """An author's texts, each with the positions that it takes: the claim leads to its page, the stance to the text."""
    parts: list[str] = [tag("h1", escape(author.name or "Auteur onbekend"))]
    if author.name is None:
        parts.append("Deze teksten noemen geen auteur.")
    for essay in author.essays:
        parts.append(f"## [{escape(essay.title)}](../essays/{essay.slug}.md) ({year_words(essay)})")
        found = recurring(essay, author.collection)
        rows = [
            tag(
                "li",
                tag("a", escape(argument.claim), href=argument_url("../../", argument.id, passages[0])),
                Html(" "),
                tag(
                    "a",
                    escape(stances_of(passages)),
                    class_="wk-counts",
                    href=essay_url("../../", essay, passages[0].id),
                ),
            )
            for argument, passages in found
        ]
        if rows:
            number = count_words(len(rows), "argument", "argumenten")
            parts += [f"{number}; het standpunt leidt naar de tekst:", tag("ul", *rows, class_="wk-positions")]
    parts.append(_ONWARD)
    return head(author.name or "Auteur onbekend") + "\n\n".join(parts) + "\n"
