"""The note beside a passage: the claim, the stance, and the other authors' own words for it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from weerklank.languages.sentences import shorten, upper_first
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import argument_url, essay_url, other_language, place_words, stance_word, voice
from weerklank.model import Argument, Collection, Essay, Passage, Unit
from weerklank.pages.marks import grouped, letter

VOICES = 3
"""Other voices that a note quotes; the argument's page has them all."""

_QUOTE = 160  # characters of another author's words in a note


def notes(
    unit: Unit, passages: Sequence[Passage], collection: Collection, root: str, shown: set[str] | None = None
) -> Html:
    """The notes of one block, closed at first, one for each argument and stance; empty where nothing is marked.

    `shown` gathers the ids of the passages quoted so far on the page, so that notes for one argument
    go on with other words of the same authors as long as there are any.
    """
    say = collection.say
    if not passages:
        return Html("")
    by_id = {argument.id: argument for argument in collection.arguments}
    letters = {p.id: letter(n) for n, p in enumerate(passages)}
    groups = grouped(passages)
    shown = set() if shown is None else shown
    summary = escape(say("note.summary", notes=say("count.notes", n=len(groups)), place=place_words(say, unit)))
    each = [_note(group, letters, by_id[group[0].argument], collection, root, shown) for group in groups]
    return tag("details", tag("summary", summary), *each, class_="wk-notes", data_apparatus=True, data_for=unit.id)


def _note(
    group: Sequence[Passage],
    letters: dict[str, str],
    argument: Argument,
    collection: Collection,
    root: str,
    shown: set[str],
) -> Html:
    say = collection.say
    first = group[0]
    backs = [
        tag(
            "a",
            escape(letters[p.id]),
            class_="wk-back",
            href=f"#{p.id}",
            aria_label=say("note.back", letter=letters[p.id]),
        )
        for p in group
    ]
    claim = tag("a", escape(argument.claim), class_="wk-claim", href=argument_url(say, root, argument.id, first))
    parts = [tag("p", *backs, Html(" "), stance_word(say, first.stance), Html(" "), claim, class_="wk-own")]
    if first.speaker:
        parts.append(tag("p", escape(say("note.speaker", speaker=first.speaker)), class_="wk-speaker"))
    if first.voice not in ("own", "reported"):
        parts.append(tag("p", escape(upper_first(say(f"voice.{first.voice}"))), class_="wk-voice"))
    for passage in group:
        if passage.note:
            about = say("note.about", letter=letters[passage.id], words=passage.note)
            parts.append(tag("p", about if len(group) > 1 else passage.note, class_="wk-why"))
    parts += _voices(first, argument, collection, root, shown)
    parts.append(_along(group, argument, collection, root))
    return tag(
        "div",
        *parts,
        class_=f"wk-note wk-{first.stance}",
        id=f"noot-{first.id}",
        role="note",
        data_argument=argument.id,
        data_stance=first.stance,
        aria_label=say("note.of", letters=say.list(letters[p.id] for p in group)),
    )


def _voices(passage: Passage, argument: Argument, collection: Collection, root: str, shown: set[str]) -> list[Html]:
    say = collection.say
    chosen = other_voices(passage, argument, collection, shown)
    shown |= {p.id for p in chosen}
    items = [tag("li", _voice(p, collection, root)) for p in chosen]
    parts = [tag("ul", *items, class_="wk-voices")] if items else []
    by_others = [p for p in argument.passages if p.essay != passage.essay]
    if more := len(by_others) - len(chosen):
        words = say("note.more", passages=say("count.other_passages", n=more))
        link = tag("a", words, href=argument_url(say, root, argument.id))
        parts.append(tag("p", link, class_="wk-more"))
    return parts


def _along(group: Sequence[Passage], argument: Argument, collection: Collection, root: str) -> Html:
    """Where one is in the argument, with the passages before and after these, across the texts."""
    say = collection.say
    here, last = [argument.passages.index(p) for p in group], len(argument.passages) - 1
    numbers = say.list(str(n + 1) for n in here)
    parts = [tag("span", escape(say("note.along", numbers=numbers, n=last + 1)))]
    for there, rel in ((here[0] - 1, "prev"), (here[-1] + 1, "next")):
        if 0 <= there <= last:
            other = argument.passages[there]
            label = say(f"note.{rel}_passage")
            url = essay_url(say, root, collection.by_slug[other.essay], other.id)
            parts.append(tag("a", say(f"note.{rel}"), href=url, rel=rel, aria_label=label))
    return tag("p", join(parts, " "), class_="wk-along")


def other_voices(
    passage: Passage, argument: Argument, collection: Collection, shown: Container[str] = ()
) -> list[Passage]:
    """Up to VOICES passages of the argument, one of each other hand: first those who differ.

    Of one text a passage that is not in `shown` stands before the others, then one that differs in
    stance, then the longest.
    """
    here = collection.by_slug[passage.essay]
    best: dict[str, Passage] = {}
    for other in argument.passages:
        essay = collection.by_slug[other.essay]
        if other.essay == passage.essay or (essay.authors and essay.authors == here.authors):
            continue
        if other.essay not in best or _worth(other, passage, shown) > _worth(best[other.essay], passage, shown):
            best[other.essay] = other
    order = {essay.slug: n for n, essay in enumerate(collection.essays)}
    return sorted(best.values(), key=lambda p: (p.stance == passage.stance, order[p.essay]))[:VOICES]


def _worth(other: Passage, passage: Passage, shown: Container[str]) -> tuple[bool, bool, int]:
    return other.id not in shown, other.stance != passage.stance, min(len(other.quote), _QUOTE)


def _voice(passage: Passage, collection: Collection, root: str) -> Html:
    say = collection.say
    essay: Essay = collection.by_slug[passage.essay]
    words = tag("q", escape(shorten(passage.quote, _QUOTE)), lang=other_language(essay, collection))
    place = place_words(say, essay.unit(passage.unit)).replace(" ", "\u00a0")
    whose = voice(say, essay, passage)
    source = tag("a", whose, f", {place}", href=essay_url(say, root, essay, passage.id))
    return join([stance_word(say, passage.stance), words, source], " ")


def recurring(essay: Essay, collection: Collection) -> list[tuple[Argument, list[Passage]]]:
    """The arguments of an essay with its passages for each, in order of appearance."""
    order = {unit.id: n for n, unit in enumerate(essay.units)}
    found = []
    for argument in collection.arguments:
        own = [p for p in argument.passages if p.essay == essay.slug]
        if own:
            found.append((argument, sorted(own, key=lambda p: (order[p.unit], p.start))))
    return sorted(found, key=lambda f: (order[f[1][0].unit], f[1][0].start, f[0].id))
