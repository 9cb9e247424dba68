"""The arguments of a collection as a book has them: the strongest words of each text on each side, and the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from weerklank.exports.book.book import Claim, Group, Quoted, Side
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import unmarked
from weerklank.markup.parts import language_of, place_of, place_words, told_by, year_words
from weerklank.model import STANCES, Argument, Collection, Essay, Passage, Stance
from weerklank.pages.argument import related_claims, strongest, who_was_read
from weerklank.pages.clashes import pole
from weerklank.pictures.facts import Cell, Cells, groups


def groups_of(collection: Collection) -> tuple[Group, ...]:
    """All arguments with their numbers, as the overview orders them."""
    say, found = collection.say, Cells(collection)
    return tuple(
        Group(
            say(f"group.{group.how}"),
            tuple(_claim(n, a, found, collection) for n, a in zip(group.numbers, group.arguments, strict=True)),
        )
        for group in groups(collection)
    )


def _claim(number: int, argument: Argument, found: Cells, collection: Collection) -> Claim:
    paragraphs = unmarked(argument.introduction).split("\n\n")
    related = related_claims(argument, collection)
    return Claim(
        argument.id,
        number,
        argument.claim,
        tuple(" ".join(each.split()) for each in paragraphs if each.strip()),
        Markup(who_was_read(argument, collection)).striptags(),
        tuple(_sides(argument, collection)),
        tuple((heading, tuple(claims)) for heading, claims in related),
        tuple(_cell(found[argument.id, essay.slug], collection) for essay in collection.essays),
    )


def _cell(cell: Cell, collection: Collection) -> tuple[str, str]:
    say, taken = collection.say, [stance for stance, _ in cell.by_stance()]
    if taken:
        return taken[0], ", ".join(say(f"stance.{stance}") for stance in taken)
    return cell.state, say(f"state.{cell.state}")


def _sides(argument: Argument, collection: Collection) -> Iterator[Side]:
    say = collection.say
    for stance in STANCES:
        if chosen := [p for p in argument.passages if p.stance == stance]:
            name = upper_first(say(f"stance.{stance}"))
            yield Side(stance, name, _pole(argument, stance), tuple(_quoted(chosen, collection)))


def _pole(argument: Argument, stance: Stance) -> str:
    return pole(argument, stance) or ""


def _quoted(passages: Sequence[Passage], collection: Collection) -> Iterator[Quoted]:
    """What each text says, in order of the collection."""
    say = collection.say
    for slug, each in groupby(passages, key=lambda p: p.essay):
        own, essay = list(each), collection.by_slug[slug]
        first = strongest(own)
        told = "" if first.voice == "own" and not first.speaker else Markup(told_by(say, essay, first)).striptags()
        others = dict.fromkeys((p.unit, place_words(say, essay.unit(p.unit))) for p in own if p.unit != first.unit)
        yield Quoted(
            slug,
            first.unit,
            place_words(say, essay.unit(first.unit)),
            essay.title,
            _by(say, essay),
            language_of(essay, collection),
            told,
            " ".join(first.quote.split()),
            tuple(others),
        )


def _by(say: Pack, essay: Essay) -> str:
    return place_of(say, essay) if essay.authors else f"‘{essay.title}’, {year_words(say, essay)}"
