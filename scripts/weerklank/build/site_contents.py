"""What the finished site must hold of a collection: what can be found in it, and what must stand on its pages."""

from __future__ import annotations

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import unmarked
from weerklank.markup.parts import argument_url, essay_url, other_language
from weerklank.model import Collection
from weerklank.model.lessons import Lesson
from weerklank.rights import Withheld
from weerklank.site import Expected, SearchDocument


def documents(collection: Collection) -> list[SearchDocument]:
    """What can be found: texts by their words, arguments by claim and introduction, lessons by their questions."""
    say = collection.say
    found = [
        SearchDocument(
            essay_url(say, "", essay),
            essay.title,
            essay.authors,
            essay.year,
            tuple(("" if unit.kind == "heading" else unit.id, unit.text) for unit in essay.units if unit.text),
            passages=tuple((p.argument, p.stance) for p in collection.passages_of[essay.slug]),
            language=other_language(essay, collection),
            interface=say.code,
        )
        for essay in collection.essays
    ]
    for argument in collection.arguments:
        paragraphs = tuple(("", part) for part in unmarked(argument.introduction).split("\n\n") if part.strip())
        url = argument_url(say, "", argument.id)
        found.append(SearchDocument(url, argument.claim, (), None, paragraphs, "argument", interface=say.code))
    found += [_lesson(lesson, say) for lesson in collection.lessons]
    return found


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
