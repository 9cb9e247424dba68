"""Lessons as a book has them: what is read at each stop, or where in the book it stands, with what is asked there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weerklank.classroom.pool import units_read
from weerklank.exports.address import address
from weerklank.exports.book.blocks import block, plain, where_words
from weerklank.exports.book.book import Page, Section, Voice
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import unmarked
from weerklank.markup.parts import language_of, place_words
from weerklank.model import Collection, Essay
from weerklank.model.lessons import Lesson, Stop
from weerklank.pages.clashes import Side
from weerklank.pages.lessons.lesson_page import facts, shown_at


def lesson_page(lesson: Lesson, collection: Collection, handed_out: bool = False) -> Page:
    """A lesson as a page of the book; `handed_out` by itself, what is read stands in it whole."""
    config, say, several = collection.config, collection.say, len(lesson.aims) > 1
    paragraphs = unmarked(lesson.introduction).split("\n\n")
    return Page(
        lesson.id,
        lesson.title,
        tuple(" ".join(each.split()) for each in paragraphs if each.strip()),
        address(config, f"{say.at('lessons')}/{lesson.id}/") if config.site_url else "",
        facts(say, lesson),
        say("lesson.aims") if several else "".join(f"{say('lesson.aim', aim=aim)}." for aim in lesson.aims),
        lesson.aims if several else (),
        tuple(_section(n, lesson, collection, handed_out) for n in range(1, len(lesson.stops) + 1)),
        lesson.task or "",
        tuple((gloss.word, gloss.means) for gloss in lesson.glosses),
    )


def texts_of(lesson: Lesson, collection: Collection) -> list[Essay]:
    """The texts that a lesson shows words of, in the order of the collection."""
    page = lesson_page(lesson, collection, handed_out=True)
    shown = {voice.slug for section in page.sections for voice in section.voices}
    shown |= {section.slug for section in page.sections if section.blocks}
    return [essay for essay in collection.essays if essay.slug in shown]


def _section(number: int, lesson: Lesson, collection: Collection, handed_out: bool) -> Section:
    stop, say = lesson.stops[number - 1], collection.say
    shown = shown_at(stop, number, lesson, collection)
    kicker = [say("lesson.stop", n=number), say(f"lesson.{stop.kind}") if stop.kind in ("argument", "clash") else ""]
    return Section(
        " · ".join(filter(None, kicker)),
        plain(shown["title"]),
        voices=tuple(_voice(side, collection) for side in _sides(shown)),
        questions=stop.questions,
        claim_id=stop.name if stop.kind in ("argument", "clash") else "",
        **_read(stop, shown, collection, handed_out),
    )


def _read(stop: Stop, shown: dict[str, Any], collection: Collection, handed_out: bool) -> dict[str, Any]:
    """What is told of a stop, and of a text which of its blocks are read."""
    if shown["why"]:
        return {"notes": (shown["why"],)}
    if stop.kind != "essay":
        return {"notes": tuple(map(plain, shown.get("uses", ())))}
    essay = collection.by_slug[stop.name]
    units = units_read(stop, essay)
    made = tuple(block(unit, essay, collection.say) for unit in units) if handed_out else ()
    return {
        "language": language_of(essay, collection),
        "slug": essay.slug,
        "unit": units[0].id,
        "part": shown["part"] or place_words(collection.say, units[0]),
        "notes": (shown["level"],),
        "blocks": made,
    }


def _sides(shown: dict[str, Any]) -> Iterator[Side]:
    for section in shown.get("sections", ()):
        yield from section["sides"]
    for pair in shown.get("pairs", ()):
        yield from pair


def _voice(side: Side, collection: Collection) -> Voice:
    say, essay = collection.say, side.essay
    stance = upper_first(say(f"stance.{side.stance}"))
    return Voice(
        " ".join(side.quote.split()),
        language_of(essay, collection),
        f"{stance}: {side.pole}" if side.pole else stance,
        upper_first(plain(side.whose)),
        where_words(say, essay, side.place),
        essay.slug,
        side.unit,
    )
