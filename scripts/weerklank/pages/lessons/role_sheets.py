"""A sheet for each author of a lesson, to speak for him: what he holds, in his own words."""

from __future__ import annotations

from typing import Any

from weerklank.classroom.pool import asked
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html
from weerklank.markup.parts import enumerated, essay_url, head, other_language, place_words, quoted_title, sentence
from weerklank.model import Collection, Essay, Passage
from weerklank.model.lessons import Lesson
from weerklank.pages.clashes import pole
from weerklank.pages.template import render

_ROOT = "../../../"


def page(lesson: Lesson, collection: Collection) -> str:
    """The Markdown of the sheets of a lesson, one for all texts by the same hands."""
    say = collection.say
    shown = {passage.id for passage in asked(lesson, collection)}
    own = [p for p in collection.passages.values() if p.id in shown]
    hands: dict[tuple[str, ...], list[Essay]] = {}
    for essay in collection.essays:
        if any(p.essay == essay.slug for p in own):
            hands.setdefault(essay.authors or (essay.slug,), []).append(essay)
    roles = [_role(essays, own, collection) for essays in hands.values()]
    title = say("worksheet.roles_title", title=lesson.title)
    description = say("worksheet.roles_description", title=lesson.title)
    body = render(say, "roles", lesson=lesson, roles=roles)
    return head(say, title, description=description, styles=["lessons"]) + body


def _role(essays: list[Essay], passages: list[Passage], collection: Collection) -> dict[str, Any]:
    say, slugs = collection.say, {essay.slug for essay in essays}
    titles = enumerated(say, [quoted_title(say, essay) for essay in essays])
    authors = essays[0].authors
    you = (
        sentence(say, "role.you_are", whose=say.list(authors))
        if authors
        else sentence(say, "role.you_wrote", whose=titles)
    )
    own: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        if passage.essay in slugs:
            own.setdefault((passage.argument, passage.stance), []).append(passage)
    return {
        "you": you,
        "titles": titles if authors else None,
        "claims": [_claim(each, collection) for each in own.values()],
    }


def _claim(passages: list[Passage], collection: Collection) -> dict[str, Any]:
    """The passages of one stance on one claim."""
    say, first = collection.say, passages[0]
    argument = collection.argument(first.argument)
    words = say(f"role.side_{first.stance}", claim=argument.claim)
    side = pole(argument, first.stance)
    return {
        "heading": say("role.pole", side=words, pole=side) if side else words,
        "passages": [_passage(say, passage, collection) for passage in passages],
    }


def _passage(say: Pack, passage: Passage, collection: Collection) -> dict[str, Any]:
    essay = collection.by_slug[passage.essay]
    return {
        "quote": passage.quote,
        "language": other_language(essay, collection),
        "place": place_words(say, essay.unit(passage.unit)),
        "url": essay_url(say, _ROOT, essay, passage.id),
        "whose": Html.escape(say("role.reported", speaker=passage.speaker)) if passage.speaker else None,
    }
