"""The page of all words in dispute: how often each text uses each of them, and how that was counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.model.slugs import make_slug
from weerklank.pages.template import render
from weerklank.pages.word_pages.tables import counted_words, scrolling, share_cell, text_head
from weerklank.words.count import SHORT, Counted, Word


def slugs(say: Pack, words: Iterable[str]) -> dict[str, str]:
    """The last part of the address of each word's page, none of them twice.

    >>> from weerklank.languages.pack import pack
    >>> slugs(pack("nl"), ["cliënt", "één", "een"])
    {'cliënt': 'client', 'één': 'een', 'een': 'een-2'}
    """
    found: dict[str, str] = {}
    for word in words:
        slug, number = make_slug(word, say.at("unnamed_word")), 1
        while (name := slug if number == 1 else f"{slug}-{number}") in found.values():
            number += 1
        found[word] = name
    return found


def page(collection: Collection, counted: Counted) -> str:
    """The Markdown of /woorden/."""
    say = collection.say
    names = slugs(say, (word.word for word in counted.words))
    body = render(
        say,
        "words_index",
        words=counted.words,
        links=join((Html("[{}]({}.md)").format(word, Html(name)) for word, name in names.items()), ", "),
        table=_table(collection, counted, names) if collection.essays and names else "",
        short=SHORT,
    )
    front: dict[str, Any] = {"description": say("words.description"), "styles": ["words"]} if names else {}
    return head(say, say("words.title"), **front) + body


def _table(collection: Collection, counted: Counted, names: dict[str, str]) -> Html:
    """Texts × words, with all texts together in the last row."""
    say = collection.say
    links = [tag("a", escape(word), href=f"../{say.at('words')}/{name}/") for word, name in names.items()]
    heads = [tag("th", each, scope="col") for each in (escape(say("word.text")), *links)]
    rows, most = [], [_most(word, counted) for word in counted.words]
    for essay in collection.essays:
        size, here = counted.sizes[essay.slug], f"#{say.at('text_id')}-{essay.slug}"
        cells = [
            share_cell(
                say,
                size,
                len(word.by_essay.get(essay.slug, ())),
                f"../{say.at('words')}/{names[word.word]}/{here}",
                largest,
            )
            for word, largest in zip(counted.words, most, strict=True)
        ]
        rows.append(tag("tr", text_head(say, essay, size, "../"), *cells))
    rows.append(_sum(collection, counted))
    caption = tag(
        "caption",
        escape(say("words.caption")),
    )
    table = tag("table", caption, tag("thead", tag("tr", *heads)), tag("tbody", *rows), class_="wk-matrix wk-words")
    return scrolling(table, say("words.region"))


def _most(word: Word, counted: Counted) -> float:
    """The largest share that a word has in any text that is not short."""
    sizes = {slug: size for slug, size in counted.sizes.items() if not size.short}
    return max((size.share(len(word.by_essay.get(slug, ()))) or 0 for slug, size in sizes.items()), default=0)


def _sum(collection: Collection, counted: Counted) -> Html:
    """The row of all texts that are shown whole: a share of excerpts would say nothing."""
    say = collection.say
    whole = [essay for essay in collection.essays if counted.sizes[essay.slug].whole]
    size = counted.size(whole)
    sums = [sum(len(word.by_essay.get(essay.slug, ())) for essay in whole) for word in counted.words]
    name = say("words.all") if len(whole) == len(collection.essays) else say("words.all_whole")
    cells = [share_cell(say, size, number) for number in sums]
    return tag("tr", tag("th", escape(name), Html(" "), counted_words(say, size), scope="row"), *cells, class_="wk-sum")
