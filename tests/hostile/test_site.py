"""Hostile words in every place of a collection: nothing runs, nothing is armed, the text is the text.

The browser is told to ignore the content security policy, so that escaping alone must do it; one
test looks at the policy by itself.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import dismissed
from tests.hostile.checkout import ESSAYS, share, sidecar
from weerklank.site.allowed import OURS, PICTURE, READING, strange_markup
from weerklank.site.reading import Unit

_LOOK = """() => {
  const armed = [];
  for (const e of document.querySelectorAll('*')) {
    if (e.closest('svg')) continue;
    for (const a of e.attributes) {
      if (a.name.startsWith('on') || a.name === 'style' || a.name === 'srcdoc') armed.push(`${e.tagName} ${a.name}`);
      if (['href', 'src', 'action', 'formaction', 'data', 'poster', 'ping', 'xlink:href'].includes(a.name)) {
        const url = new URL(a.value, document.baseURI);
        const own = url.origin === location.origin;
        if (!own && !(e.tagName === 'A' && ['http:', 'https:', 'mailto:'].includes(url.protocol)) &&
            !(e.tagName === 'LINK' && e.rel === 'canonical')) armed.push(`${e.tagName} ${a.name} ${a.value}`);
      }
    }
  }
  const tags = [...document.querySelectorAll('.wk-page *')].map((e) => e.localName);
  const blocks = [...document.querySelectorAll('[data-seed] [data-block]:not([data-block="quotation"])')].map((b) => {
    const copy = b.cloneNode(true);
    copy.querySelectorAll('[data-apparatus]').forEach((e) => e.remove());
    const rows = b.dataset.block === 'list' ? [...copy.querySelectorAll('li')].map((e) => e.textContent)
      : [copy.innerHTML.includes('<br') ? copy.innerText : copy.textContent];
    return [b.id, b.dataset.block, rows.join('\\n')];
  });
  const forms = document.forms.length, title = document.title;
  const scripts = [...document.scripts].filter((s) => s.type !== 'application/ld+json').map((s) => s.src);
  return {armed, tags: [...new Set(tags)], blocks, forms, title, scripts};
}"""
_EXPECTED_TAGS = {
    *READING,
    *OURS,
    *PICTURE,
    "button",
    "label",
    "optgroup",
    "option",
    "select",
}  # the last by our scripts


class Watch:
    """One tab, and everything that a payload could have set off in it."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.hits: list[str] = []
        context.expose_function("hit", lambda *words: self.hits.append(f"ran: {words}"))
        self.page: Page = context.new_page()
        self.page.on("dialog", lambda d: dismissed(d, self.hits))
        self.page.on("request", lambda r: self._asked(r.url))
        self.page.on("popup", lambda p: self.hits.append(f"popup: {p.url}"))
        self.base = base

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:image/svg")):
            self.hits.append(url)

    def look(self, path: str) -> dict[str, Any]:
        self.page.goto(self.base + path, wait_until="load")
        seen: dict[str, Any] = self.page.evaluate(_LOOK)
        if self.page.url != self.base + path:
            self.hits.append(f"went to {self.page.url}")
        return seen


@pytest.fixture(scope="module")
def watch(browser: Browser, hostile_base: str) -> Iterator[Watch]:
    context = browser.new_context(bypass_csp=True)
    yield Watch(context, hostile_base)
    context.close()


def paths(site: Path, folder: str, number: int) -> list[str]:
    """Up to `number` pages of a folder, spread over it."""
    found = sorted(f"{p.parent.relative_to(site).as_posix()}/" for p in (site / folder).glob("*/index.html"))
    return found[:: max(1, len(found) // number)]


def test_essays_run_nothing_and_show_their_text(watch: Watch, hostile_data: dict[str, Any]) -> None:
    for essay in hostile_data["essays"]:
        seen = watch.look(essay["url"])
        assert watch.hits == [], essay["slug"]
        assert seen["armed"] == [], essay["slug"]
        assert set(seen["tags"]) <= _EXPECTED_TAGS
        assert seen["forms"] == 1  # the search box
        assert all(url.startswith(watch.base + "assets/") for url in seen["scripts"])
        shown = [
            (name, Unit("", "verse" if kind == "list" else kind, "").normal(text))
            for name, kind, text in seen["blocks"]
        ]
        assert shown == [(b["id"], Unit("", b["kind"], "").normal(b["text"])) for b in essay["blocks"]]


def test_other_pages_run_nothing(watch: Watch, hostile_site: Path) -> None:
    chosen = ["", "data/", "essays/", "argumenten/", "auteurs/", "verantwoording/", "woorden/", "over/", "zoeken/"]
    for folder, number in (("argumenten", ESSAYS), ("verantwoording", ESSAYS // 3), ("auteurs", 8), ("woorden", 8)):
        chosen += paths(hostile_site, folder, number)
    for path in chosen:
        seen = watch.look(path)
        assert watch.hits == [], path
        assert seen["armed"] == [], path
        assert set(seen["tags"]) <= _EXPECTED_TAGS or path in ("over/", "zoeken/"), path


@pytest.mark.parametrize(
    "query", ["passage staat", "alinea", "<img src=x onerror=top.hit(1)>", "javascript", "klant|tevredenheid"]
)
def test_the_search_page_runs_nothing(watch: Watch, query: str) -> None:
    watch.page.goto(f"{watch.base}zoeken/?q={quote(query)}")
    watch.page.wait_for_selector('[data-results-status][aria-busy="false"]:not(:empty)')
    assert watch.page.evaluate(_LOOK)["armed"] == []
    assert watch.hits == []


def test_every_page_passes_the_allow_list(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        if path.parent.name not in ("zoeken", "over") and path.name != "404.html":  # these are by hand
            assert list(strange_markup(path.read_text("utf-8"))) == [], path


_UNSEEN = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def kept(text: str) -> str:
    """What every reader may expect of words: composed, on one line, no ligatures, nothing that cannot be seen."""
    text = re.sub("[\x80-\x9f]", lambda m: m[0].encode("latin-1").decode("cp1252", "ignore"), text)
    text = re.sub("[\ufb00-\ufb06\u0132\u0133]", lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return "".join(unicodedata.normalize("NFC", re.sub(_UNSEEN, "", text)).split())


def test_words_in_the_middle_are_all_there(hostile_data: dict[str, Any]) -> None:
    """The cleaner may trim at both ends; what stands in the middle of sentences stays, to the letter."""
    texts = {e["slug"]: "".join("".join(b["text"].split()) for b in e["blocks"]) for e in hostile_data["essays"]}
    for number in range(ESSAYS):
        for text in share(number, 0)[3:]:
            assert f"zin:{kept(text)}ende" in texts[f"tekst-{number}"], (number, text)


def test_the_data_hold_the_words_unchanged(hostile_data: dict[str, Any], hostile_site: Path) -> None:
    for essay in hostile_data["essays"]:
        number = int(essay["slug"].removeprefix("tekst-"))
        assert essay["title"] == " ".join(sidecar(number)["title"].split())
    raw = (hostile_site / "data/collection.json").read_text("utf-8")
    assert json.loads(raw) == hostile_data


def test_the_policy_alone_stops_a_script(browser: Browser, hostile_base: str) -> None:
    """Were something to get through, the policy in the page would stop it from running or loading."""
    context = browser.new_context()
    watch = Watch(context, hostile_base)
    stopped: dict[str, str | None] = {}
    watch.page.on("requestfailed", lambda request: stopped.update({request.url: request.failure}))
    watch.look("essays/tekst-0/")
    watch.page.evaluate("""() => {
      document.querySelector('.wk-page').insertAdjacentHTML('beforeend',
        '<img src="https://elders.invalid/a.png" onerror="top.hit(2)"><base href="https://elders.invalid/">' +
        '<iframe srcdoc="<script>top.hit(3)<' + '/script>"></iframe><object data="data:text/html,x"></object>' +
        '<a id="js" href="javascript:top.hit(4)">x</a>');
      const script = document.createElement('script'); script.textContent = 'top.hit(5)'; document.body.append(script);
      document.getElementById('js').click();
      fetch('https://elders.invalid/b').catch(() => 0);
    }""")
    watch.page.wait_for_timeout(300)
    assert all(stopped.get(hit) == "csp" for hit in watch.hits), watch.hits
    assert watch.page.evaluate("() => document.baseURI").startswith(hostile_base)
    context.close()
