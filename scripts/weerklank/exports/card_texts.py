"""What stands on a page's social card: the picture that a link to the page is shown with elsewhere.

Nothing is drawn here (weerklank.site.card_pictures does). A card says no more than its page: titles, names,
a claim, counts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from weerklank.languages.nl.interface import STANCES, count_words, upper_first
from weerklank.markup.parts import author_words, year_words
from weerklank.model import Argument, Collection, Essay, Stance
from weerklank.pages.authors import Author, authors

FOLDER = "kaarten"
"""The folder of the site that holds the cards."""

HOME = "index.md"
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Card:
    """A card: `name` is its address below FOLDER, without '.png'; `quoted`: the title is an author's."""

    name: str
    kicker: str
    title: str
    by: str
    site: str
    stances: tuple[tuple[Stance, int], ...] = ()
    quoted: bool = False

    @property
    def path(self) -> str:
        """The address of its picture from the site's root."""
        return f"{FOLDER}/{self.name}.png"

    @property
    def words(self) -> str:
        """What stands on it, for who does not see it."""
        counts = ", ".join(f"{count} {STANCES[stance]}" for stance, count in self.stances)
        title = f"{self.kicker}: {self.title}" if self.kicker else self.title
        parts = [part for part in (title, self.by, counts, self.site) if part]
        return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts)


def cards(collection: Collection, pages: Mapping[str, str]) -> dict[str, Card]:
    """The card of each page (by its name under docs/). A text's account has the card of the text."""
    site = collection.config.title
    found = {HOME: _home(collection)}
    for essay in collection.essays:
        card = _essay(essay, collection)
        found |= {f"essays/{essay.slug}.md": card, f"verantwoording/{essay.slug}.md": card}
    found |= {f"argumenten/{argument.id}.md": _argument(argument, site) for argument in collection.arguments}
    found |= {f"auteurs/{author.slug}.md": _author(author, site) for author in authors(collection)}
    lists = {
        "essays/index.md": count_words(len(collection.essays), "tekst", "teksten"),
        "argumenten/index.md": count_words(len(collection.arguments), "argument", "argumenten"),
        "auteurs/index.md": count_words(len(authors(collection)), "auteur", "auteurs"),
    }
    for name, text in pages.items():
        if name.endswith(".md") and name not in found and (title := _title(text)):
            found[name] = Card(name.removesuffix(".md"), "", title, lists.get(name, ""), site)
    return found


def _title(page: str) -> str:
    """The title in a page's front matter, without the quotes and references that it has there."""
    match = _TITLE.search(page)
    said = match[1].strip() if match else ""
    if said[:1] in "'\"" and said[-1:] == said[:1]:
        said = said[1:-1].replace("''", "'")
    return html.unescape(said)


def _home(collection: Collection) -> Card:
    config = collection.config
    texts, found = len(collection.essays), len(collection.arguments)
    counts = f"{count_words(texts, 'tekst', 'teksten')}, {count_words(found, 'argument', 'argumenten')}"
    passages = [p.stance for a in collection.arguments for p in a.passages]
    return Card("index", "", config.title, config.subtitle or counts, "Weerklank", _counts(passages))


def _essay(essay: Essay, collection: Collection) -> Card:
    stances = [p.stance for a in collection.arguments for p in a.passages if p.essay == essay.slug]
    by = f"{upper_first(author_words(essay))}, {year_words(essay)}"
    return Card(
        f"essays/{essay.slug}",
        essay.kicker or "Tekst",
        essay.title,
        by,
        collection.config.title,
        _counts(stances),
        True,
    )


def _argument(argument: Argument, site: str) -> Card:
    texts = count_words(len({p.essay for p in argument.passages}), "tekst", "teksten")
    by = f"{count_words(len(argument.passages), 'passage', 'passages')} in {texts}"
    stances = _counts(p.stance for p in argument.passages)
    return Card(f"argumenten/{argument.id}", "Argument", argument.claim, by, site, stances)


def _author(author: Author, site: str) -> Card:
    titles = [essay.title for essay in author.essays]
    by = titles[0] if len(titles) == 1 else count_words(len(titles), "tekst", "teksten")
    return Card(f"auteurs/{author.slug}", "Auteur", author.name, by, site)


def _counts(stances: Iterable[Stance]) -> tuple[tuple[Stance, int], ...]:
    """How many passages take each stance, in the order in which stances are shown."""
    taken = list(stances)
    return tuple((stance, taken.count(stance)) for stance in STANCES if stance in taken)
