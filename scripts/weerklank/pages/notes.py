"""The note beside a passage: the claim, the stance, and the other authors' own words for it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import Html
from weerklank.markup.parts import essay_url, other_language, place_words, voice
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.pages.marks import grouped, letter

VOICES = 3
"""Other voices that a note quotes; the argument's page has them all."""

_QUOTE = 160  # characters of another author's words in a note


@dataclass(frozen=True, slots=True)
class Voice:
    """Another author's words in a note, shortened; `language` where it is not the collection's."""

    stance: Stance
    words: str
    language: str | None
    whose: Html
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside passages of one block with one argument, stance and speaker.

    `letters` are theirs in the block, `why` the editor's notes, `more` how many passages of other texts the note
    does not quote; `along` says where one is in the argument, and `neighbours` ('prev', 'next') lead on through it.
    """

    argument: Argument
    passages: Sequence[Passage]
    letters: Sequence[str]
    why: Sequence[str]
    voices: Sequence[Voice]
    more: int
    along: str
    neighbours: Sequence[tuple[str, str]]


def notes(
    passages: Sequence[Passage], arguments: Mapping[str, Argument], collection: Collection, root: str, shown: set[str]
) -> list[Note]:
    """The notes of one block, one for each argument (by id), stance and speaker of its passages.

    `shown` gathers the ids of the passages quoted so far on the page, so that notes for one argument
    go on with other words of the same authors as long as there are any.
    """
    letters = {p.id: letter(n) for n, p in enumerate(passages)}
    return [_note(group, letters, arguments[group[0].argument], collection, root, shown) for group in grouped(passages)]


def _note(
    group: Sequence[Passage],
    letters: Mapping[str, str],
    argument: Argument,
    collection: Collection,
    root: str,
    shown: set[str],
) -> Note:
    say = collection.say
    chosen = other_voices(group[0], argument, collection, shown)
    shown |= {p.id for p in chosen}
    told = [(letters[p.id], p.note) for p in group if p.note]
    here, last = [argument.passages.index(p) for p in group], len(argument.passages) - 1
    beside = [
        (rel, argument.passages[n]) for rel, n in (("prev", here[0] - 1), ("next", here[-1] + 1)) if 0 <= n <= last
    ]
    return Note(
        argument,
        group,
        [letters[p.id] for p in group],
        [say("note.about", letter=which, words=words) if len(group) > 1 else words for which, words in told],
        [_voice(p, collection, root) for p in chosen],
        sum(p.essay != group[0].essay for p in argument.passages) - len(chosen),
        say("note.along", numbers=say.list(str(n + 1) for n in here), n=last + 1),
        [(rel, essay_url(say, root, collection.by_slug[p.essay], p.id)) for rel, p in beside],
    )


def _voice(passage: Passage, collection: Collection, root: str) -> Voice:
    say = collection.say
    essay = collection.by_slug[passage.essay]
    return Voice(
        passage.stance,
        shorten(passage.quote, _QUOTE),
        other_language(essay, collection),
        voice(say, essay, passage),
        place_words(say, essay.unit(passage.unit)).replace(" ", "\u00a0"),
        essay_url(say, root, essay, passage.id),
    )


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


def recurring(essay: Essay, collection: Collection) -> list[tuple[Argument, list[Passage]]]:
    """The arguments of an essay with its passages for each, in order of appearance."""
    order = {unit.id: n for n, unit in enumerate(essay.units)}
    found = []
    for argument in collection.arguments:
        own = [p for p in argument.passages if p.essay == essay.slug]
        if own:
            found.append((argument, sorted(own, key=lambda p: (order[p.unit], p.start))))
    return sorted(found, key=lambda f: (order[f[1][0].unit], f[1][0].start, f[0].id))
