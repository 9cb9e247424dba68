"""The account of a text in a browser: what it shows, and the switch, without JavaScript and by keyboard."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.pages.account.checking import check
from weerklank.collection import read_seeds
from weerklank.model import Ledger, Span


def test_every_account_shows_its_source_its_text_and_each_change(built: Path, collection: dict[str, Any]) -> None:
    """The built pages against the register beside them and the seeds."""
    seeds = {seed.stem: seed for seed in read_seeds(built / "seeds").seeds}
    for essay in collection["essays"]:
        register = json.loads((built / f"site/data/verantwoording/{essay['slug']}.json").read_text("utf-8"))
        seed = seeds[register["seed"]]
        assert register["sha256"] == hashlib.sha256(seed.data).hexdigest()
        if register["publish"] != "full" or any(s.get("withheld") == "takedown" for s in register["spans"]):
            continue
        spans = [_span(each, seed.text) for each in register["spans"]]
        page = html.parse(str(built / "site/verantwoording" / essay["slug"] / "index.html")).getroot()
        (table,) = page.xpath("//table[contains(@class, 'wk-account')]")
        ledger = Ledger(tuple(spans))
        assert ledger.source() == seed.text
        check(table, ledger)


def _span(each: dict[str, Any], source: str) -> Span:
    before = source[each["start"] : each["end"]] if each["before"] is None else each["before"]
    return Span(
        each["start"], each["end"], before, each["verdict"], each["rule"], each["after"], each["to"], each["detail"],
        tuple(each["readings"]),
    )  # fmt: skip


def shown(page: Page, kind: str) -> list[bool]:
    return [row.is_visible() for row in page.locator(f".wk-account tbody tr.wk-{kind}").all()]


@pytest.mark.parametrize(
    "visit", [{"java_script_enabled": False}, {"viewport": {"width": 390, "height": 800}}], indirect=True
)
def test_only_changes_are_shown_and_the_switch_shows_all_by_keyboard(visit: Visit, built_site: Path) -> None:
    kinds = ("same", "white", "change", "gap")
    accounts = sorted(built_site.glob("verantwoording/*/index.html"))
    rich = [path.parent.name for path in accounts if all(f'"wk-{kind}' in path.read_text("utf-8") for kind in kinds)]
    if not rich:
        pytest.skip("no text has lines of every kind")
    page = visit.go(f"verantwoording/{rich[0]}/")
    assert [any(shown(page, kind)) for kind in kinds] == [False, False, True, False]
    page.get_by_label("Alleen wijzigingen").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert [any(shown(page, kind)) for kind in kinds] == [False, True, True, True]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert [all(shown(page, kind)) for kind in kinds] == [True, True, True, False]
    page.reload()
    assert page.get_by_label("Alleen wijzigingen").is_checked()
    line = page.locator(".wk-account tr.wk-same[id]").first.get_attribute("id")
    page = visit.go(f"verantwoording/{rich[0]}/#{line}")
    assert page.locator(f"#{line}").is_visible(), "whoever is led to a line finds it"


def test_a_sign_in_a_text_leads_to_its_place_in_the_account(visit: Visit, collection: dict[str, Any]) -> None:
    for essay in collection["essays"]:
        sign = visit.go(essay["url"]).locator(".wk-sign").first
        if sign.count():
            page = visit.follow(sign)
            assert page.locator(".wk-account :target").is_visible()
            return
    pytest.skip("no text has a repaired or uncertain word")
