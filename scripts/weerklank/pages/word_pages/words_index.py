"""The page of all words in dispute: how often each text uses each of them, and how that was counted."""

from __future__ import annotations

from collections.abc import Iterable

from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.model.slugs import make_slug
from weerklank.pages.word_pages.how import HOW
from weerklank.pages.word_pages.tables import counted_words, scrolling, share_cell, text_head
from weerklank.words.count import Counted, Word


def slugs(words: Iterable[str]) -> dict[str, str]:
    """The last part of the address of each word's page, none of them twice.

    >>> slugs(["cliënt", "één", "een"])
    {'cliënt': 'client', 'één': 'een', 'een': 'een-2'}
    """
    found: dict[str, str] = {}
    for word in words:
        slug, number = make_slug(word, "woord"), 1
        while (name := slug if number == 1 else f"{slug}-{number}") in found.values():
            number += 1
        found[word] = name
    return found


def page(collection: Collection, counted: Counted) -> str:
    """The Markdown of /woorden/."""
    if not counted.words:
        return head("Woorden") + "# Woorden\n\nIn deze verzameling zijn geen woorden aangewezen om te tellen.\n"
    names = slugs(word.word for word in counted.words)
    links = ", ".join(f"[{escape(word)}]({name}.md)" for word, name in names.items())
    parts = [
        "# Woorden",
        f"Om deze woorden draait het debat, of elke auteur gebruikt ze op zijn eigen manier: {links}. De tabel zegt "
        "hoe vaak elke tekst ze gebruikt. Elk getal leidt naar de plaatsen zelf, met de woorden eromheen.",
        _table(collection, counted, names) if collection.essays else "",
        HOW,
    ]
    said = "Hoe vaak elke auteur de omstreden woorden gebruikt, in welke vorm en in welk verband."
    return head("Woorden", description=said, styles=["words"]) + "\n\n".join(filter(None, parts)) + "\n"


def _table(collection: Collection, counted: Counted, names: dict[str, str]) -> Html:
    """Texts × words, with all texts together in the last row."""
    links = [tag("a", escape(word), href=f"../woorden/{name}/") for word, name in names.items()]
    heads = [tag("th", each, scope="col") for each in (escape("Tekst"), *links)]
    rows, most = [], [_most(word, counted) for word in counted.words]
    for essay in collection.essays:
        size, here = counted.sizes[essay.slug], f"#tekst-{essay.slug}"
        cells = [
            share_cell(size, len(word.by_essay.get(essay.slug, ())), f"../woorden/{names[word.word]}/{here}", largest)
            for word, largest in zip(counted.words, most, strict=True)
        ]
        rows.append(tag("tr", text_head(essay, size, "../"), *cells))
    rows.append(_sum(collection, counted))
    caption = tag(
        "caption",
        escape("Aantal keren per duizend woorden, met daarachter het aantal zelf; hoe sterker de tint, hoe vaker"),
    )
    table = tag("table", caption, tag("thead", tag("tr", *heads)), tag("tbody", *rows), class_="wk-matrix wk-words")
    return scrolling(table, "Woorden en teksten")


def _most(word: Word, counted: Counted) -> float:
    """The largest share that a word has in any text that is not short."""
    sizes = {slug: size for slug, size in counted.sizes.items() if not size.short}
    return max((size.share(len(word.by_essay.get(slug, ()))) or 0 for slug, size in sizes.items()), default=0)


def _sum(collection: Collection, counted: Counted) -> Html:
    """The row of all texts that are shown whole: a share of excerpts would say nothing."""
    whole = [essay for essay in collection.essays if counted.sizes[essay.slug].whole]
    size = counted.size(whole)
    sums = [sum(len(word.by_essay.get(essay.slug, ())) for essay in whole) for word in counted.words]
    name = "Alle teksten" if len(whole) == len(collection.essays) else "Alle teksten die geheel worden getoond"
    cells = [share_cell(size, number) for number in sums]
    return tag("tr", tag("th", escape(name), Html(" "), counted_words(size), scope="row"), *cells, class_="wk-sum")
