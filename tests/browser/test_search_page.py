"""The search page and the box of every page: what is corrected, narrowing down, keys, and arriving."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, until
from tests.browser.test_search import DONE, rare_word, results

LIVE = ".wk-live"


def status(page: Page) -> str:
    page.wait_for_selector(DONE)
    return page.locator("[data-results-status]").inner_text()


def slip(word: str) -> str:
    """A word with two letters swapped."""
    at = next(n for n in range(3, len(word) - 1) if word[n] != word[n + 1])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def test_a_slip_is_corrected_and_the_literal_search_is_one_click_away(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go(f"zoeken/?q={slip(word)}")
    assert results(page)[0] == visit.base + place
    assert "Bedoelde u" in page.locator("[data-meant]").inner_text()
    visit.follow(page.locator("[data-meant] a", has_text="letterlijk"))
    assert status(page).startswith("Niets gevonden")
    assert page.locator("[data-results] a").count() == 0
    assert page.locator("[data-browse]").is_visible()


def test_a_phrase_that_stands_nowhere_offers_its_words(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go("zoeken/?q=" + quote(f'"{word} {word} {word}"'))
    assert status(page).startswith("Niets gevonden")
    visit.follow(page.locator("[data-meant] a"))
    assert results(page)[0] == visit.base + place


def test_what_is_left_out_stays_out(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    text = collection["essays"][0]
    common = next(w for w in re.findall(r"[a-z]{5,}", text["blocks"][0]["text"]))
    page = visit.go(f"zoeken/?q={quote(f'{common} -{word}')}")
    page.wait_for_selector(DONE)
    assert not [
        href
        for href in page.locator("[data-results] a").evaluate_all("all => all.map((a) => a.href)")
        if href.startswith(visit.base + place.split("#")[0])
    ]


def test_facets_narrow_down_and_stand_in_the_address(visit: Visit, collection: dict[str, Any]) -> None:
    argument = next((a for a in collection["arguments"] if a["passages"]), None)
    if argument is None:
        pytest.skip("no argument has a passage")
    passage = argument["passages"][0]
    essay = next(e for e in collection["essays"] if e["slug"] == passage["essay"])
    page = visit.go(f"zoeken/?q={quote(essay['title'])}")
    everything = set(results(page))
    page.locator("[data-facets] summary").click()
    choice = page.locator("select[name=argument]")
    expect(choice.locator(f'option[value="{argument["id"]}"]')).to_have_text(re.compile(r"\(\d+\)$"))
    choice.select_option(argument["id"])
    page.wait_for_url(f"**argument={argument['id']}*")
    narrowed = results(page)
    assert any(href.startswith(visit.base + essay["url"]) for href in narrowed)
    assert {href.split("#")[0] for href in narrowed} <= {href.split("#")[0] for href in everything}
    stance = {"for": "voor", "against": "tegen", "nuance": "nuance", "uses": "zonder-betoog"}[passage["stance"]]
    page.locator("select[name=standpunt]").select_option(stance)
    page.wait_for_url(f"**standpunt={stance}*")
    both = results(page)
    page.reload()
    assert results(page) == both
    assert page.locator("select[name=standpunt]").input_value() == stance
    page.go_back()
    until(page, "!new URLSearchParams(location.search).has('standpunt')")
    assert results(page) == narrowed
    page = visit.go(f"zoeken/?q={quote(essay['title'])}&argument={argument['id']}&houding={stance}")
    assert results(page) == both, "the name that the address had before"
    page.locator("select[name=standpunt]").select_option("")
    page.wait_for_url(lambda url: "houding" not in url and "standpunt" not in url)


def test_more_of_a_text_comes_when_asked(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go("zoeken/?q=straat")
    before = len(results(page))
    more = page.locator(".wk-further").first
    if not more.count():
        pytest.skip("no text has that many hits")
    more.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-results] a[href]").count() > before
    assert page.evaluate("document.activeElement.closest('.wk-hit') !== null")


def test_no_seam_is_shown(visit: Visit, collection: dict[str, Any]) -> None:
    for essay in collection["essays"]:
        page = visit.go(f"zoeken/?q={quote(essay['title'])}")
        results(page)
        assert "|" not in page.locator("[data-results]").inner_text()


def test_the_words_stay_marked_until_one_moves_on(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go(f"zoeken/?q={word}")
    results(page)
    visit.follow(page.locator("[data-results] a[href]").first)
    marks = page.locator(f"#{place.split('#')[1]} mark.wk-found")
    expect(marks.first).to_have_text(word)
    page.keyboard.press("Escape")
    expect(marks).to_have_count(0)
    page.reload()
    expect(marks).to_have_count(0)


def test_by_keyboard_alone_from_any_page_to_the_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = visit.go(collection["essays"][0]["url"])
    page.keyboard.press("Control+k")
    page.keyboard.type(word)
    page.wait_for_selector(f"{LIVE} .wk-result")
    expect(page.locator(f"{LIVE} [role=status]")).to_contain_text("1 plaats")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not page.locator(LIVE).is_visible()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type(" ")
    page.wait_for_selector(f"{LIVE} .wk-result")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.base + place)


def test_the_shortcut_keeps_out_of_writing(visit: Visit) -> None:
    page = visit.go("zoeken/")
    page.locator("#q").focus()
    page.keyboard.type("a/b")
    assert page.locator("#q").input_value() == "a/b"


def test_before_the_first_key_little_is_loaded(visit: Visit, collection: dict[str, Any]) -> None:
    for path in ("", collection["essays"][0]["url"], "zoeken/"):
        visit.requests.clear()
        page = visit.go(path)
        page.wait_for_load_state("networkidle")
        ours = [url for url in visit.requests if "/assets/search/" in url]
        assert not [url for url in visit.requests if "/pagefind/" in url]
        sizes = [page.evaluate("async (url) => (await (await fetch(url)).blob()).size", url) for url in ours]
        assert sum(sizes) <= 2048


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "-",
        '-"',
        "- -- -x",
        "(?=a)+",
        "<mark>|</mark>",
        "%00%1b",
        "\u202e\u2066tekst",
        "😀",
        "a" * 5000,
        "| ¦",
        "__proto__",
    ],
)
def test_strange_queries_in_the_address(visit: Visit, query: str) -> None:
    page = visit.go(f"zoeken/?q={quote(query)}&auteur=%3Cb%3E&jaar=x&argument=__proto__&standpunt=toString")
    assert status(page)
    assert page.locator("main script, main img").count() == 0
    page = visit.go(f"zoeken/?q={quote(query)}")
    assert status(page)
