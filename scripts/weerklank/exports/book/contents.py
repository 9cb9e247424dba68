"""A collection, or one text of it, as a book: what its pages show, as plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from weerklank.exports.address import address
from weerklank.exports.book.book import Block, Book, Heard, Line, Piece, Run, Text, Voice
from weerklank.exports.book.debate import groups_of
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.parts import (
    author_words,
    essay_url,
    language_of,
    place_of,
    reading_minutes,
    stances_of,
    when_words,
    year_words,
)
from weerklank.model import Collection, Dated, Essay, Passage, Unit
from weerklank.pages import notes, rights
from weerklank.pages.citation import reference_of
from weerklank.pages.essay import ASIDES, list_items, passages_by_unit
from weerklank.state.kept import NOTHING_KEPT, Kept

FIRST_DAY = "2026-01-01"
"""The date of a book whose collection has none yet."""


def whole(collection: Collection, kept: Kept = NOTHING_KEPT) -> Book:
    """The reader of the collection: its texts, its arguments, and what there is to know of both. What the processor of
    citations makes is `kept`.
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
        tuple(_text(essay, collection, kept) for essay in collection.essays),
        groups_of(collection),
        _colophon(collection, _day(collection.dated)),
    )


def one_text(essay: Essay, collection: Collection, kept: Kept = NOTHING_KEPT) -> Book:
    """One text as a book of its own: the voices beside it stay, the arguments are on the site. It changes with the text
    alone, and with what stands beside it.
    """
    config, text = collection.config, _text(essay, collection, kept)
    colophon = _colophon(collection, text.day)
    return Book(
        text.title,
        config.title,
        config.language,
        text.authors,
        config.editors,
        (),
        text.day,
        "",
        config.site_url or "",
        (text,),
        (),
        colophon,
    )


def _counts(collection: Collection) -> Iterator[str]:
    say = collection.say
    texts, claims = len(collection.essays), len(collection.arguments)
    yield say("book.counts", texts=say("count.texts", n=texts), arguments=say("count.arguments", n=claims))


def _colophon(collection: Collection, day: str) -> tuple[str, ...]:
    """What a reader on paper must know: the signs, whose the words are, who made it and where it stands."""
    config, say = collection.config, collection.say
    told = [say("book.signs"), say("book.whose")]
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


def _text(essay: Essay, collection: Collection, kept: Kept) -> Text:
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
        tuple(_blocks(essay, collection)),
        tuple(_after(say, essay)),
        tuple(_asides(say, essay)),
        say("book.rights", whose=told.whose, means=plain(told.means)),
        tuple(Run(run.text, run.italic) for run in reference_of(essay, collection, kept)),
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


def _blocks(essay: Essay, collection: Collection) -> Iterator[Block]:
    say = collection.say
    passages = passages_by_unit(essay, collection)
    told = notes.beside(passages, essay, collection, "")
    for unit in essay.units:
        own, beside = passages.get(unit.id, []), told.get(unit.id)
        voice = beside.voice if beside and beside.key else None
        yield Block(
            unit.id,
            unit.kind,
            unit.number or "",
            tuple(_lines(unit, own)),
            unit.quotation,
            plain(rights.left_out(say, essay.left_out.get(unit.id, ()))),
            say("rights.removed") if unit.removed else "",
            _voice(voice, collection) if voice else None,
            tuple(_heard(beside, collection)) if beside else (),
            beside.key_rows if beside else 1,
        )


def _lines(unit: Unit, own: Sequence[Passage]) -> Iterator[Line]:
    """The lines of a unit, cut where key passages begin and end."""
    if unit.removed:
        return
    lines = list_items(unit.text) if unit.kind == "list" else _each_line(unit.text)
    for mark, words, at in lines:
        yield Line(mark, tuple(_pieces(words, at, [p for p in own if p.key])))


def _each_line(text: str) -> Iterator[tuple[str, str, int]]:
    at = 0
    for line in text.split("\n"):
        yield "", line, at
        at += len(line) + 1


def _pieces(words: str, start: int, own: Sequence[Passage]) -> Iterator[Piece]:
    """The words, which begin at `start` of their unit, in pieces with one stance each: that of the first passage."""
    end = start + len(words)
    edges = sorted({start, end, *(edge for p in own for edge in (p.start, p.end) if start < edge < end)})
    for left, right in zip(edges, edges[1:], strict=False):
        stance = next((p.stance for p in own if p.start <= left and right <= p.end), "")
        yield Piece(words[left - start : right - start], stance)


def _heard(beside: notes.Beside, collection: Collection) -> Iterator[Heard]:
    """What the notes of a block quote, with the voice beside it at its own argument."""
    say, first = collection.say, beside.voice
    for note in beside.notes:
        mine = [first] if first and first.passage.argument == note.argument.id else []
        first = None if mine else first
        if voices := [*mine, *note.voices]:
            here = stances_of(say, note.passages)
            made = tuple(_voice(voice, collection) for voice in voices)
            yield Heard(note.argument.id, note.argument.claim, here, made)


def _voice(voice: notes.Voice, collection: Collection) -> Voice:
    essay = collection.by_slug[voice.passage.essay]
    language = voice.language or collection.config.language
    year = year_words(collection.say, essay)
    where = f"‘{essay.title}’, {year}, {voice.place}" if essay.authors else f"{year}, {voice.place}"
    whose = upper_first(plain(voice.whose))
    return Voice(voice.words, language, plain(voice.side), whose, where, essay.slug, voice.passage.unit)


def plain(markup: str) -> str:
    """The words of our own markup, spaces as they are between words.

    >>> plain('<b>voor</b>: geen&#32;klant &#60;3')
    'voor: geen klant <3'
    """
    return Markup(markup).striptags()


def _flat(text: str) -> str:
    return " ".join(text.split())
