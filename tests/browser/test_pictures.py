"""The pictures as a reader meets them: legible, by keyboard and on a phone, and each figure leads to the words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Visit

OVERLAPS = """() => [...document.querySelectorAll('.wk-page svg')].flatMap((svg) => {
  const words = [...svg.querySelectorAll('text')].map((e) => ({ said: e.textContent, at: e.getBoundingClientRect() }));
  const over = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return words.flatMap((one, n) =>
    words.slice(n + 1).filter((other) => over(one.at, other.at)).map((other) => `${one.said} / ${other.said}`));
})"""
OUTSIDE = """() => [...document.querySelectorAll('.wk-page svg')].flatMap((svg) => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((e) => e.getBoundingClientRect().right > box.right + 1 ||
    e.getBoundingClientRect().left < box.left - 1).map((e) => e.textContent);
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.wk-page svg text')].map((e) => {
  const scale = e.getScreenCTM().a;
  return parseFloat(getComputedStyle(e).fontSize) * scale;
}))"""


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_words_in_pictures_are_legible_and_clear_of_each_other(
    visit: Visit, collection: dict[str, Any], width: int
) -> None:
    for path in ("overzicht/", max(collection["essays"], key=lambda e: e["words"])["url"]):
        page = visit.go(path)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPS) == []
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SMALLEST) > 11.9
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_a_figure_leads_to_the_words_without_script(visit: Visit, collection: dict[str, Any]) -> None:
    argument = max(collection["arguments"], key=lambda a: len(a["passages"]))
    first = argument["passages"][0]
    page = visit.go("overzicht/")
    cell = f"[data-argument='{argument['id']}'][data-essay='{first['essay']}']"
    assert visit.follow(page.locator(f"td a:has({cell})").first).url.endswith(f"/{argument['url']}#{first['id']}")
    page = visit.go("overzicht/")
    assert visit.follow(page.locator(f"svg a{cell}").first).url.endswith(first["url"])
    page = visit.go(f"essays/{first['essay']}/")
    page.locator(".wk-recurring > summary").click()
    page.locator(f".wk-strip a[data-of='{first['id']}']").click()
    assert page.url.endswith(first["url"])


def test_by_keyboard_a_picture_can_be_passed_by_and_its_focus_is_seen(visit: Visit) -> None:
    page = visit.go("overzicht/")
    past = page.locator(".wk-past a").first
    past.focus()
    box = past.bounding_box()
    assert box is not None
    assert box["height"] > 20
    page.keyboard.press("Enter")
    assert page.url.endswith("#tijdlijn")
    figure = page.locator("svg a[data-argument]").first
    page.keyboard.press("Tab")
    figure.focus()
    assert figure.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_the_strip_holds_up_nobody_who_comes_by_keyboard(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    page.locator(".wk-byline :is(a, button):visible, h1").last.evaluate("e => { e.tabIndex = 0; e.focus(); }")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.wk-recurring') !== null")


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_the_menu_fits(visit: Visit, width: int) -> None:
    page = visit.go()
    page.set_viewport_size({"width": width, "height": 900})
    tops = page.locator(".wk-menu li:visible").evaluate_all("all => [...new Set(all.map((e) => e.offsetTop))]")
    assert len(tops) <= (1 if width > 1000 else 2)
    name, find = page.locator(".wk-name").bounding_box(), page.locator(".wk-find").bounding_box()
    assert name is not None and find is not None
    assert abs(name["y"] + name["height"] / 2 - find["y"] - find["height"] / 2) < 4
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
