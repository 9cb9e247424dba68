"""From a marked passage to another author's words for the same argument, and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, until

WITHOUT = {"java_script_enabled": False}
PHONE = {"viewport": {"width": 390, "height": 844}}


def shared_passage(collection: dict[str, Any]) -> dict[str, Any]:
    """A passage whose argument also occurs in a text by somebody else."""
    authors = {essay["slug"]: essay["authors"] or [essay["slug"]] for essay in collection["essays"]}
    for argument in collection["arguments"]:
        for passage in argument["passages"]:
            if any(authors[p["essay"]] != authors[passage["essay"]] for p in argument["passages"]):
                return {**passage, "argument": argument["id"]}
    pytest.skip("no argument is made by two authors")


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    return box is not None and -1 <= box["y"] < height


@pytest.mark.parametrize("visit", [{}, WITHOUT, PHONE], indirect=True, ids=["wide", "no-script", "phone"])
def test_to_the_other_author_and_back(visit: Visit, collection: dict[str, Any]) -> None:
    passage = shared_passage(collection)
    page = visit.go(passage["url"])
    mark = page.locator(f'[data-passage="{passage["id"]}"]').first
    assert mark.get_attribute("data-argument") == passage["argument"]
    assert in_view(page, f"#{passage['id']}")

    visit.follow(page.locator(f'.wk-ref[data-of="{passage["id"]}"]'))
    note = page.locator(f".wk-note:has([href='#{passage['id']}'])")
    assert note.is_visible(), "a link to a note opens it"
    visit.follow(note.locator(".wk-voices a").first)
    arrived = unquote(page.url.split("#")[1])
    assert f"/essays/{passage['essay']}/" not in page.url
    there = page.locator(f'[data-passage="{arrived}"]').first
    assert there.get_attribute("data-argument") == passage["argument"]
    assert in_view(page, f"#{arrived}")

    page.go_back()
    assert f"/essays/{passage['essay']}/" in page.url
    visit.follow(note.locator(f".wk-back[href='#{passage['id']}']"))
    assert page.url.endswith(f"#{passage['id']}")


@pytest.mark.parametrize("visit", [{}, WITHOUT], indirect=True, ids=["script", "no-script"])
def test_from_the_argument_to_each_place(visit: Visit, collection: dict[str, Any]) -> None:
    argument = max(collection["arguments"], key=lambda a: len(a["passages"]))
    page = visit.go(argument["url"])
    quotes = page.locator(f'[data-argument-page="{argument["id"]}"] [data-quote]')
    assert quotes.count() == len(argument["passages"])
    for n in (0, quotes.count() - 1):
        visit.go(argument["url"])
        visit.follow(quotes.nth(n).locator('a[href*="/essays/"]').first)
        assert in_view(page, f"#{page.url.split('#')[1]}")


def test_table_leads_to_the_passages(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go("argumenten/")
    table = page.locator(".wk-matrix")
    assert table.locator("tbody tr").count() == len(collection["arguments"])
    assert table.locator("thead th").count() == len(collection["essays"]) + 1
    visit.follow(table.locator("td a").first)
    assert in_view(page, f"#{page.url.split('#')[1]}")


def test_one_note_is_open_at_a_time_beside_the_text(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(shared_passage(collection)["url"].split("#")[0])
    summaries = page.locator(".wk-notes > summary")
    if summaries.count() < 2:
        pytest.skip("the text has one block with notes")
    top = page.locator("[data-block]").last.evaluate("e => e.getBoundingClientRect().top + scrollY")
    summaries.nth(0).click()
    assert page.locator(".wk-notes[open]").count() == 1
    moved = page.locator("[data-block]").last.evaluate("e => e.getBoundingClientRect().top + scrollY")
    assert moved <= top, "opening a note does not push the text down"
    page.keyboard.press("Escape")
    assert page.locator(".wk-notes[open]").count() == 0


def test_an_open_note_covers_no_other(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(max(collection["essays"], key=lambda e: len(e["blocks"]))["url"])
    covered = """() => {
      const all = [...document.querySelectorAll('.wk-notes')];
      const open = all.find((e) => e.open);
      const bottom = open.getBoundingClientRect().top + open.scrollHeight;
      return all.slice(all.indexOf(open) + 1).filter((e) => e.getBoundingClientRect().top < bottom).length;
    }"""
    count = page.locator(".wk-notes").count()
    for number in (0, count // 2, count - 1):
        notes = page.locator(".wk-notes").nth(number)
        notes.locator("summary").click()
        until(page, "document.querySelectorAll('.wk-notes[open]').length === 1")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate(covered) == 0
        end = notes.evaluate("(e) => e.getBoundingClientRect().top + e.scrollHeight")
        assert page.locator(".wk-foot").evaluate("(e) => e.getBoundingClientRect().top") > end
    page.keyboard.press("Escape")
    until(page, "[...document.querySelectorAll('.wk-notes')].every((e) => !e.open && !e.style.translate)")
