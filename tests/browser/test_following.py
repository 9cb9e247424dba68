"""Following the debate: previews, the choice of marks, the way back, the margin, and paper."""

from __future__ import annotations

from typing import Any

import pytest
from pypdfium2 import PdfDocument

from tests.browser.conftest import Visit
from tests.browser.test_reading import in_view, opened

TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def richest(collection: dict[str, Any]) -> dict[str, Any]:
    """The text with the most passages."""
    slugs = [p["essay"] for a in collection["arguments"] for p in a["passages"]]
    found: dict[str, Any] = max(collection["essays"], key=lambda essay: slugs.count(essay["slug"]))
    return found


def opened_note(visit: Visit, collection: dict[str, Any]) -> Any:
    """The first link to another author's words, in a note that is open."""
    return opened(visit, collection).locator(".wk-voices a").first


def test_pointing_at_a_link_shows_the_passage_in_its_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    link = opened_note(visit, collection)
    page = visit.page
    link.hover()
    preview = page.locator(".wk-preview")
    preview.wait_for()
    there = (link.get_attribute("href") or "").split("#")[1]
    passages = {p["id"]: p for a in collection["arguments"] for p in a["passages"]}
    assert passages[there]["quote"] not in preview.inner_text(), "only what is new"
    over, under = preview.bounding_box(), link.bounding_box()
    assert over and under
    assert (
        over["y"] >= under["y"] + under["height"] - 1
        or over["x"] >= under["x"] + under["width"] - 1
        or (over["y"] + over["height"] <= under["y"] + 1)
    )
    assert link.get_attribute("aria-describedby") == preview.get_attribute("id")

    preview.hover()  # WCAG 1.4.13: hoverable
    page.wait_for_timeout(600)
    assert preview.is_visible(), "it stays as long as the pointer is on it"
    page.keyboard.press("Escape")  # dismissible
    assert page.locator(".wk-preview").count() == 0
    link.hover()
    preview.wait_for()
    page.mouse.move(5, 5)
    preview.wait_for(state="detached")


def test_focus_shows_it_and_escape_closes_it_where_one_was(visit: Visit, collection: dict[str, Any]) -> None:
    link = opened_note(visit, collection)
    page = visit.page
    page.keyboard.press("Tab")
    link.focus()
    page.locator(".wk-preview").wait_for()
    page.wait_for_timeout(600)
    assert page.locator(".wk-preview").is_visible(), "persistent"
    page.keyboard.press("Escape")
    assert page.locator(".wk-preview").count() == 0
    assert link.evaluate("e => e === document.activeElement")
    assert page.locator(".wk-notes[open]").count() == 1, "Escape closes one thing at a time"


@pytest.mark.parametrize("visit", [TOUCH], indirect=True, ids=["touch"])
def test_a_tap_shows_it_and_a_second_tap_follows(visit: Visit, collection: dict[str, Any]) -> None:
    link = opened_note(visit, collection)
    page = visit.page
    before = page.url
    link.tap()
    page.locator(".wk-preview-go a").wait_for()
    assert page.url == before
    with page.expect_navigation():
        link.tap()
    assert page.url != before
    assert in_view(page, f"#{page.url.split('#')[1]}")


def test_the_way_back_leads_to_the_same_place(visit: Visit, collection: dict[str, Any]) -> None:
    link = opened_note(visit, collection)
    page = visit.page
    where, y = page.url, page.evaluate("scrollY")
    with page.expect_navigation():
        link.evaluate("e => e.click()")
    back = page.locator(".wk-return a")
    assert back.inner_text().startswith("terug naar waar u was")
    for use in (back.click, page.go_back):
        use()
        page.wait_for_url(where)
        page.wait_for_timeout(150)
        assert page.url == where
        assert abs(page.evaluate("scrollY") - y) < 2
        assert page.locator(".wk-notes[open]").count() == 1
        assert page.evaluate("document.activeElement.closest('.wk-voices') !== null")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != where)


def test_by_keyboard_alone_along_the_argument(visit: Visit, collection: dict[str, Any]) -> None:
    """From home to a text, to a passage's note, to its counterpart, along the argument, and back."""
    page = visit.go()

    def press(selector: str) -> None:
        for _ in range(250):
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                break
            page.keyboard.press("Tab")
        assert page.evaluate("(s) => document.activeElement.matches(s)", selector), selector
        with page.expect_navigation():
            page.keyboard.press("Enter")

    press(".wk-page a[href*='essays/'][href$='/']:not([href$='essays/'])")
    place = page.url
    press("[data-voice-of] a, .wk-voices a")
    assert page.url.split("#")[0] != place
    assert in_view(page, f"#{page.url.split('#')[1]}")
    page.go_back()
    assert page.url == place


UNDERLINED = """() => [...document.querySelectorAll('.wk-mark[id]')]
  .filter((e) => getComputedStyle(e).textDecorationLine === 'underline').map((e) => e.id)"""


def test_the_choice_of_marks_is_shared_and_remembered(visit: Visit, collection: dict[str, Any]) -> None:
    essay = richest(collection)
    page = visit.go(essay["url"])
    own = {p["id"]: p for a in collection["arguments"] for p in a["passages"] if p["essay"] == essay["slug"]}
    key = {id for id, p in own.items() if p["weight"] == "key"} or set(own)
    assert page.evaluate("document.documentElement.dataset.marks") == "key"
    assert set(page.evaluate(UNDERLINED)) == key

    page.locator(".wk-recurring > summary").click()
    choice = page.locator(".wk-lens select")
    for words, density, shown in (("alle", "all", set(own)), ("geen", "none", set()), ("kern", "key", key)):
        choice.select_option(f"markeringen={words}")
        assert page.url.endswith(f"?markeringen={words}")
        assert page.evaluate("document.documentElement.dataset.marks") == density
        assert set(page.evaluate(UNDERLINED)) == shown
        assert page.locator(".wk-beside:visible").count() == 0 or shown
        page.reload()
        assert set(page.evaluate(UNDERLINED)) == shown
        page.locator(".wk-recurring > summary").click()

    argument = page.locator(".wk-recurring li").first.get_attribute("data-argument")
    choice.select_option(f"argument={argument}")
    assert set(page.evaluate(UNDERLINED)) <= set(own)
    page = visit.go(essay["url"])
    assert page.locator(".wk-lens select").input_value() == f"argument={argument}", "remembered"
    hidden = page.locator(f"[data-passage]:not([data-argument='{argument}'])[id]").first.get_attribute("id")
    page = visit.go(f"{essay['url']}#{hidden}")
    assert page.locator(".wk-lens select").input_value() == "markeringen=kern", "never in the way of a link"
    assert page.locator(f"[id='{hidden}']").evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"


def test_a_choice_that_shows_nothing_here_is_not_taken_and_the_page_says_so(
    visit: Visit, collection: dict[str, Any]
) -> None:
    page = visit.go(richest(collection)["url"] + "?argument=er-is-geen-argument-dat-zo-heet")
    assert page.evaluate("document.documentElement.dataset.marks") == "key"
    assert "komt hier niet voor" in page.locator(".wk-now").inner_text()
    assert page.locator(".wk-lens option:disabled").evaluate_all("all => all.every((e) => e.text.endsWith('(0)'))")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_without_a_script_key_passages_are_marked(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(richest(collection)["url"])
    own = {p["id"]: p for a in collection["arguments"] for p in a["passages"] if page.url.endswith(f"/{p['essay']}/")}
    lines = {id: page.locator(f"[id='{id}']").evaluate("e => getComputedStyle(e).textDecorationLine") for id in own}
    assert {id for id, line in lines.items() if line == "underline"} == (
        {id for id, p in own.items() if p["weight"] == "key"} or set(own)
    )


OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('.wk-beside')].filter((e) => e.checkVisibility())
    .map((e) => e.getBoundingClientRect()).filter((b) => b.height);
  const text = document.querySelector('[data-block="paragraph"]').getBoundingClientRect();
  const meet = (a, b) => a.top < b.bottom - 1 && b.top < a.bottom - 1 && a.left < b.right && b.left < a.right;
  return boxes.filter((a, i) => a.left < text.right || boxes.some((b, j) => j > i && meet(a, b))).length;
}"""


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_what_stands_beside_never_overlaps(visit: Visit, collection: dict[str, Any], width: int) -> None:
    essay = richest(collection)
    page = visit.go(f"{essay['url']}?markeringen=alle")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator(".wk-beside:visible").count() > 3
    assert page.evaluate(OVERLAPS) == 0


def test_paper_holds_every_voice(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(richest(collection)["url"] + "?markeringen=alle")
    voices = page.locator("[data-voice-of] q").evaluate_all("all => all.map((e) => e.textContent)")
    sheets = PdfDocument(page.pdf(format="A4"))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    squeezed = "".join(text.replace("\ufffe", "-").split())  # pdfium's sign for a hyphen at the end of a line
    assert voices
    assert [text for text in voices if "".join(text.split()) not in squeezed] == []
    assert page.url.split("?")[0] in squeezed, "the short link"
    for block in page.locator(".wk-num").all_inner_texts():
        assert "".join(block.split()) in squeezed


def test_a_page_does_not_grow_with_the_collection(visit: Visit, collection: dict[str, Any]) -> None:
    """A note quotes at most three others, whatever the number of texts."""
    page = visit.go(richest(collection)["url"])
    assert max(page.locator(".wk-voices").evaluate_all("all => all.map((e) => e.children.length)")) <= 3


@pytest.mark.parametrize("visit", [{"viewport": {"width": 640, "height": 900}}], indirect=True, ids=["200%"])
def test_letters_twice_as_large(visit: Visit, collection: dict[str, Any]) -> None:
    for path in ("", richest(collection)["url"], collection["arguments"][0]["url"], "toegankelijkheid/"):
        page = visit.go(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


@pytest.mark.parametrize("visit", [{}, {"java_script_enabled": False}], indirect=True, ids=["scripts", "no-script"])
def test_an_old_address_leads_on_and_takes_its_place_along(
    visit: Visit, request: pytest.FixtureRequest, collection: dict[str, Any]
) -> None:
    passage = next(a for a in collection["arguments"] if a["id"] == "plein-maakt-buren")["passages"][-1]["id"]
    there = f"{visit.base}argumenten/plein-maakt-buren/"
    visit.go(f"argumenten/buren-door-een-plein/?markeringen=alle#{passage}")
    if "no-script" in request.node.callspec.id:
        visit.page.wait_for_url(there)
    else:
        visit.page.wait_for_url(f"{there}?markeringen=alle#{passage}")
    assert visit.complaints == []
