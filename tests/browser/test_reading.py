"""From a marked passage to another author's words for the same argument, and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

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

    beside = page.locator(f".wk-beside[data-for={passage['block']}]")
    visit.follow(beside.locator("[data-voice-of] a, .wk-above a").first)
    if page.url.split("#")[0].endswith(passage["url"].split("#")[0]):
        visit.follow(page.locator(f".wk-beside[data-for={page.url.split('#')[1]}] [data-voice-of] a"))
    arrived = unquote(page.url.split("#")[1])
    assert f"/essays/{passage['essay']}/" not in page.url
    there = page.locator(f'[data-passage="{arrived}"]').first
    assert there.get_attribute("data-argument")
    assert in_view(page, f"#{arrived}")

    page.go_back()
    assert f"/essays/{passage['essay']}/" in page.url


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


def opened(visit: Visit, collection: dict[str, Any]) -> Locator:
    """What others say of a passage's paragraph, opened by a click on its words."""
    passage = shared_passage(collection)
    page = visit.go(passage["url"])
    mark = page.locator(f'[data-passage="{passage["id"]}"]').first
    click_on_words(mark)
    notes = page.locator(f".wk-beside[data-for={passage['block']}] .wk-notes")
    expect(notes).to_have_attribute("open", "")
    return notes


def click_on_words(mark: Locator) -> None:
    """On the first line of a mark, which may go on over several."""
    mark.scroll_into_view_if_needed()
    x, y = mark.evaluate("e => { const [r] = e.getClientRects(); return [r.left + 3, r.top + r.height / 2]; }")
    mark.page.mouse.click(x, y)


def test_a_click_on_the_words_opens_what_others_say_and_moves_nothing(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(shared_passage(collection)["url"].split("#")[0] + "?markeringen=alle")
    tops = "[...document.querySelectorAll('[data-block]')].map((e) => e.getBoundingClientRect().top + scrollY)"
    before = page.evaluate(tops)
    marks = page.locator("[data-block] > .wk-mark[id]")
    for number in (0, marks.count() - 1):
        click_on_words(marks.nth(number))
        until(page, "document.querySelectorAll('.wk-notes[open]').length === 1")
        assert page.evaluate(tops) == before
        asked = marks.nth(number).get_attribute("id")
        first = page.locator(".wk-notes[open] .wk-note").first
        expect(first.locator(f'.wk-back[href="#{asked}"]')).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".wk-notes[open]")).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('.wk-notes > summary')")


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_it_is_a_sheet_under_the_words(visit: Visit, collection: dict[str, Any]) -> None:
    notes = opened(visit, collection)
    page = visit.page
    sheet = page.locator("dialog.wk-sheet")
    expect(sheet).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null"), "focus moves in"
    low = "[...document.querySelectorAll('dialog :is(a, button)')].filter((e) => e.offsetHeight < 44).length"
    assert page.evaluate(low) == 0
    mark = page.locator(f"[id='{shared_passage(collection)['id']}']")
    bottom = mark.evaluate("e => e.getBoundingClientRect().bottom")
    box = sheet.bounding_box()
    assert box and 0 < bottom < box["y"], "the words stay in sight"
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert notes.locator("summary").evaluate("e => e === document.activeElement")
    assert notes.locator(".wk-others").count() == 1
    assert notes.get_attribute("open") is None


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_each_paragraph_has_one_stop_to_open_what_others_say(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(shared_passage(collection)["url"].split("#")[0])
    stops = "[...document.querySelectorAll('[data-block] :is(a, button):not(.wk-num, .wk-sign, .wk-beside *)')]"
    assert page.evaluate(f"{stops}.length") == 0
    assert page.locator(".wk-beside > .wk-notes > summary").count() == page.locator(".wk-beside").count()


@pytest.mark.parametrize("visit", [{}, WITHOUT], indirect=True, ids=["script", "no-script"])
def test_a_paragraph_with_a_key_passage_has_a_voice_beside_it(visit: Visit, collection: dict[str, Any]) -> None:
    for essay in collection["essays"]:
        page = visit.go(essay["url"])
        for beside in page.locator(".wk-beside[data-weight=key]").all():
            expect(beside).to_be_visible()
        said = page.locator("[data-voice-of] q").all_inner_texts()
        assert len(said) == len(set(said))
