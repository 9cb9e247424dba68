"""Passages that face each other: on an argument's page, and gathered as openers for a seminar (/tegenover/)."""

from __future__ import annotations

import re
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html, escape, tag, unmarked
from weerklank.markup.parts import (
    author_words,
    essay_url,
    head,
    other_language,
    place_words,
    prose,
    quoted_title,
    stance_word,
    title_of,
    told_by,
    year_words,
)
from weerklank.model import Argument, Collection, Passage, Stance
from weerklank.pages.template import render
from weerklank.pictures.facts import groups

_ROOT = "../"
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+")
_FACING: tuple[tuple[Stance, Stance], ...] = (("for", "against"), ("for", "nuance"), ("nuance", "against"))


def facing(argument: Argument, collection: Collection) -> list[tuple[Passage, Passage]]:
    """The pairs of passages of an argument that face each other, those for it first.

    The editor's pairs (`clash:`) as far as both passages are shown, and none where he says that there are
    none; where he says nothing one pair, of opposing stance by different hands, key passages before others
    and then the longest. A nuance takes the place of a side that nobody takes. [] where only one stance is
    taken, or by one hand only.
    """
    by_id = {passage.id: passage for passage in argument.passages}
    pairs = argument.clash or ()
    chosen = [(by_id[one], by_id[other]) for one, other in pairs if one in by_id and other in by_id]
    if chosen or argument.clash == ():
        return [(a, b) if (a.stance, b.stance) in _FACING else (b, a) for a, b in chosen]
    for left, right in _FACING:
        found = [
            (a, b)
            for a in argument.passages
            if a.stance == left
            for b in argument.passages
            if b.stance == right and other_hands(a, b, collection)
        ]
        if found:
            return [max(found, key=lambda pair: (sum(p.key for p in pair), sum(len(p.quote) for p in pair)))]
    return []


def other_hands(one: Passage, other: Passage, collection: Collection) -> bool:
    """Whether two passages come from texts that have no author in common."""
    authors = [set(collection.by_slug[p.essay].authors) for p in (one, other)]
    return one.essay != other.essay and not authors[0] & authors[1]


def pair(one: Passage, other: Passage, collection: Collection, root: str) -> Html:
    """Two passages side by side, each with its stance, its source and the way to it."""
    return tag("div", *(_side(p, collection, root) for p in (one, other)), class_="wk-facing")


def _side(passage: Passage, collection: Collection, root: str) -> Html:
    say = collection.say
    essay = collection.by_slug[passage.essay]
    quote = tag("blockquote", tag("p", escape(passage.quote)), lang=other_language(essay, collection))
    place = escape(place_words(say, essay.unit(passage.unit)).replace(" ", "\u00a0"))
    source = tag(
        "p",
        _named(passage, collection),
        ", ",
        tag("cite", title_of(essay)),
        escape(f" ({year_words(say, essay)}), "),
        tag("a", place, href=essay_url(say, root, essay, passage.id)),
        class_="wk-source",
    )
    return tag("div", tag("p", stance_word(say, passage.stance)), quote, source, class_=f"wk-facet wk-{passage.stance}")


def _named(passage: Passage, collection: Collection) -> Html:
    """Whose words they are; who is quoted, comes by way of the author."""
    return told_by(collection.say, passage, author_words(collection.say, collection.by_slug[passage.essay]))


def section(argument: Argument, collection: Collection, root: str) -> Html:
    """The part of an argument's page that sets its passages against each other; '' where none do."""
    say = collection.say
    found = facing(argument, collection)
    if not found:
        return Html("")
    link = tag("a", escape(say("clash.all")), href=f"{root}{say.at('clashes')}/#{argument.id}")
    return tag(
        "section",
        tag("h2", escape(say("clash.title")), id="tegenover"),
        *(pair(one, other, collection, root) for one, other in found),
        tag("p", link, class_="wk-more"),
        class_="wk-clash",
        aria_labelledby="tegenover",
    )


def page(collection: Collection) -> str:
    """The Markdown of /tegenover/."""
    say = collection.say
    ordered = [argument for group in groups(collection) for argument in group.arguments]
    found = {argument.id: facing(argument, collection) for argument in ordered}
    opposed = [a for a in ordered if any(_is_clash(p) for p in found[a.id])]
    milder = [a for a in ordered if found[a.id] and a not in opposed]
    body = render(
        say,
        "clashes",
        opposed=[_opener(argument, found[argument.id], collection) for argument in opposed],
        milder=[_opener(argument, found[argument.id], collection) for argument in milder],
        alone=[(argument, _counts(say, argument)) for argument in ordered if not found[argument.id]],
    )
    front = head(say, say("clash.title"), description=say("clash.description"), styles=["pictures"])
    return front + body


def _is_clash(found: tuple[Passage, Passage]) -> bool:
    return {p.stance for p in found} == {"for", "against"}


def _opener(argument: Argument, found: list[tuple[Passage, Passage]], collection: Collection) -> dict[str, Any]:
    """An argument with the pairs of its passages, each under a question, and the editors' own questions."""
    pairs = [(_question(*each, collection), pair(*each, collection, _ROOT)) for each in found]
    return {"argument": argument, "pairs": pairs, "questions": questions(argument.introduction)}


def _question(one: Passage, other: Passage, collection: Collection) -> Html:
    key = "clash.ask_opposed" if _is_clash((one, other)) else "clash.ask_milder"
    names = {"one": _short(one, collection, first=True), "other": _short(other, collection)}
    return prose(collection.say, key, **names)


def _short(passage: Passage, collection: Collection, first: bool = False) -> Html:
    """Whose words they are in short; `first`: a sentence begins with them."""
    essay = collection.by_slug[passage.essay]
    if whose := passage.speaker or collection.say.list(essay.authors):
        return escape(upper_first(whose) if first else whose)
    return quoted_title(essay)


def questions(introduction: str) -> list[str]:
    """The questions with which an introduction ends, as plain words.

    >>> questions("Zo *is* het. Is dat goed? En voor [wie](x.md)?")
    ['Is dat goed?', 'En voor wie?']
    """
    last = " ".join(introduction.strip().rsplit("\n\n", 1)[-1].split())
    found: list[str] = []
    for asked in reversed(_SENTENCE.split(unmarked(last))):
        if not asked.rstrip("”’\"')").endswith("?"):
            break
        found.insert(0, asked)
    return found


def _counts(say: Pack, argument: Argument) -> str:
    """How many passages, and which stances they take."""
    stances = list(dict.fromkeys(say(f"stance.{p.stance}") for p in argument.passages))
    count = say("count.passages", n=len(argument.passages))
    return f"{count}, {say.list(stances)}" if stances else say("clash.no_passages")
