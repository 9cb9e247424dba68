"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.template import render
from weerklank.pages.word_pages.concordance import concordance
from weerklank.pages.word_pages.tables import counted_words, scrolling, text_head, use_cells
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[Kind, ...] = ("form", "variant", "head", "modifier", "derivation")


def page(word: Word, collection: Collection, counted: Counted) -> str:
    """The Markdown of the page of a word."""
    say = collection.say
    body = render(
        say,
        "word",
        word=word,
        summary=_summary(word, collection, counted),
        forms=[(kind, word.forms(kind)) for kind in _KINDS if word.forms(kind)],
        texts=_texts(word, collection, counted) if collection.essays else "",
        authors=_authors(word, collection, counted) if collection.essays else "",
        places=concordance(word, collection) if word.counted else (),
    )
    title = f"‘{word.word}’"
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


def _texts(word: Word, collection: Collection, counted: Counted) -> Html:
    say = collection.say
    rows = []
    for essay in collection.essays:
        size, places = counted.sizes[essay.slug], word.by_essay.get(essay.slug, ())
        cells = use_cells(say, places, size, f"#{say.at('text_id')}-{essay.slug}")
        rows.append(tag("tr", text_head(say, essay, size, "../../"), *cells))
    return _table(say, say("word.text"), rows, say("word.by_text_region"))


def _authors(word: Word, collection: Collection, counted: Counted) -> Html:
    """The same for each author, where one has more than one text."""
    say = collection.say
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
        many = tag("span", escape(say("count.texts", n=len(own))), class_="wk-source")
        name = tag("th", escape(author), Html(" "), many, Html(" "), counted_words(say, size), scope="row")
        rows.append(tag("tr", name, *use_cells(say, places, size)))
    return _table(say, say("word.author"), rows, say("word.by_author_region"))


def _table(say: Pack, first: str, rows: Sequence[Html], name: str) -> Html:
    heads = (first, say("word.per_thousand"), say("word.count"), say("word.itself"), say("word.in_compounds"))
    top = tag("tr", *(tag("th", escape(each), scope="col") for each in heads))
    return scrolling(tag("table", tag("thead", top), tag("tbody", *rows), class_="wk-words wk-use"), name)
