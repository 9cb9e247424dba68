"""Every kind of page, in every kind of window: it opens without complaint, fits, and can be read."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.pages import EVERYWHERE, Pages, leads_on

PHONE = {"viewport": {"width": 390, "height": 844}}
TABLET = {"viewport": {"width": 900, "height": 1000}}


@EVERYWHERE
def test_opens_without_complaint_and_fits(
    visit: Visit, built_site: Path, collection: dict[str, Any], pages: Pages
) -> None:
    """The fixture asserts that the console is silent and that nothing leaves the site."""
    for path in pages(built_site):
        page = visit.go(path)
        assert page.title().endswith(collection["title"]), path
        assert page.locator("h1").count() == 1, path
        for width in (320, 390, 900, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)


def is_elsewhere(old: str, url: str) -> bool:
    return old not in url


def test_an_old_address_leads_on(visit: Visit, built_site: Path) -> None:
    old = [path.parent.relative_to(built_site).as_posix() for path in built_site.rglob("index.html") if leads_on(path)]
    for path in old:
        page = visit.go(f"{path}/")
        page.wait_for_url(partial(is_elsewhere, path))
        assert page.locator("h1").count() == 1, path


NAME = """() => {
  const name = document.querySelector('.wk-name span');
  return name.scrollWidth - name.clientWidth;
}"""


def test_the_name_of_the_site_is_whole_beside_the_search_box(visit: Visit) -> None:
    page = visit.go("")
    for width in (500, 540, 600, 820):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(NAME) == 0, width


LINES = """() => {
  const counts = [];
  for (const p of document.querySelectorAll('[data-block="paragraph"]')) {
    const copy = p.cloneNode(true);
    copy.querySelectorAll('[data-apparatus]').forEach((e) => e.remove());
    p.after(copy);
    const lines = Math.round(copy.clientHeight / parseFloat(getComputedStyle(copy).lineHeight));
    if (lines > 4) counts.push(copy.textContent.trim().length / (lines - 0.5));
    copy.remove();
  }
  return counts;
}"""


@pytest.mark.parametrize("visit", [TABLET, {}], indirect=True, ids=["900", "1440"])
def test_lines_of_60_to_75_characters(visit: Visit, collection: dict[str, Any]) -> None:
    longest = max(collection["essays"], key=lambda essay: essay["words"])
    counts = visit.go(longest["url"]).evaluate(LINES)
    assert 60 <= sum(counts) / len(counts) <= 75


SMALL = """() => [...document.querySelectorAll('header a, header button, header input, footer nav a, summary, .wk-num')]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.className || e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.bottom > 0 && (box.height < 24 || box.width < 24)).map(([name]) => name)"""


@pytest.mark.parametrize("visit", [PHONE, {}], indirect=True, ids=["390", "1440"])
def test_targets_of_24_pixels(visit: Visit, collection: dict[str, Any]) -> None:
    assert visit.go(collection["essays"][0]["url"]).evaluate(SMALL) == []


def test_keyboard(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#inhoud")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"


def test_light_and_dark_are_remembered(visit: Visit) -> None:
    page = visit.go()
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.get_by_role("button", name="Donkere weergave").click()
    assert page.evaluate(ground) != before
    page = visit.go("over/")
    assert page.evaluate(ground) != before
    page.get_by_role("button", name="Lichte weergave").click()
    assert page.evaluate(ground) == before


def test_a_number_is_a_permalink(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    number = page.locator(".wk-num").nth(2)
    visit.follow(number)
    block = re.sub(".*#", "", page.url)
    assert f"§ {block.removeprefix('p')}" == number.inner_text()
    assert page.locator(f"#{block}").get_attribute("data-block")


def reading_text(page: Page) -> str:
    script = """() => { const copy = document.querySelector('[data-seed]').cloneNode(true);
      copy.querySelectorAll('[data-apparatus]').forEach((e) => e.remove()); return copy.textContent; }"""
    return " ".join(page.evaluate(script).split())


def test_without_apparatus_the_text_is_the_authors(visit: Visit, collection: dict[str, Any]) -> None:
    for essay in collection["essays"]:
        lines = [line for block in essay["blocks"] for line in block["text"].split("\n")]
        lists = {line for block in essay["blocks"] if block["kind"] == "list" for line in block["text"].split("\n")}
        words = [re.sub(r"^(- |\d{1,3}\. )", "", line) if line in lists else line for line in lines]
        assert reading_text(visit.go(essay["url"])) == " ".join(" ".join(words).split())


def test_paper(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    page.emulate_media(media="print")
    assert not page.locator(".wk-top").is_visible()
    assert page.locator("[data-block]").first.is_visible()
