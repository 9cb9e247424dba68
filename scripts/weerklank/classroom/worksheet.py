"""The questions of a lesson's worksheet, made of its key passages: the same each time, with one right answer each.

A wrong choice is one of which the apparatus tells that it is wrong: another hand, the other stance on the same
claim, a claim to which the paragraph says nothing. Where it cannot tell, nothing is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from weakref import WeakKeyDictionary

from weerklank.annotate.facing import facing, is_clash
from weerklank.classroom.exercises import Blank, Choice, Grid, Match, Question
from weerklank.classroom.pool import alike, asked, drawn, far_from, is_elsewhere, order, repeats
from weerklank.markup.parts import language_of, place_words
from weerklank.model import Argument, Collection, Essay, Passage, Stance
from weerklank.model.lessons import Exercise, Lesson
from weerklank.words.word_forms import COUNTED, terms_of

MOST: Mapping[Exercise, int] = {"author": 4, "stance": 4, "answer": 3, "matrix": 6, "word": 4, "quotation": 4}
"""Questions of each kind; of the matrix rows, of the quotations pairs. Together they fill a lesson, and no more."""
_CHOICES = 4
_OPPOSITE: Mapping[Stance, Stance] = {"for": "against", "against": "for"}


class _Draw:
    """What the questions of one worksheet share: the passages that they are drawn from, and what was used."""

    def __init__(self, lesson: Lesson, collection: Collection) -> None:
        self.lesson, self.collection, self.say = lesson, collection, collection.say
        self.passages = asked(lesson, collection)
        self.used: Counter[str] = Counter()

    @cached_property
    def own(self) -> list[Passage]:
        """The passages in their author's own words that no other text has."""
        return [p for p in self.passages if p.voice == "own" and not is_elsewhere(p, self.collection)]

    @cached_property
    def unnamed(self) -> list[Passage]:
        """Those of them whose words do not give the title of their text away."""
        return [p for p in self.own if not repeats(self.text(p).title, p.quote)]

    def named(self) -> list[Argument]:
        """The arguments of the lesson: those of its stops, and those on which what it shows takes a stance."""
        names = dict.fromkeys([*self.lesson.arguments(), *(p.argument for p in self.passages)])
        return [self.collection.argument(name) for name in names]

    def text(self, passage: Passage) -> Essay:
        return self.collection.by_slug[passage.essay]

    def place(self, passage: Passage) -> str:
        """Where a passage stands: '§ 2 of ‘Title’'."""
        essay = self.text(passage)
        where = place_words(self.say, essay.unit(passage.unit))
        return self.say("worksheet.place", place=where, title=essay.title)

    def hand(self, essay: Essay) -> str:
        """A text by its authors and title, or by its title alone."""
        if not essay.authors:
            return self.say("worksheet.title_only", title=essay.title)
        return self.say("worksheet.hand", authors=self.say.list(essay.authors), title=essay.title)

    def choice(
        self, kind: Exercise, ask: str, passage: Passage, right: str, wrong: Sequence[str], place: str
    ) -> Choice:
        """A question about the words of a passage, its choices in an order that tells nothing."""
        choices = sorted({right, *wrong}, key=lambda each: order(self.lesson.id, kind, passage.id, each))
        return Choice(kind, ask, passage.quote, tuple(choices), choices.index(right), place)


_DRAWN: WeakKeyDictionary[Collection, dict[Lesson, tuple[Question, ...]]] = WeakKeyDictionary()
"""The lesson, its files and the lists of them each show it; no collection lives longer because of it."""


def worksheet(lesson: Lesson, collection: Collection) -> tuple[Question, ...]:
    """The questions of a lesson, of the kinds that it asks for. Of a kind that the texts give no material for: none."""
    known = _DRAWN.setdefault(collection, {})
    if lesson not in known:
        draw = _Draw(lesson, collection)
        known[lesson] = tuple(question for kind in lesson.exercises for question in _KINDS[kind](draw))
    return known[lesson]


def _who_wrote(draw: _Draw) -> Iterator[Question]:
    """A passage, and four texts by different hands."""
    say = draw.say
    for passage in drawn(draw.unnamed, MOST["author"], draw.used):
        own = draw.text(passage)
        wrong: list[Essay] = []
        for essay in sorted(draw.collection.essays, key=lambda e: order(draw.lesson.id, passage.id, e.slug)):
            if not any(essay.is_by_the_hand_of(other) for other in (own, *wrong)) and len(wrong) < _CHOICES - 1:
                wrong.append(essay)
        if wrong:
            ask = say("worksheet.ask_author")
            yield draw.choice("author", ask, passage, draw.hand(own), [*map(draw.hand, wrong)], draw.place(passage))


def _which_side(draw: _Draw) -> Iterator[Question]:
    """A passage, and both sides of two claims: of its own, and of one that it says nothing to."""
    say = draw.say
    sided = [p for p in draw.own if p.stance in _OPPOSITE and far_from(p, draw.collection)]
    for passage in drawn(sided, MOST["stance"], draw.used):
        claim = draw.collection.argument(passage.argument)
        far = min(far_from(passage, draw.collection), key=lambda a: order(draw.lesson.id, passage.id, a.id))
        wrong = [_side(draw, claim, _OPPOSITE[passage.stance]), *(_side(draw, far, stance) for stance in _OPPOSITE)]
        right = _side(draw, claim, passage.stance)
        ask = say("worksheet.ask_stance", place=draw.place(passage))
        yield draw.choice("stance", ask, passage, right, wrong, draw.place(passage))


def _side(draw: _Draw, argument: Argument, stance: Stance) -> str:
    say = draw.say
    return say("worksheet.side", stance=say(f"stance.{stance}"), claim=argument.claim)


def _which_answers(draw: _Draw) -> Iterator[Question]:
    """A passage, and among four others the one that contradicts it on a claim."""
    say = draw.say
    pairs = [
        (argument, pair)
        for argument in draw.named()
        for pair in facing(argument, draw.collection)
        if is_clash(pair) and all(p.voice in ("own", "reported", "concession") for p in pair)
    ]
    for argument, (one, other) in pairs[: MOST["answer"]]:
        if wrong := _agreeing(draw, argument, one, other):
            ask = say("worksheet.ask_answer", place=draw.place(one), claim=argument.claim)
            place = f"{draw.hand(draw.text(other))}, {place_words(draw.say, draw.text(other).unit(other.unit))}"
            yield draw.choice("answer", ask, one, other.quote, [p.quote for p in wrong], place)


def _agreeing(draw: _Draw, argument: Argument, one: Passage, other: Passage) -> list[Passage]:
    """Passages that do not contradict `one`: of texts that take no other stance on the claim than it does."""
    stances: dict[str, set[str]] = {}
    for passage in argument.passages:
        stances.setdefault(passage.essay, set()).add(passage.stance)
    agreed = {slug for slug, taken in stances.items() if taken == {one.stance}} - {other.essay}
    found: list[Passage] = []
    mine = [p for p in argument.passages if p.essay in agreed]
    for passage in sorted(mine, key=lambda p: (not p.key, order(draw.lesson.id, p.id))):
        if not any(alike(passage.quote, p.quote) for p in (one, other, *found)) and passage.unit != one.unit:
            found.append(passage)
    return found[: _CHOICES - 1]


def _matrix(draw: _Draw) -> Iterator[Question]:
    """Claims against texts: for or against is asked where the lesson shows it, all else is given."""
    say = draw.say
    shown = {(p.argument, p.essay) for p in draw.passages}
    claims = [a for a in draw.named() if any(_is_asked(a, essay, shown) for essay in draw.collection.essays)]
    claims = claims[: MOST["matrix"]]
    taken = {p.essay for argument in claims for p in argument.passages}
    texts = [essay for essay in draw.collection.essays if essay.slug in taken]
    rows = tuple((a.claim, tuple((_cell(draw, a, e), _is_asked(a, e, shown)) for e in texts)) for a in claims)
    if sum(is_asked for _, cells in rows for _, is_asked in cells) > 1:
        yield Grid("matrix", say("worksheet.ask_matrix"), tuple(map(draw.hand, texts)), rows)


def _stances(argument: Argument, essay: Essay) -> list[Stance]:
    return list(dict.fromkeys(p.stance for p in argument.passages if p.essay == essay.slug))


def _is_asked(argument: Argument, essay: Essay, shown: Set[tuple[str, str]]) -> bool:
    return (argument.id, essay.slug) in shown and _stances(argument, essay) in (["for"], ["against"])


def _cell(draw: _Draw, argument: Argument, essay: Essay) -> str:
    say = draw.say
    if stances := _stances(argument, essay):
        return say.list([say(f"stance.{stance}") for stance in stances])
    return {"nothing found": "–", "not read": say("state.unread"), "not shown": say("state.withheld")}[
        argument.silence(essay.slug)
    ]


def _find_word(draw: _Draw) -> Iterator[Question]:
    """A passage without one of the words in dispute; which one it was, its paragraph says."""
    say = draw.say
    blanks = {p.id: found for p in draw.passages if (found := _blank(draw, p))}
    for passage in drawn([p for p in draw.passages if p.id in blanks], MOST["word"], draw.used):
        start, end = blanks[passage.id]
        ask = say("worksheet.ask_word", place=draw.place(passage))
        quote = passage.quote
        yield Blank("word", ask, quote[:start], quote[end:], quote[start:end], draw.hand(draw.text(passage)))


def _blank(draw: _Draw, passage: Passage) -> tuple[int, int] | None:
    """Where in a passage the one use of a word in dispute stands, in a form that occurs in it once."""
    words = draw.collection.config.words
    finder = terms_of(words, language_of(draw.text(passage), draw.collection))
    uses = [use for use in finder.uses(passage.quote, False) if use.kind in COUNTED]
    if len(uses) != 1 or passage.quote.casefold().count(passage.quote[uses[0].start : uses[0].end].casefold()) != 1:
        return None
    return uses[0].start, uses[0].end


def _put_together(draw: _Draw) -> Iterator[Question]:
    """Passages by different hands, to be put with their authors."""
    say = draw.say
    chosen: list[Passage] = []
    for passage in drawn(draw.unnamed, len(draw.passages), draw.used.copy()):
        if not any(draw.text(passage).is_by_the_hand_of(draw.text(other)) for other in chosen):
            chosen.append(passage)
    chosen = chosen[: MOST["quotation"]]
    if len(chosen) > 1:
        pairs = tuple((p.quote, draw.hand(draw.text(p)), draw.place(p)) for p in chosen)
        yield Match("quotation", say("worksheet.ask_quotation"), pairs)


_KINDS: Mapping[Exercise, Callable[[_Draw], Iterator[Question]]] = {
    "author": _who_wrote,
    "stance": _which_side,
    "answer": _which_answers,
    "matrix": _matrix,
    "word": _find_word,
    "quotation": _put_together,
}
