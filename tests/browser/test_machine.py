"""What the site says to other machines holds in a real browser, for who knows the standards and nothing of us."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_axe import AXE, SETTLED, violations
from tests.serving import PREFIX
from weerklank.exports.annotations import NAME

# A consumer that knows the standard and the DOM, and nothing of this site.
FIND = """async (items) => {
  const wrong = [], documents = new Map();
  const open = async (url) => {
    if (!documents.has(url)) {
      const source = await (await fetch(url)).text();
      documents.set(url, new DOMParser().parseFromString(source, 'text/html'));
    }
    return documents.get(url);
  };
  for (const {id, target} of items) {
    const page = await open(new URL(target.source, document.baseURI).href);
    const text = page.getElementById(target.selector.value)?.textContent ?? '';
    const [quote, position] = target.selector.refinedBy;
    const code = [...text];
    const there = code.slice(position.start, position.end).join('');
    const before = code.slice(0, position.start).join(''), after = code.slice(position.end).join('');
    if (there !== quote.exact || !quote.exact) wrong.push([id, there, quote.exact]);
    if (!before.endsWith(quote.prefix) || !after.startsWith(quote.suffix)) wrong.push([id, quote.prefix, quote.suffix]);
    if (text.split(quote.prefix + quote.exact + quote.suffix).length !== 2) wrong.push([id, 'not once']);
  }
  return wrong;
}"""


def test_every_selector_finds_its_words_in_the_served_page(visit: Visit, built_site: Path) -> None:
    items = json.loads((built_site / NAME).read_text("utf-8"))["first"]["items"]
    assert visit.go("data/").evaluate(FIND, items) == []


@pytest.fixture
def lost(visit: Visit) -> Iterator[Visit]:
    """A reader at an address that is not there: the page seeks its styles in folders where they are not."""
    yield visit
    server = visit.base.removesuffix(PREFIX)
    assert all(url.startswith(server) and (url.startswith(visit.base) or "/assets/" in url) for url in visit.requests)
    visit.complaints.clear()
    visit.requests.clear()


PATHS = ("weg-met-de-straat", "essays/weg-met-de-straat/", "essays/weg-met-de-straat/nog/dieper/", "404.html")


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_address_has_a_page_of_ours_at_any_depth(lost: Visit, path: str) -> None:
    page = lost.go(path)
    page.locator("html[data-root]").wait_for()
    assert page.locator("h1").inner_text() == "Deze pagina is er niet"
    assert page.evaluate("getComputedStyle(document.querySelector('.wk-top-row')).display") == "flex"
    for link in page.locator("a[href]:not([href^='mailto:'])").all():
        assert (link.evaluate("a => a.href") or "").startswith((lost.base, page.url))
    follow = page.locator("#inhoud li a", has_text="Stellingen").first
    assert lost.follow(follow).url == f"{lost.base}argumenten/"


def test_it_searches_for_the_words_of_the_address(lost: Visit, collection: dict[str, Any]) -> None:
    essay = collection["essays"][-1]
    page = lost.go(essay["url"].replace("/", "/oud-", 1).rstrip("/") + ".html")
    page.locator("[data-nearest]:not([hidden])").wait_for()
    assert essay["title"] in page.locator("[data-nearest] a").all_inner_texts()
    asked = page.locator("#wk-missing-q").input_value()
    assert asked.split()[0] == "oud"
    assert asked.split()[1:] == essay["slug"].split("-")
    page.locator("#wk-missing-q").fill("straat")
    lost.follow(page.locator(".wk-missing button"))
    assert page.url == f"{lost.base}zoeken/?q=straat"


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_without_a_script_it_has_its_looks_and_its_lists(lost: Visit) -> None:
    page = lost.go("essays/weg/")
    assert page.locator("#inhoud li a").count() > 3
    assert page.locator(".wk-hidden").first.bounding_box() != page.locator("h1").bounding_box()
    assert page.locator("[data-nearest]").is_hidden()


def test_hostile_addresses_are_words(lost: Visit) -> None:
    page = lost.go("essays/%3Cimg%20src=x%20onerror=alert(1)%3E-%E0%A4%A/")
    page.locator("html[data-root]").wait_for()
    assert page.locator("#inhoud img").count() == 0
    assert not any(said.startswith("dialog") for said in lost.complaints)


@pytest.mark.parametrize("visit", [{"bypass_csp": True}], indirect=True, ids=["any"])
def test_the_page_of_a_wrong_address_has_no_violations(lost: Visit) -> None:
    page = lost.go("essays/weg-met-de-straat/")
    page.locator("[data-nearest]:not([hidden])").wait_for()
    page.evaluate(AXE)
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == [], width
