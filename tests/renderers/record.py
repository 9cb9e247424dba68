"""What a finished page says, apart from how it is written down: so that pages of two renderers compare."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from weerklank.site.reading import Unit, reading_units

_PLACES = ("href", "src", "action")
Record = dict[str, Any]


def record(site: Path, path: str) -> Record:
    """The page `path` of a site: its head, its reading text by unit, its links, ids and notes, what it
    loads, and every element of its content, header and footer in order. Links are given as the file in
    the site that they lead to.
    """
    tree = html.document_fromstring((site / path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    (content,) = tree.xpath("//*[@id='inhoud']")
    frame = tree.xpath("//*[@class='wk-top' or @class='wk-foot']")
    says = {
        "language": tree.get("lang"),
        "title": tree.findtext(".//title"),
        "head": [_element(e, path) for e in tree.xpath("//head/meta | //head/link") if not _theirs(e)],
        "scripts": sorted(led(path, source) for source in tree.xpath("//script/@src")),
        "data": tree.xpath("//script[@type='application/ld+json']/text()"),
        "frame": [_element(e, path) for part in frame for e in part.iter()],
        "ids": content.xpath(".//@id"),
        "links": [(led(path, a.get("href")), _flat(a.text_content())) for a in content.iter("a")],
        "notes": [(note.get("id"), _flat(note.text_content())) for note in content.xpath(".//*[@role='note']")],
        "elements": [_element(e, path) for e in content.iter()],
        "words": _flat(content.text_content()),
    }
    says["reading"] = [_reading(article) for article in tree.xpath("//*[@data-seed]")]
    return says


def _theirs(element: html.HtmlElement) -> bool:
    """Whether the renderer signs with it."""
    return bool(element.get("name") == "generator")


def _reading(article: html.HtmlElement) -> tuple[str, tuple[Unit, ...], str]:
    return article.get("data-seed"), *reading_units(article)


def _element(element: html.HtmlElement, path: str) -> tuple[str, tuple[tuple[str, str], ...], str]:
    attributes = {k: led(path, v) if k in _PLACES else v for k, v in element.attrib.items()}
    return element.tag, tuple(sorted(attributes.items())), _flat(element.text or "")


def led(path: str, target: str) -> str:
    """Where a link on the page `path` leads: a path in the site with its fragment, or an address elsewhere."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return target
    here = posixpath.dirname(path)
    there = posixpath.normpath(posixpath.join(here, parts.path)) if parts.path else here or "."
    return there + (f"#{parts.fragment}" if parts.fragment else "")


def _flat(text: str) -> str:
    return " ".join(text.split())
