"""The page of an essay, and the list of all essays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from weerklank.annotate.places import unit_at
from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import (
    author_words,
    date_line,
    essay_url,
    head,
    in_own_language,
    other_language,
    place_words,
    stances_of,
    title_of,
    year_words,
)
from weerklank.model import Block, Collection, Essay, Passage, Unit
from weerklank.pages import citation, rights
from weerklank.pages.account.doubt_places import TOP, places_in_account
from weerklank.pages.authors import author_links
from weerklank.pages.marks import Sign, marked
from weerklank.pages.notes import notes, recurring
from weerklank.pages.template import render
from weerklank.pictures.strip import strip

_ROOT = "../../"
_WORDS_A_MINUTE = 230  # Brysbaert (2019), silent reading of non-fiction: 238; a little less for a text one studies


def page(essay: Essay, number: int, collection: Collection) -> str:
    """The Markdown of an essay's page; `number` is its place in the collection."""
    say = collection.say
    passages = _by_unit(essay, collection)
    signs = _signs(say, essay)
    body: list[str] = [_header(essay, collection), rights.notice(essay, collection)]
    body += [strip(essay, collection), _recurring(essay, collection)] if essay.units else []
    shown: set[str] = set()
    for quotation, units in groupby(essay.units, key=lambda u: u.quotation):
        blocks = []
        for u in units:
            blocks.append(rights.left_out(say, essay.left_out.get(u.id, ())))
            blocks.append(_block(u, passages.get(u.id, []), signs.get(u.id, []), collection, shown))
        if quotation is not None:
            blocks = ['<blockquote data-block="quotation" markdown="1">', *blocks, "</blockquote>"]
        body += blocks
    body += [
        rights.left_out(say, essay.left_out.get("", ())),
        _ending(say, essay),
        _asides(say, essay),
        rights.line(say, essay),
        citation.section(essay, collection, _ROOT),
        _neighbours(number, collection),
    ]
    more: dict[str, Any] = {"lang": essay.seed.sidecar.language} if essay.seed.sidecar.language else {}
    more |= rights.front(essay, collection)
    more |= citation.front(essay, collection)
    front = head(say, essay.title, "essay.html", seed=essay.seed.stem, description=_description(say, essay), **more)
    text = "\n\n".join(part for part in body if part) + "\n"
    return front + (_ours_in(collection.config.language, text) if other_language(essay, collection) else text)


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


def _by_unit(essay: Essay, collection: Collection) -> dict[str, list[Passage]]:
    """The essay's passages by the unit in which they stand, in order of the text."""
    found: dict[str, list[Passage]] = {}
    for argument in collection.arguments:
        for passage in argument.passages:
            if passage.essay == essay.slug:
                found.setdefault(passage.unit, []).append(passage)
    return {unit: sorted(ps, key=lambda p: (p.start, -p.end, p.id)) for unit, ps in found.items()}


def _block(
    unit: Unit, passages: Sequence[Passage], signs: Sequence[Sign], collection: Collection, shown: set[str]
) -> str:
    """One citable block, followed by its notes."""
    say = collection.say
    following = notes(unit, passages, collection, _ROOT, shown)
    return "\n\n".join(filter(None, [_markdown(say, unit, passages, signs), following]))


def _markdown(say: Pack, unit: Unit, passages: Sequence[Passage], signs: Sequence[Sign]) -> str:
    if unit.removed:
        return rights.removed_block(say, unit, _number(say, unit))
    if unit.kind == "heading":
        return f'## {marked(say, unit.text, passages, signs, 0, unit.gaps)} {{: #{unit.id} data-block="heading" }}'
    if unit.kind == "list":
        items = [
            f"{mark} {marked(say, words, passages, signs, at, unit.gaps)}" for mark, words, at in _items(unit.text)
        ]
        listing = "\n".join([_number(say, unit), "", *items])
        return f'<div data-block="list" id="{unit.id}" markdown="1">\n\n{listing}\n\n</div>'
    lines, at = [], 0
    for line in unit.text.split("\n"):
        lines.append(marked(say, line, passages, signs, at, unit.gaps))
        at += len(line) + 1
    words = "<br>\n".join(lines)
    return f'{_number(say, unit)} {words}\n{{: #{unit.id} data-block="{unit.kind}" }}'


def _number(say: Pack, unit: Unit) -> Html:
    return tag(
        "a",
        escape(f"§ {unit.number}"),
        class_="wk-num",
        data_apparatus=True,
        href=f"#{unit.id}",
        title=say("essay.permanent_link", number=str(unit.number)),
    )


def _items(text: str) -> Iterator[tuple[str, str, int]]:
    """A list's items as (Markdown mark, words, offset of the words in the list's text)."""
    at = 0
    for line in text.split("\n"):
        match = re.match(r"(-|\d+\.) ", line)
        mark = match[0] if match else ""
        yield mark.strip() or "-", line[len(mark) :], at + len(mark)
        at += len(line) + 1


def _signs(say: Pack, essay: Essay) -> dict[str, list[Sign]]:
    """For each unit, the signs after words that were repaired or left uncertain."""
    found: dict[str, list[Sign]] = {}
    places = [
        (change.to, len(change.after), say("essay.repaired", before=" ".join(change.before.split())), "°")
        for change in repairs(essay.cleaned.ledger)
    ]
    places += [
        (u.start, u.end - u.start, say("essay.uncertain", readings=say.either(u.readings)), "?")
        for u in essay.cleaned.uncertain
    ]
    told = places_in_account(essay)
    for offset, length, words, sign in sorted(places):
        if spot := unit_at(essay, offset, length):
            label = say("essay.see_account", words=words)
            link = tag(
                "a",
                class_="wk-sign",
                data_apparatus=True,
                data_sign=sign,
                href=f"{_ROOT}{say.at('account')}/{essay.slug}/#{told.get((sign, offset), TOP)}",
                title=label,
                aria_label=label,
            )
            unit, at = spot
            if not length:  # it became nothing: the sign stands behind the word before it
                at = len(unit.text[:at].rstrip())
            found.setdefault(unit.id, []).append(Sign(at, link))
    return found


def _header(essay: Essay, collection: Collection) -> Html:
    say = collection.say
    kicker = [tag("p", in_own_language(essay.kicker, essay), class_="wk-kicker")] if essay.kicker else []
    subtitle = essay.cleaned.metadata.subtitle
    told = subtitle and subtitle != essay.title
    under = [tag("p", in_own_language(subtitle, essay), class_="wk-subtitle")] if subtitle and told else []
    minutes = max(1, round(essay.words / _WORDS_A_MINUTE))
    facts = [author_links(say, essay, _ROOT), date_line(say, essay)]
    if essay.publication or essay.source_url:
        where = escape(essay.publication or say("essay.source"))
        facts.append(tag("a", where, href=essay.source_url, rel="external") if essay.source_url else where)
    if essay.units:
        facts.append(escape(say("count.minutes", n=minutes)))
    changed = tag("a", escape(say("essay.what_changed")), href=f"{_ROOT}{say.at('account')}/{essay.slug}/")
    how = tag("a", escape(say("essay.how_to_cite")), href="#verwijzen")
    return tag(
        "header",
        *kicker,
        tag("h1", title_of(essay)),
        *under,
        tag("p", join(facts, " · "), class_="wk-byline"),
        tag("p", join([how, changed], " · "), class_="wk-headlinks"),
        class_="wk-head",
        data_apparatus=True,
    )


def _recurring(essay: Essay, collection: Collection) -> Html:
    say = collection.say
    rows = []
    for argument, passages in recurring(essay, collection):
        link = tag("a", escape(argument.claim), href=f"#{passages[0].id}")
        places = say.list(list(dict.fromkeys(place_words(say, essay.unit(p.unit)) for p in passages)))
        counts = tag("span", escape(f"{stances_of(say, passages)}: {places}"), class_="wk-counts")
        rows.append(tag("li", link, Html(" "), counts, data_argument=argument.id))
    if not rows:
        return Html("")
    title = tag("summary", escape(say("essay.recurring", n=len(rows))))
    listing = tag("details", title, tag("ol", *rows), class_="wk-recurring", data_apparatus=True)
    lens = tag("div", class_="wk-lens", data_apparatus=True)  # assets/reading/lens.js puts the choice of marks here
    return join([listing, lens], "\n\n")


def _ending(say: Pack, essay: Essay) -> Html:
    if not essay.cleaned.metadata.truncated:
        return Html("")
    return tag("p", escape(say("essay.broken_off")), class_="wk-broken-off", data_apparatus=True)


_ASIDES = ("pull_quote", "caption", "note")


def _asides(say: Pack, essay: Essay) -> Html:
    """What was set aside, and what a maintainer notes of the text."""
    told = (block for block in essay.cleaned.asides if block.kind in _ASIDES)  # page numbers tell nothing
    rows = [_aside(say, block, essay) for block in told]
    if essay.note:
        rows.append(tag("p", tag("b", escape(say("essay.note"))), Html(" "), escape(essay.note)))
    if comments := essay.comments:
        rows.append(tag("p", say("essay.comments_left_out", n=comments)))
    if not rows:
        return Html("")
    name = say.at("beside_id")
    title = tag("h2", say("essay.beside"), id=name)
    return tag("aside", title, *rows, class_="wk-asides", data_apparatus=True, aria_labelledby=name)


def _aside(say: Pack, block: Block, essay: Essay) -> Html:
    return tag("p", tag("b", say(f"essay.aside_{block.kind}")), Html(" "), in_own_language(block.text, essay))


def _neighbours(number: int, collection: Collection) -> Html:
    """Links to the texts before and after, in order of the collection."""
    say = collection.say
    links = []
    for step, words in ((-1, say("essay.previous")), (1, say("essay.next"))):
        if 0 <= number + step < len(collection.essays):
            other = collection.essays[number + step]
            label = join([f"{words}: ", title_of(other)])
            links.append(tag("a", label, href=essay_url(say, _ROOT, other), rel="prev" if step < 0 else "next"))
    return tag("nav", *links, class_="wk-neighbours", data_apparatus=True, aria_label=say("essay.neighbours"))


def index(collection: Collection) -> str:
    """The list of all essays, oldest first, undated ones last."""
    say = collection.say
    body = render(
        say,
        "essays_index",
        rows=[_row(essay, collection) for essay in collection.essays],
        on_timeline=bool(collection.arguments and collection.essays),
        removed=len(collection.removed),
    )
    return head(say, say("essays.title")) + body


def _row(essay: Essay, collection: Collection) -> dict[str, Any]:
    """What the list tells of a text."""
    say = collection.say
    found = recurring(essay, collection)
    passages = say("count.passages", n=sum(len(own) for _, own in found))
    counts = say("essays.counts", passages=passages, arguments=say("count.arguments", n=len(found)))
    return {"essay": essay, "length": _length(say, essay), "counts": counts}


def _length(say: Pack, essay: Essay) -> str:
    if essay.publish == "closed":
        return say("essays.words_not_shown", words=say("count.words", n=essay.work_words or 0))
    return rights.share(say, essay) if essay.publish == "quotes" else say("count.words", n=essay.words)
