"""Passages that face each other: on an argument's page, and gathered as openers for a seminar (/tegenover/)."""

from __future__ import annotations

import re

from weerklank.languages.nl.interface import STANCES, count_words, enumerate_words, upper_first
from weerklank.markup.markdown import Html, escape, join, tag, unmarked
from weerklank.markup.parts import (
    argument_url,
    author_words,
    essay_url,
    head,
    other_language,
    place_words,
    stance_word,
    title_of,
    year_words,
)
from weerklank.model import Argument, Collection, Passage, Stance
from weerklank.pictures.facts import groups

_ROOT = "../"
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+")
_FACING: tuple[tuple[Stance, Stance], ...] = (("for", "against"), ("for", "nuance"), ("nuance", "against"))


def facing(argument: Argument, collection: Collection) -> list[tuple[Passage, Passage]]:
    """The pairs of passages of an argument that face each other, those for it first.

    The editor's pairs (`clash:`) as far as both passages are shown; failing that one pair, the
    longest passages of opposing stance by different hands. A nuance takes the place of a side
    that nobody takes. [] where only one stance is taken, or by one hand only.
    """
    by_id = {passage.id: passage for passage in argument.passages}
    chosen = [(by_id[one], by_id[other]) for one, other in argument.clash if one in by_id and other in by_id]
    if chosen:
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
            return [max(found, key=lambda pair: len(pair[0].quote) + len(pair[1].quote))]
    return []


def other_hands(one: Passage, other: Passage, collection: Collection) -> bool:
    """Whether two passages come from texts that have no author in common."""
    authors = [set(collection.by_slug[p.essay].authors) for p in (one, other)]
    return one.essay != other.essay and not authors[0] & authors[1]


def pair(one: Passage, other: Passage, collection: Collection, root: str) -> Html:
    """Two passages side by side, each with its stance, its source and the way to it."""
    return tag("div", *(_side(p, collection, root) for p in (one, other)), class_="wk-facing")


def _side(passage: Passage, collection: Collection, root: str) -> Html:
    essay = collection.by_slug[passage.essay]
    quote = tag("blockquote", tag("p", escape(passage.quote)), lang=other_language(essay, collection))
    place = escape(place_words(essay.unit(passage.unit)).replace(" ", "\u00a0"))
    source = tag(
        "p",
        escape(f"{_named(passage, collection)}, "),
        tag("cite", title_of(essay)),
        escape(f" ({year_words(essay)}), "),
        tag("a", place, href=essay_url(root, essay, passage.id)),
        class_="wk-source",
    )
    return tag("div", tag("p", stance_word(passage.stance)), quote, source, class_=f"wk-facet wk-{passage.stance}")


def _named(passage: Passage, collection: Collection) -> str:
    """Whose words they are; who is quoted, comes by way of the author."""
    by = author_words(collection.by_slug[passage.essay])
    return f"{passage.speaker}, aangehaald door {by}" if passage.speaker else by


def section(argument: Argument, collection: Collection, root: str) -> Html:
    """The part of an argument's page that sets its passages against each other; '' where none do."""
    found = facing(argument, collection)
    if not found:
        return Html("")
    link = tag("a", escape("Alle tegenstellingen, als opening van een gesprek"), href=f"{root}tegenover/#{argument.id}")
    return tag(
        "section",
        tag("h2", escape("Tegenover elkaar"), id="tegenover"),
        *(pair(one, other, collection, root) for one, other in found),
        tag("p", link, class_="wk-more"),
        class_="wk-clash",
        aria_labelledby="tegenover",
    )


def page(collection: Collection) -> str:
    """The Markdown of /tegenover/."""
    ordered = [argument for group in groups(collection) for argument in group.arguments]
    found = {argument.id: facing(argument, collection) for argument in ordered}
    opposed = [a for a in ordered if any(_is_clash(p) for p in found[a.id])]
    milder = [a for a in ordered if found[a.id] and a not in opposed]
    alone = [a for a in ordered if not found[a.id]]
    parts = [
        "# Tegenover elkaar",
        "Per argument twee passages die tegenover elkaar staan, van verschillende hand, als opening van een werkgroep "
        "of een gesprek. Lees ze hardop, laat ieder een kant verdedigen, en vraag dan waar het verschil precies zit. "
        "Op papier wordt deze pagina een hand-out.",
    ]
    if opposed:
        parts.append("## Voor en tegen {: #voor-en-tegen }")
    parts += [_opener(argument, found[argument.id], collection) for argument in opposed]
    if milder:
        parts.append("## Met een kanttekening {: #kanttekening }")
        parts.append("Hier zegt niemand het tegendeel; naast de ene passage staat een andere die haar nuanceert.")
        parts += [_opener(argument, found[argument.id], collection) for argument in milder]
    if alone:
        parts.append("## Zonder tegenstem {: #zonder-tegenstem }")
        parts.append("Bij deze argumenten staat geen passage van een ander tegenover de rest. Wie spreekt ze tegen?")
        parts.append(tag("ul", *(_alone(argument) for argument in alone)))
    description = "Per argument twee passages die tegenover elkaar staan: openingen voor een werkgroep of een gesprek."
    return head("Tegenover elkaar", description=description, styles=["pictures"]) + "\n\n".join(parts) + "\n"


def _is_clash(found: tuple[Passage, Passage]) -> bool:
    return {p.stance for p in found} == {"for", "against"}


def _opener(argument: Argument, found: list[tuple[Passage, Passage]], collection: Collection) -> Html:
    title = tag("a", escape(argument.claim), href=argument_url(_ROOT, argument.id))
    parts = [tag("h3", title)]
    for one, other in found:
        parts += [tag("p", _question(one, other, collection), class_="wk-asked")]
        parts += [pair(one, other, collection, _ROOT)]
    if asked := questions(argument.introduction):
        parts.append(tag("ul", *(tag("li", escape(question)) for question in asked), class_="wk-questions"))
    how = "Gekozen door de redactie." if argument.clash else "De langste passages van beide kanten."
    parts.append(tag("p", escape(how), class_="wk-why"))
    return tag("section", *parts, class_="wk-opener wk-wide", id=argument.id)


def _question(one: Passage, other: Passage, collection: Collection) -> Html:
    facing, asked = Html(" naast "), Html(": spreken zij elkaar tegen, of vullen zij elkaar aan?")
    if _is_clash((one, other)):
        facing, asked = Html(" tegenover "), Html(": waarover zijn zij het precies oneens?")
    return join([_short(one, collection, first=True), facing, _short(other, collection), asked])


def _short(passage: Passage, collection: Collection, first: bool = False) -> Html:
    """Whose words they are in short; `first`: a sentence begins with them."""
    essay = collection.by_slug[passage.essay]
    if whose := passage.speaker or enumerate_words(list(essay.authors)):
        return escape(upper_first(whose) if first else whose)
    return join([escape("‘"), title_of(essay), escape("’")])


def questions(introduction: str) -> list[str]:
    """The questions with which an introduction ends, as plain words.

    >>> questions("Zo *is* het. Is dat goed? En voor [wie](x.md)?")
    ['Is dat goed?', 'En voor wie?']
    """
    last = " ".join(introduction.strip().rsplit("\n\n", 1)[-1].split())
    found: list[str] = []
    for sentence in reversed(_SENTENCE.split(unmarked(last))):
        if not sentence.rstrip("”’\"')").endswith("?"):
            break
        found.insert(0, sentence)
    return found


def _alone(argument: Argument) -> Html:
    link = tag("a", escape(argument.claim), href=argument_url(_ROOT, argument.id))
    stances = list(dict.fromkeys(STANCES[p.stance] for p in argument.passages))
    count = count_words(len(argument.passages), "passage", "passages")
    said = "nog geen passages" if not stances else f"{count}, {enumerate_words(stances)}"
    return tag("li", link, Html(" "), tag("span", escape(said), class_="wk-counts"), id=argument.id)
