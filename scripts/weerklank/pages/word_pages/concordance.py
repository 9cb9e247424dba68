"""Every place of a word, with the words before it and after it in columns (keyword in context)."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import (
    argument_url,
    essay_url,
    other_language,
    place_of,
    place_words,
    title_of,
)
from weerklank.model import STANCES, Collection, Essay, Passage
from weerklank.words.context import line
from weerklank.words.count import Place, Word

FOLDED = 300
"""Places: with more of them on a page, those of each text are folded."""


def concordance(word: Word, collection: Collection) -> list[Html]:
    """The places by text, in the order of the collection."""
    say = collection.say
    passages: dict[tuple[str, str], list[Passage]] = {}
    for passage in collection.passages.values():
        passages.setdefault((passage.essay, passage.unit), []).append(passage)
    parts = []
    for slug, places in word.by_essay.items():
        essay = collection.by_slug[slug]
        lines = [_line(say, place, essay, passages.get((slug, place.unit), ())) for place in places]
        listing = tag("ul", *lines, class_="wk-kwic", id=f"{say.at('text_id')}-{slug}")
        if language := other_language(essay, collection):
            listing = tag("article", listing, lang=language)
        by = f"{place_of(say, essay)}: {len(places)}×"
        title = tag("summary", tag("cite", title_of(essay)), Html(" "), tag("span", escape(by), class_="wk-counts"))
        parts.append(tag("details", title, listing, class_="wk-group", open=len(word.counted) <= FOLDED))
    return parts


def _line(say: Pack, place: Place, essay: Essay, passages: Sequence[Passage]) -> Html:
    """Where it stands, the words before it, itself with those after it, the stances of the passages around it."""
    unit = essay.unit(place.unit)
    around = line(unit.text, place.start, place.end)
    before = escape(("…" if around.cut_before else "") + around.before)
    after = escape(around.after + ("…" if around.cut_after else ""))
    left = tag("span", before, class_="wk-left")
    right = tag("span", tag("mark", escape(around.word)), after, class_="wk-right")
    link = tag("a", escape(place_words(say, unit)), href=essay_url(say, "../../", essay, unit.id))
    parts = [link, join([left, right])]  # nothing between them: where they run on, they read as the text does
    own: dict[str, Passage] = {}
    for passage in passages:
        if passage.start <= place.start and place.end <= passage.end:
            own.setdefault(passage.stance, passage)
    if own:
        parts.append(tag("span", join([_stance(say, own[stance]) for stance in STANCES if stance in own], " ")))
    return tag("li", join(parts, " "))


def _stance(say: Pack, passage: Passage) -> Html:
    words = say(f"stance.{passage.stance}")
    return tag(
        "a", words, href=argument_url(say, "../../", passage.argument, passage), class_=f"wk-stance wk-{passage.stance}"
    )
