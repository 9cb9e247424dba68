"""axe-core finds nothing on any kind of page, in both schemes, at each width and density, with everything opened."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.pages import Pages, every_page, kinds

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: nothing else changes from scheme to scheme."""
RUN = """async ([type, values]) => {
  const found = await axe.run({ runOnly: { type, values }, resultTypes: ['violations'] });
  return found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)} ${v.nodes[0].any[0]?.message ?? ''}`);
}"""
OPEN = """() => document.querySelectorAll('.wk-page details').forEach((each, n) => {
  if (!each.matches('.wk-notes, .wk-whole') || n < 4) each.open = true; })"""


SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Two frames: the page has answered a change of its size."""


LIGHT, BOTH = ("light",), ("light", "dark")
RUNS = {"light": ["tag", RULES], "dark": ["rule", COLOURS]}
SOME = pytest.mark.parametrize(
    ("each", "schemes"), [(2, LIGHT), pytest.param(1, BOTH, marks=pytest.mark.every)], ids=["some", "every"]
)
"""For a test that takes `each` and `schemes`, of pages that have the form and colours of those below: every second."""


def violations(page: Page, schemes: Iterable[str] = BOTH) -> list[str]:
    """What axe finds on the page as it stands, in light and dark."""
    found: list[str] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += [f"{scheme}: {said}" for said in page.evaluate(RUN, RUNS[scheme])]
    return found


WIDTHS, MARKS = (1440, 390, 320), ("key", "all", "none")
"""Pixels, and which marks are shown."""

SAMPLE = [[(1440, MARKS[n % 3], LIGHT), (WIDTHS[1 + n % 2], MARKS[(n + 1) % 3], BOTH)] for n in range(6)]
"""What is looked at of every sixth page, beginning at each: wide and closed, then narrow and opened; on six pages in a
row each width is there with each choice of marks.
"""
EVERY = [[(width, marks, BOTH) for width, marks in product(WIDTHS, MARKS)]]


@pytest.mark.parametrize("visit", [{"bypass_csp": True}], indirect=True, ids=["any"])
@pytest.mark.parametrize(
    ("pages", "sights"),
    [(kinds, SAMPLE), pytest.param(every_page, EVERY, marks=pytest.mark.every)],
    ids=["kinds", "every"],
)
def test_no_violations(
    visit: Visit, built_site: Path, pages: Pages, sights: Sequence[Sequence[tuple[int, str, Sequence[str]]]]
) -> None:
    """Only axe itself needs to pass by the content security policy."""
    poor: list[Any] = []
    for number, path in enumerate(pages(built_site)):
        page = visit.go(path)
        page.evaluate(AXE)
        for width, density, schemes in sights[number % len(sights)]:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("(density) => { document.documentElement.dataset.marks = density; }", density)
            page.evaluate(SETTLED)
            poor += [(path, width, density, said) for said in violations(page, schemes)]
            page.evaluate(OPEN)
    assert poor == []


@pytest.mark.parametrize("visit", [{"bypass_csp": True}], indirect=True, ids=["any"])
def test_no_violations_with_a_preview_open(visit: Visit, collection: dict[str, Any]) -> None:
    for path in (collection["essays"][0]["url"], max(collection["arguments"], key=lambda a: len(a["passages"]))["url"]):
        page = visit.go(path)
        page.evaluate(AXE)
        page.evaluate(OPEN)
        page.keyboard.press("Tab")
        page.locator(".wk-voices a, .wk-place").first.focus()
        page.locator(".wk-preview").wait_for()
        for width in (1440, 320):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(SETTLED)
            assert violations(page) == [], (path, width)
