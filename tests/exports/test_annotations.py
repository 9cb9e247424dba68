"""Each passage is an annotation, and its selectors count in the text that its block's element has on the page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from tests.exports.collection import collection as made_of
from tests.exports.linked_data import DCTERMS, OA, TERMS, XSD, expanded, names
from tests.pages.collection import SEEDS, made, seed
from weerklank.exports.annotations import NAME, annotations_jsonld
from weerklank.exports.selectors import quoted, served
from weerklank.languages.pack import pack
from weerklank.model import ArgumentFile, Collection, PassageEntry
from weerklank.pages.essay import page as essay_page


@pytest.fixture
def published(built_site: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((built_site / NAME).read_text("utf-8"))
    return data


def test_every_passage_is_an_annotation(published: dict[str, Any], collection: dict[str, Any]) -> None:
    items = published["first"]["items"]
    passages = {p["id"]: (a, p) for a in collection["arguments"] for p in a["passages"]}
    assert [item["id"].partition("#")[2] for item in items] == list(passages)
    assert published["total"] == len(items)
    for item, (argument, passage) in zip(items, passages.values(), strict=True):
        link, claim, stance, *_ = item["body"]
        assert link["source"] == f"../argumenten/{argument['id']}/#{passage['id']}"
        assert claim["value"] == argument["claim"]
        assert stance["value"] == pack("nl")(f"stance.{passage['stance']}")
        told = {key: item.get(f"weerklank:{key}") for key in ("stance", "weight", "voice", "speaker")}
        assert told == {key: passage[key] for key in told}
        assert item["target"]["source"] == f"../essays/{passage['essay']}/"
        assert item["target"]["selector"]["value"] == passage["block"]


def test_a_json_ld_processor_reads_all_of_it(published: dict[str, Any], collection: dict[str, Any]) -> None:
    assert {name for name in names(published) if not name.startswith("weerklank:")} <= {*TERMS, "@context"}
    (found,) = expanded(published)
    (page,) = found["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    passages = [p for argument in collection["arguments"] for p in argument["passages"]]
    assert len(items) == len(passages)
    for item, passage in zip(items, passages, strict=True):
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}classifying"}]
        assert item["urn:weerklank:stance"] == [{"@value": passage["stance"]}]
        speaker = [{"@value": passage["speaker"]}] if passage["speaker"] else None
        assert item.get("urn:weerklank:speaker") == speaker
        assert item[f"{DCTERMS}created"][0]["@type"] == f"{XSD}dateTime"
        assert item[f"{DCTERMS}rights"] == [{"@id": "https://k.example/rechten/"}]
        (target,) = item[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": f"https://k.example/essays/{passage['essay']}/"}]


def test_an_annotation_whose_day_is_not_known_has_none() -> None:
    (item, *_) = json.loads(annotations_jsonld(made_of(["brood"])))["first"]["items"]
    assert not {"created", "modified"} & set(item)


def test_every_link_leads_to_a_place_of_the_site(built_site: Path, published: dict[str, Any]) -> None:
    for item in published["first"]["items"]:
        path, _, fragment = item["body"][0]["source"].removeprefix("../").partition("#")
        assert f'id="{fragment}"' in (built_site / path / "index.html").read_text("utf-8")


def rendered(text: str) -> html.HtmlElement:
    body = text.partition("\n---\n\n")[2]
    return html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(body), "div")


KINDS = """Van alles wat

Een alinea met € 5, een 😀 en <b>tekens</b> & nog wat woorden.

  • het eerste punt
  • het *tweede* punt, dat langer is
  • het derde

Hierna komt wat iemand zei over brood en slaap:

> Wie slaapt, bakt niet, zei hij tegen wie het horen wilde.

Kop van dienst

Nog een alinea, want zo gaat dat nu eenmaal in een tekst als deze.
"""


def test_the_text_of_every_kind_of_block_is_known() -> None:
    edition = made(seeds=(*SEEDS, seed("c_soorten", KINDS)))
    (essay,) = [e for e in edition.collection.essays if e.seed.stem == "c_soorten"]
    tree = rendered(edition.pages[f"essays/{essay.slug}.md"])
    assert {unit.kind for unit in essay.units} >= {"paragraph", "list"}
    assert any(unit.quotation is not None for unit in essay.units)
    for unit in essay.units:
        assert tree.get_element_by_id(unit.id).text_content() == served(unit)


def test_words_over_several_items_of_a_list() -> None:
    both = "het eerste punt … het derde"
    entries = (PassageEntry(1, "van-alles-wat", "for", both), PassageEntry(2, "van-alles-wat", "for", "langer is"))
    edition = made(ArgumentFile("punten", "Een lijst heeft punten.", "", entries=entries), seeds=(seed("c", KINDS),))
    (essay,) = edition.collection.essays
    tree = rendered(edition.pages["essays/van-alles-wat.md"])
    found = {p.id: quoted(p, essay.unit(p.unit)) for p in edition.collection.passages.values()}
    texts = {p.id: tree.get_element_by_id(p.unit).text_content() for p in edition.collection.passages.values()}
    assert [place.exact for place in found.values() if place] == [
        "het eerste punt\nhet tweede punt, dat langer is\nhet derde".replace("tweede", "*tweede*"),
        "langer is",
    ]
    assert all(place and texts[name][place.start : place.end] == place.exact for name, place in found.items())


@settings(max_examples=6)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), min_size=1, max_size=3))
def test_any_words_are_found_where_they_stand(said: list[str]) -> None:
    collection = made_of(said)
    for number, essay in enumerate(collection.essays):
        tree = rendered(essay_page(essay, number, collection))
        for passage in (p for p in collection.passages.values() if p.essay == essay.slug):
            place = quoted(passage, essay.unit(passage.unit))
            text = tree.get_element_by_id(passage.unit).text_content()
            assert place and text[place.start : place.end] == place.exact


def test_addresses_are_whole_where_the_site_has_one() -> None:
    data = json.loads(annotations_jsonld(made_of(["brood"], "https://brood.example/lezen/")))
    assert data["id"] == "https://brood.example/lezen/data/annotations.jsonld"
    (item, *_) = data["first"]["items"]
    assert item["target"]["source"] == "https://brood.example/lezen/essays/tekst-0/"
    assert item["creator"] == [{"type": "Person", "name": "brood"}]


def test_whose_words_they_are_where_they_are_not_the_authors() -> None:
    collection = made_of(["brood"])
    for item in json.loads(annotations_jsonld(collection))["first"]["items"]:
        passage = collection.passages[item["id"].partition("#")[2]]
        told = [body["value"] for body in item["body"] if body.get("purpose") == "identifying"]
        assert told == ([passage.speaker] if passage.speaker else [])


def test_words_that_are_not_shown_have_no_selector_of_their_own() -> None:
    whole = made_of(["brood"])
    bare = Collection(whole.config, tuple(replace(e, units=()) for e in whole.essays), whole.arguments)
    for item in json.loads(annotations_jsonld(bare))["first"]["items"]:
        assert "refinedBy" not in item["target"]["selector"]
    assert "first" not in json.loads(annotations_jsonld(made_of([])))
