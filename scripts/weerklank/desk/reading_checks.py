"""What deserves a second reading in an apparatus: weight, voice, stance and what was cut where no thought ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, pairwise

from weerklank.languages.pack import Pack
from weerklank.model import Collection, Essay, Passage, Unit
from weerklank.model.tokens import count_of_words

MOST_KEYS = 2
"""Key passages of one text for one argument: with more, none is told apart."""

_QUOTED_WORDS = 4  # words between quotation marks: with fewer it is a word held at arm's length
_QUOTED = re.compile(r"“([^“”]+)”|‘([^‘’]+)’|\"([^\"]+)\"")
_SENTENCE_START = re.compile(r"[.!?…:][”’\"')]*\s+|\n")


def pairs(collection: Collection) -> Iterator[tuple[tuple[str, str], list[Passage]]]:
    """The passages of each argument in each text, as ((argument, text), passages in order of the text)."""
    for argument in collection.arguments:
        for essay, own in groupby(argument.passages, key=lambda p: p.essay):
            yield (argument.id, essay), list(own)


def keyless(collection: Collection) -> list[str]:
    """Arguments in texts without a key passage."""
    return [_pair(pair) for pair, own in pairs(collection) if not any(p.key for p in own)]


def crowded(collection: Collection) -> list[str]:
    """Arguments in texts with more than MOST_KEYS key passages."""
    return [_pair(pair) for pair, own in pairs(collection) if sum(p.key for p in own) > MOST_KEYS]


def mixed(collection: Collection) -> list[str]:
    """Arguments on which a text takes more than one stance."""
    found = ((pair, list(dict.fromkeys(p.stance for p in own))) for pair, own in pairs(collection))
    return [f"{_pair(pair)}: {', '.join(stances)}" for pair, stances in found if len(stances) > 1]


def slices(collection: Collection) -> list[str]:
    """Passages of one argument, stance and voice between which no word stands: one thought cut in two."""
    return [
        f"{one.id} and {other.id}"
        for (_, slug), own in pairs(collection)
        for one, other in pairwise(own)
        if _told(one) == _told(other) and not _words_between(one, other, collection.by_slug[slug])
    ]


def headings(collection: Collection) -> list[str]:
    """Passages that are headings: they announce an argument rather than make it."""
    return [p.id for p in collection.passages.values() if _unit(p, collection).kind == "heading"]


def unvoiced(collection: Collection) -> list[str]:
    """Passages told as the author's own of which half or more stands between quotation marks, or in whose sentence
    a word announces another's words.
    """
    own = (p for p in collection.passages.values() if p.voice == "own")
    return [p.id for p in own if _of_another(p, _unit(p, collection), collection.say)]


def clashes_with_use(collection: Collection) -> list[str]:
    """Pairs of `clash` of which one passage takes its side without arguing."""
    stances = {p.id: p.stance for p in collection.passages.values()}
    chosen = (pair for argument in collection.arguments for pair in argument.clash or ())
    return [" and ".join(pair) for pair in chosen if "uses" in (stances.get(name) for name in pair)]


def without_question(collection: Collection) -> list[str]:
    """Arguments that no question of collection.yml gathers, where it has any."""
    gathered = {name for question in collection.config.questions for name in question.arguments}
    return [a.id for a in collection.arguments if collection.config.questions and a.id not in gathered]


def marked_share(essay: Essay, passages: Iterable[Passage]) -> int:
    """How much of a text's words these passages mark, in per cent."""
    found = 0
    for name, own in groupby(sorted(passages, key=lambda p: (p.unit, p.start)), key=lambda p: p.unit):
        unit = essay.unit(name)
        end = 0
        for passage in own:
            stretch = unit.text[max(passage.start, end) : passage.end]
            found += count_of_words(stretch, unit.kind == "list") if stretch else 0
            end = max(end, passage.end)
    return round(100 * found / max(essay.words, 1))


def _pair(pair: tuple[str, str]) -> str:
    return f"{pair[0]} in {pair[1]}"


def _told(passage: Passage) -> tuple[str, ...]:
    return passage.unit, passage.stance, passage.voice, passage.speaker or ""


def _words_between(one: Passage, other: Passage, essay: Essay) -> bool:
    return any(c.isalnum() for c in essay.unit(one.unit).text[one.end : other.start])


def _unit(passage: Passage, collection: Collection) -> Unit:
    return collection.by_slug[passage.essay].unit(passage.unit)


def _of_another(passage: Passage, unit: Unit, say: Pack) -> bool:
    quoted = 0
    for match in _QUOTED.finditer(unit.text):
        if len(match.group().split()) >= _QUOTED_WORDS:
            quoted += max(0, min(match.end(), passage.end) - max(match.start(), passage.start))
    if 2 * quoted >= passage.end - passage.start:
        return True
    begin = max((m.end() for m in _SENTENCE_START.finditer(unit.text, 0, passage.start)), default=0)
    return bool(_announcing(say("report.announcing")).search(unit.text, begin, passage.end))


@cache
def _announcing(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
