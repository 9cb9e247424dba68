"""Search: from a word to the paragraph that has it, and nothing loaded before one asks."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, until

DONE = '[data-results-status][aria-busy="false"]:not(:empty)'


def rare_word(collection: dict[str, Any]) -> tuple[str, str]:
    """A long word that stands in one paragraph only, and that paragraph's address."""
    counts: Counter[str] = Counter()
    places = {}
    for essay in collection["essays"]:
        for block in essay["blocks"]:
            for word in set(re.findall(r"\b[a-z]{9,14}\b", block["text"])):
                counts[word] += 1
                places[word] = f"{essay['url']}#{block['id']}" if block["kind"] == "paragraph" else ""
    stems = Counter(word[:7] for word in counts)
    return next((w, places[w]) for w in sorted(counts) if counts[w] == 1 and stems[w[:7]] == 1 and places[w])


def results(page: Page) -> list[str]:
    page.wait_for_selector(DONE)
    hrefs: list[str] = page.locator("[data-results] a[href]").evaluate_all("all => all.map((a) => a.href)")
    return hrefs


@pytest.mark.parametrize(
    "visit", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True, ids=["wide", "phone"]
)
def test_from_the_header_to_the_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go(collection["essays"][-1]["url"])
    page.locator(".wk-find input").fill(word)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zoeken/?q={word}")
    assert results(page)[0] == visit.base + place
    assert page.locator("[data-results] mark").first.inner_text().strip(".,;:?!").casefold() == word
    visit.follow(page.locator("[data-results] a[href]").first)
    box = page.locator(f"#{place.split('#')[1]}").bounding_box()
    assert box and -1 <= box["y"] < 900


def test_typing_answers_and_the_address_follows(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go("zoeken/")
    page.locator("#q").press_sequentially(word)
    page.wait_for_url(f"**/zoeken/?q={word}")
    assert results(page)[0] == visit.base + place
    page.locator("#q").fill("")
    page.wait_for_url("**/zoeken/")
    until(page, "document.querySelector('[data-results]').children.length === 0")


def test_names_and_titles_are_found(visit: Visit, collection: dict[str, Any]) -> None:
    essay = next((e for e in collection["essays"] if e["authors"]), None)
    if essay is None:
        pytest.skip("no text names an author")
    page = visit.go(f"zoeken/?q={quote(essay['authors'][0])}")
    assert any(href.startswith(visit.base + essay["url"]) for href in results(page))
    page = visit.go(f"zoeken/?q={quote(essay['title'])}")
    assert results(page)[0].startswith(visit.base + essay["url"])


def test_nothing_is_loaded_before_one_asks(visit: Visit) -> None:
    for path in ("", "zoeken/"):
        visit.go(path)
    assert not [url for url in visit.requests if "pagefind" in url]
    visit.page.locator("#q").press_sequentially("wo")
    visit.page.wait_for_selector(DONE)
    assert [url for url in visit.requests if "pagefind" in url]


def test_nothing_found_says_so(visit: Visit) -> None:
    page = visit.go("zoeken/?q=qqqxxxzzz")
    page.wait_for_selector(DONE)
    assert "Niets gevonden" in page.locator("[data-results-status]").inner_text()
    assert page.locator("[data-browse]").is_visible()


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "\"'`;--",
        "a" * 100_000,
        "(.*)+$[^]\\",
        "\u202egekeerd",
        "😀 👩‍👩‍👧",
        "\x00\x07",
        "العربية",
    ],
    ids=["html", "quotes", "long", "regex", "bidi", "emoji", "control", "rtl"],
)
def test_hostile_queries(visit: Visit, query: str) -> None:
    page = visit.go("zoeken/")
    page.locator("#q").evaluate("(box, words) => { box.value = words; box.form.requestSubmit(); }", query)
    page.wait_for_selector(DONE)
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_without_javascript(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go("essays/")
    page.locator(".wk-find input").fill("woord")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=woord")
    assert "JavaScript" in page.locator("noscript").inner_text()
    visit.follow(page.locator("[data-browse] a").first)
    assert page.locator("main a", has_text=collection["essays"][0]["title"]).count() >= 1
    assert not page.locator("[data-scheme-toggle]").is_visible()
