"""Queries asked in the browser of the search page's own engine, and judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.search import Query
from weerklank.languages.pack import pack

ASK = """async (query) => {
  const { answer } = await import(new URL("assets/search/engine.js", document.querySelector("#base").href));
  const { texts } = await answer(query);
  return texts.filter((text) => text.record.meta.kind === "text")
    .map((text) => [text.record.raw_url.replace(/^\\//, ""), text.parts.slice(0, 2).map((part) => part.id)]);
}"""


class Judged(NamedTuple):
    """Of the queries that have a right answer: how many were asked, at how many the first text, and one of the first
    five places, is right, and which texts of queries were answered wrongly altogether.
    """

    asked: int
    first: int
    paragraph: int
    wrong: list[str]


def places(query: Query, collection: dict[str, Any]) -> set[tuple[str, str]]:
    """The right answers that the site has: (address of the text, id of the paragraph or '*')."""
    essays = {essay["seed"]: essay for essay in collection["essays"]}
    found = set()
    for seed, words in query.right:
        if essay := essays.get(seed):
            ids = ["*"] if words == "*" else [b["id"] for b in essay["blocks"] if words in b["text"]]
            found |= {(essay["url"], name) for name in ids}
    return found


def judge(visit: Visit, collection: dict[str, Any], queries: Iterable[Query]) -> Judged:
    """Ask each query whose right text is in the collection."""
    page = _search_page(visit, collection)
    asked = first = paragraph = 0
    wrong = []
    for query in queries:
        right = places(query, collection)
        if query.right and not right:
            continue
        found = page.evaluate(ASK, query.text)
        urls = {url for url, _ in right}
        if not {url for url, _ in found[:5]} & urls if query.right else found:
            wrong.append(query.text)
        if query.right:
            links = [(url, name) for n, (url, names) in enumerate(found) for name in names[: 1 if n else 2]][:5]
            asked += 1
            first += bool(found) and found[0][0] in urls
            paragraph += any(link in right or (link[0], "*") in right for link in links)
    return Judged(asked, first, paragraph, wrong)


def _search_page(visit: Visit, collection: dict[str, Any]) -> Page:
    """A page of the site that knows where the site begins."""
    page = visit.go(f"{pack(collection['language']).at('search')}/")
    page.evaluate(
        "(href) => document.body.append(Object.assign(document.createElement('a'), { id: 'base', href }))", visit.base
    )
    return page
