"""The page of an essay, and the list of all essays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from weerklank.annotate.places import unit_at
from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import shorten
from weerklank.markup.long_lists import Part
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import (
    author_words,
    head,
    other_language,
    place_words,
    reading_minutes,
    year_words,
)
from weerklank.model import Argument, Collection, Essay, Passage, Unit
from weerklank.pages import citation, rights
from weerklank.pages.account.doubt_places import places_in_account
from weerklank.pages.authors import author_links
from weerklank.pages.footnotes import asides, call_link, calls
from weerklank.pages.made_of import MadeOf
from weerklank.pages.marks import Sign, marked
from weerklank.pages.notes import Beside, beside, recurring
from weerklank.pages.template import render
from weerklank.pictures.strip import strip

_ROOT = "../../"
_WORD = re.compile(r"\s*\S+")
_NOTHING = re.compile(r"(?:^|\n)(?:-|\d{1,3}\.)?$")  # a text or item that has no word yet


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as the page shows it: what is left out before it, its Markdown, and what stands beside it."""

    left_out: Html
    unit: Unit
    words: Html
    beside: Beside | None


def page(essay: Essay, number: int, collection: Collection) -> str:
    """The Markdown of an essay's page; `number` is its place in the collection."""
    say = collection.say
    subtitle = essay.cleaned.metadata.subtitle
    body = render(
        say,
        "essay",
        essay=essay,
        subtitle=subtitle if subtitle != essay.title else None,
        authors=author_links(say, essay, _ROOT),
        minutes=reading_minutes(essay),
        notice=rights.notice(essay, collection),
        strip=strip(essay, collection) if essay.units else "",
        recurring=_recurring(essay, collection),
        passages=len(collection.passages_of[essay.slug]),
        stretches=groupby(_blocks(essay, collection), key=lambda block: block.unit.quotation),
        left_out=rights.left_out(say, essay.left_out.get("", ())),
        asides=list(asides(say, essay)),
        rights=rights.rights(say, essay),
        citation=citation.cited(essay, collection),
        neighbours=_neighbours(number, collection),
    )
    return _front(essay, collection) + (
        _ours_in(collection.config.language, body) if other_language(essay, collection) else body
    )


def _front(essay: Essay, collection: Collection) -> str:
    say, language = collection.say, essay.seed.language
    more: dict[str, Any] = {"lang": language} if language else {}
    more |= rights.front(essay, collection) | citation.front(essay, collection)
    return head(
        say,
        essay.title,
        "essay.html",
        seed=essay.seed.stem,
        description=_description(say, essay),
        styles=["essay"],
        **more,
    )


_OURS = re.compile(r'<[a-z0-9]+(?: [a-z-]+(?:="[^"]*")?)*? data-apparatus(?=[ >])')


def _ours_in(language: str, text: str) -> str:
    """A text's page of which what we add is said to be in `language`: the article around it is in the author's."""
    return _OURS.sub(rf'\g<0> lang="{language}"', text)


def _description(say: Pack, essay: Essay) -> str:
    first = next((unit.text for unit in essay.units if unit.kind == "paragraph"), "")
    return shorten(
        f"{author_words(say, essay)} ({year_words(say, essay)})"
        + (f": {first}" if first else say("essay.listed_here")),
        155,
    )


def passages_by_unit(essay: Essay, collection: Collection) -> dict[str, list[Passage]]:
    """The essay's passages by the unit in which they stand, in order of the text."""
    found: dict[str, list[Passage]] = {}
    for passage in collection.passages_of[essay.slug]:
        found.setdefault(passage.unit, []).append(passage)
    return {unit: sorted(ps, key=lambda p: (p.start, -p.end, p.id)) for unit, ps in found.items()}


def _ranges(essay: Essay, collection: Collection) -> dict[str, list[str]]:
    """The places of the ranges that lessons link to ('p4-p7'), by the unit that each begins with: without a script a
    browser goes there, with one the range lights up (assets/reading/range.js).
    """
    found: dict[str, list[str]] = {}
    for stop in (stop for lesson in collection.lessons for stop in lesson.stops):
        if stop.kind == "essay" and stop.name == essay.slug and stop.first and stop.fragment != stop.first:
            found.setdefault(stop.first, []).append(stop.fragment)
    return {unit: list(dict.fromkeys(places)) for unit, places in found.items()}


def _blocks(essay: Essay, collection: Collection) -> Iterator[Shown]:
    say, ranges = collection.say, _ranges(essay, collection)
    passages, signs = passages_by_unit(essay, collection), _signs(say, essay)
    told = beside(passages, essay, collection, _ROOT)
    for unit in essay.units:
        own = passages.get(unit.id, [])
        left_out = rights.left_out(say, essay.left_out.get(unit.id, ()))
        words = _markdown(say, unit, own, signs.get(unit.id, []), ranges.get(unit.id, ()))
        yield Shown(left_out, unit, words, told.get(unit.id))


def _markdown(
    say: Pack, unit: Unit, passages: Sequence[Passage], signs: Sequence[Sign], ranges: Sequence[str] = ()
) -> Html:
    places = join(tag("span", data_apparatus=True, class_="wk-range-start", id=place) for place in ranges)
    number = join([places, _number(say, unit)])
    if unit.removed:
        return rights.removed_block(say, unit, number)
    if unit.kind == "heading":
        heading = marked(unit.text, passages, signs, 0, unit.gaps)
        return Html(f'## {places}{heading} {{: #{unit.id} data-block="heading" }}')
    if unit.kind == "list":
        items = [f"{mark} {marked(words, passages, signs, at, unit.gaps)}" for mark, words, at in list_items(unit.text)]
        listing = "\n".join([number, "", *items])
        return Html(f'<div data-block="list" id="{unit.id}" markdown="1">\n\n{listing}\n\n</div>')
    lines, at = [], 0
    for line in unit.text.split("\n"):
        lines.append(marked(line, passages, signs, at, unit.gaps))
        at += len(line) + 1
    words = "<br>\n".join(lines)
    return Html(f'{number} {words}\n{{: #{unit.id} data-block="{unit.kind}" }}')


def _number(say: Pack, unit: Unit) -> Html:
    return tag(
        "a",
        f"§ {unit.number}",
        class_="wk-num",
        data_apparatus=True,
        href=f"#{unit.id}",
        title=say("essay.permanent_link", number=str(unit.number)),
    )


def list_items(text: str) -> Iterator[tuple[str, str, int]]:
    """A list's items as (Markdown mark, words, offset of the words in the list's text)."""
    at = 0
    for line in text.split("\n"):
        match = re.match(r"(-|\d+\.) ", line)
        mark = match[0] if match else ""
        yield mark.strip() or "-", line[len(mark) :], at + len(mark)
        at += len(line) + 1


def _signs(say: Pack, essay: Essay) -> dict[str, list[Sign]]:
    """For each unit, the signs after words that were repaired or left uncertain, and the calls of notes."""
    found: dict[str, list[Sign]] = {}
    for call in calls(say, essay):
        found.setdefault(call.unit, []).append(Sign(call.at, call_link(say, call)))
    places = [
        (change.to, len(change.after), say("essay.repaired", before=" ".join(change.before.split())), "°")
        for change in repairs(essay.cleaned.ledger)
    ]
    places += [
        (u.start, u.end - u.start, say("essay.uncertain", readings=say.either(u.readings)), "?")
        for u in essay.cleaned.uncertain
    ]
    told = places_in_account(say, essay)
    for offset, length, words, sign in sorted(places):
        if spot := unit_at(essay, offset, length):
            label = say("essay.see_account", words=words)
            link = tag(
                "a",
                class_="wk-sign",
                data_apparatus=True,
                data_sign=sign,
                href=f"{_ROOT}{say.at('account')}/{essay.slug}/#{told.get((sign, offset), say.at('changes_id'))}",
                title=label,
                aria_label=label,
            )
            unit, at = spot
            found.setdefault(unit.id, []).append(Sign(_behind_word(unit.text, at), link))
    return found


def _behind_word(text: str, at: int) -> int:
    """Where the sign for what stands before `at` comes: behind a word, the first one where a text or item begins.

    >>> _behind_word("Een twee", 4), _behind_word("Een twee", 0), _behind_word("- Een", 2)
    (3, 3, 5)
    """
    before = text[:at].rstrip()
    first = _WORD.match(text, at) if _NOTHING.search(before) else None
    return first.end() if first else len(before)


def _recurring(essay: Essay, collection: Collection) -> list[tuple[Argument, list[Passage], str]]:
    """The arguments of an essay with its passages for each, and where these stand in words."""
    say = collection.say
    return [
        (argument, own, say.list(dict.fromkeys(place_words(say, essay.unit(p.unit)) for p in own)))
        for argument, own in recurring(essay, collection)
    ]


def _neighbours(number: int, collection: Collection) -> list[tuple[str, str, Essay]]:
    """The texts before ('prev') and after ('next'), in order of the collection, and what they are called."""
    say, every = collection.say, collection.essays
    found = (("prev", say("essay.previous"), number - 1), ("next", say("essay.next"), number + 1))
    return [(rel, words, every[at]) for rel, words, at in found if 0 <= at < len(every)]


def index(collection: Collection, made_of: MadeOf | None = None) -> dict[str, str]:
    """The list of all essays, oldest first, undated ones last, by name under docs/."""
    made_of, written, own = made_of or MadeOf(collection), dict[str, str](), collection.passages_of
    on_timeline = bool(collection.arguments and collection.essays)
    for part in made_of.parts(f"{collection.say.at('essays')}/index.md", collection.essays):
        counts = tuple((len(own[each.slug]), len({p.argument for p in own[each.slug]})) for each in part.entries)
        written |= made_of.part(part, made_of.unargued, _listed, counts, on_timeline)
    return written


def _listed(part: Part[Essay], collection: Collection, counts: tuple[tuple[int, int], ...], on_timeline: bool) -> str:
    """A page of the list; `counts` are the passages and arguments of each of its texts."""
    say = collection.say
    title = part.titled(say, say("essays.title"))
    body = render(
        say,
        "essays_index",
        title=title,
        part=part,
        rows=[_row(say, essay, *own) for essay, own in zip(part.entries, counts, strict=True)],
        on_timeline=on_timeline,
        removed=len(collection.removed),
    )
    return head(say, title, **part.about(say, title)) + body


def _row(say: Pack, essay: Essay, passages: int, arguments: int) -> dict[str, Any]:
    """What the list tells of a text."""
    counted = say("count.passages", n=passages)
    counts = say("essays.counts", passages=counted, arguments=say("count.arguments", n=arguments))
    return {"essay": essay, "length": _length(say, essay), "counts": counts}


def _length(say: Pack, essay: Essay) -> str:
    if essay.publish == "closed":
        return say("essays.words_not_shown", words=say("count.words", n=essay.work_words or 0))
    return rights.share(say, essay) if essay.publish == "quotes" else say("count.words", n=essay.words)
