"""The page of all words in dispute: how often each text uses each of them, and how that was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import Part
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.model.slugs import make_slug
from weerklank.pages.made_of import MadeOf
from weerklank.pages.template import render
from weerklank.pages.word_pages.tables import Row, Use, is_long, share_of, summed, text_row, use
from weerklank.words.count import SHORT, Counted, Word

_Names = Mapping[str, str]
_Line = tuple[Row, list[tuple[Use, str]]]


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


def pages(collection: Collection, counted: Counted, made_of: MadeOf | None = None) -> dict[str, str]:
    """The Markdown of /woorden/ and its parts, by name under docs/."""
    made_of, written, words = made_of or MadeOf(collection), dict[str, str](), counted.words
    parts = made_of.parts(f"{collection.say.at('words')}/index.md", collection.essays if words else ())
    most, long = [_most(word, counted, ([e] for e in collection.essays)) for word in words], [*map(is_long, words)]

    def write(part: Part[Essay], seen: Collection, *_: object) -> str:
        names = slugs(seen.say, (word.word for word in words))
        rows = _sums(seen, counted, names, parts) if part.is_front else _rows(part, seen, counted, names, most)
        return _page(part, rows, seen, counted, names)

    for part in parts:
        written |= made_of.part(part, collection, write, most, long)
    return written


def _page(part: Part[Essay], rows: Sequence[_Line], collection: Collection, counted: Counted, names: _Names) -> str:
    say = collection.say
    title = part.titled(say, say("words.title"))
    links = join((Html("[{}]({}.md)").format(word, Html(part.up + name)) for word, name in names.items()), ", ")
    body = render(
        say,
        "words_index",
        title=title,
        part=part,
        words=counted.words,
        links=links,
        names=names,
        rows=rows if collection.essays else (),
        short=SHORT,
    )
    front: dict[str, Any] = {"description": say("words.description"), "styles": ["words"]} if names else {}
    return head(say, title, **front) + body


def _rows(
    part: Part[Essay], collection: Collection, counted: Counted, names: _Names, most: Sequence[float]
) -> list[_Line]:
    """A row for each text, with the use of each word and the way to its places; all texts together are the last."""
    say, rows = collection.say, []
    ways = [f"{part.root}{say.at('words')}/{names[word.word]}/" for word in counted.words]
    ways = [way + part.way * is_long(word) for way, word in zip(ways, counted.words, strict=True)]
    for essay in part.entries:
        size, here = counted.sizes[essay.slug], f"#{say.at('text_id')}-{essay.slug}"
        uses = (
            use(say, word.by_essay.get(essay.slug, ()), size, largest)
            for word, largest in zip(counted.words, most, strict=True)
        )
        rows.append((text_row(say, essay, size), [(each, way + here) for each, way in zip(uses, ways, strict=True)]))
    return [*rows, _all(part.entries, collection, counted)]


def _sums(collection: Collection, counted: Counted, names: _Names, parts: Sequence[Part[Essay]]) -> list[_Line]:
    """A row for each part of the list, with the way to it."""
    say, found = collection.say, [part for part in parts if part.entries]
    most = [_most(word, counted, (part.entries for part in found)) for word in counted.words]
    rows = []
    for part in found:
        row, uses = summed(say, tag("a", part.label, href=part.way), part.entries, counted, most, counted.words)
        ways = [f"{names[word.word]}/{part.way * is_long(word)}" for word in counted.words]
        rows.append((row, list(zip(uses, ways, strict=True))))
    return [*rows, _all(collection.essays, collection, counted)]


def _all(texts: Sequence[Essay], collection: Collection, counted: Counted) -> _Line:
    """All texts together; of those that are shown whole: a share of excerpts would say nothing."""
    say = collection.say
    whole = all(counted.sizes[essay.slug].whole for essay in texts)
    name = say("words.all") if whole else say("words.all_whole")
    row, uses = summed(say, name, texts, counted, [0.0] * len(counted.words), counted.words)
    return replace(row, texts=None), [(each, "") for each in uses]


def _most(word: Word, counted: Counted, rows: Iterable[Sequence[Essay]]) -> float:
    """The largest share that a word has in any row that is not short."""
    return max((share_of(word, texts, counted) or 0 for texts in rows if not counted.size(texts).short), default=0)
