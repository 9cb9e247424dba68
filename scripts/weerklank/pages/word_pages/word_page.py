"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import Part
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head, other_language
from weerklank.model import Collection, Essay
from weerklank.pages.made_of import MadeOf
from weerklank.pages.template import render
from weerklank.pages.word_pages.concordance import FOLDED, lines
from weerklank.pages.word_pages.tables import Row, Use, is_long, named_row, share_of, summed, text_row, use
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[Kind, ...] = ("form", "variant", "head", "modifier", "derivation")

_Told = tuple[str | None, ...]
"""Of one text: its row, and where it has the word its places and 'yes' where some stand in passages."""

_MANY = 100
"""Texts: with more of them, those that do not use a word are counted, and not listed."""


def of_text(essay: Essay, counted: Counted, collection: Collection) -> dict[str, str]:
    """What the pages of words have of one text: for each word its row ('<word> row'), and where the text has the word
    its places ('<word> places'); 'yes' where some stand in passages ('<word> told').
    """
    say, size, made = collection.say, counted.sizes[essay.slug], dict[str, str]()
    for word in counted.words:
        places = word.by_essay.get(essay.slug, ())
        way, root = f"#{say.at('text_id')}-{essay.slug}", "../../../../" if is_long(word) else "../../"
        made[f"{word.word} row"] = _row(say, text_row(say, essay, size), use(say, places, size), way, root)
        if places:
            found = lines(places, essay, collection)
            language = other_language(essay, collection)
            group = render(say, "word_group", essay=essay, language=language, lines=found, root=root)
            made[f"{word.word} places"] = group.rstrip("\n")
            made[f"{word.word} told"] = "yes" if any(line.passages for line in found) else ""
    return made


def pages(
    word: Word,
    name: str,
    collection: Collection,
    counted: Counted,
    told: Sequence[Mapping[str, str]],
    made_of: MadeOf | None = None,
) -> dict[str, str]:
    """The Markdown of the page of a word (`name` under docs/) and of its parts; `told` is what `of_text` gives of each
    text, in order.
    """
    made_of, keys = made_of or MadeOf(collection), [f"{word.word} {each}" for each in ("row", "places", "told")]
    texts = {slug: tuple(map(own.get, keys)) for slug, own in zip(collection.by_slug, told, strict=True)}
    parts = made_of.parts(name, collection.essays) if is_long(word) else [Part(name, collection.essays)]
    write, made = partial(_page, word, counted, parts[1:]), dict[str, str]()
    for part in parts:
        made |= made_of.part(part, collection, write, [texts[essay.slug] for essay in part.entries])
    return made


def _page(
    word: Word,
    counted: Counted,
    years: Sequence[Part[Essay]],
    part: Part[Essay],
    collection: Collection,
    told: Sequence[_Told],
) -> str:
    say, name = collection.say, word.word
    silent = _silent(word, part.entries, counted)
    groups = [(places, in_passages) for _, places, in_passages in told if places is not None]
    heading = say("quotation.words", words=name)
    title = part.titled(say, heading)
    body = render(
        say,
        "word",
        title=title,
        part=part,
        summary=_summary(say, word, collection.essays if part.is_front else part.entries, counted),
        forms=[(kind, word.forms(kind)) for kind in _KINDS if word.forms(kind) and not part.label],
        years=_years(say, word, years, counted) if part.is_front else [],
        ways=_ways(word, years) if part.is_front else [],
        texts=[
            Html(row) for essay, (row, *_) in zip(part.entries, told, strict=True) if row and essay.slug not in silent
        ],
        silent=len(silent),
        authors=[] if part.label else _authors(word, collection, counted),
        groups=[Html(places) for places, _ in groups],
        open=sum(len(word.by_essay.get(essay.slug, ())) for essay in part.entries) <= FOLDED,
        told=any(in_passages for _, in_passages in groups),
    )
    return head(say, title, description=say("word.description", title=heading), styles=["words"]) + body


def _silent(word: Word, texts: Sequence[Essay], counted: Counted) -> set[str]:
    """The texts, by slug, that do not use the word, where they are too many to be rows of a table."""
    if len(texts) <= _MANY:
        return set()
    return {e.slug for e in texts if counted.sizes[e.slug].words and e.slug not in word.by_essay}


def _row(say: Pack, row: Row, found: Use, way: str = "", root: str = "") -> Html:
    """A row of a table, with the way to its places, and the way to the site's root."""
    return Html(render(say, "word_row", row=row, use=found, url=way, root=root).rstrip("\n"))


def _summary(say: Pack, word: Word, texts: Sequence[Essay], counted: Counted) -> Html:
    own = [word.by_essay[essay.slug] for essay in texts if essay.slug in word.by_essay]
    number = sum(map(len, own))
    if not number:
        return escape(say("word.unused"))
    every = say("count.texts", n=len(texts))
    words = say("word.times", number=number, texts=len(own), every=every)
    share = counted.size(texts).share(number)
    said = words if share is None else say("word.share", words=words, share=say.decimal(share))
    return tag("p", said, class_="wk-derived")


def _years(say: Pack, word: Word, parts: Sequence[Part[Essay]], counted: Counted) -> list[Html]:
    """A row for each part of the page, with the way to it."""
    most = max((share_of(word, part.entries, counted) or 0 for part in parts), default=0)
    return [
        _row(say, row, found, part.way)
        for part in parts
        if part.entries
        for row, (found,) in [summed(say, tag("a", part.label, href=part.way), part.entries, counted, [most], [word])]
    ]


def _ways(word: Word, parts: Sequence[Part[Essay]]) -> list[tuple[Essay, str, int]]:
    """The texts that use the word, the way to the part with their places, and how many these are."""
    return [
        (essay, part.way, len(word.by_essay[essay.slug]))
        for part in parts
        for essay in part.entries
        if essay.slug in word.by_essay
    ]


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
