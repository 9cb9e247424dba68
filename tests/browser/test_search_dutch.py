"""Search understands Dutch: every query of tests/search/queries.tsv, asked in the browser of the page's own engine."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.search import Query, queries

ASK = """async (query) => {
  const { answer } = await import(new URL("assets/search/engine.js", document.querySelector("#base").href));
  const { texts } = await answer(query);
  return texts.filter((text) => text.record.meta.kind === "text")
    .map((text) => [text.record.raw_url.replace(/^\\//, ""), text.parts.slice(0, 2).map((part) => part.id)]);
}"""


@pytest.fixture
def page(visit: Visit) -> Page:
    """A page of the site that knows where the site begins."""
    page = visit.go("zoeken/")
    page.evaluate(
        "(href) => document.body.append(Object.assign(document.createElement('a'), { id: 'base', href }))", visit.base
    )
    return page


def places(query: Query, collection: dict[str, Any]) -> set[tuple[str, str]]:
    """The right answers that the site has: (address of the text, id of the paragraph or '*')."""
    essays = {essay["seed"]: essay for essay in collection["essays"]}
    found = set()
    for seed, words in query.right:
        if essay := essays.get(seed):
            ids = ["*"] if words == "*" else [b["id"] for b in essay["blocks"] if words in b["text"]]
            found |= {(essay["url"], name) for name in ids}
    return found


def test_the_right_text_and_paragraph(page: Page, collection: dict[str, Any]) -> None:
    first = paragraph = asked = 0
    missed = []
    for query in queries():
        right = places(query, collection)
        if query.right and not right:
            continue  # the text is not in this collection
        found = page.evaluate(ASK, query.text)
        if not query.right:
            assert not found, query.text
            continue
        asked += 1
        urls = {url for url, _ in right}
        links = [(url, name) for n, (url, names) in enumerate(found) for name in names[: 1 if n else 2]][:5]
        first += bool(found) and found[0][0] in urls
        paragraph += any(link in right or (link[0], "*") in right for link in links)
        if not found or found[0][0] not in urls:
            missed.append(query.text)
        assert {url for url, _ in found[:5]} & urls, query.text
    assert first >= 0.95 * asked, missed
    assert paragraph >= 0.9 * asked
