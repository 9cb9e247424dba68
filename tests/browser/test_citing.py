"""Copying a link, a quotation, and a link that lights words up; the citation at the foot of a text."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, until

ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}
PHONE = {**ALLOWED, "viewport": {"width": 390, "height": 800}, "has_touch": True}
SELECT = """([from, start, to, end]) => {
  const place = (id, offset) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('[data-apparatus]') || !node.data.trim()) continue;
      const words = node.data.replace(/^\\s+/, '');
      if (offset <= words.length) return [node, offset + node.length - words.length];
      offset -= words.length;
    }
  };
  getSelection().setBaseAndExtent(...place(from, start), ...place(to, end));
}"""

allowed = pytest.mark.parametrize("visit", [ALLOWED], indirect=True)


def essay(collection: dict[str, Any], least: int = 3) -> dict[str, Any]:
    """A text with a few paragraphs that do not begin alike."""
    return next(e for e in collection["essays"] if len(paragraphs(e)) >= least and e["authors"])


def paragraphs(text: dict[str, Any]) -> list[dict[str, Any]]:
    found = [b for b in text["blocks"] if b["kind"] == "paragraph" and len(b["text"]) > 80]
    return [{**b, "text": b["text"].replace("\xa0", " ")} for b in found]  # a space is copied as a space


def copied(page: Page, button: Locator) -> str:
    """What is in the clipboard after a press on the button, which says that it is."""
    page.evaluate("navigator.clipboard.writeText('')")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_have_count(1)
    return str(until(page, "navigator.clipboard.readText()"))


def menu(page: Page) -> Locator:
    return page.locator(".wk-tools[popover=manual]")


def choose(page: Page, label: str) -> str:
    return copied(page, menu(page).get_by_role("button", name=label, exact=True))


@pytest.mark.parametrize("visit", [ALLOWED, PHONE], indirect=True)
def test_a_number_offers_the_link_and_the_quotation(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[1]
    page = visit.go(text["url"])
    assert not [url for url in visit.requests if "/cite/" in url]
    assert page.locator("meta[name=citation_title]").get_attribute("content") == text["title"]
    assert page.locator("meta[name=citation_author]").count() == len(text["authors"])
    said = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert said["isBasedOn"]["name"] == text["title"]
    page.locator(f"#{block['id']} .wk-num").click()
    link = f"{visit.base}{text['url']}#{block['id']}"
    assert page.url == link
    assert choose(page, "Kopieer link") == link
    number = block["id"][1:]
    assert re.fullmatch(rf"\(.+, (?:ca\. )?(?:\d{{4}}|z\.d\.), al\. {number}\)", choose(page, "Kopieer verwijzing"))
    quotation = choose(page, "Citeer")
    words, _, source = quotation.partition("” (")
    assert words == f"“{block['text']}"
    assert source.startswith(f"{text['authors'][0]}, ‘{text['title']}’, ")
    assert quotation.endswith(f", § {block['id'][1:]}, {link})")
    box = menu(page).bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= page.viewport_size["width"] - box["width"]  # type: ignore[index]


@allowed
def test_by_the_keyboard_into_the_menu_and_back(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    page = visit.go(text["url"])
    number = page.locator(f"#{paragraphs(text)[0]['id']} .wk-num")
    number.focus()
    page.keyboard.press("Enter")
    expect(menu(page).get_by_role("button").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu(page).get_by_role("button", name="Citeer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_count(0)
    expect(number).to_be_focused()


@allowed
def test_selected_words_are_quoted_and_no_others(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[1]
    page = visit.go(text["url"])
    page.evaluate(SELECT, [block["id"], 10, block["id"], 40])
    expect(menu(page)).to_be_visible()
    words = block["text"][10:40].strip()
    assert choose(page, "Citeer").startswith(f"“{words}” (")
    page.evaluate("getSelection().removeAllRanges()")
    expect(menu(page)).to_have_count(0)


@allowed
def test_words_from_two_paragraphs_bring_no_notes_along(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    found = paragraphs(text)
    one, two = next((a, b) for a, b in zip(found, found[1:], strict=False) if int(b["id"][1:]) == int(a["id"][1:]) + 1)
    page = visit.go(text["url"])
    page.evaluate(SELECT, [one["id"], 0, two["id"], 20])
    quotation = choose(page, "Citeer")
    assert quotation.startswith(f"“{one['text']}\n\n{two['text'][:20].strip()}” (")
    assert f", § {one['id'][1:]}–{two['id'][1:]}, " in quotation


@allowed
def test_a_note_offers_its_passages(visit: Visit, collection: dict[str, Any]) -> None:
    passages = [p for a in collection["arguments"] for p in a["passages"] if " … " not in p["quote"]]
    passage = max(passages, key=lambda p: bool(p["speaker"]))
    page = visit.go(passage["url"].split("#")[0] + "?markeringen=alle")
    notes = page.locator(f".wk-notes[data-for={passage['block']}]")
    notes.locator("summary").click()
    back = notes.locator(f".wk-back[href='#{passage['id']}']")
    notes.get_by_role("button", name=re.compile(rf"^citeer passage ‘{re.escape(back.inner_text())}’,")).click()
    assert choose(page, "Kopieer link") == visit.base + passage["url"]
    quotation = choose(page, "Citeer")
    assert quotation.startswith(f"“{passage['quote']}” (".replace("\xa0", " "))
    assert (f"” ({passage['speaker']}, geciteerd in: " in quotation) == bool(passage["speaker"])
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_count(0)
    expect(notes).to_have_attribute("open", "")


@allowed
def test_the_link_to_words_leads_to_them(visit: Visit, collection: dict[str, Any]) -> None:
    for text in collection["essays"][:3]:
        blocks = [b for b in text["blocks"] if b["kind"] != "heading" and len(b["text"]) > 30]
        block = blocks[-1]
        page = visit.go(text["url"])
        page.evaluate(SELECT, [block["id"], 5, block["id"], 28])
        link = choose(page, "Kopieer link naar deze woorden")
        anchor, _, words = link.partition(":~:text=")
        assert anchor.endswith(f"#{block['id']}")
        assert words and not re.search(r"[\s\"&]", words)
        page.goto("about:blank")
        page.goto(link.replace(f"#{block['id']}", "#"))  # by the words alone
        until(page, _IN_SIGHT, block["id"])


_IN_SIGHT = """(id) => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return scrollY > 0 && bottom > 0 && top < innerHeight;
}"""
TWICE = """() => {
  const [first, second] = document.querySelectorAll('[data-block="paragraph"]');
  first.lastChild.after(' Zij zei: brood-en-boter, ja & nee, dat is het. Einde van de eerste.');
  second.lastChild.after(' Hij zei: brood-en-boter, ja & nee, dat is het. Einde van de tweede.');
  const node = second.lastChild;
  const at = node.data.indexOf('brood-en-boter');
  getSelection().setBaseAndExtent(node, at, node, node.data.indexOf(' Einde'));
}"""


@allowed
def test_words_that_occur_twice_are_told_apart(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(essay(collection)["url"])
    page.evaluate(TWICE)
    link = choose(page, "Kopieer link naar deze woorden")
    prefix, start = link.partition(":~:text=")[2].split(",", 1)
    assert prefix.endswith("Hij%20zei%3A-")
    assert start == "brood%2Den%2Dboter%2C%20ja%20%26%20nee%2C%20dat%20is%20het."


@allowed
def test_where_the_browser_does_not_copy_one_does_so_oneself(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[0]
    visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = visit.go(text["url"])
    page.locator(f"#{block['id']} .wk-num").click()
    menu(page).get_by_role("button", name="Kopieer link", exact=True).click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    expect(field).to_have_value(f"{visit.base}{text['url']}#{block['id']}")
    expect(field).to_be_focused()
    assert (
        page.evaluate("(() => { const f = document.activeElement; return f.selectionEnd - f.selectionStart; })()") > 10
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@allowed
def test_the_foot_copies_what_it_shows(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    page = visit.go(text["url"])
    foot = page.locator("#verwijzen").locator("..")
    page.locator("#verwijzen").scroll_into_view_if_needed()
    shown = foot.locator(".wk-citation").inner_text()
    assert text["title"] in shown
    assert shown.endswith(f"{visit.base}{text['url']}")
    assert copied(page, foot.get_by_role("button", name="Kopieer de verwijzing")) == shown
    foot.locator("summary").click()
    item = json.loads(copied(page, foot.get_by_role("button", name="Kopieer CSL-JSON")))[0]
    assert item["title"] == text["title"]
    with page.expect_download() as download:
        foot.get_by_role("link", name="RIS").click()
    assert download.value.suggested_filename == f"{text['slug']}.ris"


@allowed
def test_what_is_selected_and_copied_by_hand_has_no_numbers(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[0]
    page = visit.go(text["url"])
    page.evaluate(f"getSelection().selectAllChildren(document.getElementById('{block['id']}'))")
    page.keyboard.press("Control+c")
    words = page.evaluate("navigator.clipboard.readText()")
    assert " ".join(words.split()) == block["text"]


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_nothing_is_promised(visit: Visit, collection: dict[str, Any]) -> None:
    text = essay(collection)
    block = paragraphs(text)[1]
    page = visit.go(text["url"])
    assert page.get_by_role("button", name=re.compile("[Kk]opieer|[Cc]iteer")).count() == 0
    page.locator(f"#{block['id']} .wk-num").click()
    assert page.url.endswith(f"#{block['id']}")
