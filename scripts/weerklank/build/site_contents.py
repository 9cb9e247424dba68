"""What the finished site must hold of a collection: what can be found in it, and what must stand on its pages."""

from __future__ import annotations

from dataclasses import replace

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import unmarked
from weerklank.markup.parts import argument_url, essay_url, other_language, told_by, voices
from weerklank.model import Argument, Collection, Passage, Stance
from weerklank.model.lessons import Lesson
from weerklank.pages.clashes import pole
from weerklank.pages.voices import best_words
from weerklank.rights import Withheld
from weerklank.search import Pole, Said
from weerklank.site import Expected, SearchDocument

_SIDES: tuple[Stance, Stance] = ("for", "against")
"""Of the sides of a claim those that answer a question about it."""


def documents(collection: Collection) -> list[SearchDocument]:
    """What can be found: texts by their words, arguments by claim and introduction, lessons by their questions."""
    say, synonyms = collection.say, collection.config.synonyms
    found = [
        SearchDocument(
            essay_url(say, "", essay),
            essay.title,
            essay.authors,
            essay.year,
            tuple(("" if unit.kind == "heading" else unit.id, unit.text) for unit in essay.units if unit.text),
            passages=tuple(_passage(p) for p in collection.passages_of[essay.slug]),
            language=other_language(essay, collection),
            interface=say.code,
            date=say.date(essay.date) if essay.date else "",
            synonyms=synonyms,
        )
        for essay in collection.essays
    ]
    for argument in collection.arguments:
        paragraphs = tuple(("", part) for part in unmarked(argument.introduction).split("\n\n") if part.strip())
        url = argument_url(say, "", argument.id)
        poles = tuple(_pole(argument, stance, collection) for stance in _SIDES)
        made = SearchDocument(url, argument.claim, (), None, paragraphs, "argument", interface=say.code)
        found.append(replace(made, poles=poles, synonyms=synonyms))
    found += [_lesson(lesson, say) for lesson in collection.lessons]
    return found


def _passage(passage: Passage) -> tuple[str, ...]:
    whose = (passage.speaker,) if passage.speaker and passage.voice != "own" else ()
    return (passage.argument, passage.stance, passage.unit, *whose)


def _pole(argument: Argument, stance: Stance, collection: Collection) -> Pole:
    """A side of a claim: how many texts take it, and one sentence, of a key passage where there is one."""
    taken = sorted((p for p in argument.passages if p.stance == stance), key=lambda p: not p.key)
    said = _said(taken[0], collection) if taken else None
    return Pole(stance, pole(argument, stance) or "", voices(taken)[stance], said)


def _said(passage: Passage, collection: Collection) -> Said:
    essay = collection.by_slug[passage.essay]
    whose = told_by(collection.say, essay, passage).striptags()
    url = essay_url(collection.say, "", essay, passage.id)
    return Said(best_words(passage, collection), whose, url, other_language(essay, collection))


def _lesson(lesson: Lesson, say: Pack) -> SearchDocument:
    """A lesson by what its teacher wrote; the texts that it shows are found as texts."""
    asked = [question for stop in lesson.stops for question in stop.questions]
    said = [*unmarked(lesson.introduction).split("\n\n"), *lesson.aims, *asked, lesson.task or ""]
    paragraphs = tuple(("", part) for part in said if part.strip())
    return SearchDocument(
        f"{say.at('lessons')}/{lesson.id}/", lesson.title, (), None, paragraphs, "lesson", interface=say.code
    )


def expected(collection: Collection, withheld: Withheld) -> Expected:
    """What the finished pages must show, and what no file of the site may hold."""
    return Expected(
        texts={e.slug: [(u.id, u.spoken) for u in e.units] for e in collection.essays},
        passages={slug: [p.id for p in own] for slug, own in collection.passages_of.items()},
        arguments={a.id: len(a.passages) for a in collection.arguments},
        withheld=withheld,
        removed=collection.removed,
        say=collection.say,
    )
