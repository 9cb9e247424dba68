"""What each generated page says of itself in its front matter, for the theme's head and the sitemap."""

from __future__ import annotations

from collections.abc import Mapping

from weerklank.exports.card_texts import HOME, Card
from weerklank.languages.nl.interface import count_words, shorten
from weerklank.markup.markdown import more_front_matter
from weerklank.markup.parts import author_words, year_words
from weerklank.model import Collection
from weerklank.pages.authors import Author, authors

_LONGEST = 155  # characters of a description: what search engines show of one


def headed(pages: Mapping[str, str], drawn: Mapping[str, Card], collection: Collection) -> dict[str, str]:
    """The pages, each with the day of its last change here, its card, and a description if it has none."""
    days, descriptions = _days(collection), _descriptions(collection)
    newest = collection.dated.updated if collection.dated else None
    made = dict(pages)
    for name, text in pages.items():
        if name.endswith(".md"):
            card = drawn.get(name, drawn[HOME])
            told = {"updated": days.get(name, newest), "card": card.path, "card_words": card.words}
            if "\ndescription: " not in text.partition("\n---\n")[0]:
                said = descriptions.get(name, f"{card.title}. {collection.config.title}")
                told = {"description": shorten(said, _LONGEST), **told}
            made[name] = more_front_matter(text, {key: value for key, value in told.items() if value})
    return made


def _days(collection: Collection) -> dict[str, str]:
    """The last change of what a page holds, by the page's name; a page that is not here holds everything."""
    days: dict[str, str] = {}
    texts = {e.slug: e.dated.updated for e in collection.essays if e.dated}
    for slug, day in texts.items():
        days |= {f"essays/{slug}.md": day, f"verantwoording/{slug}.md": day}
    for author in authors(collection):
        own = [texts[essay.slug] for essay in author.essays if essay.slug in texts]
        days |= {f"auteurs/{author.slug}.md": max(own)} if own else {}
    return days | {f"argumenten/{a.id}.md": a.dated.updated for a in collection.arguments if a.dated}


def _descriptions(collection: Collection) -> dict[str, str]:
    """A sentence or two on what a page holds, by the page's name, where the page itself says none."""
    config = collection.config
    texts = count_words(len(collection.essays), "tekst", "teksten")
    found = count_words(len(collection.arguments), "argument", "argumenten")
    told = {
        HOME: config.description or config.subtitle or f"{config.title}: {texts} naast elkaar gelezen, {found}.",
        "essays/index.md": f"{texts} in volgorde van verschijnen, met auteur, datum en het aantal passages.",
        "argumenten/index.md": f"{found}, met per tekst welk standpunt de auteur inneemt en waar dat staat.",
        "auteurs/index.md": "De auteurs van deze teksten, zoals de teksten hen noemen, elk met de eigen standpunten.",
        "verantwoording/index.md": "Wat er van de bronnen is overgenomen, hersteld en weggelaten, tekst voor tekst.",
    }
    for essay in collection.essays:
        by = f"{author_words(essay)}, {year_words(essay)}"
        told[f"verantwoording/{essay.slug}.md"] = (
            f"Wat er aan ‘{essay.title}’ ({by}) is gewijzigd, hersteld en weggelaten, met de reden erbij."
        )
    return told | {f"auteurs/{a.slug}.md": _of_author(a) for a in authors(collection)}


def _of_author(author: Author) -> str:
    titles = ", ".join(f"‘{essay.title}’ ({year_words(essay)})" for essay in author.essays)
    return f"{author.name}: de standpunten in {titles}."
