"""The feed as a reader program takes it, and as RFC 4287 wants it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from tests.exports.collection import collection as made_of
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.exports.feed import NAME, NEWEST, feed
from weerklank.markup.markdown import seen
from weerklank.model import Collection, CollectionConfig, Dated

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def musts(text: str) -> ET.Element:
    """The feed's root, after all that RFC 4287 demands of a feed and its entries (§ 4.1.1, 4.1.2, 4.2)."""
    root = ET.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{ATOM}{name}")
            assert only.text
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{ATOM}id") or "")
        dates = [*element.iter(f"{ATOM}updated"), *element.iter(f"{ATOM}published")]
        assert all(MOMENT.fullmatch(date.text or "") for date in dates)
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert element.findall(f"{ATOM}author")
        assert len(element.findall(f"{ATOM}summary")) == (element is not root)
    assert all(author.findtext(f"{ATOM}name") for author in root.iter(f"{ATOM}author"))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    return root


def test_the_published_feed_has_every_text(built_site: Path, collection: dict[str, Any]) -> None:
    text = (built_site / NAME).read_text("utf-8")
    musts(text)
    found = feedparser.parse(text)
    assert not found.bozo
    assert {entry.link for entry in found.entries} == {essay["url"] for essay in collection["essays"]}
    assert {entry.title for entry in found.entries} == {essay["title"] for essay in collection["essays"]}
    assert all((built_site / entry.link / "index.html").is_file() for entry in found.entries)
    authors = {entry.link: [author.name for author in entry.authors] for entry in found.entries}
    assert authors == {essay["url"]: essay["authors"] or ["auteur onbekend"] for essay in collection["essays"]}


def test_every_page_tells_of_the_feed(built_site: Path) -> None:
    for path in built_site.rglob("index.html"):
        page = path.read_text("utf-8")
        assert re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="[./]*feed\.xml"', page), path


@pytest.mark.parametrize("site_url", [None, "https://brood.example/lezen/"])
def test_hostile_words_are_words(site_url: str | None) -> None:
    said = [s for s in strings()[::4] if seen(s).strip()]
    for at in range(0, len(said), NEWEST):
        collection = made_of(said[at : at + NEWEST], site_url)
        text = feed(collection)
        root = musts(text)
        titles = {entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")}
        assert titles == {seen(essay.title) for essay in collection.essays}
        links = [link.get("href") or "" for link in root.iter(f"{ATOM}link")]
        assert all(link.startswith(site_url or ("feed.xml", "essays/")) for link in links)
        assert not feedparser.parse(text).bozo


def test_of_many_texts_the_feed_has_those_that_changed_last() -> None:
    many = made_of([f"Brood {n}" for n in range(NEWEST + 20)], None)
    days = [Dated(f"urn:uuid:{n:032}", "2026-01-01", f"2026-{1 + n % 12:02}-01") for n in range(NEWEST + 20)]
    texts = tuple(replace(each, dated=day) for each, day in zip(many.essays, days, strict=True))
    shown = [e.findtext(f"{ATOM}updated") or "" for e in ET.fromstring(feed(replace(many, essays=texts)))[-NEWEST:]]
    assert [day[:10] for day in shown] == sorted((day.updated for day in days), reverse=True)[:NEWEST]


def test_an_empty_collection_has_a_feed() -> None:
    musts(feed(Collection(CollectionConfig("Leeg", "nl"), (), ())))


def test_a_text_that_is_not_shown_whole_is_told_of_without_its_words() -> None:
    collection = made().collection
    closed = tuple(replace(e, publish="quotes") for e in collection.essays)
    text = feed(Collection(collection.config, closed, collection.arguments))
    assert "Brood op zondag" in text
    assert "Niemand sterft" in feed(collection)
    assert "Niemand sterft" not in text
