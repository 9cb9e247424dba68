"""The page of an argument: claim, introduction, passages by stance and year, related arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from weerklank.annotate.facing import facing, is_clash
from weerklank.languages.pack import Pack
from weerklank.languages.sentences import upper_first
from weerklank.markup.long_lists import Part, by_year
from weerklank.markup.markdown import Html, join, seen, tag
from weerklank.markup.parts import (
    enumerated,
    essay_url,
    head,
    other_language,
    place_words,
    quoted_title,
    sentence,
    told_by,
    whose_words,
)
from weerklank.model import RELATIONS, STANCES, Argument, Collection, Essay, Passage, Stance, Unit
from weerklank.pages import clashes, moved, rights
from weerklank.pages.template import render

_MANY = 8  # titles that still read as a sentence
# A sentence ends at . ! ? or …, with closing marks, before a blank and a capital, digit or opening mark.
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9À-Þ])|\n")
_MARKUP = re.compile(r"[<{&\[\]`\\]")
_LINK = re.compile(
    r"((?<!!)\[[^\[\]`<{&\\]*\]\((?:(?:https?://|mailto:)[^\s()<>\"'\[\]`{}\\]+|[\w./-]+\.md(?:#[\w-]+)?|#[\w-]+)\))"
)


def pages(argument: Argument, collection: Collection) -> dict[str, str]:
    """The Markdown of an argument's page, and of its parts where very many texts speak of it, by name under docs/."""
    say, spoken = collection.say, {passage.essay for passage in argument.passages}
    texts = [essay for essay in collection.essays if essay.slug in spoken]
    parts = by_year(say, f"{say.at('arguments')}/{argument.id}.md", texts)
    ways = {essay.slug: part.way for part in parts[1:] for essay in part.entries}
    return {
        part.name: _part(part, argument, collection) if part.label else _own(part, argument, collection, ways)
        for part in parts
    }


def page(argument: Argument, collection: Collection) -> str:
    """The Markdown of an argument's page."""
    return next(iter(pages(argument, collection).values()))


def _own(part: Part[Essay], argument: Argument, collection: Collection, ways: Mapping[str, str]) -> str:
    """The page itself; with all passages, or with the way to each (`ways`, by text)."""
    say = collection.say
    found = facing(argument, collection)
    sections = [_section(argument, stance, collection, part) for stance in STANCES]
    body = render(
        say,
        "argument",
        title=argument.claim,
        part=part,
        argument=argument,
        introduction=introduction(argument.introduction),
        examined=who_was_read(argument, collection),
        facing=clashes.pairs(found, collection, part.root),
        opposed=any(map(is_clash, found)),
        sections=[section for section in sections if section],
        ways=ways,
        not_shown=rights.not_shown(argument, collection),
        elsewhere=moved.passages(argument.id, collection),
        related=related_claims(argument, collection),
    )
    return _front(argument, argument.claim, say) + body


def _part(part: Part[Essay], argument: Argument, collection: Collection) -> str:
    """The passages of the texts of one year."""
    own = {essay.slug for essay in part.entries}
    here = replace(argument, passages=tuple(p for p in argument.passages if p.essay in own))
    sections = [_section(here, stance, collection, part) for stance in STANCES]
    title = part.titled(collection.say, argument.claim.rstrip("."))
    body = render(
        collection.say, "argument", title=title, part=part, argument=here, sections=[s for s in sections if s]
    )
    return _front(here, title, collection.say) + body


def _front(argument: Argument, title: str, say: Pack) -> str:
    return head(say, title, description=_description(say, argument), styles=["pictures", "debate"])


def _section(argument: Argument, stance: Stance, collection: Collection, part: Part[Essay]) -> dict[str, Any] | None:
    """The passages of one stance, gathered by text, and those that were taken down."""
    say = collection.say
    chosen = [p for p in argument.passages if p.stance == stance]
    gone = [] if part.label else rights.taken_down(argument, stance, collection)
    texts = [_text(list(group), collection, part) for _, group in groupby(chosen, key=lambda p: p.essay)]
    return (
        {
            "stance": stance,
            "title": upper_first(say(f"stance.{stance}")),
            "pole": clashes.pole(argument, stance),
            "counts": say("count.texts", n=len(texts)),
            "texts": texts,
            "gone": gone,
        }
        if chosen or gone
        else None
    )


def _text(passages: list[Passage], collection: Collection, part: Part[Essay]) -> dict[str, Any]:
    """What one text says of one stance: its strongest passage first, the rest on demand; on a page that has no room for
    them where they stand alone.
    """
    essay = collection.by_slug[passages[0].essay]
    if part.is_front:
        return {"essay": essay, "places": [(p.id, place_words(collection.say, essay.unit(p.unit))) for p in passages]}
    first = strongest(passages)
    rest = [passage for passage in passages if passage is not first]
    return {
        "essay": essay,
        "first": _card(first, essay, collection, part.root),
        "rest": [_card(passage, essay, collection, part.root) for passage in rest],
        "more": sentence(collection.say, "argument.more", n=len(rest), whose=whose_words(collection.say, essay)),
    }


def strongest(passages: Sequence[Passage]) -> Passage:
    """The passage that stands for the others of its text: a key one before others, the author's own words before what
    he reports, then the longest, and of equals the first.
    """
    return min(passages, key=lambda p: (not p.key, p.voice != "own", -len(p.quote)))


def _description(say: Pack, argument: Argument) -> str:
    return say("argument.description", claim=argument.claim, passages=say("count.passages", n=len(argument.passages)))


def introduction(markdown: str) -> Html:
    """An editor's Markdown with words, emphasis, headings, lists and plain links; all else is text.

    A link goes to http, https, mailto or another page here; no raw HTML, image, attribute list,
    reference or entity means anything.

    >>> introduction("*Zie* [elders](https://x.nl/a) en [hier](javascript:1) <b>")
    Html('*Zie* [elders](https://x.nl/a) en &#91;hier&#93;(javascript:1) &#60;b>')
    """
    parts = _LINK.split(seen(markdown))
    parts[::2] = [_MARKUP.sub(lambda m: f"&#{ord(m[0])};", words) for words in parts[::2]]
    return Html("".join(parts).strip())


def who_was_read(argument: Argument, collection: Collection) -> Html:
    """Who was read for this argument, and where nothing was found."""
    say = collection.say
    found = {p.essay for p in argument.passages}
    silent = [(e, argument.silence(e.slug)) for e in collection.essays if e.slug not in found]
    nothing = [essay for essay, why in silent if why == "nothing found"]
    unread = [essay for essay, why in silent if why == "not read"]
    words = []
    if nothing:
        words.append(sentence(say, "argument.nothing_found", texts=_listed(say, nothing)))
    if unread:
        words.append(sentence(say, "argument.not_read", texts=_listed(say, unread)))
    return join(words, " ")


def _listed(say: Pack, texts: list[Essay]) -> str:
    """The titles, or their number where they would fill the page; the table of arguments has them all."""
    if len(texts) > _MANY:
        return say("count.texts", n=len(texts))
    return enumerated(say, [quoted_title(say, essay) for essay in texts])


def _card(passage: Passage, essay: Essay, collection: Collection, root: str) -> dict[str, Any]:
    """A passage in its sentence, with whose words they are, where they stand, and the whole block on demand."""
    say = collection.say
    unit = essay.unit(passage.unit)
    before, after = context(unit.text, passage.start, passage.end)
    link = tag("a", place_words(say, unit), href=essay_url(say, root, essay, passage.id), class_="wk-place")
    told = told_by(say, essay, passage, tag("b", passage.speaker) if passage.speaker else None)
    source = link if passage.voice == "own" and not passage.speaker else join([told, ", ", link])
    shown_whole = len(unit.text) <= len(before + passage.quote + after) + 2
    return {
        "passage": passage,
        "before": before,
        "after": after,
        "source": source,
        "language": other_language(essay, collection),
        "block": None if shown_whole else _block(say, passage, unit),
    }


def _block(say: Pack, passage: Passage, unit: Unit) -> dict[str, str]:
    """The whole block around a passage, and what it is called."""
    paragraph = say("argument.shown_of_paragraph") if unit.gaps else say("argument.whole_paragraph")
    return {
        "name": paragraph if unit.kind == "paragraph" else say("argument.whole_block"),
        "before": _flat(unit.text[: passage.start]),
        "after": _flat(unit.text[passage.end :]),
    }


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence around `text[start:end]`: those before and those after.

    >>> context("Een klant kan kiezen. Zo werkt de markt niet altijd. Jammer.", 25, 39)
    ('Zo ', ' niet altijd.')
    """
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    left = max(e for e in ends if e <= start)
    right = min(e for e in ends if e >= end)
    return _flat(text[left:start]), _flat(text[end:right].rstrip())


def related_claims(argument: Argument, collection: Collection) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Related arguments by what they are to this one: the heading of each kind, and id, claim and how they relate.

    Those that name this one are listed too, as what this one is to them.
    """
    say = collection.say
    own = {related.id for related in argument.related}
    found: dict[str, list[tuple[str, str, str]]] = {
        f"{way}.{kind}": [] for kind in RELATIONS for way in ("relation", "relation_back")
    }
    for related in argument.related:
        claim = collection.argument(related.id).claim.rstrip(".")
        key = f"relation.{related.type}"
        found[key].append((related.id, claim, related.how))
    for other in collection.arguments:
        for related in other.related:
            if other.id not in own and related.id == argument.id:
                how = say("argument.said_there", how=related.how)
                key = f"relation_back.{related.type}"
                found[key].append((other.id, other.claim.rstrip("."), how))
    return [(say(key), each) for key, each in found.items() if each]
