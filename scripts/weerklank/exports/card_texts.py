"""What stands on a page's social card: the picture that a link to the page is shown with elsewhere.

Nothing is drawn here (weerklank.site.card_pictures does). A card says no more than its page: titles, names,
a claim, counts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.long_lists import list_of
from weerklank.markup.parts import place_of, voices
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.model.lessons import Lesson
from weerklank.pages.authors import Author, authors

HOME = "index.md"
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Card:
    """A card: `name` is its address below the folder of cards, without '.png'; `quoted`: the title is an author's.

    `stances` are those taken on its page, each with how often, in words ('3 voor').
    """

    name: str
    kicker: str
    title: str
    by: str
    site: str
    stances: tuple[tuple[Stance, str], ...] = ()
    quoted: bool = False
    folder: str = "cards"

    @property
    def path(self) -> str:
        """The address of its picture from the site's root."""
        return f"{self.folder}/{self.name}.png"

    @property
    def words(self) -> str:
        """What stands on it, for who does not see it."""
        counts = ", ".join(words for _, words in self.stances)
        title = f"{self.kicker}: {self.title}" if self.kicker else self.title
        parts = [part for part in (title, self.by, counts, self.site) if part]
        return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts)


def cards(collection: Collection, pages: Mapping[str, str]) -> dict[str, Card]:
    """The card of each page (by its name under docs/). A text's account has the card of the text."""
    say = collection.say
    site = collection.config.title
    found = {HOME: _home(collection)}
    for essay in collection.essays:
        card = _essay(essay, collection)
        found |= {f"{say.at(folder)}/{essay.slug}.md": card for folder in ("essays", "account")}
    found |= {f"{say.at('arguments')}/{a.id}.md": _argument(say, a, site) for a in collection.arguments}
    found |= {f"{say.at('lessons')}/{each.id}.md": _lesson(say, each, site) for each in collection.lessons}
    found |= {f"{say.at('authors')}/{author.slug}.md": _author(author, site) for author in authors(collection)}
    lists = {
        f"{say.at('essays')}/index.md": say("count.texts", n=len(collection.essays)),
        f"{say.at('arguments')}/index.md": say("count.arguments", n=len(collection.arguments)),
        f"{say.at('authors')}/index.md": say("count.authors", n=len(authors(collection))),
    }
    for name in pages:
        if (whole := list_of(say, name)) in found:  # a part has the card of its list, which is written before it
            found[name] = found[whole]
        elif name.endswith(".md") and name not in found and (title := _title(pages[name])):
            found[name] = Card(name.removesuffix(".md"), "", title, lists.get(name, ""), site)
    return {name: replace(card, folder=say.at("cards")) for name, card in found.items()}


def _title(page: str) -> str:
    """The title in a page's front matter, without the quotes and references that it has there."""
    match = _TITLE.search(page)
    said = match[1].strip() if match else ""
    if said[:1] in "'\"" and said[-1:] == said[:1]:
        said = said[1:-1].replace("''", "'")
    return html.unescape(said)


def _home(collection: Collection) -> Card:
    say = collection.say
    config = collection.config
    texts, found = len(collection.essays), len(collection.arguments)
    counts = f"{say('count.texts', n=texts)}, {say('count.arguments', n=found)}"
    passages = [p for a in collection.arguments for p in a.passages]
    return Card("index", "", config.title, config.subtitle or counts, "Weerklank", _counts(say, passages))


def _essay(essay: Essay, collection: Collection) -> Card:
    say = collection.say
    own = collection.passages_of[essay.slug]
    by = upper_first(place_of(say, essay))
    return Card(
        f"{say.at('essays')}/{essay.slug}",
        essay.kicker or say("card.text"),
        essay.title,
        by,
        collection.config.title,
        _counts(say, own),
        True,
    )


def _argument(say: Pack, argument: Argument, site: str) -> Card:
    texts = say("count.texts", n=len({p.essay for p in argument.passages}))
    by = say("arguments.counts", passages=say("count.passages", n=len(argument.passages)), texts=texts)
    stances = _counts(say, argument.passages)
    return Card(f"{say.at('arguments')}/{argument.id}", say("card.argument"), argument.claim, by, site, stances)


def _lesson(say: Pack, lesson: Lesson, site: str) -> Card:
    minutes = say("lesson.minutes", n=lesson.minutes) if lesson.minutes else ""
    by = " · ".join(part for part in (lesson.audience or "", minutes) if part)
    return Card(f"{say.at('lessons')}/{lesson.id}", say("card.lesson"), lesson.title, by, site)


def _author(author: Author, site: str) -> Card:
    say = author.collection.say
    titles = [essay.title for essay in author.essays]
    by = titles[0] if len(titles) == 1 else say("count.texts", n=len(titles))
    return Card(f"{say.at('authors')}/{author.slug}", say("card.author"), author.name, by, site)


def _counts(say: Pack, passages: Iterable[Passage]) -> tuple[tuple[Stance, str], ...]:
    """How many voices take each stance, in words, in the order in which stances are shown."""
    counts = voices(passages)
    return tuple((s, f"{n} {say(f'stance.{s}')}") for s, n in counts.items() if n)
