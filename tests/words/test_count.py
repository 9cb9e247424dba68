"""Counts and places: equal to a plain recount, and each place is where it is said to be."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.collection import made
from weerklank.languages import lemmas
from weerklank.model import Collection, CollectionConfig, Unit
from weerklank.words.context import line
from weerklank.words.count import Counted, count
from weerklank.words.word_forms import COUNTED, Kind

# What the example holds of each word, listed by hand; the recount looks for nothing else.
FORMS = {
    "auto": "auto auto’s auto's",
    "plein": "plein",
    "straat": "straat",
    "buur": "buur buren buurman",
}


def recount(forms: str, text: str) -> int:
    """How often the listed forms of a word stand in a text, each between two other characters."""
    found = "|".join(map(re.escape, sorted(forms.split(), key=len, reverse=True)))
    return len(re.findall(rf"(?<![\w-])(?:{found})(?![\w-]|\)\w)", text.lower()))


def counted_again(site: Path, collection: dict[str, Any], forms: dict[str, str]) -> None:
    """Hold what the site says of each word against a recount of its listed forms."""
    data = json.loads((site / "data/words.json").read_text("utf-8"))
    assert [entry["word"] for entry in data["words"]] == list(forms)
    for entry in data["words"]:
        for essay in collection["essays"]:
            again = sum(recount(forms[entry["word"]], block["text"]) for block in essay["blocks"])
            said = entry["texts"].get(essay["slug"], {"count": 0})["count"]
            assert said == again, (entry["word"], essay["slug"])


def test_the_example_counted_again(built_site: Path, collection: dict[str, Any]) -> None:
    counted_again(built_site, collection, FORMS)


# Made-up texts: what a linguist would make of each piece is known beforehand.
PIECES: dict[str, tuple[tuple[str, Kind], ...]] = {
    "Klanten": (("klant", "form"),),
    "(‘klant’)": (("klant", "form"),),
    "klantmanager,": (("klant", "modifier"),),
    "overheidsklanten": (("klant", "head"),),
    "cliënt/burger": (("cliënt", "form"), ("burger", "form")),
    "clienten.": (("cliënt", "variant"),),
    "burgerij": (("burger", "derivation"),),
    "niet-burger;": (("burger", "head"),),
    "burgemeester": (),
    "klinkt": (),
    "de": (),
    "2014": (),
}
WORDS = ("klant", "cliënt", "burger")


def collected(*texts: tuple[str, ...], words: tuple[str, ...] = WORDS) -> Collection:
    """A collection with these texts, each given by its paragraphs."""
    base = made().collection
    essays = tuple(
        replace(
            base.essays[0],
            slug=f"tekst-{number}",
            units=tuple(
                Unit(f"p{n}", "paragraph", text, str(n), 0) for n, text in enumerate(paragraphs, start=1) if text
            ),
        )
        for number, paragraphs in enumerate(texts)
    )
    return Collection(CollectionConfig("Toets", "nl", words=words), essays, ())


PARAGRAPH = st.lists(st.sampled_from(sorted(PIECES)), max_size=12)


@given(st.lists(st.lists(PARAGRAPH, max_size=4), max_size=3))
def test_made_texts_counted_again(texts: list[list[list[str]]]) -> None:
    collection = collected(*(tuple(" ".join(pieces) for pieces in paragraphs) for paragraphs in texts))
    counted = count(collection)
    for word in counted.words:
        for number, paragraphs in enumerate(texts):
            kinds = Counter(
                kind for pieces in paragraphs for piece in pieces for name, kind in PIECES[piece] if name == word.word
            )
            places = [place for place in word.places if place.essay == f"tekst-{number}"]
            assert Counter(place.kind for place in places) == kinds
    check(collection, counted)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_is_counted_in_places_that_hold_the_word(texts: list[str]) -> None:
    collection = collected(tuple(f"{text} klant {text}" for text in texts))
    check(collection, count(collection))


def check(collection: Collection, counted: Counted) -> None:
    """What must hold of any counts: the forms add up, and every place with its context is in its unit."""
    for word in counted.words:
        assert sum(number for _, number in word.forms(*COUNTED)) == len(word.counted)
        assert sum(map(len, word.by_essay.values())) == len(word.counted)
        for place in word.places:
            text = collection.by_slug[place.essay].unit(place.unit).text
            around = line(text, place.start, place.end)
            assert around.word == text[place.start : place.end].replace("\n", " ")
            whole = around.before + around.word + around.after
            assert text.replace("\n", " ")[place.start - len(around.before) :].startswith(whole)
            assert around.cut_before or place.start == len(around.before)


def test_only_what_is_shown_is_counted_and_of_excerpts_no_share_is_given() -> None:
    collection = collected(("Een klant. " * 200,), ("Een klant. " * 5,), ())
    essays = list(collection.essays)
    essays[1] = replace(essays[1], publish="quotes")
    essays[2] = replace(essays[2], publish="closed")
    counted = count(replace(collection, essays=tuple(essays)))
    sizes = [counted.sizes[essay.slug] for essay in essays]
    assert [(size.words, size.whole, size.share(5)) for size in sizes] == [
        (400, True, 12.5),
        (10, False, None),
        (0, False, None),
    ]
    removed = Unit("p2", "paragraph", "", "2", 0, removed=True)
    part = replace(essays[0], units=(*essays[0].units, removed))
    assert not count(replace(collection, essays=(part,))).sizes[part.slug].whole


def test_where_no_word_is_in_dispute_no_dictionary_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_dictionary", lambda: pytest.fail("the dictionary was read"))
    assert count(collected(("Zeldzaamheidjes kwamen voorbijgewandeld.",), words=())).sizes["tekst-0"].words == 3


def test_a_short_text_is_called_short() -> None:
    sizes = count(collected(("klant " * 60,), ("klant " * 300,))).sizes
    assert [size.short for size in sizes.values()] == [True, False]


def test_marks_of_a_list_are_no_words() -> None:
    text = Unit("p1", "list", "1. klant\n2. burger", "1", 0)
    collection = collected(("x",))
    listed = replace(collection, essays=(replace(collection.essays[0], units=(text,)),))
    assert count(listed).sizes["tekst-0"].words == 2


@pytest.mark.parametrize("text", ["", "Een", "x" * 200, "woord " * 50])
def test_a_context_is_cut_between_words(text: str) -> None:
    around = line(f"{text}klant{text[::-1]}", len(text), len(text) + 5)
    assert len(around.before) <= 52
    assert len(around.after) <= 52
    assert (around.before[:1] or "w") in "wEx"
