"""The page of an argument: the strongest passage of each text is shown, the others open; and the choice of marks."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.browser.conftest import Visit

LENS = "[...document.querySelectorAll('.wk-lens option')].map((e) => [e.value, e.text.match(/\\((\\d+)\\)/)[1]])"
TOLD = """() => [...document.querySelectorAll('.wk-kwic .wk-stance')]
  .filter((e) => getComputedStyle(e).display !== 'none').map((e) => e.dataset.weight ?? '')"""


def folding(collection: dict[str, Any]) -> dict[str, Any]:
    """The argument of which the most passages are folded."""

    def folded(argument: dict[str, Any]) -> int:
        texts = Counter((p["essay"], p["stance"]) for p in argument["passages"])
        return sum(n - 1 for n in texts.values())

    found: dict[str, Any] = max(collection["arguments"], key=folded)
    assert folded(found)
    return found


def strongest(argument: dict[str, Any]) -> set[str]:
    """Of each text and stance a key passage before others, then the author's own words, then the longest."""
    texts: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for passage in argument["passages"]:
        texts.setdefault((passage["essay"], passage["stance"]), []).append(passage)
    return {min(passages, key=rank)["id"] for passages in texts.values()}


def rank(passage: dict[str, Any]) -> tuple[bool, bool, int]:
    """The lower, the stronger."""
    return passage["weight"] != "key", passage["voice"] != "own", -len(passage["quote"])


@pytest.mark.parametrize(
    "visit", [{}, {"java_script_enabled": False}, {"viewport": {"width": 390, "height": 844}}],
    indirect=True, ids=["wide", "no-script", "phone"],
)  # fmt: skip
def test_the_strongest_passage_of_each_text_stands_first_and_the_others_open_by_key(
    visit: Visit, collection: dict[str, Any]
) -> None:
    argument = folding(collection)
    page = visit.go(argument["url"])
    assert page.locator("html").get_attribute("data-marks") == "key"
    cards = page.locator("[data-quote]")
    shown = {str(card.get_attribute("id")) for card in cards.all() if card.is_visible()}
    assert shown == strongest(argument)
    for fold in page.locator(".wk-rest > summary").all():
        fold.focus()
        page.keyboard.press("Enter")
    assert all(card.is_visible() for card in cards.all())
    assert cards.count() == len(argument["passages"])


def test_an_address_with_a_folded_passage_opens_it(visit: Visit, collection: dict[str, Any]) -> None:
    argument = folding(collection)
    folded = next(p["id"] for p in argument["passages"] if p["id"] not in strongest(argument))
    for path in (f"{argument['url']}#{folded}", f"{argument['url']}?markeringen=geen#{folded}"):
        page = visit.go(path)
        card = page.locator(f"[id='{folded}']")
        card.locator("blockquote").first.wait_for()
        assert page.locator(f".wk-rest[open]:has([id='{folded}'])").count() == 1
        assert page.evaluate("(id) => { const b = document.getElementById(id).getBoundingClientRect();"
                             " return b.top >= -1 && b.top < innerHeight; }", folded)  # fmt: skip


def test_the_choice_of_marks_goes_along_to_every_page_that_has_passages(
    visit: Visit, collection: dict[str, Any]
) -> None:
    argument = folding(collection)
    page = visit.go(argument["url"])
    every, first = len(argument["passages"]), len(strongest(argument))
    options = [["markeringen=geen", "0"], ["markeringen=kern", str(first)], ["markeringen=alle", str(every)]]
    assert page.evaluate(LENS) == options
    page.locator(".wk-lens select").select_option("markeringen=alle")
    assert page.url.endswith("?markeringen=alle")
    assert len(page.locator("[data-quote]:visible").all()) == every
    assert page.locator(".wk-rest:not([open])").count() == 0

    words = [path for path in word_pages(visit) if visit.go(path).locator(".wk-kwic .wk-stance").count()]
    assert words
    for path in words:
        page = visit.go(path)
        assert page.evaluate("document.documentElement.dataset.marks") == "all", "remembered"
        told = page.evaluate(TOLD)
        assert len(told) == page.locator(".wk-kwic .wk-stance").count()
        page.locator(".wk-lens select").select_option("markeringen=kern")
        assert page.evaluate(TOLD) == ([w for w in told if w] or told)
        page.locator(".wk-lens select").select_option("markeringen=geen")
        assert page.evaluate(TOLD) == []
        page.locator(".wk-lens select").select_option("markeringen=alle")

    for path in ("", "overzicht/", "tegenover/", "auteurs/"):
        page = visit.go(path)
        assert page.evaluate("document.documentElement.dataset.marks") == "all"
        assert page.locator(".wk-lens").count() == 0, "no choice where it would do nothing"
    page = visit.go(f"{argument['url']}?standpunt=voor")
    assert page.evaluate("document.documentElement.dataset.marks") == "key", "of a text alone"


def word_pages(visit: Visit) -> list[str]:
    """The addresses of the pages of words."""
    links = visit.go("woorden/").locator(".wk-matrix thead a").evaluate_all("all => all.map((e) => e.pathname)")
    root = visit.page.evaluate("new URL('../', location.href).pathname")
    return [path.removeprefix(root) for path in links]
