"""The page of an argument: claim, introduction, passages by stance and year, related arguments."""

from __future__ import annotations

import re
from itertools import groupby

from weerklank.languages.nl.interface import STANCES, count_words
from weerklank.markup.markdown import Html, escape, join, seen, tag
from weerklank.markup.parts import (
    author_words,
    enumerated,
    essay_url,
    head,
    other_language,
    place_words,
    title_of,
    year_words,
)
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.pages import clashes, rights

_ROOT = "../../"
_ONWARD = "Naast de andere argumenten: [in beeld](../overzicht/index.md) en [in één tabel](index.md)."
_MANY = 8  # titles that still read as a sentence
_HEADINGS: dict[Stance, str] = {"for": "Voor", "against": "Tegen", "nuance": "Nuance"}
# A sentence ends at . ! ? or …, with closing marks, before a blank and a capital, digit or opening mark.
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9À-Þ])|\n")
_MARKUP = re.compile(r"[<{&\[\]`\\]")
_LINK = re.compile(
    r"((?<!!)\[[^\[\]`<{&\\]*\]\((?:(?:https?://|mailto:)[^\s()<>\"'\[\]`{}\\]+|[\w./-]+\.md(?:#[\w-]+)?|#[\w-]+)\))"
)


def page(argument: Argument, collection: Collection) -> str:
    """The Markdown of an argument's page."""
    words = introduction(argument.introduction).strip()
    parts = [tag("h1", escape(argument.claim), id="stelling"), words, _summary(argument, collection)]
    parts += [
        clashes.section(argument, collection, _ROOT),
        _sides(argument, collection),
        rights.not_shown(argument, collection),
        _related(argument, collection),
        _ONWARD,
    ]
    body = "\n\n".join(part for part in parts if part)
    return head(argument.claim, description=_description(argument), styles=["pictures"]) + _wrapped(argument, body)


def _sides(argument: Argument, collection: Collection) -> Html:
    """The passages by stance: on wide screens those for it beside the others."""
    sections = [_stance(argument, stance, collection) for stance in STANCES]
    sides = [part for part in (sections[0], join(sections[1:])) if part]
    if not sides:
        return Html("")
    names = "wk-sides" if len(sides) > 1 else "wk-sides wk-alone"
    return tag("div", *(tag("div", side, class_="wk-side") for side in sides), class_=names)


def _stance(argument: Argument, stance: Stance, collection: Collection) -> Html:
    """The passages of one stance, gathered by text."""
    chosen = [p for p in argument.passages if p.stance == stance]
    gone = rights.taken_down(argument, stance, collection)
    if not (chosen or gone):
        return Html("")
    count = tag("span", escape(count_words(len(chosen), "passage", "passages")), class_="wk-counts")
    parts = [tag("h2", escape(_HEADINGS[stance]), Html(" "), count, id=stance, class_=f"wk-{stance}")]
    for slug, group in groupby(chosen, key=lambda p: p.essay):
        essay = collection.by_slug[slug]
        title = tag("a", title_of(essay), href=essay_url(_ROOT, essay))
        by = tag("span", escape(f"{author_words(essay)}, {year_words(essay)}"), class_="wk-counts")
        parts += [tag("h3", tag("cite", title), Html(" "), by), *(_card(p, essay, collection) for p in group)]
    parts += gone
    return tag("section", *parts, aria_labelledby=stance)


def _wrapped(argument: Argument, body: str) -> str:
    return f'<div class="wk-argument" data-argument-page="{argument.id}" markdown="1">\n\n{body}\n\n</div>\n'


def _description(argument: Argument) -> str:
    return (
        f"{argument.claim} {count_words(len(argument.passages), 'passage', 'passages')} in de woorden van de auteurs."
    )


def introduction(markdown: str) -> str:
    """An editor's Markdown with words, emphasis, headings, lists and plain links; all else is text.

    A link goes to http, https, mailto or another page here; no raw HTML, image, attribute list,
    reference or entity means anything.

    >>> introduction("*Zie* [elders](https://x.nl/a) en [hier](javascript:1) <b>")
    '*Zie* [elders](https://x.nl/a) en &#91;hier&#93;(javascript:1) &#60;b>'
    """
    parts = _LINK.split(seen(markdown))
    parts[::2] = [_MARKUP.sub(lambda m: f"&#{ord(m[0])};", words) for words in parts[::2]]
    return "".join(parts)


def _summary(argument: Argument, collection: Collection) -> Html:
    """Who was read for this argument, and where nothing was found."""
    found = {p.essay for p in argument.passages}
    silent = [(e, argument.silence(e.slug)) for e in collection.essays if e.slug not in found]
    nothing = [essay for essay, why in silent if why == "nothing found"]
    unread = [essay for essay, why in silent if why == "not read"]
    words = []
    if nothing:
        words.append(join([escape("Niets gevonden in "), _listed(nothing), escape(".")]))
    if unread:
        words.append(join([escape("Nog niet gelezen: "), _listed(unread), escape(".")]))
    return tag("p", join(words, " "), class_="wk-examined") if words else Html("")


def _listed(texts: list[Essay]) -> Html:
    """The titles, or their number where they would fill the page; the table of arguments has them all."""
    if len(texts) > _MANY:
        return escape(count_words(len(texts), "tekst", "teksten"))
    return enumerated([join([escape("‘"), title_of(essay), escape("’")]) for essay in texts])


def _card(passage: Passage, essay: Essay, collection: Collection) -> Html:
    """A passage in its sentence, with whose words they are, where they stand, and the whole block on demand."""
    unit = essay.unit(passage.unit)
    before, after = context(unit.text, passage.start, passage.end)
    link = tag("a", escape(place_words(unit)), href=essay_url(_ROOT, essay, passage.id), class_="wk-place")
    source = [escape(f"{author_words(essay)} ({year_words(essay)}), "), link]
    if passage.speaker:
        source = [tag("b", escape(passage.speaker)), escape(", aangehaald door "), *source]
    language = other_language(essay, collection)
    lines = [tag("blockquote", _quoted(passage, before, after), lang=language), tag("p", *source, class_="wk-source")]
    if passage.note:
        lines.append(tag("p", escape(passage.note), class_="wk-why"))
    if len(unit.text) > len(before + passage.quote + after) + 2:
        whole = _quoted(passage, _flat(unit.text[: passage.start]), _flat(unit.text[passage.end :]))
        name = "Wat er van de alinea staat" if unit.gaps else "De hele alinea"
        summary = tag("summary", escape(name if unit.kind == "paragraph" else "Het hele blok"))
        lines.append(tag("details", summary, tag("blockquote", whole, lang=language), class_="wk-whole"))
    return tag("article", *lines, class_=f"wk-card wk-{passage.stance}", id=passage.id, data_quote=True)


def _quoted(passage: Passage, before: str, after: str) -> Html:
    return tag(
        "p",
        tag("span", escape(before), class_="wk-context"),
        tag("mark", escape(passage.quote), class_=f"wk-mark wk-{passage.stance}", data_exact=True),
        tag("span", escape(after), class_="wk-context"),
    )


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


def _related(argument: Argument, collection: Collection) -> str:
    """Related arguments, named by their claims; those that name this one are listed too."""
    claims = {other.id: other.claim.rstrip(".") for other in collection.arguments}
    rows = [f"- [{escape(claims[r.id])}]({r.id}.md): {escape(r.how)}" for r in argument.related]
    own = {r.id for r in argument.related}
    for other in collection.arguments:
        for relation in other.related:
            if other.id not in own and relation.id == argument.id:
                words = f"daar staat over dit argument: {relation.how}"
                rows.append(f"- [{escape(claims[other.id])}]({other.id}.md): {escape(words)}")
    return "## Verwante argumenten\n\n" + "\n".join(rows) if rows else ""
