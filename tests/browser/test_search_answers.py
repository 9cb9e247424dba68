"""What search answers beside texts: the argument a query is about, an author's own texts, what a paragraph argues."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import AXE, violations
from tests.browser.test_search import results
from tests.browser.test_search_page import status


def clashing(collection: dict[str, Any]) -> dict[str, Any]:
    """An argument that some texts are for and others against."""
    return next(a for a in collection["arguments"] if {"for", "against"} <= {p["stance"] for p in a["passages"]})


@pytest.mark.parametrize("visit", [{"bypass_csp": True}], indirect=True, ids=["any"])
def test_a_query_that_matches_a_claim_shows_both_sides(visit: Visit, collection: dict[str, Any]) -> None:
    argument = clashing(collection)
    page = visit.go(f"zoeken/?q={quote(argument['claim'])}")
    assert argument["claim"] in status(page)
    card = page.get_by_role("region", name=argument["claim"])
    assert card.locator("h2 a").get_attribute("href") == visit.base + argument["url"]
    for stance in ("for", "against"):
        side = card.locator(f".wk-card.wk-{stance}")
        voices = len({p["essay"] for p in argument["passages"] if p["stance"] == stance})
        expect(side.locator(".wk-counts")).to_have_text(f"{voices} tekst{'en' if voices != 1 else ''}")
        assert side.locator("blockquote").inner_text()
        href = (side.locator("a").get_attribute("href") or "").removeprefix(visit.base)
        assert href in {p["url"] for p in argument["passages"] if p["stance"] == stance}
    assert not [href for href in results(page) if href.endswith(argument["url"])] or card.is_visible()
    page.evaluate(AXE)
    assert violations(page) == []
    visit.follow(card.locator("blockquote + p a").first)
    assert page.locator(".is-lit, :target").count()


@pytest.mark.parametrize("query", ["qqqxxxzzz", "straat", '"geen enkele boom"', "-straat"])
def test_what_is_about_no_claim_shows_none(visit: Visit, query: str) -> None:
    page = visit.go(f"zoeken/?q={quote(query)}")
    status(page)
    assert page.locator(".wk-answer").count() == 0


def test_an_authors_name_offers_his_texts_alone(visit: Visit, collection: dict[str, Any]) -> None:
    essay = next(e for e in collection["essays"] if e["authors"] and e["publish"] == "full")
    author = essay["authors"][0]
    page = visit.go(f"zoeken/?q={quote(author.split()[-1])}")
    assert results(page)[0].startswith(visit.base + essay["url"])
    visit.follow(page.locator("[data-meant] a", has_text=author))
    assert page.locator("select[name=auteur]").input_value() == author
    own = tuple(visit.base + e["url"] for e in collection["essays"] if author in e["authors"])
    assert results(page) and all(href.startswith(own) for href in results(page))


def test_a_hit_tells_what_its_paragraph_argues(visit: Visit, collection: dict[str, Any]) -> None:
    argument = clashing(collection)
    passage = next(p for p in argument["passages"] if p["stance"] == "against")
    words = " ".join(re.findall(r"[\w’-]+", passage["quote"])[:4])
    page = visit.go("zoeken/?q=" + quote(f'"{words}"'))
    results(page)
    hit = page.locator(".wk-result", has=page.locator(f'a[href*="/{passage["essay"]}/"]')).first
    expect(hit.locator(".wk-argues", has_text=argument["claim"]).first).to_contain_text("tegen")


def test_a_compound_that_was_cut_is_told(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go("zoeken/?q=stadshuur")
    assert "Nergens staat ‘stadshuur’ als één woord" in status(page)
    visit.follow(page.locator("[data-meant] a", has_text="letterlijk"))
    assert status(page).startswith("Niets gevonden")


def test_an_excerpt_has_whole_words(visit: Visit, collection: dict[str, Any]) -> None:
    words = {word for e in collection["essays"] for b in e["blocks"] for word in b["text"].split()}
    words |= {word for e in collection["essays"] for word in e["title"].split()}
    excerpts = ".wk-result:has(h2 a[href*='/essays/']) .wk-hit > div > p:first-child"
    for query in ("straat", "de stad en het plein", collection["essays"][0]["title"]):
        page = visit.go(f"zoeken/?q={quote(query)}")
        assert results(page)
        for text in page.locator(excerpts).all_inner_texts():
            assert {word.rstrip(".") for word in text.split()} <= {word.rstrip(".") for word in words} | {"…"}
