"""The notes beside a paragraph: the claims, the stances, and the other authors' own words for them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import Html
from weerklank.markup.parts import essay_url, other_language, place_words, sentence, stance_word, told_by, year_words
from weerklank.model import Argument, Collection, Essay, Passage, Unit
from weerklank.pages.marks import grouped
from weerklank.pages.voices import Chosen, best_words, chosen, others_on

VOICES = 3
"""Other voices that a note quotes; the argument's page has them all."""

_SIGN = 32  # characters of a passage by which a note names it


@dataclass(frozen=True, slots=True)
class Voice:
    """Another author's words; `language` where it is not the collection's, `side` his stance in words."""

    passage: Passage
    words: str
    language: str | None
    whose: Html
    year: str
    side: Html
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """What there is to passages of one block with one argument, stance and speaker.

    `signs` are the words by which each is named, `why` the editor's notes, `more` how many passages of other texts
    are not quoted; `along` says where one is in the argument, and `neighbours` ('prev', 'next') lead on through it.
    """

    argument: Argument
    passages: Sequence[Passage]
    signs: Sequence[str]
    why: Sequence[str]
    voices: Sequence[Voice]
    more: int
    along: str
    neighbours: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a block: a voice, or who speaks about it elsewhere on the page, and the notes.

    `key`: whether the block has a key passage, or the text none at all.
    `rows` and `key_rows` are how many blocks the whole may run along in
    the margin before the next one comes, where all are shown and where those of key passages are.
    """

    key: bool
    of: Passage | None
    voice: Voice | None
    above: Unit | None
    notes: Sequence[Note]
    rows: int
    key_rows: int

    @property
    def others(self) -> int:
        """How many voices the notes quote."""
        return sum(len(note.voices) for note in self.notes)


def beside(
    passages: Mapping[str, Sequence[Passage]], essay: Essay, collection: Collection, root: str
) -> dict[str, Beside]:
    """What stands beside each block that has passages (`passages`, by unit), by the unit's id."""
    voices = chosen(passages, essay, collection)
    key = {unit for unit, own in passages.items() if any(p.key for p in own)} or set(passages)
    shown = {voice.passage.id for voice in voices.values()}
    found = {}
    for at, unit in enumerate(essay.units):
        if own := passages.get(unit.id):
            voice = voices.get(unit.id)
            here = voice if voice and not voice.above else None
            found[unit.id] = Beside(
                unit.id in key,
                voice.of if voice else None,
                _voice(voice.passage, voice.words, collection, root) if voice else None,
                essay.unit(voice.above) if voice and voice.above else None,
                _notes(own, collection, root, shown, here),
                _rows(essay.units[at:], set(passages)),
                _rows(essay.units[at:], key),
            )
    return found


_MOST_ROWS = 6  # blocks that a voice may run along: no margin is so narrow that it needs more


def _rows(units: Sequence[Unit], taken: Container[str]) -> int:
    """How many blocks from the first one on have the margin to themselves; a quotation keeps its own margin."""
    rows = 1
    if units[0].quotation is not None:
        return rows
    for unit in units[1:_MOST_ROWS]:
        if unit.id in taken or unit.quotation is not None:
            break
        rows += 1
    return rows


def _notes(
    passages: Sequence[Passage], collection: Collection, root: str, shown: set[str], beside: Chosen | None
) -> list[Note]:
    """The notes of one block, one for each argument (by id), stance and speaker of its passages.

    `shown` gathers the ids of the passages quoted so far on the page, so that notes for one argument
    go on with other words of the same authors as long as there are any; `beside` is already told.
    """
    told = {beside.words} if beside else set()
    found = []
    for group in grouped(passages):
        argument = collection.argument(group[0].argument)
        said = {other.id: best_words(other, collection) for other in others_on(group[0], argument, collection)}
        free = [other for other in argument.passages if other.id in said and said[other.id] not in told]
        picked = _picked(group[0], free, collection, shown)
        shown |= {p.id for p in picked}
        told |= {said[p.id] for p in picked}
        voices = [_voice(p, said[p.id], collection, root) for p in picked]
        quoted = len(picked) + bool(beside and beside.passage.argument == argument.id)
        found.append(_note(group, argument, voices, len(said) - quoted, collection, root))
    return found


def _note(
    group: Sequence[Passage], argument: Argument, voices: Sequence[Voice], more: int, collection: Collection, root: str
) -> Note:
    say = collection.say
    foreign = other_language(collection.by_slug[group[0].essay], collection)  # then numbers name them, in any language
    signs = {p.id: str(n) if foreign else shorten(p.quote, _SIGN) for n, p in enumerate(group, 1)}
    told = [(signs[p.id], p.note) for p in group if p.note]
    here, last = [argument.passages.index(p) for p in group], len(argument.passages) - 1
    around = [
        (rel, argument.passages[n]) for rel, n in (("prev", here[0] - 1), ("next", here[-1] + 1)) if 0 <= n <= last
    ]
    return Note(
        argument,
        group,
        list(signs.values()),
        [say("note.about", sign=which, words=words) if len(group) > 1 else words for which, words in told],
        voices,
        max(0, more),
        say("note.along", numbers=say.list(str(n + 1) for n in here), n=last + 1),
        [(rel, essay_url(say, root, collection.by_slug[p.essay], p.id)) for rel, p in around],
    )


def _voice(passage: Passage, words: str, collection: Collection, root: str) -> Voice:
    say = collection.say
    essay = collection.by_slug[passage.essay]
    return Voice(
        passage,
        words,
        other_language(essay, collection),
        told_by(say, essay, passage),
        year_words(say, essay),
        _side(passage, collection),
        place_words(say, essay.unit(passage.unit)).replace(" ", "\u00a0"),
        essay_url(say, root, essay, passage.id),
    )


def _side(passage: Passage, collection: Collection) -> Html:
    """The stance of a passage in words: with the pole of its argument where that is named, or else the claim."""
    say = collection.say
    argument = collection.argument(passage.argument)
    stance = stance_word(say, passage.stance)
    sides = {"for": argument.poles.for_, "against": argument.poles.against} if argument.poles else {}
    if pole := sides.get(passage.stance):
        return sentence(say, "beside.pole", stance=stance, pole=pole)
    return sentence(say, "beside.claim", stance=stance, claim=argument.claim)


def _picked(
    passage: Passage, others: Sequence[Passage], collection: Collection, shown: Container[str]
) -> list[Passage]:
    """Up to VOICES passages, one of each other text: first those who differ.

    Of one text a passage that is not in `shown` stands before the others, then one that differs in
    stance, then the longest.
    """
    best: dict[str, Passage] = {}
    for other in others:
        if other.essay not in best or _worth(other, passage, shown) > _worth(best[other.essay], passage, shown):
            best[other.essay] = other
    return sorted(best.values(), key=lambda p: (p.stance == passage.stance, collection.places[p.essay]))[:VOICES]


def _worth(other: Passage, passage: Passage, shown: Container[str]) -> tuple[bool, bool, int]:
    return other.id not in shown, other.stance != passage.stance, len(other.quote)


def recurring(essay: Essay, collection: Collection) -> list[tuple[Argument, list[Passage]]]:
    """The arguments of an essay with its passages for each, in order of appearance."""
    order = {unit.id: n for n, unit in enumerate(essay.units)}
    found: dict[str, list[Passage]] = {}
    for passage in sorted(collection.passages_of[essay.slug], key=lambda p: (order[p.unit], p.start, p.argument)):
        found.setdefault(passage.argument, []).append(passage)
    return [(collection.argument(argument), own) for argument, own in found.items()]
