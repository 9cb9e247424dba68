"""The built site in a real browser, served on this machine under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page


@dataclass
class Visit:
    """A tab, with everything that it asked for and complained of."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        """Open a page of the site."""
        self.page.goto(self.base + path)
        return self.page

    def follow(self, link: Locator) -> Page:
        """Click on a link and wait until it has led somewhere."""
        with self.page.expect_navigation():
            link.click()
        return self.page

    def strangers(self) -> list[str]:
        """Requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:"))]


class Tabs:
    """Fresh tabs of one browser. Those on one site with the same options share a context, and so the process of its
    pages and what that has loaded: to start anew costs three times what it costs to open a page.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}

    def fresh(self, base: str, beside: str, options: dict[str, Any]) -> Page:
        """A tab in which nothing is stored of the tests before; `beside` is a file of the site without scripts, that
        stays open in another tab so that the process stays.
        """
        key = f"{base} {sorted(options.items())}"
        if key not in self._contexts:
            self._contexts[key] = context = self._browser.new_context(**options)
            context.set_default_timeout(10_000)
            context.new_page().goto(base + beside)
        page = self._contexts[key].new_page()
        session = page.context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.detach()
        return page


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """The tabs of the one Chromium."""
    return Tabs(browser)


def dismissed(dialog: Dialog, told: list[str]) -> None:
    """Close a dialog that nobody should see, and tell of it."""
    told.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def until(page: Page, expression: str, argument: Any = None) -> Any:
    """What an expression gives in the page, once it is not empty.

    Playwright's own `wait_for_function` asks again by `eval`, which the site's content security policy refuses.
    """
    for _ in range(200):
        if answer := page.evaluate(expression, argument):
            return answer
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {expression}")


@pytest.fixture
def visit(tabs: Tabs, base: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh tab; parametrize indirectly with the context's options (viewport, javaScriptEnabled …)."""
    options = {"viewport": {"width": 1440, "height": 900}, **getattr(request, "param", {})}
    visit = Visit(tabs.fresh(base, "data/collection.json", options), base)
    visit.page.on("request", lambda r: visit.requests.append(r.url))
    visit.page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    visit.page.on("pageerror", lambda e: visit.complaints.append(str(e)))
    visit.page.on("dialog", lambda d: dismissed(d, visit.complaints))
    yield visit
    visit.page.close()
    assert visit.complaints == []
    assert visit.strangers() == []
