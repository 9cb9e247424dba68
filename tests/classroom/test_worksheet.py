"""Every question has one right answer, by what the apparatus says; the same lesson asks the same each time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from tests.classroom.debates import debates, essay, passage
from weerklank.classroom.exercises import Blank, Choice, Grid, Match
from weerklank.classroom.level import hard_words, level
from weerklank.classroom.pool import asked, units_read
from weerklank.classroom.worksheet import worksheet
from weerklank.model import Argument, Collection, CollectionConfig, Essay
from weerklank.model.lessons import Lesson, Stop

Debate = tuple[Collection, Lesson]
ANY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def of_hand(label: str, collection: Collection) -> Essay:
    return next(e for e in collection.essays if label.endswith(f"‘{e.title}’"))


def sides(question: Choice, collection: Collection) -> list[tuple[str, Argument]]:
    stances = {"voor": "for", "tegen": "against"}
    parts = [choice.partition(": ") for choice in question.choices]
    claims = {f"‘{a.claim}’": a for a in collection.arguments}
    return [(stances[stance], claims[claim]) for stance, _, claim in parts]


@ANY
@given(debates())
def test_one_text_alone_has_the_words(debate: Debate) -> None:
    collection, lesson = debate
    for question in worksheet(replace(lesson, exercises=("author",)), collection):
        assert isinstance(question, Choice)
        texts = [of_hand(choice, collection) for choice in question.choices]
        assert [question.quote in " ".join(u.text for u in text.units) for text in texts].count(True) == 1
        right = texts[question.right]
        assert question.quote in " ".join(unit.text for unit in right.units)
        others = [text for text in texts if text is not right]
        assert not any(right.is_by_the_hand_of(text) for text in others)
        assert len(set(question.choices)) == len(question.choices) > 1


@ANY
@given(debates())
def test_a_claim_that_is_wrong_is_one_on_which_nothing_was_found(debate: Debate) -> None:
    collection, lesson = debate
    for question in worksheet(replace(lesson, exercises=("stance",)), collection):
        assert isinstance(question, Choice)
        taken = [p for p in collection.passages.values() if p.quote == question.quote]
        for at, (stance, argument) in enumerate(sides(question, collection)):
            here = [p for p in taken if p.argument == argument.id and p.stance == stance]
            if at == question.right:
                assert here
                continue
            right = sides(question, collection)[question.right][1]
            if argument is not right:
                assert {argument.silence(p.essay) for p in taken} == {"nothing found"}
                assert argument.id not in {p.argument for p in collection.passages_of[taken[0].essay]}
            else:
                assert stance != sides(question, collection)[question.right][0]


@ANY
@given(debates())
def test_what_does_not_contradict_takes_the_same_stance(debate: Debate) -> None:
    collection, lesson = debate
    for question in worksheet(replace(lesson, exercises=("answer",)), collection):
        assert isinstance(question, Choice)
        argument = next(a for a in collection.arguments if a.claim in question.ask)
        stance = {p.quote: {q.stance for q in argument.passages if q.essay == p.essay} for p in argument.passages}
        mine = next(p.stance for p in argument.passages if p.quote == question.quote)
        for at, choice in enumerate(question.choices):
            if at == question.right:
                assert {"for": "against", "against": "for"}[mine] in stance[choice]
            else:
                assert stance[choice] == {mine}


@ANY
@given(debates())
def test_a_word_that_is_left_out_stands_in_its_passage_once(debate: Debate) -> None:
    collection, lesson = debate
    quotes = {p.quote for p in collection.passages.values()}
    for question in worksheet(replace(lesson, exercises=("word",)), collection):
        assert isinstance(question, Blank)
        assert f"{question.before}{question.answer}{question.after}" in quotes
        assert question.answer.casefold() not in f"{question.before} {question.after}".casefold()


@ANY
@given(debates())
def test_each_passage_belongs_to_one_of_the_texts_it_is_put_with(debate: Debate) -> None:
    collection, lesson = debate
    for question in worksheet(replace(lesson, exercises=("quotation",)), collection):
        assert isinstance(question, Match)
        assert len(question.choices) == len(question.pairs) > 1
        for left, right, _ in question.pairs:
            having = [e for e in collection.essays if any(left in unit.text for unit in e.units)]
            assert [text.title for text in having] == [of_hand(right, collection).title]


@ANY
@given(debates())
def test_of_the_matrix_only_what_is_for_or_against_alone_is_asked(debate: Debate) -> None:
    collection, lesson = debate
    for question in worksheet(replace(lesson, exercises=("matrix",)), collection):
        assert isinstance(question, Grid)
        texts = [of_hand(column, collection) for column in question.columns]
        for claim, cells in question.rows:
            argument = next(a for a in collection.arguments if a.claim == claim)
            for text, (words, is_asked) in zip(texts, cells, strict=True):
                stances = {p.stance for p in argument.passages if p.essay == text.slug}
                assert not is_asked or (words, stances) in (("voor", {"for"}), ("tegen", {"against"}))
                assert words != "–" or argument.silence(text.slug) == "nothing found"


@ANY
@given(debates())
def test_the_same_lesson_asks_the_same_and_not_more_than_fits(debate: Debate) -> None:
    collection, lesson = debate
    once = worksheet(lesson, collection)
    assert once == worksheet(lesson, collection)
    assert len(once) <= 17
    assert worksheet(replace(lesson, exercises=()), collection) == ()


def test_only_what_the_lesson_shows_is_asked() -> None:
    texts = (essay(0, ("Anna Bakker",)), essay(1, ("Bram Dekker",)))
    shown = passage(0, 1, texts[0], 0, "brood", stance="for", key=True)
    beyond = passage(0, 2, texts[1], 2, "kade", stance="against", key=True)
    loose = passage(0, 3, texts[0], 0, "molen", stance="for")
    argument = Argument("stelling-0", "Brood is van iedereen.", "", (), (shown, beyond, loose), ())
    collection = Collection(CollectionConfig("Water", "nl"), texts, (argument,))

    def ids(*stops: Stop) -> set[str]:
        return {p.id for p in asked(Lesson("les", "Les", "", stops=stops), collection)}

    assert ids(Stop("essay", "tekst-0", "p1", "p2")) == {shown.id}
    assert ids(Stop("essay", "tekst-0", "p2", "p3"), Stop("word", "brood")) == set()
    assert ids(Stop("argument", "stelling-0")) == {shown.id, beyond.id}
    assert ids(Stop("clash", "stelling-0")) == {shown.id, beyond.id}


def test_of_a_range_that_is_shown_in_part_what_is_shown_is_read() -> None:
    text = essay(0, ())
    part = replace(text, units=text.units[1:], left_out={"p2": ("p1",)})
    assert [unit.id for unit in units_read(Stop("essay", text.slug, "p1", "p2"), part)] == ["p2"]
    assert units_read(Stop("essay", text.slug, "p1", "p2"), replace(text, units=())) == []


def test_how_hard_a_text_is_where_that_can_be_said() -> None:
    text = essay(0, ())
    collection = Collection(CollectionConfig("Water", "nl"), (text,), ())
    found = level(text, collection)
    assert found is not None
    assert 0 <= found.ease <= 100
    short = replace(text, units=(replace(text.units[0], text="Een korte zin."),))
    assert level(short, collection) is None
    english = replace(text, seed=replace(text.seed, sidecar=replace(text.seed.sidecar, language="en")))
    assert level(english, collection) is None
    assert hard_words(english, collection) == []


def test_rare_words_with_the_paragraphs_that_they_stand_in() -> None:
    text = essay(0, ())
    words = ("De mantra van de dag.", "Een mantra en een klant. Mantra!", "Zevenaar ligt ver.")
    units = tuple(replace(unit, text=said) for unit, said in zip(text.units, words, strict=True))
    collection = Collection(CollectionConfig("Water", "nl"), (replace(text, units=units),), ())
    (found,) = hard_words(collection.essays[0], collection)
    assert (found.word, found.units) == ("mantra", ("p1", "p2"))
