"""Where the words in dispute stand in a collection, and how often, for each text and each author.

Counted is the reading text as it is shown: paragraphs, headings, lists, verse and quotations; no titles,
notes or what was set aside. A share of the words is given only where the whole text is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial

from weerklank.model import Collection, Essay
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load
from weerklank.words.word_forms import COUNTED, Kind, Use, terms_of

_Asked = tuple[tuple[str, ...], str, list[tuple[str, bool]]]  # words, a language, units: their text, whether a list
SHORT = 300
"""Words: in a text with fewer a single use weighs more than three in a thousand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A use of a word in dispute at `start`..`end` of the text of unit `unit` of essay `essay` (a slug)."""

    essay: str
    unit: str
    start: int
    end: int
    kind: Kind
    form: str


@dataclass(frozen=True, slots=True)
class Size:
    """What of a text was counted: its words that are shown, and whether that is the whole text."""

    words: int
    whole: bool

    @property
    def short(self) -> bool:
        """Whether a share of so few words says little."""
        return self.words < SHORT

    def share(self, count: int) -> float | None:
        """`count` in a thousand words; None for excerpts, which do not stand for their text.

        >>> Size(500, True).share(6), Size(500, False).share(6)
        (12.0, None)
        """
        return 1000 * count / self.words if self.whole and self.words else None


@dataclass(frozen=True)
class Word:
    """A word in dispute with all of its places, in the order of the collection and of each text."""

    word: str
    places: tuple[Place, ...]

    @cached_property
    def counted(self) -> tuple[Place, ...]:
        """The places that count: all but derivations."""
        return tuple(place for place in self.places if place.kind in COUNTED)

    @cached_property
    def by_essay(self) -> Mapping[str, tuple[Place, ...]]:
        """The places that count, by essay; an essay without any is left out."""
        found: dict[str, list[Place]] = {}
        for place in self.counted:
            found.setdefault(place.essay, []).append(place)
        return {slug: tuple(places) for slug, places in found.items()}

    def forms(self, *kinds: Kind) -> list[tuple[str, int]]:
        """The forms of these kinds with their counts, the commonest first."""
        count = Counter(place.form for place in self.places if place.kind in kinds)
        return sorted(count.items(), key=lambda each: (-each[1], each[0].casefold()))


@dataclass(frozen=True)
class Counted:
    """The words in dispute of a collection, and the size of each of its texts by slug."""

    words: tuple[Word, ...]
    sizes: Mapping[str, Size]

    def size(self, essays: Iterable[Essay]) -> Size:
        """These texts as one; whole only if each of them is."""
        sizes = [self.sizes[essay.slug] for essay in essays]
        return Size(sum(size.words for size in sizes), all(size.whole for size in sizes))


def count(collection: Collection, kept: Kept = NOTHING_KEPT) -> Counted:
    """Find every use of the collection's words in dispute in its texts, now or where it is `kept`."""
    words = collection.config.words
    found: list[list[Place]] = [[] for _ in words]
    for essay in collection.essays:
        for unit, use in _uses(essay, collection, kept):
            found[use.term].append(Place(essay.slug, unit, use.start, use.end, use.kind, use.form))
    named = (Word(word, tuple(places)) for word, places in zip(words, found, strict=True))
    return Counted(tuple(named), {essay.slug: _size(essay) for essay in collection.essays})


def count_ahead(collection: Collection, kept: Kept, workers: Executor) -> None:
    """Have workers find the uses that are not kept yet, if the texts are many."""
    asked = (_asked(essay, collection) for essay in collection.essays)
    ahead(kept, "uses", ((repr(each), each) for each in asked), _found, workers, 0.006)


def _uses(essay: Essay, collection: Collection, kept: Kept) -> Iterator[tuple[str, Use]]:
    """The uses of the words in a text, with the ids of their units."""
    asked = _asked(essay, collection)
    uses = load(tuple[tuple[Use, ...], ...], kept("uses", repr(asked), partial(_found, asked)))
    for unit, own in zip(essay.units, uses, strict=True):
        yield from ((unit.id, use) for use in own)


def _asked(essay: Essay, collection: Collection) -> _Asked:
    language = essay.seed.language or collection.config.language
    return collection.config.words, language, [(unit.text, unit.kind == "list") for unit in essay.units]


def _found(asked: _Asked) -> bytes:
    words, language, units = asked
    finder = terms_of(words, language)
    return dump([list(finder.uses(text, is_list)) for text, is_list in units])


def _size(essay: Essay) -> Size:
    whole = essay.publish == "full" and not any(unit.removed or unit.gaps for unit in essay.units)
    return Size(essay.words, whole)
