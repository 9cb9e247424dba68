"""The blocks of a text as a book has them: its lines, the key passages in them, and what others say beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from weerklank.clean.ledger.note_calls import HIGH
from weerklank.exports.book.book import Block, Heard, Line, Piece, Voice
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.parts import stances_of, year_words
from weerklank.model import Collection, Essay, Passage, Unit
from weerklank.pages import footnotes, notes, rights
from weerklank.pages.essay import list_items, passages_by_unit


def blocks(essay: Essay, collection: Collection) -> Iterator[Block]:
    """All blocks of a text, with the voices of others."""
    say = collection.say
    passages = passages_by_unit(essay, collection)
    told = notes.beside(passages, essay, collection, "")
    called = footnotes.calls(say, essay)
    for unit in essay.units:
        own, beside = passages.get(unit.id, []), told.get(unit.id)
        voice = beside.voice if beside and beside.key else None
        yield replace(
            block(unit, essay, say, own, called),
            voice=_voice(voice, collection) if voice else None,
            heard=tuple(_heard(beside, collection)) if beside else (),
            rows=beside.key_rows if beside else 1,
        )


def block(
    unit: Unit, essay: Essay, say: Pack, own: Sequence[Passage] = (), called: Sequence[footnotes.Call] = ()
) -> Block:
    """A unit of a text with the key passages of `own` and the calls of notes in it, and nothing beside it."""
    return Block(
        unit.id,
        unit.kind,
        unit.number or "",
        tuple(_lines(unit, own, {call.at: call.sign for call in called if call.unit == unit.id})),
        unit.quotation,
        plain(rights.left_out(say, essay.left_out.get(unit.id, ()))),
        say("rights.removed") if unit.removed else "",
    )


def _lines(unit: Unit, own: Sequence[Passage], called: Mapping[int, str]) -> Iterator[Line]:
    """The lines of a unit, cut where key passages begin and end, and where words call notes."""
    if unit.removed:
        return
    lines = list_items(unit.text) if unit.kind == "list" else _each_line(unit.text)
    for mark, words, at in lines:
        yield Line(mark, tuple(_pieces(words, at, [p for p in own if p.key], called)))


def _each_line(text: str) -> Iterator[tuple[str, str, int]]:
    at = 0
    for line in text.split("\n"):
        yield "", line, at
        at += len(line) + 1


def _pieces(words: str, start: int, own: Sequence[Passage], called: Mapping[int, str]) -> Iterator[Piece]:
    """The words, which begin at `start` of their unit, in pieces with one stance each: that of the first passage."""
    end = start + len(words)
    cuts = (*(edge for p in own for edge in (p.start, p.end)), *called)
    edges = sorted({start, end, *(edge for edge in cuts if start < edge < end)})
    for left, right in zip(edges, edges[1:], strict=False):
        stance = next((p.stance for p in own if p.start <= left and right <= p.end), "")
        yield Piece(words[left - start : right - start], stance)
        if right in called:
            yield Piece(called[right].translate(HIGH), stance)


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
    whose, where = upper_first(plain(voice.whose)), where_words(collection.say, essay, voice.place)
    return Voice(voice.words, language, plain(voice.side), whose, where, essay.slug, voice.passage.unit)


def where_words(say: Pack, essay: Essay, place: str) -> str:
    """Where words stand that were told to be the authors': in which text, of when, and the place in it."""
    year = year_words(say, essay)
    return f"‘{essay.title}’, {year}, {place}" if essay.authors else f"{year}, {place}"


def plain(markup: str) -> str:
    """The words of our own markup, spaces as they are between words.

    >>> plain('<b>voor</b>: geen&#32;klant &#60;3')
    'voor: geen klant <3'
    """
    return Markup(markup).striptags()
