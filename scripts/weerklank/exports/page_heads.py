"""What each generated page says of itself in its front matter, for the theme's head and the sitemap."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from weerklank.exports.card_texts import HOME, Card
from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import more_front_matter
from weerklank.markup.parts import place_of, year_words
from weerklank.model import Collection
from weerklank.pages.authors import Author, authors
from weerklank.state.kept import NOTHING_KEPT, Kept

_LONGEST = 155  # characters of a description: what search engines show of one


def add_heads(
    pages: MutableMapping[str, str], drawn: Mapping[str, Card], collection: Collection, kept: Kept = NOTHING_KEPT
) -> None:
    """Give each of the pages the day of its last change here, its card, and a description if it has none."""
    days, descriptions = _days(collection), _descriptions(collection)
    newest = collection.dated.updated if collection.dated else None
    for name in pages:
        if name.endswith(".md"):
            text = pages[name]
            card = drawn.get(name, drawn[HOME])
            said = descriptions.get(name, f"{card.title}. {collection.config.title}")
            pages[name] = kept.remembered(_with_head, text, said, days.get(name, newest), card.path, card.words)


def _with_head(page: str, said: str, day: str | None, card: str, words: str) -> str:
    told = {"updated": day, "card": card, "card_words": words}
    if "\ndescription: " not in page.partition("\n---\n")[0]:
        told = {"description": shorten(said, _LONGEST), **told}
    return more_front_matter(page, {key: value for key, value in told.items() if value})


def _days(collection: Collection) -> dict[str, str]:
    """The last change of what a page holds, by the page's name; a page that is not here holds everything."""
    say = collection.say
    days: dict[str, str] = {}
    texts = {e.slug: e.dated.updated for e in collection.essays if e.dated}
    for slug, day in texts.items():
        days |= {f"{say.at(folder)}/{slug}.md": day for folder in ("essays", "account")}
    for author in authors(collection):
        own = [texts[essay.slug] for essay in author.essays if essay.slug in texts]
        days |= {f"{say.at('authors')}/{author.slug}.md": max(own)} if own else {}
    return days | {f"{say.at('arguments')}/{a.id}.md": a.dated.updated for a in collection.arguments if a.dated}


def _descriptions(collection: Collection) -> dict[str, str]:
    """A sentence or two on what a page holds, by the page's name, where the page itself says none."""
    say = collection.say
    config = collection.config
    texts = say("count.texts", n=len(collection.essays))
    found = say("count.arguments", n=len(collection.arguments))
    told = {
        HOME: config.description
        or config.subtitle
        or say("description.home", title=config.title, texts=texts, found=found),
        f"{say.at('essays')}/index.md": say("description.essays", texts=texts),
        f"{say.at('arguments')}/index.md": say("description.arguments", found=found),
        f"{say.at('authors')}/index.md": say("description.authors"),
        f"{say.at('account')}/index.md": say("description.accounts"),
    }
    for essay in collection.essays:
        path = f"{say.at('account')}/{essay.slug}.md"
        told[path] = say("description.account", title=essay.title, by=place_of(say, essay))
    return told | {f"{say.at('authors')}/{a.slug}.md": _of_author(a) for a in authors(collection)}


def _of_author(author: Author) -> str:
    say = author.collection.say
    titles = ", ".join(
        f"{say('quotation.words', words=essay.title)} ({year_words(say, essay)})" for essay in author.essays
    )
    return say("description.author", name=author.name, titles=titles)
