"""The built site in a real browser, served on this machine under a sub-path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.chromium import ADVICE, chromium_path

PREFIX = "/onder/een/pad/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under PREFIX, with its own 404 page."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "nergens"
        return super().translate_path("/" + inside)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output to itself."""


@pytest.fixture(scope="session")
def base(built_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built_site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium_path()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=str(path), args=quiet)
        yield chromium
        chromium.close()


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


@pytest.fixture
def visit(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh tab; parametrize indirectly with the context's options (viewport, javaScriptEnabled …)."""
    options = {"viewport": {"width": 1440, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), base)
    visit.page.on("request", lambda r: visit.requests.append(r.url))
    visit.page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    visit.page.on("pageerror", lambda e: visit.complaints.append(str(e)))
    visit.page.on("dialog", lambda d: (visit.complaints.append(f"dialog: {d.message}"), d.dismiss()))
    yield visit
    context.close()
    assert visit.complaints == []
    assert visit.strangers() == []
