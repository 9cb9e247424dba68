"""The TEI is valid, and what one reads in it is the reading text, with its ids and its passages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.exports.collection import collection as made_of
from tests.exports.tei.tei_reading import TEI, faults, passages, units
from tests.hostile.strings import strings
from tests.pages.collection import SEEDS, made, seed
from weerklank.exports.tei.tei import FOLDER, files
from weerklank.markup.markdown import seen
from weerklank.model import (
    Cleaned,
    Collection,
    CollectionConfig,
    Essay,
    Ledger,
    Metadata,
    Passage,
    Seed,
    Sidecar,
    Span,
    Uncertain,
    Unit,
)


def read(site: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (site / FOLDER).glob("*.xml")}


def same_words(data: dict[str, Any], documents: dict[str, str]) -> None:
    """What stands in the TEI of a site is what its /data/collection.json has."""
    quoted = {p["id"]: p["quote"] for a in data["arguments"] for p in a["passages"]}
    for essay in data["essays"]:
        found = units(documents[f"{essay['slug']}.xml"])
        assert list(found) == [block["id"] for block in essay["blocks"]]
        for block in essay["blocks"]:
            words = found[block["id"]]
            assert words == block["text"] or words.replace("[…]", "").split() == block["text"].split()
        for own, words in passages(documents[f"{essay['slug']}.xml"]).items():
            gapped = " … " in quoted[own]
            assert words.split()[:2] == quoted[own].split()[:2] if gapped else words.split() == quoted[own].split()


def test_a_site_s_texts_are_valid_and_say_what_its_pages_say(built_site: Path, collection: dict[str, Any]) -> None:
    documents = read(built_site)
    assert set(documents) == {"index.xml", *(f"{essay['slug']}.xml" for essay in collection["essays"])}
    assert faults(documents) == []
    same_words(collection, documents)
    corpus = etree.fromstring(documents["index.xml"].encode())
    assert len(corpus.findall(f"{TEI}TEI")) == len(collection["essays"])


def test_an_english_site_s_too(built_english: Path) -> None:
    documents = read(built_english / "site")
    assert faults(documents) == []
    same_words(json.loads((built_english / "site/data/collection.json").read_text("utf-8")), documents)


def test_all_that_the_example_has_is_there(built_site: Path) -> None:
    trees = [etree.fromstring(text.encode()) for text in read(built_site).values()]
    names = {etree.QName(each).localname for tree in trees for each in tree.iter(etree.Element)}
    assert names >= {"choice", "orig", "reg", "app", "rdg", "head", "list", "item", "gap", "span", "category", "note"}


PRINT = """Het brood van morgen

Wie bakt er nog zijn eigen brood? In de wijk Oost deed de bak-
kerij vorig jaar haar deur dicht, en wie nu vers brood wil moet naar
de overkant van het spoor. Dat is een kwartier lopen, zegt buur-
man Frits, die het weet omdat hij elke dag ge-
interesseerd in de etalage keek. De wethou-
der zegt dat er een nieuwe komt. Wij wachten het af, want de vo-
rige belofte staat nog open en de etalage staat nog leeg.
"""


def test_a_word_that_was_mended_stands_there_as_it_was_too() -> None:
    edition = made(seeds=(*SEEDS, replace(seed("c_brood", PRINT), sidecar=Sidecar(printed=True))))
    text = edition.pages[f"{FOLDER}/het-brood-van-morgen.xml"]
    root = etree.fromstring(text.encode())
    found = {each[1].text: each[0].text for each in root.iter(f"{TEI}choice")}
    assert found["geïnteresseerd"] == "ge-\ninteresseerd"
    assert found["wethouder"] == "wethou-\nder"
    (essay,) = (e for e in edition.collection.essays if e.slug == "het-brood-van-morgen")
    assert units(text) == {unit.id: unit.text for unit in essay.units}


WORDS = st.text("ab cé<&]>\"'😀", min_size=1, max_size=12).map(lambda words: f"x{words.strip()}y")
KINDS = ("paragraph", "heading", "list", "verse")


@st.composite
def texts(draw: st.DrawFn) -> Collection:
    """A text of made-up units, with passages, repairs and doubts anywhere in it."""
    made: list[Unit] = []
    spans: list[Span] = []
    doubts: list[Uncertain] = []
    marked: list[Passage] = []
    at = 0
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(KINDS))
        lines = draw(st.lists(WORDS, min_size=1, max_size=3 if kind != "heading" else 1))
        text = "\n".join(f"{n}. {line}" if kind == "list" else line for n, line in enumerate(lines, 1))
        own = f"h{number}" if kind == "heading" else f"p{number}"
        quotation = draw(st.sampled_from((None, None, 0))) if "\n" not in text else None
        made.append(Unit(own, kind, text, None if kind == "heading" else str(number), at, quotation))  # type: ignore[arg-type]
        for _ in range(draw(st.integers(0, 2))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            words = text[start:end]
            span = (at + start, at + end, "was", "changed", "broken-word", words, at + start)
            if draw(st.booleans()):
                spans.append(Span(*span))  # type: ignore[arg-type]
            else:
                doubts.append(Uncertain(words, (words, "anders"), "broken-word", at + start, at + end))
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            marked.append(Passage(f"a-{len(marked)}", "a", "t", own, start, end, text[start:end], "for"))
        at += len(text) + 2
    cleaned = Cleaned("", (), (), Metadata(), tuple(doubts), Ledger(tuple(spans)))
    known: dict[str, Any] = {"kicker": None, "date": None, "approximate": False, "publication": None, "note": None}
    essay = Essay(Seed("t", "t.txt", b"", ""), cleaned, "t", "T", authors=(), units=tuple(made), **known)
    empty = made_of(["leeg"]).arguments[0]
    argument = replace(empty, id="a", passages=tuple(marked), related=())
    return Collection(CollectionConfig("K", "nl"), (essay,), (argument,))


@settings(max_examples=150)
@given(texts())
def test_whatever_stands_in_a_text_is_read_back(given_text: Collection) -> None:
    documents = dict(files(given_text))
    (essay,) = given_text.essays
    assert units(documents[f"{FOLDER}/t.xml"]) == {unit.id: unit.text for unit in essay.units}
    found = passages(documents[f"{FOLDER}/t.xml"])
    for passage in given_text.passages.values():
        if essay.unit(passage.unit).kind in ("paragraph", "heading"):
            assert found[passage.id] == passage.quote


def test_no_words_make_it_invalid() -> None:
    words = [each for each in dict.fromkeys(strings()) if seen(each).strip()][:60]
    assert faults(dict(files(made_of(words, "https://k.example/")))) == []


def test_a_collection_without_texts_has_none() -> None:
    assert dict(files(Collection(CollectionConfig("K", "nl"), (), ()))) == {}
