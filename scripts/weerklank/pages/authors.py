"""Authors: their pages, their list, and links to them."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages.nl.interface import count_words
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import argument_url, author_words, essay_url, head, stances_of, title_of, year_words
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.moved import moved
from weerklank.pages.notes import recurring

UNNAMED = "auteur-onbekend"
"""Where the texts that name no author once had a page, as if one person had written them."""

_UNNAMED = "Deze teksten noemen geen auteur. Of twee ervan van een hand zijn, is niet bekend."
_ONWARD = (
    "Naast de anderen: [wie welk standpunt inneemt](../overzicht/index.md), [wie tegenover wie staat]"
    "(../tegenover/index.md) en [wie welke woorden gebruikt](../woorden/index.md)."
)


@dataclass(frozen=True)
class Author:
    """A name as the texts give it, with its essays."""

    slug: str
    name: str
    essays: tuple[Essay, ...]
    collection: Collection


def author_slug(name: str) -> str:
    """The last part of an author's address.

    >>> author_slug("Jos van der Lans")
    'jos-van-der-lans'
    """
    return make_slug(name, "auteur")


def authors(collection: Collection) -> list[Author]:
    """All authors by surname. Texts that name nobody have none: what two of them have in common is not known."""
    named: dict[str, list[Essay]] = {}
    for essay in collection.essays:
        for name in essay.authors:
            named.setdefault(name, []).append(essay)
    found = [Author(author_slug(name), name, tuple(essays), collection) for name, essays in named.items()]
    return sorted(found, key=lambda a: (a.name.split()[-1].casefold(), a.slug))


def unnamed(collection: Collection) -> list[Essay]:
    """The texts that name no author."""
    return [essay for essay in collection.essays if not essay.authors]


def pages(collection: Collection) -> dict[str, str]:
    """The list of authors and the page of each, by name under docs/."""
    made = {"auteurs/index.md": index(collection)}
    if unnamed(collection):
        made[f"auteurs/{UNNAMED}.md"] = moved("Zonder naam", "../#zonder-naam", "Auteurs, zonder naam")
    return made | {f"auteurs/{author.slug}.md": page(author) for author in authors(collection)}


def author_links(essay: Essay, root: str) -> Html:
    """The authors of an essay, each a link to their page; of nobody there is none."""
    links = [tag("a", escape(name), href=f"{root}auteurs/{author_slug(name)}/", rel="author") for name in essay.authors]
    if not links:
        return tag("span", escape(author_words(essay)), class_="wk-unknown")
    return join([join(links[:-1], ", "), links[-1]], " en ") if len(links) > 1 else links[0]


def index(collection: Collection) -> str:
    """The list of authors, and of the texts without one."""
    rows = []
    for author in authors(collection):
        texts = ", ".join(f"*{title_of(e)}* ({year_words(e)})" for e in author.essays)
        rows.append(f"- [{escape(author.name)}]({author.slug}.md): {texts}")
    words = "# Auteurs\n\nDe namen staan hier zoals de teksten ze geven. Wat een tekst niet zegt, vullen wij niet in."
    parts = [words, "\n".join(rows)]
    nobodys = [f"- [{title_of(e)}](../essays/{e.slug}.md) ({year_words(e)})" for e in unnamed(collection)]
    if nobodys:
        parts += ["## Zonder naam {: #zonder-naam }", _UNNAMED, "\n".join(nobodys)]
    return head("Auteurs") + "\n\n".join(filter(None, parts)) + "\n"


def page(author: Author) -> str:
    """An author's texts, each with the positions that it takes: the claim leads to its page, the stance to the text."""
    parts: list[str] = [tag("h1", escape(author.name))]
    for essay in author.essays:
        parts.append(f"## [{title_of(essay)}](../essays/{essay.slug}.md) ({year_words(essay)})")
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
    return head(author.name) + "\n\n".join(parts) + "\n"
