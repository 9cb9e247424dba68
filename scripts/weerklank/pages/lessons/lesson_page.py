"""The page of a lesson: all that is read, with the questions between, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weerklank.annotate.facing import facing
from weerklank.classroom.level import level
from weerklank.classroom.pool import units_read
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import (
    argument_url,
    author_words,
    essay_url,
    head,
    minutes_of,
    other_language,
    title_of,
)
from weerklank.model import STANCES, Argument, Collection, Essay, Passage, Unit
from weerklank.model.lessons import Lesson, Stop
from weerklank.pages.argument import introduction
from weerklank.pages.clashes import pairs, pole, side
from weerklank.pages.template import render
from weerklank.pages.word_pages.words_index import slugs
from weerklank.words.count import count

_ROOT = "../../"


def page(lesson: Lesson, has_worksheet: bool, collection: Collection) -> str:
    """The Markdown of a lesson's page."""
    say = collection.say
    body = render(
        say,
        "lesson",
        lesson=lesson,
        facts=facts(say, lesson),
        introduction=introduction(lesson.introduction),
        stops=[shown_at(stop, at, lesson, collection) for at, stop in enumerate(lesson.stops, start=1)],
        has_worksheet=has_worksheet,
        downloads=f"{_ROOT}downloads/{lesson.id}",
    )
    told = lesson.aims[0] if lesson.aims else lesson.title
    return head(say, lesson.title, description=told, styles=["pictures", "lessons"], scripts=["lesson"]) + body


def facts(say: Pack, lesson: Lesson) -> str:
    """For whom a lesson is, and how long it takes."""
    minutes = say("lesson.minutes", n=lesson.minutes) if lesson.minutes else ""
    stops = say("lesson.stops", n=len(lesson.stops)) if lesson.stops else ""
    return " · ".join(part for part in (lesson.audience or "", minutes, stops) if part)


def shown_at(stop: Stop, number: int, lesson: Lesson, collection: Collection) -> dict[str, Any]:
    """What is shown at a stop, by its number: what every stop has, and what its kind has. `why` tells why there is
    nothing to read.
    """
    made = {"essay": _essay, "argument": _argument, "clash": _clash, "word": _word}[stop.kind](stop, collection)
    own = {"number": number, "kind": stop.kind, "questions": stop.questions, "is_last": number == len(lesson.stops)}
    return {"url": None, "part": "", "why": ""} | own | made


def _essay(stop: Stop, collection: Collection) -> dict[str, Any]:
    """What is read of a text, or why it is not here."""
    say, essay = collection.say, collection.by_slug.get(stop.name)
    if essay is None:
        return {
            "title": say("rights.removed"),
            "url": None,
            "why": say("lesson.not_here", why=say("account.taken_down")),
        }
    units = units_read(stop, essay)
    why = "" if units else say("lesson.nothing_left")
    if essay.publish == "closed":
        why = say("lesson.not_here", why=say("lesson.is_closed"))
    return {
        "title": join([f"{author_words(say, essay)}: " if essay.authors else "", tag("cite", title_of(essay))]),
        "url": essay_url(say, _ROOT, essay, _fragment(stop, units)),
        "part": _part(say, stop, units),
        "level": level_words(essay, units, collection),
        "language": other_language(essay, collection),
        "blocks": [_block(unit, essay, collection) for unit in units],
        "why": why,
    }


def _fragment(stop: Stop, units: Sequence[Unit]) -> str:
    """The place in the address of a text: the whole range where it begins with what is shown, else its first unit."""
    ids = [unit.id for unit in units]
    if not ids or stop.first is None:
        return ""
    return stop.fragment if stop.first in ids else ids[0]


def _part(say: Pack, stop: Stop, units: Sequence[Unit]) -> str:
    """Which part of a text is read: '§ 2 to § 4'."""
    numbers = [f"§\u00a0{unit.number}" for unit in units if unit.number]
    if stop.first is None or not numbers:
        return say("lesson.whole_text") if units else ""
    return numbers[0] if len(numbers) == 1 else say("lesson.part", first=numbers[0], last=numbers[-1])


def level_words(essay: Essay, units: Sequence[Unit], collection: Collection) -> str:
    """How long it is what is read of a text, and, where that is known, how hard the text is."""
    say, found = collection.say, level(essay, collection)
    words = sum(unit.words for unit in units)
    length = say("lesson.level", words=say("count.words", n=words), minutes=say("count.minutes", n=minutes_of(words)))
    if found is None:
        return length
    return say("lesson.level_eased", length=length, band=say(f"level.{found.band}"), ease=found.ease)


def _block(unit: Unit, essay: Essay, collection: Collection) -> dict[str, Any]:
    """A block of a text: its number, with the way to it, and its lines."""
    say = collection.say
    text = f"[{say('rights.removed')}]" if unit.removed else unit.text
    number = None
    if unit.number:
        number = tag("a", f"§\u00a0{unit.number}", class_="wk-num", href=essay_url(say, _ROOT, essay, unit.id))
    return {"kind": unit.kind, "number": number, "lines": text.split("\n")}


def _argument(stop: Stop, collection: Collection) -> dict[str, Any]:
    """A claim with its key passages, by stance."""
    say, argument = collection.say, collection.argument(stop.name)
    sections = [section for stance in STANCES if (section := _section(argument, stance, collection))]
    return {
        "title": argument.claim,
        "url": argument_url(say, _ROOT, argument.id),
        "argument": argument,
        "sections": sections,
        "why": "" if sections else say("lesson.no_passages"),
    }


def _section(argument: Argument, stance: Any, collection: Collection) -> dict[str, Any] | None:
    own = [p for p in argument.passages if p.stance == stance]
    shown = [side(p, collection, _ROOT) for p in key_of(own)]
    return {"stance": stance, "pole": pole(argument, stance), "sides": shown} if shown else None


def key_of(passages: Sequence[Passage]) -> list[Passage]:
    """The key passages; where none is one, the first of each text."""
    if found := [p for p in passages if p.key]:
        return found
    return list({p.essay: p for p in reversed(passages)}.values())[::-1]


def _clash(stop: Stop, collection: Collection) -> dict[str, Any]:
    say, argument = collection.say, collection.argument(stop.name)
    found = pairs(facing(argument, collection), collection, _ROOT)
    return {
        "title": argument.claim,
        "url": argument_url(say, _ROOT, argument.id),
        "pairs": found,
        "why": "" if found else say("lesson.no_clash"),
    }


def _word(stop: Stop, collection: Collection) -> dict[str, Any]:
    say = collection.say
    word = next(word for word in count(collection).words if word.word == stop.name)
    uses = [(collection.by_slug[slug], len(places)) for slug, places in word.by_essay.items()]
    return {
        "title": say("lesson.word", word=stop.name),
        "url": f"{_ROOT}{say.at('words')}/{slugs(say, collection.config.words)[stop.name]}/",
        "uses": list(_uses(say, uses)),
        "why": "" if uses else say("word.unused"),
    }


def _uses(say: Pack, uses: Sequence[tuple[Essay, int]]) -> Iterator[Html]:
    for essay, n in sorted(uses, key=lambda each: -each[1]):
        yield Html.escape(say("lesson.word_use", title=essay.title, n=n))
