"""A collection, or one text of it, as a book: what its pages show, as plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from weerklank.exports.address import address
from weerklank.exports.book.blocks import blocks, plain
from weerklank.exports.book.book import Book, Run, Text
from weerklank.exports.book.book_debate import groups_of
from weerklank.exports.book.lesson_chapters import lesson_page, texts_of
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.parts import (
    author_words,
    essay_url,
    language_of,
    place_of,
    reading_minutes,
    when_words,
)
from weerklank.model import Collection, Dated, Essay
from weerklank.model.lessons import Lesson
from weerklank.pages import rights
from weerklank.pages.citation import reference_of
from weerklank.pages.footnotes import ASIDES

TextOf = Callable[[Essay], Text]
"""Gives a text of the collection as books have it."""

FIRST_DAY = "2026-01-01"
"""The date of a book whose collection has none yet."""


def whole(collection: Collection, text_of: TextOf | None = None) -> Book:
    """The reader of the collection: its texts, arguments and lessons, and what there is to know of them. `text_of`
    gives a text as books have it, if it is known already.
    """
    config = collection.config
    authors = dict.fromkeys(name for essay in collection.essays for name in essay.authors)
    about = (config.description, *_counts(collection))
    return Book(
        config.title,
        config.subtitle or "",
        config.language,
        tuple(authors),
        config.editors,
        tuple(words for words in about if words),
        _day(collection.dated),
        collection.dated.id if collection.dated else "",
        config.site_url or "",
        tuple((text_of or partial(text, collection))(essay) for essay in collection.essays),
        groups_of(collection),
        _colophon(collection, _day(collection.dated)),
        tuple(lesson_page(lesson, collection) for lesson in collection.lessons),
    )


def one_text(essay: Essay, collection: Collection, text_of: TextOf | None = None) -> Book:
    """One text as a book of its own: the voices beside it stay, the arguments are on the site. It changes with the text
    alone, and with what stands beside it.
    """
    config, own = collection.config, (text_of or partial(text, collection))(essay)
    colophon = _colophon(collection, own.day)
    return Book(
        own.title,
        config.title,
        config.language,
        own.authors,
        config.editors,
        (),
        own.day,
        "",
        config.site_url or "",
        (own,),
        (),
        colophon,
        kind="text",
    )


def one_lesson(lesson: Lesson, collection: Collection, text_of: TextOf | None = None) -> Book:
    """One lesson as a book of its own, to hand out: what is read at its stops stands in it, and of the texts that it
    quotes whose they are.
    """
    config, say = collection.config, collection.say
    made = text_of or partial(text, collection)
    texts = [replace(made(essay), blocks=()) for essay in texts_of(lesson, collection)]
    day = max([each.day for each in texts], default=FIRST_DAY)
    authors = dict.fromkeys(name for each in texts for name in each.authors)
    page = lesson_page(lesson, collection, handed_out=True)
    return Book(
        lesson.title,
        config.title,
        config.language,
        tuple(authors),
        config.editors,
        (),
        day,
        "",
        config.site_url or "",
        tuple(texts),
        (),
        _colophon(collection, day, say("book.numbers")),
        (page,),
        kind="lesson",
    )


def _counts(collection: Collection) -> Iterator[str]:
    say = collection.say
    texts, claims = len(collection.essays), len(collection.arguments)
    yield say("book.counts", texts=say("count.texts", n=texts), arguments=say("count.arguments", n=claims))


def _colophon(collection: Collection, day: str, signs: str = "") -> tuple[str, ...]:
    """What a reader on paper must know: the `signs`, whose the words are, who made it and where it stands."""
    config, say = collection.config, collection.say
    told = [signs or say("book.signs"), say("book.whose")]
    if config.editors:
        told.append(say("book.editors", editors=say.list(config.editors)))
    if config.contact:
        told.append(say("book.contact", contact=config.contact, promise=config.removal or say("rights.promise")))
    if config.site_url:
        told.append(say("book.site", address=config.site_url))
    return (*told, _made(say, day))


def _made(say: Pack, day: str) -> str:
    return say("book.made", day=say.date(day)) if day != FIRST_DAY else say("book.made_undated")


def _day(dated: Dated | None) -> str:
    return dated.updated if dated else FIRST_DAY


def text(collection: Collection, essay: Essay) -> Text:
    """A text as books have it."""
    say, subtitle = collection.say, essay.cleaned.metadata.subtitle
    page = address(collection.config, essay_url(say, "", essay)) if collection.config.site_url else ""
    told = rights.rights(say, essay)
    return Text(
        essay.slug,
        essay.title,
        essay.authors,
        language_of(essay, collection),
        _day(essay.dated),
        essay.kicker or "",
        subtitle if subtitle and subtitle != essay.title else "",
        _byline(say, essay),
        place_of(say, essay),
        _notice(essay, collection),
        tuple(blocks(essay, collection)),
        tuple(_after(say, essay)),
        tuple(_asides(say, essay)),
        say("book.rights", whose=told.whose, means=plain(told.means)),
        tuple(Run(run.text, run.italic) for run in reference_of(essay, collection)),
        page,
    )


def _byline(say: Pack, essay: Essay) -> str:
    minutes = say("count.minutes", n=reading_minutes(essay)) if essay.units else ""
    told = [upper_first(author_words(say, essay)), when_words(say, essay), essay.publication, minutes]
    return " · ".join(words for words in told if words)


def _notice(essay: Essay, collection: Collection) -> str:
    told = rights.notice(essay, collection)
    if told and essay.source_url:
        where = f"{essay.publication or collection.say('rights.the_source')}, {essay.source_url}"
        told += " " + collection.say("rights.elsewhere", source=where)
    return told


def _after(say: Pack, essay: Essay) -> Iterator[str]:
    """What is said below the last block."""
    if ids := essay.left_out.get("", ()):
        yield plain(rights.left_out(say, ids))
    if essay.cleaned.metadata.truncated:
        yield say("essay.broken_off")


def _asides(say: Pack, essay: Essay) -> Iterator[tuple[str, str]]:
    for aside in essay.cleaned.asides:
        if aside.kind in ASIDES:
            yield say(f"essay.aside_{aside.kind}"), _flat(aside.text)
    if essay.note:
        yield say("essay.note"), _flat(essay.note)
    if essay.comments:
        yield "", say("essay.comments_left_out", n=essay.comments)


def _flat(text: str) -> str:
    return " ".join(text.split())
