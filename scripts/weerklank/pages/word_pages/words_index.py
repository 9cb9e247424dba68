"""The page of all words in dispute: how often each text uses each of them, and how that was counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.model.slugs import make_slug
from weerklank.pages.template import render
from weerklank.pages.word_pages.tables import Row, Use, named_row, text_row, use
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
        names=names,
        rows=_rows(collection, counted, names) if collection.essays else (),
        short=SHORT,
    )
    front: dict[str, Any] = {"description": say("words.description"), "styles": ["words"]} if names else {}
    return head(say, say("words.title"), **front) + body


def _rows(collection: Collection, counted: Counted, names: dict[str, str]) -> list[tuple[Row, list[tuple[Use, str]]]]:
    """A row for each text, with the use of each word and the way to its places; all texts together are the last.

    That one is of the texts that are shown whole: a share of excerpts would say nothing.
    """
    say = collection.say
    rows, most = [], [_most(word, counted) for word in counted.words]
    for essay in collection.essays:
        size, here = counted.sizes[essay.slug], f"#{say.at('text_id')}-{essay.slug}"
        cells = [
            (
                use(say, word.by_essay.get(essay.slug, ()), size, largest),
                f"../{say.at('words')}/{names[word.word]}/{here}",
            )
            for word, largest in zip(counted.words, most, strict=True)
        ]
        rows.append((text_row(say, essay, size), cells))
    whole = [essay for essay in collection.essays if counted.sizes[essay.slug].whole]
    size = counted.size(whole)
    every = [[p for essay in whole for p in word.by_essay.get(essay.slug, ())] for word in counted.words]
    name = say("words.all") if len(whole) == len(collection.essays) else say("words.all_whole")
    rows.append((named_row(say, name, size), [(use(say, places, size), "") for places in every]))
    return rows


def _most(word: Word, counted: Counted) -> float:
    """The largest share that a word has in any text that is not short."""
    sizes = {slug: size for slug, size in counted.sizes.items() if not size.short}
    return max((size.share(len(word.by_essay.get(slug, ()))) or 0 for slug, size in sizes.items()), default=0)
