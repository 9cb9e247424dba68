"""Runs of words that may stand nowhere in the site.

A stretch of text is known again by RUN words in a row, whatever the case, punctuation, markup or
line ends between them; a stretch that is shorter, by all of its words.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from weerklank.model.runs import RUN, Words, windows

SHORTEST = 3
"""Words of a whole paragraph or heading that are still known by themselves."""

_PIECE = 4
_STEP = RUN - _PIECE + 1
_SENTENCE = 12  # words in a row that nobody says twice by chance
_TELLING = 3  # words of a run that are withheld at least; one or two may follow shown words by chance


def contains(whole: Words, part: Words) -> bool:
    """Whether the words of `part` stand in a row in `whole`.

    >>> contains(["een", "klant", "kiest"], ["klant", "kiest"])
    True
    """
    return tuple(part) in windows(whole, len(part))


def share_run(one: Words, other: Words) -> bool:
    """Whether RUN words in a row of one text stand in the other, or all of the shorter one's words do."""
    if min(len(one), len(other)) < RUN:
        short, long = sorted((one, other), key=len)
        return len(short) >= SHORTEST and contains(long, short)
    return not set(windows(one)).isdisjoint(windows(other))


def common_speech(one: Words, other: Words) -> frozenset[tuple[str, ...]]:
    """The runs of `one` that stand in `other` too, in stretches so short that they may be chance.

    >>> from weerklank.model.runs import words
    >>> len(common_speech(words("a b c d e f g h i x"), words("y b c d e f g h i z")))
    1
    """
    theirs = set(windows(other))
    excused: set[tuple[str, ...]] = set()
    stretch: list[tuple[str, ...]] = []
    for run in [*windows(one), ()]:
        if run in theirs:
            stretch.append(run)
            continue
        if len(stretch) + RUN - 1 < _SENTENCE:
            excused.update(stretch)
        stretch = []
    return frozenset(excused)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row of which some may not be shown (`hidden` says for each; None = none of them may).

    `owner` names where they stand, for messages. `taken_down`: no other text may show them either, but
    for the runs in `excused`.
    """

    owner: str
    words: Words
    hidden: Sequence[bool] | None = None
    taken_down: bool = False
    excused: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True)
class Withheld:
    """What may stand nowhere: runs, and whole short stretches, by the hashes of their words' numbers.

    Made by `withhold`; empty = nothing is withheld.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    runs: dict[int, int] = field(default_factory=dict)  # hash of a run -> number of its owner
    short: dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]] = field(default_factory=dict)  # by the first words
    owners: tuple[str, ...] = ()
    taken_down: frozenset[int] = frozenset()  # hashes of runs that no other text may show
    pieces: frozenset[int] = frozenset()  # hashes of every _PIECE words in a row of a run

    def __bool__(self) -> bool:
        return bool(self.runs or self.short)

    def digest(self) -> str:
        """What tells these withheld words from all others."""
        held = (self.numbers, self.runs, self.short, dict.fromkeys(self.taken_down), dict.fromkeys(self.pieces))
        data = repr(([sorted(each.items(), key=repr) for each in held], self.owners))
        return sha256(data.encode("utf-8", "surrogatepass")).hexdigest()

    def find(self, text: Words, whole: bool = True) -> list[str]:
        """The owners of withheld words that stand in `text`; of short stretches only where `whole`."""
        numbers = self._numbered(text)
        found: dict[int, None] = {}
        # Every run holds a piece that begins at a multiple of the step: so only a few places need a closer look.
        pieces = map(hash, zip(*(numbers[start::_STEP] for start in range(_PIECE)), strict=False))
        for place in (number for number, piece in enumerate(pieces) if piece in self.pieces):
            near = numbers[max(0, (place - 1) * _STEP + 1) : place * _STEP + RUN]
            found.update((self.runs[run], None) for run in map(hash, windows(near)) if run in self.runs)
        if whole and self.short:
            for at, head in enumerate(windows(numbers, SHORTEST)):
                for wanted, owner in self.short.get(head, ()):
                    if tuple(numbers[at : at + len(wanted)]) == wanted:
                        found[owner] = None
        return [self.owners[owner] for owner in found]

    def find_taken_down(self, text: Words) -> list[str]:
        """The owners of words in `text` that were taken down."""
        here = [run for run in map(hash, windows(self._numbered(text))) if run in self.taken_down]
        return list(dict.fromkeys(self.owners[self.runs[run]] for run in here))

    def but(self, texts: Iterable[Words]) -> Withheld:
        """The same without the short stretches that stand in one of these texts."""
        left = replace(self, short=dict(self.short))
        for text in texts if self.short else ():
            _forget(left, self._numbered(text))
        return left

    def _numbered(self, text: Words) -> list[int]:
        return [self.numbers.get(word, 0) for word in text]


def withhold(stretches: Iterable[Stretch], shown: Iterable[Words], told: Iterable[Words] = ()) -> Withheld:
    """What of `stretches` may stand nowhere.

    Words of runs that also stand in `shown`, the words of texts that are published, are no secret, unless
    they were taken down; nor are short stretches that stand there or in `told`, the editors' words.

    >>> from weerklank.model.runs import words
    >>> secret = withhold([Stretch("een", words("Dit zijn de negen woorden die niemand hier mag lezen"))], [])
    >>> secret.find(words("… Dit zijn de NEGEN woorden die niemand hier mag zien …"))
    ['een']
    """
    stretches = [s for s in stretches if s.words]
    numbers: dict[str, int] = {}
    for stretch in stretches:
        for word in stretch.words:
            numbers.setdefault(word, len(numbers) + 1)
    made = Withheld(numbers, owners=tuple(dict.fromkeys(s.owner for s in stretches)))
    place = {owner: number for number, owner in enumerate(made.owners)}
    long: list[tuple[Stretch, list[int], Sequence[bool]]] = []
    for stretch in stretches:
        numbered = made._numbered(stretch.words)
        if stretch.hidden is not None or len(numbered) >= RUN:
            long.append((stretch, numbered, stretch.hidden or [True] * len(numbered)))
        elif len(numbered) >= SHORTEST:
            entry = (tuple(numbered), place[stretch.owner])
            made.short.setdefault(tuple(numbered[:SHORTEST]), []).append(entry)
    runs = {run for _, numbered, _ in long for run in map(hash, windows(numbered))}
    public: set[int] = set()  # of those runs
    for said in map(made._numbered, shown if stretches else ()):
        public.update(run for run in map(hash, windows(said)) if run in runs)
        _forget(made, said)
    for text in told if stretches else ():
        _forget(made, made._numbered(text))
    absolute: dict[int, int] = {}
    pieces: set[int] = set()
    for stretch, numbered, hidden in long:
        pieces.update(map(hash, windows(numbered, _PIECE)))
        for run, secret in zip(map(hash, windows(numbered)), _counts(_secret(numbered, hidden, public)), strict=True):
            if secret >= _TELLING:
                made.runs.setdefault(run, place[stretch.owner])
        absolute.update(dict.fromkeys(_absolute(stretch, numbered, hidden), place[stretch.owner]))
    made.runs.update(absolute)
    return replace(made, taken_down=frozenset(absolute), pieces=frozenset(pieces))


def _secret(numbered: Sequence[int], hidden: Sequence[bool], public: Container[int]) -> list[bool]:
    """Which words are secret: those that are hidden, and in no run that a published text has too."""
    secret = list(hidden)
    for at, run in enumerate(map(hash, windows(numbered))):
        if run in public:
            secret[at : at + RUN] = [False] * RUN
    return secret


def _absolute(stretch: Stretch, numbered: Sequence[int], hidden: Sequence[bool]) -> Iterator[int]:
    """The runs of what was taken down, wherever else they stand."""
    if stretch.taken_down:
        found = zip(map(hash, windows(numbered)), windows(stretch.words), _counts(hidden), strict=True)
        yield from (run for run, said, count in found if count == RUN and said not in stretch.excused)


def _counts(hidden: Sequence[bool]) -> Iterator[int]:
    """How many words of each run are hidden."""
    count = sum(hidden[: RUN - 1])
    for at in range(RUN - 1, len(hidden)):
        count += hidden[at]
        yield count
        count -= hidden[at - RUN + 1]


def _forget(made: Withheld, numbered: Sequence[int]) -> None:
    """Take out the short stretches that stand in a text that is shown."""
    for at, head in enumerate(windows(numbered, SHORTEST)):
        if head in made.short:
            left = [e for e in made.short.pop(head) if tuple(numbered[at : at + len(e[0])]) != e[0]]
            if left:
                made.short[head] = left
