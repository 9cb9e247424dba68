"""Passages that face each other: the editor's choice, the longest of each side, and who has no opponent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pages.collection import BAKE, OPEN, made
from tests.pages.test_pages import page, words
from weerklank.annotate.facing import facing
from weerklank.model import ArgumentFile, Collection, PassageEntry
from weerklank.model.errors import InputError


def ids(collection: Collection, argument: str) -> list[tuple[str, str]]:
    (found,) = [a for a in collection.arguments if a.id == argument]
    return [(one.id, other.id) for one, other in facing(found, collection)]


def test_without_a_choice_the_longest_of_both_sides() -> None:
    assert ids(made().collection, "zondag-open") == [("zondag-open-1", "zondag-open-3")]
    longer = PassageEntry(4, "brood-op-zondag", "for", "Wie werkt, heeft anders nooit vers brood. … ")
    longest = replace(longer, quote="De bakker hoort op zondag open te zijn. Wie werkt, heeft anders nooit vers brood.")
    collection = made(BAKE, replace(OPEN, entries=(*OPEN.entries, longest))).collection
    ((one, other),) = ids(collection, "zondag-open")
    assert collection.passages[one].quote == longest.quote
    assert collection.passages[other].stance == "against"


def test_a_nuance_takes_the_place_of_a_side_that_nobody_takes() -> None:
    entries = (replace(OPEN.entries[0], stance="nuance"), OPEN.entries[2])
    collection = made(
        BAKE, replace(OPEN, entries=(replace(entries[0], number=1), replace(entries[1], number=2)))
    ).collection
    ((one, other),) = ids(collection, "zondag-open")
    assert [collection.passages[p].stance for p in (one, other)] == ["nuance", "against"]


def test_one_hand_does_not_face_itself() -> None:
    assert ids(made(BAKE, replace(OPEN, entries=OPEN.entries[:2])).collection, "zondag-open") == []


def test_the_editor_chooses_and_those_for_stand_first() -> None:
    collection = made(BAKE, replace(OPEN, clash=((3, 2),))).collection
    assert ids(collection, "zondag-open") == [("zondag-open-2", "zondag-open-3")]


def test_a_chosen_passage_that_is_not_shown_gives_way_to_the_longest() -> None:
    collection = made(BAKE, replace(OPEN, clash=((3, 2),))).collection
    (argument,) = [a for a in collection.arguments if a.id == "zondag-open"]
    shown = replace(argument, passages=tuple(p for p in argument.passages if p.id != "zondag-open-2"))
    assert [p.id for pair in facing(shown, collection) for p in pair] == ["zondag-open-1", "zondag-open-3"]


def test_passages_are_named_by_their_ids_as_well() -> None:
    collection = made(BAKE, replace(OPEN, clash=(("zondag-open-3", 2),))).collection
    assert ids(collection, "zondag-open") == [("zondag-open-2", "zondag-open-3")]


def test_the_editor_may_say_that_nothing_clashes() -> None:
    assert ids(made(BAKE, replace(OPEN, clash=())).collection, "zondag-open") == []


def test_key_passages_face_each_other_before_longer_ones() -> None:
    longer = PassageEntry(4, "brood-op-zondag", "for", "Wie werkt, heeft anders nooit vers brood.")
    first, *rest = OPEN.entries
    collection = made(BAKE, replace(OPEN, entries=(replace(first, key=True), *rest, longer))).collection
    ((one, _),) = ids(collection, "zondag-open")
    assert collection.passages[one].quote == first.quote


@pytest.mark.parametrize(
    ("pair", "fault"),
    [
        (("zondag-open-3", "zondag-opne-1"), "there is no passage zondag-opne-1; did you mean zondag-open-1?"),
        (("zondag-open-1", "zondag-open-2"), "passages zondag-open-1 and zondag-open-2 are by the same hand; set"),
        (("zondag-open-1", "zondag-open-1"), "passages zondag-open-1 and zondag-open-1 are both for; choose"),
        (("zondag-open-1", 2), "passages zondag-open-1 and 2 are by the same hand; set"),
    ],
)
def test_a_pair_of_ids_that_cannot_be_is_refused(pair: tuple[str, str | int], fault: str) -> None:
    with pytest.raises(InputError) as error:
        made(BAKE, replace(OPEN, clash=(pair,)))
    assert f"seeds/arguments/zondag-open.md: clash: {fault}" in str(error.value)


def test_a_pair_by_one_hand_is_refused() -> None:
    with pytest.raises(InputError) as error:
        made(BAKE, replace(OPEN, clash=((1, 2),)))
    assert str(error.value) == (
        "seeds/arguments/zondag-open.md: clash: passages 1 and 2 are by the same hand; "
        "set a passage of another author against it"
    )


def test_they_stand_side_by_side_on_the_argument_page_with_their_source() -> None:
    (section,) = page("argumenten/zondag-open.md").xpath("//section[@aria-labelledby='tegenover']")
    sides = section.xpath("./div[@class='wk-facing']/div")
    assert [words(side) for side in sides] == [
        "voor De bakker hoort op zondag open te zijn. Anna de Wit, Brood op zondag (2019), § 1",
        "tegen Laat de bakker slapen op zondag. ‘Laat de bakker slapen’ (zonder datum), § 1",
    ]
    assert [side.xpath(".//a/@href") for side in sides] == [
        ["../../essays/brood-op-zondag/#zondag-open-1"],
        ["../../essays/laat-de-bakker-slapen/#zondag-open-3"],
    ]
    assert section.xpath(".//p[@class='wk-more']/a/@href") == ["../../tegenover/#zondag-open"]


def test_the_openers_ask_and_name_who_has_no_opponent() -> None:
    tree = page("tegenover/index.md")
    (opener,) = tree.xpath("//section[@id='zondag-open']")
    assert words(opener.find("h3")) == "De bakker hoort op zondag open te zijn."
    asked = "Anna de Wit tegenover ‘Laat de bakker slapen’: waarover zijn zij het precies oneens?"
    assert words(opener.find("p")) == asked
    assert "Van beide kanten de kernpassage, of anders de langste." in words(opener)
    (alone,) = tree.xpath("//h2[@id='zonder-tegenstem']/following::li")
    assert words(alone) == "Wie vers brood wil, kan het zelf bakken. 1 passage, voor"
    assert alone.get("id") == "zelf-bakken"


def test_the_questions_at_the_end_of_an_introduction_are_asked() -> None:
    asked = ArgumentFile(
        "vraag-het", "Vragen staat vrij.", "Zo is het. Is dat *echt* zo? En voor <b>wie</b>?", entries=OPEN.entries
    )
    tree = page("tegenover/index.md", made(asked).pages)
    assert [words(li) for li in tree.xpath("//*[@class='wk-questions']/li")] == [
        "Is dat echt zo?",
        "En voor <b>wie</b>?",
    ]
