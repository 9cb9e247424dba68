"""Passages that face each other: on an argument's page, and gathered as openers for a seminar (/tegenover/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weerklank.annotate.facing import facing, is_clash
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html, unmarked
from weerklank.markup.parts import (
    essay_url,
    head,
    other_language,
    place_words,
    prose,
    quoted_title,
    told_by,
)
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.pages.template import render
from weerklank.pictures.facts import disputed, groups

_ROOT = "../"
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+")


@dataclass(frozen=True, slots=True)
class Side:
    """A passage that faces another: its words, whose they are, and the way to them; `pole` is its side in words."""

    stance: Stance
    pole: str | None
    quote: str
    language: str | None
    whose: Html
    essay: Essay
    unit: str
    place: str
    url: str


def pairs(found: Sequence[tuple[Passage, Passage]], collection: Collection, root: str) -> list[list[Side]]:
    """Pairs of passages as a page shows them, whose way to the site's root is `root`."""
    return [[side(passage, collection, root) for passage in pair] for pair in found]


def side(passage: Passage, collection: Collection, root: str) -> Side:
    """A passage as a page shows it, whose way to the site's root is `root`."""
    say, essay = collection.say, collection.by_slug[passage.essay]
    return Side(
        passage.stance,
        pole(collection.argument(passage.argument), passage.stance),
        passage.quote,
        other_language(essay, collection),
        told_by(say, essay, passage),
        essay,
        passage.unit,
        place_words(say, essay.unit(passage.unit)).replace(" ", "\u00a0"),
        essay_url(say, root, essay, passage.id),
    )


def pole(argument: Argument, stance: Stance) -> str | None:
    """The side of a claim that a stance takes, in words; None where the editor gave none, or it takes no side."""
    sides = argument.poles and {"for": argument.poles.for_, "against": argument.poles.against}
    return sides.get(stance) if sides else None


def page(collection: Collection) -> str:
    """The Markdown of /tegenover/."""
    say = collection.say
    ordered = [argument for group in groups(collection) for argument in group.arguments]
    found = {argument.id: facing(argument, collection) for argument in ordered}
    word = {each: f"; {say('arguments.disputed')}" for each in disputed(collection)}
    opposed = [a for a in ordered if any(is_clash(p) for p in found[a.id])]
    milder = [a for a in ordered if found[a.id] and a not in opposed]
    body = render(
        say,
        "clashes",
        opposed=[_opener(argument, found[argument.id], collection) for argument in opposed],
        milder=[_opener(argument, found[argument.id], collection) for argument in milder],
        alone=[(a, _counts(say, a) + word.get(a.id, "")) for a in ordered if not found[a.id]],
    )
    front = head(say, say("clash.title"), description=say("clash.description"), styles=["pictures"])
    return front + body


def _opener(argument: Argument, found: list[tuple[Passage, Passage]], collection: Collection) -> dict[str, Any]:
    """An argument with the pairs of its passages, each under a question, and the editors' own questions."""
    asked = [_question(*pair, collection) for pair in found]
    shown = list(zip(asked, pairs(found, collection, _ROOT), strict=True))
    return {"argument": argument, "pairs": shown, "questions": questions(argument.introduction)}


def _question(one: Passage, other: Passage, collection: Collection) -> Html:
    key = "clash.ask_opposed" if is_clash((one, other)) else "clash.ask_milder"
    names = {"one": _short(one, collection, first=True), "other": _short(other, collection)}
    return prose(collection.say, key, **names)


def _short(passage: Passage, collection: Collection, first: bool = False) -> str:
    """Whose words they are in short; `first`: a sentence begins with them."""
    essay = collection.by_slug[passage.essay]
    if whose := passage.speaker or collection.say.list(essay.authors):
        return upper_first(whose) if first else whose
    return quoted_title(collection.say, essay)


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
