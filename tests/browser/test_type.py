"""The serif is the site's own file, and until it is there its stand-in takes the same room."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Visit

WIDTHS = """() => ["Weerklank Serif", "Weerklank Times"].map((family) => {
  const line = document.querySelector("[data-block] p, p[data-block]").cloneNode(true);
  const span = document.createElement("span");
  span.textContent = line.textContent.slice(0, 120);
  span.style.cssText = `font-family: "${family}", monospace; position: absolute; white-space: nowrap`;
  document.body.append(span);
  const { width, height } = span.getBoundingClientRect();
  span.remove();
  return [width, height];
})"""
LOADED = (
    "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family))"
)


def test_the_serif_is_loaded_once_and_from_here(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    assert any("Weerklank Serif" in family for family in page.evaluate(LOADED))
    roman = [url for url in visit.requests if url.endswith("weerklank-serif.woff2")]
    assert roman == [f"{visit.base}assets/fonts/weerklank-serif.woff2"]


def test_every_heading_is_set_in_it(visit: Visit, collection: dict[str, Any]) -> None:
    for path in ("", collection["essays"][0]["url"], collection["arguments"][0]["url"], "overzicht/"):
        fonts = (
            visit.go(path)
            .locator(":is(h1, h2, h3):visible")
            .evaluate_all("all => all.map((e) => getComputedStyle(e).fontFamily.split(',')[0])")
        )
        assert set(fonts) == {'"Weerklank Serif"'}


def test_its_stand_in_is_as_wide_and_as_high(visit: Visit, collection: dict[str, Any]) -> None:
    page = visit.go(collection["essays"][0]["url"])
    if not page.evaluate(
        "document.fonts.load('16px \"Weerklank Times\"').then((found) => found.length > 0, () => false)"
    ):
        pytest.skip("no font here has the widths of Times")
    (wide, high), (wide_before, high_before) = page.evaluate(WIDTHS)
    assert wide_before == pytest.approx(wide, rel=0.03)
    assert high_before == pytest.approx(high, abs=1)


@pytest.mark.parametrize("width", [390, 820])
def test_on_a_narrow_screen_the_header_is_one_thin_row(visit: Visit, width: int) -> None:
    page = visit.go()
    page.set_viewport_size({"width": width, "height": 844})
    top = page.locator(".wk-top").bounding_box()
    assert top is not None
    assert top["height"] <= 56
    targets = page.locator(".wk-name, .wk-find button, .wk-scheme, .wk-menu summary").all()
    boxes = [target.bounding_box() for target in targets]
    assert [box for box in boxes if box is None or min(box["width"], box["height"]) < 44] == []
    page.locator(".wk-menu summary").click()
    assert visit.follow(page.locator(".wk-menu a", has_text="Botsingen")).url == f"{visit.base}tegenover/"
