"""The editor's report counts what an editor would count."""

import json

from tests.pages.collection import BAKE, OPEN, made, seed
from weerklank.desk.arguments_report import as_text, report
from weerklank.model import ArgumentFile, PassageEntry


def test_passages_are_counted_by_text_argument_and_stance() -> None:
    data = report(made().collection)
    brood = next(row for row in data["essays"] if row["essay"] == "brood-op-zondag")
    assert (brood["passages"], brood["distinct"]) == (2, 2)
    assert brood["stances"] == {"for": 1, "against": 0, "nuance": 1}
    assert brood["per_hundred_words"] == round(200 / brood["words"], 1)
    assert data["stances"] == {"for": 2, "against": 1, "nuance": 1}
    assert data["arguments"][1] == {
        "argument": "zondag-open",
        "passages": 3,
        "texts": ["brood-op-zondag", "laat-de-bakker-slapen"],
        "stances": {"for": 1, "against": 1, "nuance": 1},
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


def test_the_report_is_text_for_people_and_json_for_tools() -> None:
    data = report(made().collection)
    text = as_text(data)
    assert "Met in the texts of one hand only: 1\n  zelf-bakken" in text
    assert json.loads(json.dumps(data)) == data
