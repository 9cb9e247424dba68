"""The editor's report counts what an editor would count."""

import json
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.pages.collection import BAKE, OPEN, made, seed
from weerklank.desk.arguments_report import as_text, report
from weerklank.model import ArgumentFile, PassageEntry, Question, Stance


def test_passages_are_counted_by_text_argument_and_stance() -> None:
    data = report(made().collection)
    brood = next(row for row in data["essays"] if row["essay"] == "brood-op-zondag")
    assert (brood["passages"], brood["distinct"]) == (2, 2)
    assert brood["stances"] == {"for": 1, "against": 0, "nuance": 1, "uses": 0}
    assert data["stances"] == {"for": 2, "against": 1, "nuance": 1, "uses": 0}
    assert data["arguments"][1] == {
        "argument": "zondag-open",
        "passages": 3,
        "texts": ["brood-op-zondag", "laat-de-bakker-slapen"],
        "stances": {"for": 1, "against": 1, "nuance": 1, "uses": 0},
    }


def test_one_hand_and_unread_texts_are_named() -> None:
    data = report(made().collection)
    assert data["one_hand"] == ["zelf-bakken"]
    assert data["unread"] == {"zelf-bakken": ["brood-op-zondag"]}


def test_nearly_equal_quotes_under_one_argument_are_named() -> None:
    twice = PassageEntry(4, "brood-op-zondag", "for", "De bakker hoort op zondag open te zijn")
    data = report(made(BAKE, ArgumentFile(OPEN.id, OPEN.claim, "", OPEN.related, (*OPEN.entries, twice))).collection)
    (pair,) = data["nearly_equal"]
    assert pair["argument"] == "zondag-open"
    assert pair["likeness"] > 0.9


def test_three_paragraphs_without_a_passage_are_named() -> None:
    long = "Een lange dag\n\n1 mei 2020\n\n" + "\n\n".join(
        f"Dit is alinea nummer {n} van een tekst waar verder niets in gemarkeerd is." for n in range(1, 6)
    )
    entry = PassageEntry(1, "een-lange-dag", "for", "Dit is alinea nummer 1 van")
    data = report(
        made(ArgumentFile("a-b", "Een dag duurt lang.", "", entries=(entry,)), seeds=(seed("x", long),)).collection
    )
    assert data["bare"] == [{"essay": "een-lange-dag", "from": "p2", "to": "p5", "paragraphs": 4}]


def read(*entries: PassageEntry, **more: Any) -> dict[str, Any]:
    return report(made(BAKE, replace(OPEN, entries=entries, **more)).collection)


def said(number: int, stance: str, quote: str, **more: Any) -> PassageEntry:
    essay = "laat-de-bakker-slapen" if stance == "against" else "brood-op-zondag"
    return PassageEntry(number, essay, cast(Stance, stance), quote, **more)


FOR = said(1, "for", "De bakker hoort op zondag open te zijn.", key=True)
SLEEP = said(2, "against", "Laat de bakker slapen op zondag.", key=True)


def test_where_no_passage_is_key_and_where_too_many_are() -> None:
    data = read(FOR, replace(SLEEP, key=False))
    assert data["keyless"] == ["zelf-bakken in laat-de-bakker-slapen", "zondag-open in laat-de-bakker-slapen"]
    many = [said(n, "for", quote, key=True) for n, quote in enumerate(("De bakker", "op zondag", "vers brood"), 1)]
    assert read(*many)["crowded"] == ["zondag-open in brood-op-zondag"]
    assert read(*many[1:])["crowded"] == []


def test_one_thought_cut_in_two_is_named_unless_another_speaks() -> None:
    rest = said(3, "for", "Wie werkt, heeft anders nooit vers brood.")
    assert read(FOR, rest)["slices"] == ["zondag-open-1 and zondag-open-2"]
    assert read(FOR, replace(rest, speaker="een klant", voice="staged"))["slices"] == []
    assert read(FOR, replace(rest, quote="heeft anders nooit vers brood."))["slices"] == []


def test_stances_that_differ_in_one_text_and_clashes_with_a_use_are_named() -> None:
    other = said(3, "uses", "Natuurlijk moet ook een bakker slapen")
    data = read(FOR, SLEEP, other, clash=((3, 2),))
    assert data["mixed"] == ["zondag-open in brood-op-zondag: for, uses"]
    assert data["clashes_with_use"] == ["zondag-open-2 and zondag-open-3"]
    assert read(FOR, SLEEP, clash=((1, 2),))["clashes_with_use"] == []


SPOKEN = """Over brood

De bakker zegt dat hij slaapt. “Ik sta op zondag niet op”, riep hij. Dat is ‘gewoon’ zo. Volgens ons heeft hij gelijk.
"""


@pytest.mark.parametrize(
    ("quote", "doubtful"),
    [
        ("De bakker zegt dat hij slaapt.", True),
        ("Ik sta op zondag niet op", True),
        ("Dat is ‘gewoon’ zo.", False),
        ("Volgens ons heeft hij gelijk.", False),
    ],
)
def test_words_that_may_be_anothers_are_named(quote: str, doubtful: bool) -> None:
    entry = PassageEntry(1, "over-brood", "for", quote)
    spoken = seed("x", SPOKEN)

    def unvoiced(entry: PassageEntry) -> list[str]:
        file = ArgumentFile("a-b", "Brood is gezond.", "", entries=(entry,))
        found: list[str] = report(made(file, seeds=(spoken,)).collection)["unvoiced"]
        return found

    assert unvoiced(entry) == (["a-b-1"] if doubtful else [])
    assert unvoiced(replace(entry, speaker="de bakker", voice="reported")) == []


def test_headings_that_stand_for_an_argument_are_named() -> None:
    paragraphs = (
        "Dit is een alinea, en die is lang genoeg om er een te zijn.",
        "Brood moet",
        "Nog een alinea, ook lang.",
    )
    text = "\n\n".join(("Over brood", *paragraphs))
    entry = PassageEntry(1, "over-brood", "for", "Brood moet")
    data = report(made(ArgumentFile("a-b", "Brood moet.", "", entries=(entry,)), seeds=(seed("x", text),)).collection)
    assert data["headings"] == ["a-b-1"]


def test_the_words_marked_are_counted_once() -> None:
    data = read(FOR, said(2, "for", "hoort op zondag open te zijn. Wie werkt, heeft anders nooit vers brood."))
    (row,) = [row for row in data["essays"] if row["essay"] == "brood-op-zondag"]
    assert (row["marked"], row["marked_key"]) == (round(100 * 15 / 24), round(100 * 8 / 24))


def test_arguments_under_no_question_are_named() -> None:
    collection = made().collection
    asked = replace(
        collection, config=replace(collection.config, questions=(Question("q", "Open?", ("zondag-open",)),))
    )
    assert report(asked)["without_question"] == ["zelf-bakken"]
    assert report(collection)["without_question"] == []


def test_the_report_is_text_for_people_and_json_for_tools() -> None:
    data = report(made().collection)
    text = as_text(data)
    assert "Met in the texts of one hand only: 1\n  zelf-bakken" in text
    assert json.loads(json.dumps(data)) == data
