"""The note beside a passage: the claim, the stance, and the other authors' own words for it."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.dutch import STANCES, count_words, shorten
from weerklank.markdown import Html, escape, join, tag
from weerklank.model import Argument, Collection, Essay, Passage, Unit
from weerklank.pages.marks import letter
from weerklank.pages.parts import argument_url, essay_url, place_words, stance_word, voice

VOICES = 3
"""Other voices that a note quotes; the argument's page has them all."""

_QUOTE = 160  # characters of another author's words in a note


def notes(unit: Unit, passages: Sequence[Passage], collection: Collection, root: str) -> Html:
    """The notes of one block, closed at first; empty where nothing is marked in it."""
    if not passages:
        return Html("")
    by_id = {argument.id: argument for argument in collection.arguments}
    place = place_words(unit)
    summary = escape(f"{count_words(len(passages), 'noot', 'noten')} bij {place}")
    each = [_note(n, p, by_id[p.argument], collection, root) for n, p in enumerate(passages)]
    return tag("details", tag("summary", summary), *each, class_="wk-notes", data_apparatus=True, data_for=unit.id)


def _note(number: int, passage: Passage, argument: Argument, collection: Collection, root: str) -> Html:
    mark = letter(number)
    own = tag(
        "p",
        tag("a", escape(mark), class_="wk-back", href=f"#{passage.id}", aria_label=f"terug naar passage {mark}"),
        Html(" "),
        stance_word(passage.stance),
        Html(" "),
        tag("a", escape(argument.claim), class_="wk-claim", href=argument_url(root, argument.id, passage)),
    )
    parts = [own]
    if passage.speaker:
        parts.append(tag("p", escape(f"Aan het woord: {passage.speaker}."), class_="wk-speaker"))
    if passage.note:
        parts.append(tag("p", escape(passage.note), class_="wk-why"))
    parts += _voices(passage, argument, collection, root)
    parts.append(_along(passage, argument, collection, root))
    names = f"wk-note wk-{passage.stance}"
    return tag("section", *parts, class_=names, id=f"noot-{passage.id}", aria_label=f"noot {mark}")


def _voices(passage: Passage, argument: Argument, collection: Collection, root: str) -> list[Html]:
    chosen = other_voices(passage, argument, collection)
    items = [tag("li", _voice(p, collection, root)) for p in chosen]
    parts = [tag("ul", *items, class_="wk-voices")] if items else []
    by_others = [p for p in argument.passages if p.essay != passage.essay]
    if more := len(by_others) - len(chosen):
        link = tag("a", escape(f"nog {more} meer"), href=argument_url(root, argument.id))
        parts.append(tag("p", link, class_="wk-more"))
    return parts


def _along(passage: Passage, argument: Argument, collection: Collection, root: str) -> Html:
    """Where one is in the argument, with the passages before and after it, across the texts."""
    here, last = argument.passages.index(passage), len(argument.passages) - 1
    parts = [tag("span", escape(f"passage {here + 1} van {last + 1}"))]
    for there, words, rel in ((here - 1, "vorige", "prev"), (here + 1, "volgende", "next")):
        if 0 <= there <= last:
            other = argument.passages[there]
            label = f"{words} passage bij dit argument"
            url = essay_url(root, collection.by_slug[other.essay], other.id)
            parts.append(tag("a", escape(words), href=url, rel=rel, aria_label=label))
    return tag("p", join(parts, " · "), class_="wk-along")


def other_voices(passage: Passage, argument: Argument, collection: Collection) -> list[Passage]:
    """Up to VOICES passages of the argument, one of each other hand: first those who differ.

    Of one text the passage that differs in stance stands before the others, then the longest.
    """
    here = collection.by_slug[passage.essay]
    best: dict[str, Passage] = {}
    for other in argument.passages:
        essay = collection.by_slug[other.essay]
        if other.essay == passage.essay or (essay.authors and essay.authors == here.authors):
            continue
        if other.essay not in best or _worth(other, passage) > _worth(best[other.essay], passage):
            best[other.essay] = other
    order = {essay.slug: n for n, essay in enumerate(collection.essays)}
    return sorted(best.values(), key=lambda p: (p.stance == passage.stance, order[p.essay]))[:VOICES]


def _worth(other: Passage, passage: Passage) -> tuple[bool, int]:
    return other.stance != passage.stance, min(len(other.quote), _QUOTE)


def _voice(passage: Passage, collection: Collection, root: str) -> Html:
    essay: Essay = collection.by_slug[passage.essay]
    words = tag("q", escape(shorten(passage.quote, _QUOTE)))
    place = place_words(essay.unit(passage.unit))
    source = tag("a", escape(f"{voice(essay, passage.speaker)}, {place}"), href=essay_url(root, essay, passage.id))
    return join([stance_word(passage.stance), words, source], " ")


def recurring(essay: Essay, collection: Collection) -> list[tuple[Argument, list[Passage]]]:
    """The arguments of an essay with its passages for each, in order of appearance."""
    order = {unit.id: n for n, unit in enumerate(essay.units)}
    found = []
    for argument in collection.arguments:
        own = [p for p in argument.passages if p.essay == essay.slug]
        if own:
            found.append((argument, sorted(own, key=lambda p: (order[p.unit], p.start))))
    return sorted(found, key=lambda f: (order[f[1][0].unit], f[1][0].start, f[0].id))


def stances_of(passages: Sequence[Passage]) -> str:
    """The stances among passages with their counts, in words: 'voor (2), tegen (1)'."""
    counts = [(word, sum(p.stance == stance for p in passages)) for stance, word in STANCES.items()]
    return ", ".join(f"{word} ({count})" for word, count in counts if count)
