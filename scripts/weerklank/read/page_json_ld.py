"""What a page says of itself in JSON-LD (schema.org), made flat."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

_ARTICLES = {
    "article", "newsarticle", "blogposting", "opinionnewsarticle", "analysisnewsarticle", "reviewnewsarticle",
    "reportagenewsarticle", "backgroundnewsarticle", "scholarlyarticle", "techarticle", "report", "socialmediaposting",
    "creativework", "review", "recipe", "poem", "chapter",
}  # fmt: skip
_PAGES = {"webpage", "itempage"}
_NODES = 5000
_LD = re.compile(r"^\s*application/ld\+json\s*(?:;|$)", re.IGNORECASE)


def articles(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """The nodes that describe the text: articles first, then the page; references by @id resolved."""
    nodes = [node for script in soup.find_all("script", type=_LD) for node in _nodes(script.get_text())]
    nodes += [
        _parsely(node)
        for tag in soup.find_all("meta", attrs={"name": "parsely-page"}, limit=1)
        for node in _nodes(str(tag.get("content") or ""))
    ]
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [node for node in nodes if _types(node) & _ARTICLES] + [node for node in nodes if _types(node) & _PAGES]
    return [{key: _resolved(value, by_id) for key, value in node.items()} for node in found]


def _parsely(node: dict[str, Any]) -> dict[str, Any]:
    """What Parse.ly's element says of a page, as JSON-LD has it."""
    return {"@type": "Article", "headline": node.get("title"), "author": node.get("author") or node.get("authors"),
            "datePublished": node.get("pub_date")}  # fmt: skip


def names(value: Any) -> list[str]:
    """Names from what schema.org allows for a person or organisation: words, a node or a list."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in names(item)]
    if isinstance(value, dict):
        value = value.get("name") or " ".join(words(value.get(key)) for key in ("givenName", "familyName"))
        return names(value) if isinstance(value, str | list) else []
    return [words(value)] if words(value) else []


def words(value: Any) -> str:
    """A text value without entities and tags' leftovers; '' for anything else."""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _nodes(source: str) -> Iterator[dict[str, Any]]:
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        todo = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    count = 0
    while todo and count < _NODES:
        node = todo.pop(0)
        count += 1
        if isinstance(node, list):
            todo = [*node, *todo]
        elif isinstance(node, dict):
            yield node
            todo = [value for value in node.values() if isinstance(value, dict | list)] + todo


def _types(node: dict[str, Any]) -> set[str]:
    said = node.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return {kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)}


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value[:50]]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value
