"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head, other_language
from weerklank.model import Collection, Essay
from weerklank.pages.template import render
from weerklank.pages.word_pages.concordance import FOLDED, lines
from weerklank.pages.word_pages.tables import Row, Use, named_row, text_row, use
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[Kind, ...] = ("form", "variant", "head", "modifier", "derivation")

_MANY = 100
"""Texts: with more of them, those that do not use a word are counted, and not listed."""


def of_text(essay: Essay, counted: Counted, collection: Collection) -> dict[str, str]:
    """What the pages of words have of one text: for each word its row ('<word> row'), and where the text has the word
    its places ('<word> places'); 'yes' where some stand in passages ('<word> told').
    """
    say, size, made = collection.say, counted.sizes[essay.slug], dict[str, str]()
    for word in counted.words:
        places = word.by_essay.get(essay.slug, ())
        way = f"#{say.at('text_id')}-{essay.slug}"
        made[f"{word.word} row"] = _row(say, text_row(say, essay, size), use(say, places, size), way)
        if places:
            found = lines(places, essay, collection)
            language = other_language(essay, collection)
            group = render(say, "word_group", essay=essay, language=language, lines=found)
            made[f"{word.word} places"] = group.rstrip("\n")
            made[f"{word.word} told"] = "yes" if any(line.passages for line in found) else ""
    return made


def page(word: Word, collection: Collection, counted: Counted, texts: Sequence[Mapping[str, str]]) -> str:
    """The Markdown of the page of a word; `texts` are what `of_text` gives of each text."""
    say, name, silent = collection.say, word.word, _silent(word, collection, counted)
    rows = zip(collection.essays, texts, strict=True)
    body = render(
        say,
        "word",
        word=word,
        summary=_summary(word, collection, counted),
        forms=[(kind, word.forms(kind)) for kind in _KINDS if word.forms(kind)],
        texts=[Html(each[f"{name} row"]) for essay, each in rows if essay.slug not in silent],
        silent=len(silent),
        authors=_authors(word, collection, counted),
        groups=[Html(each[f"{name} places"]) for each in texts if f"{name} places" in each],
        open=len(word.counted) <= FOLDED,
        told=any(each.get(f"{name} told") for each in texts),
    )
    title = say("quotation.words", words=name)
    front = head(say, title, description=say("word.description", title=title), styles=["words"])
    return front + body


def _silent(word: Word, collection: Collection, counted: Counted) -> set[str]:
    """The texts, by slug, that do not use the word, where they are too many to be rows of a table."""
    if len(collection.essays) <= _MANY:
        return set()
    return {e.slug for e in collection.essays if counted.sizes[e.slug].words and e.slug not in word.by_essay}


def _row(say: Pack, row: Row, found: Use, way: str = "") -> Html:
    """A row of a table, with the way to its places."""
    return Html(render(say, "word_row", row=row, use=found, url=way).rstrip("\n"))


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


def _authors(word: Word, collection: Collection, counted: Counted) -> list[Html]:
    """A row for each author, where one has more than one text."""
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
        rows.append(_row(say, named_row(say, author, size, len(own)), use(say, places, size)))
    return rows
