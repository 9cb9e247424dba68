"""Every word can be read in every scheme: light, dark, the system's own colours forced on the page, and paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visit
from tests.browser.pages import EVERYWHERE, Pages
from tests.browser.test_axe import OPEN

SCREEN: dict[str, dict[str, Any]] = {
    "light": {"media": "screen", "color_scheme": "light", "forced_colors": "none"},
    "dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "none"},
    "forced": {"media": "screen", "color_scheme": "light", "forced_colors": "active"},
    "forced, dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "active"},
}
PAPER: dict[str, Any] = {"media": "print", "color_scheme": "dark", "forced_colors": "none"}

MEASURE = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); };
  const ratio = (colours, grounds) => {
    const light = (layers) => {
      ['white', ...layers].forEach(paint);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
        .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [a, b] = [light([...grounds, ...colours]), light(grounds)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const grounds = (e) => e ? [...grounds(e.parentElement), getComputedStyle(e).backgroundColor] : [];
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility()) continue;
    const style = getComputedStyle(e);
    const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const name = `${e.localName}.${e.className.baseVal ?? e.className}`;
    const under = grounds(e);
    if (e instanceof SVGGeometryElement) {
      const seen = [style.stroke, style.fill].filter((colour) => colour !== 'none');
      if (seen.length) found.push([name, 'shape', Math.max(...seen.map((colour) => ratio([colour], under)))]);
    } else if (words && e instanceof SVGElement) {
      found.push([name, 'words', ratio([style.fill], under)]);
    } else if (words || e.matches('input, select, textarea')) {
      found.push([name, 'words', ratio([style.color], under)]);
    }
  }
  return found;
}"""
"""The contrast (WCAG's, 1 to 21) of each element that shows words, or a shape of a picture, with what lies under it."""

ENOUGH = {"words": 4.5, "shape": 3.0}
"""WCAG 1.4.3 and 1.4.11; words of any size."""
UNNEEDED = ("line.wk-rule",)
"""A ruler that tells nothing which is not in the figures on it."""


def poor(page: Page) -> list[tuple[str, float]]:
    """What cannot be told from its ground on the page as it stands."""
    found = [(name, ratio) for name, kind, ratio in page.evaluate(MEASURE) if ratio < ENOUGH[kind]]
    return [(name, ratio) for name, ratio in found if name not in UNNEEDED]


@EVERYWHERE
def test_every_word_and_shape(visit: Visit, built_site: Path, pages: Pages) -> None:
    for path in pages(built_site):
        page = visit.go(path)
        page.evaluate(OPEN)
        for scheme, media in SCREEN.items():
            page.emulate_media(**media)
            assert poor(page) == [], (path, scheme)
        page.emulate_media(**PAPER)
        page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        assert poor(page) == [], (path, "who reads in the dark prints on white")


LIGHT_UP = "() => document.querySelectorAll('.wk-mark').forEach((each) => each.classList.add('is-lit'))"


def previewed(page: Page, link: Locator) -> bool:
    """Whether a preview comes where a link is focused: its words come from a file, so in a moment."""
    link.focus()
    page.wait_for_timeout(500)
    return page.locator(".wk-preview-words").count() == 1


def test_what_is_lit(visit: Visit, collection: dict[str, Any]) -> None:
    """Passages that are pointed at, one in another too, those in a preview, and what search found."""
    for path in [essay["url"] for essay in collection["essays"]] + ["overzicht/", "zoeken/?q=straten"]:
        page = visit.go(path)
        page.evaluate(OPEN)
        page.keyboard.press("Tab")
        if path == "overzicht/":
            page.locator(".wk-positions a[href*='#']").first.focus()
            page.locator(".wk-preview .wk-mark").wait_for()
        elif path.startswith("zoeken/"):
            page.locator(".wk-hit mark").first.wait_for()
        elif page.locator(".wk-voices").count():
            # of a passage that is a whole paragraph there is nothing around it to show
            assert any(previewed(page, link) for link in page.locator(".wk-voices a").all()), path
        page.evaluate(LIGHT_UP)
        for scheme, media in SCREEN.items():
            page.emulate_media(**media)
            assert poor(page) == [], (path, scheme)
