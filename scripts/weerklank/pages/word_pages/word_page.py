"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.nl.interface import count_words, thousands
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.word_pages.concordance import concordance
from weerklank.pages.word_pages.tables import counted_words, decimal, scrolling, text_head, use_cells
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("form", "Het woord zelf"),
    ("variant", "Anders gespeld"),
    ("head", "Samenstellingen die erop eindigen"),
    ("modifier", "Samenstellingen met het woord voorop of in het midden"),
    ("derivation", "Afleidingen, niet meegeteld"),
)

_LEGEND = (
    "Elke plaats met de woorden eromheen; het nummer leidt naar de alinea. Staat er een standpunt achter, dan is de "
    "plaats deel van een passage bij een argument, en leidt het daarheen."
)


def page(word: Word, collection: Collection, counted: Counted) -> str:
    """The Markdown of /woorden/<woord>/."""
    title = f"‘{word.word}’"
    parts: list[str] = [tag("h1", escape(title)), _summary(word, collection, counted)]
    if word.places:
        parts += ["## Vormen", _forms(word)]
    if collection.essays:
        parts += ["## Per tekst", _texts(word, collection, counted), _authors(word, collection, counted)]
    if word.counted:
        parts += ["## In verband", _LEGEND]
        parts += concordance(word, collection)
    parts.append("[Hoe er geteld is](index.md#hoe-er-geteld-is)")
    said = f"Alle plaatsen waar de auteurs het woord {title} gebruiken, en hoe vaak."
    return head(title, description=said, styles=["words"]) + "\n\n".join(filter(None, parts)) + "\n"


def _summary(word: Word, collection: Collection, counted: Counted) -> Html:
    number, texts = len(word.counted), len(word.by_essay)
    if not number:
        return escape("Geen van de teksten gebruikt dit woord, ook niet in een samenstelling.")
    every = count_words(len(collection.essays), "tekst", "teksten")
    words = f"{thousands(number)} keer, in {thousands(texts)} van {every}."
    share = counted.size(collection.essays).share(number)
    return escape(words if share is None else f"{words} Dat is {decimal(share)} keer op de duizend woorden.")


def _forms(word: Word) -> Html:
    rows = []
    for kind, name in _KINDS:
        if forms := word.forms(kind):
            rows += [tag("dt", escape(name)), tag("dd", _listed(forms))]
    return tag("dl", *rows, class_="wk-forms")


def _listed(forms: Sequence[tuple[str, int]]) -> Html:
    """Forms with their counts, in one line."""
    each = [join([escape(form), Html("\u00a0"), tag("span", escape(f"{n}×"), class_="wk-counts")]) for form, n in forms]
    return join(each, ", ")


def _texts(word: Word, collection: Collection, counted: Counted) -> Html:
    rows = []
    for essay in collection.essays:
        size, places = counted.sizes[essay.slug], word.by_essay.get(essay.slug, ())
        cells = use_cells(places, size, f"#tekst-{essay.slug}")
        rows.append(tag("tr", text_head(essay, size, "../../"), *cells))
    return _table("Tekst", rows, "Per tekst: hoe vaak")


def _authors(word: Word, collection: Collection, counted: Counted) -> Html:
    """The same for each author, where one has more than one text."""
    texts: dict[str, list[Essay]] = {}
    for essay in collection.essays:
        for author in essay.authors:
            texts.setdefault(author, []).append(essay)
    if not any(len(own) > 1 for own in texts.values()):
        return Html("")
    rows = []
    for author, own in texts.items():
        size = counted.size(own)
        places = [place for essay in own for place in word.by_essay.get(essay.slug, ())]
        many = tag("span", escape(count_words(len(own), "tekst", "teksten")), class_="wk-source")
        name = tag("th", escape(author), Html(" "), many, Html(" "), counted_words(size), scope="row")
        rows.append(tag("tr", name, *use_cells(places, size)))
    return join([Html("## Per auteur"), _table("Auteur", rows, "Per auteur: hoe vaak")], "\n\n")


def _table(first: str, rows: Sequence[Html], name: str) -> Html:
    heads = (first, "Per duizend", "Aantal", "Zelf", "In samenstelling")
    top = tag("tr", *(tag("th", escape(each), scope="col") for each in heads))
    return scrolling(tag("table", tag("thead", top), tag("tbody", *rows), class_="wk-words wk-use"), name)
