"""What a class does: a range of paragraphs, a lesson and how far one is, notes of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, until
from tests.browser.test_citing import ALLOWED, SELECT, allowed, choose, essay, menu, paragraphs

NOTE = "Hier twijfel ik <b>aan</b>.\nEn nog iets."
IN_SIGHT = "id => { const { top } = document.getElementById(id).getBoundingClientRect(); return top >= 0 && top < 300 }"


def lesson(page: Page, visit: Visit) -> Page:
    """The first lesson of the site, opened."""
    visit.go("lessen/")
    return visit.follow(page.locator(".wk-lessons a").first)


def test_a_range_lights_up_and_the_rest_is_dimmed(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection, 4)
    ids = [b["id"] for b in text["blocks"] if b["id"].startswith("p")]
    page = visit.go(f"{text['url']}#{ids[1]}-{ids[2]}")
    bar = page.locator(".wk-range")
    expect(bar).to_contain_text(f"§ {ids[1][1:]}–{ids[2][1:]}")
    inside = page.locator("[data-block][id^=p]:not(.is-outside)").evaluate_all("all => all.map(each => each.id)")
    assert inside == ids[1:3]
    assert until(page, IN_SIGHT, ids[1])
    bar.get_by_role("button").click()
    expect(page.locator(".is-outside")).to_have_count(0)
    assert "#" not in page.url


@allowed
def test_the_menu_of_a_paragraph_copies_a_range(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection, 3)
    ids = [b["id"] for b in text["blocks"] if b["id"].startswith("p")]
    page = visit.go(text["url"])
    number = page.locator(f"#{ids[0]} .wk-num")
    number.focus()
    page.keyboard.press("Enter")
    menu(page).get_by_label("tot en met").select_option(ids[2])
    assert (
        choose(page, f"Kopieer link naar § {ids[0][1:]}–{ids[2][1:]}") == f"{visit.base}{text['url']}#{ids[0]}-{ids[2]}"
    )


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_a_range_of_a_lesson_leads_to_its_first_paragraph_without_a_script(visit: Visit) -> None:
    page = lesson(visit.page, visit)
    link = page.locator(".wk-stop-essay .wk-more a[href*='-p']").first
    page.goto(page.evaluate("link => link.href", link.element_handle()))
    first = page.url.partition("#")[2].partition("-")[0]
    assert page.evaluate(IN_SIGHT, first)


def test_paper_has_the_range_alone_with_its_source(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection, 4)
    ids = [b["id"] for b in text["blocks"] if b["id"].startswith("p")]
    page = visit.go(f"{text['url']}#{ids[1]}-{ids[2]}")
    page.emulate_media(media="print")
    expect(page.locator(f"#{ids[0]}")).to_be_hidden()
    expect(page.locator(f"#{ids[2]}")).to_be_visible()
    expect(page.locator(".wk-citation")).to_be_visible()


def test_a_lesson_remembers_in_this_browser_how_far_one_is(visit: Visit) -> None:
    page = lesson(visit.page, visit)
    stops = page.locator(".wk-stop").count()
    told = page.locator(".wk-progress [role=status]")
    expect(told).to_contain_text(f"0 van {stops}")
    page.locator(".wk-done input").nth(1).check()
    expect(told).to_contain_text(f"1 van {stops}")
    page.reload()
    expect(page.locator(".wk-done input").nth(1)).to_be_checked()
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator(".wk-done input:checked")).to_have_count(0)
    assert not visit.strangers()


def test_a_lesson_is_walked_from_stop_to_stop(visit: Visit) -> None:
    page = lesson(visit.page, visit)
    page.locator(".wk-steps a[rel=next]").first.click()
    assert page.url.endswith("#halte-2")
    page.locator("#halte-2 .wk-steps a[rel=prev]").click()
    assert page.url.endswith("#halte-1")


def write(page: Page, words: str) -> None:
    """Writes in the dialog of a note that is open."""
    page.get_by_role("dialog").get_by_role("textbox").fill(words)
    page.get_by_role("dialog").get_by_role("button", name="Klaar").click()


def saved(page: Page, label: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator(".wk-mine").get_by_role("button", name=label, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_note_at_chosen_words_is_kept_saved_and_read_back(
    visit: Visit, collection: dict[str, Any], tmp_path: Path
) -> None:
    text = essay(collection)
    block = paragraphs(text)[1]
    page = visit.go(text["url"])
    page.evaluate(SELECT, [block["id"], 10, block["id"], 40])
    menu(page).get_by_role("button", name="Maak een notitie").click()
    write(page, NOTE)
    chosen = block["text"][10:40].strip()
    page.reload()
    own = page.locator(".wk-mine")
    expect(own.locator("q")).to_have_text(chosen)
    expect(own.get_by_role("textbox")).to_have_value(NOTE)
    assert page.evaluate("[...CSS.highlights.get('wk-mine')].map(String)") == [chosen]
    expect(page.locator(f"#{block['id']} .wk-mine-sign")).to_have_count(1)
    plain = saved(page, "tekst", tmp_path).read_text("utf-8")
    assert chosen in plain
    assert NOTE in plain
    assert f"> {chosen}" in saved(page, "Markdown", tmp_path).read_text("utf-8").replace("\\", "")
    file = saved(page, "annotaties (W3C)", tmp_path)
    (item,) = json.loads(file.read_text("utf-8"))["items"]
    assert item["body"] == {"type": "TextualBody", "value": NOTE, "format": "text/plain"}
    selector = item["target"][0]["selector"]
    assert (selector["value"], selector["refinedBy"]["exact"]) == (block["id"], chosen)

    own.get_by_role("button", name="Verwijder").click()
    expect(own.locator("li")).to_have_count(0)
    own.locator("input[type=file]").set_input_files(file)
    expect(own.locator(".wk-mine-told")).to_have_text("1 notitie ingelezen.")
    expect(own.get_by_role("textbox")).to_have_value(NOTE)
    own.locator("input[type=file]").set_input_files(file)
    expect(own.locator(".wk-mine-told")).to_contain_text("geen notitie die hier nog niet is")
    assert not visit.strangers()


def test_a_note_by_the_keyboard_at_a_paragraph_and_on_paper(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[0]
    page = visit.go(text["url"])
    page.locator(f"#{block['id']} .wk-num").focus()
    page.keyboard.press("Enter")
    menu(page).get_by_role("button", name="Maak een notitie").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Mee eens.")
    page.keyboard.press("Escape")
    expect(page.locator(f"#{block['id']} .wk-mine-sign")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("Mee eens.")
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    expect(page.locator(".wk-mine-paper")).to_have_text("Mee eens.")
    expect(page.locator(".wk-mine textarea")).to_be_hidden()


def test_an_empty_note_is_none_and_a_file_of_something_else_says_so(
    visit: Visit, collection: dict[str, Any], tmp_path: Path
) -> None:
    text = essay(collection)
    page = visit.go(text["url"])
    page.locator(f"#{paragraphs(text)[0]['id']} .wk-num").click()
    menu(page).get_by_role("button", name="Maak een notitie").click()
    page.keyboard.press("Escape")
    expect(page.locator(".wk-mine li")).to_have_count(0)
    other = tmp_path / "a.json"
    for words in ("{", "[]", '{"items": [null, 3, {"target": {"source": "x", "selector": "y"}}]}'):
        other.write_text(words, "utf-8")
        page.locator(".wk-mine input[type=file]").set_input_files(other)
        expect(page.locator(".wk-mine-told")).to_contain_text("geen notities")


@pytest.mark.parametrize(
    "visit", [{**ALLOWED, "viewport": {"width": 390, "height": 800}}], indirect=True, ids=["phone"]
)
def test_on_a_phone_nothing_slides_sideways(visit: Visit) -> None:
    page = lesson(visit.page, visit)
    addresses = page.locator(".wk-for-teachers a[href$='/']").evaluate_all("all => all.map(each => each.href)")
    for address in (page.url, *addresses):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
