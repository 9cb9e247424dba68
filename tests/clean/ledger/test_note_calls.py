"""Calls of notes, as the ledger knows them."""

from __future__ import annotations

import pytest

from weerklank.clean import restore_print
from weerklank.clean.ledger.draft import Draft, aside
from weerklank.clean.ledger.note_calls import call, note_links
from weerklank.model import Block


def test_each_call_leads_to_the_note_behind_it() -> None:
    """Where each page begins its notes anew, the sign alone does not say which note is meant."""
    text = "een1 twee 1 Zie a. drie1 vier 1 Zie b."
    draft = Draft(text).apply(
        [
            call(3, 4, "1", "x"),
            aside(9, 18, "note", "1 Zie a.", "x"),
            call(23, 24, "¹", "x"),
            aside(29, len(text), "note", "1 Zie b.", "x"),
        ]
    )
    asides = [Block("note", "1 Zie a."), Block("note", "1 Zie b.")]
    assert draft.text == "een twee drie vier"
    assert [(draft.text[: link.at], link.note) for link in note_links(draft.ledger(), asides)] == [
        ("een", 0),
        ("een twee drie", 1),
    ]
    assert [(link.at, link.note) for link in note_links(draft.ledger(), asides[1:])] == [(len("een twee drie"), 0)]
    assert draft.ledger().source() == text


@pytest.mark.parametrize(
    ("called", "word"),
    [("sluis1 is", "sluis"), ("sluis, zegt men.1 Zij", "men."), ("sluis 1) is", "sluis"), ("sluis [1] is", "sluis")],
)
def test_the_ways_in_which_print_calls_a_note(called: str, word: str) -> None:
    lines = [f"Niemand weet waarom de {called} dicht, en", "niemand vraagt het.", "", "1) Zie blz. 4."]
    restored = restore_print(lines)
    (link,) = note_links(restored.ledger, restored.asides)
    assert restored.text[: link.at].split()[-1] == word
    assert "1" not in restored.text


def test_an_item_of_a_list_in_a_sentence_is_no_call() -> None:
    lines = ["Zij wil twee dingen: 1) een sluis en 2) een brug,", "zegt de raad.", "", "1 Zie blz. 4.", "2 Zie blz. 5."]
    assert "1) een sluis en 2) een brug" in restore_print(lines).text
