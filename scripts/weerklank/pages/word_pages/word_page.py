"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.template import render
from weerklank.pages.word_pages.concordance import concordance
from weerklank.pages.word_pages.tables import Row, Use, named_row, text_row, use
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[Kind, ...] = ("form", "variant", "head", "modifier", "derivation")


def page(word: Word, collection: Collection, counted: Counted) -> str:
    """The Markdown of the page of a word."""
    say = collection.say
    groups = concordance(word, collection)
    body = render(
        say,
        "word",
        word=word,
        summary=_summary(word, collection, counted),
        forms=[(kind, word.forms(kind)) for kind in _KINDS if word.forms(kind)],
        texts=_texts(word, collection, counted),
        authors=_authors(word, collection, counted),
        groups=groups,
        told=any(line.passages for group in groups for line in group.lines),
    )
    title = say("quotation.words", words=word.word)
    front = head(say, title, description=say("word.description", title=title), styles=["words"])
    return front + body


def _summary(word: Word, collection: Collection, counted: Counted) -> Html:
    say = collection.say
    number, texts = len(word.counted), len(word.by_essay)
    if not number:
        return escape(say("word.unused"))
    every = say("count.texts", n=len(collection.essays))
    words = say("word.times", number=number, texts=texts, every=every)
    share = counted.size(collection.essays).share(number)
    said = words if share is None else say("word.share", words=words, share=say.decimal(share))
    return tag("p", said, class_="wk-derived")


def _texts(word: Word, collection: Collection, counted: Counted) -> list[tuple[Row, Use, str]]:
    """A row for each text, with the way to its places."""
    say = collection.say
    rows = []
    for essay in collection.essays:
        size, places = counted.sizes[essay.slug], word.by_essay.get(essay.slug, ())
        rows.append((text_row(say, essay, size), use(say, places, size), f"#{say.at('text_id')}-{essay.slug}"))
    return rows


def _authors(word: Word, collection: Collection, counted: Counted) -> list[tuple[Row, Use, str]]:
    """The same for each author, where one has more than one text."""
    say = collection.say
    texts: dict[str, list[Essay]] = {}
    for essay in collection.essays:
        for author in essay.authors:
            texts.setdefault(author, []).append(essay)
    if not any(len(own) > 1 for own in texts.values()):
        return []
    rows = []
    for author, own in texts.items():
        size = counted.size(own)
        places = [place for essay in own for place in word.by_essay.get(essay.slug, ())]
        rows.append((named_row(say, author, size, len(own)), use(say, places, size), ""))
    return rows
