"""Dates, addresses and robots: what a page and the site's lists say to search engines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.pages.collection import made
from tests.site.checkout import DOCUMENTS, EXPECTED, build_site, make_checkout, write
from weerklank.build.every_file import pages
from weerklank.collection import editions
from weerklank.languages.pack import pack
from weerklank.pages.own_pages import own_pages

HOME = "https://brood.example/lezen/"
FIRST, LATER = "2026-03-04", "2026-05-06"


def head(page: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(page.partition("\n---\n")[0][4:])
    return found


@pytest.fixture(scope="module")
def later() -> dict[str, dict[str, Any]]:
    """The front matter of a collection in which one text changed after it was published."""
    collection, lock = editions.dated(made().collection, editions.Lock(), FIRST)
    essays = tuple(replace(e, note="Nieuw.") if e.slug == "brood-op-zondag" else e for e in collection.essays)
    changed, _ = editions.dated(replace(collection, essays=essays), lock, LATER)
    ours = own_pages(pack("nl"))
    return {name: head(text) for name, text in pages(changed).items() if name.endswith(".md") and name not in ours}


def test_a_page_has_the_day_of_what_it_holds(later: dict[str, dict[str, Any]]) -> None:
    days = {name: front["updated"] for name, front in later.items()}
    assert days["essays/brood-op-zondag.md"] == days["verantwoording/brood-op-zondag.md"] == LATER
    assert days["auteurs/anna-de-wit.md"] == days["index.md"] == days["essays/index.md"] == LATER
    assert days["essays/laat-de-bakker-slapen.md"] == days["argumenten/zondag-open.md"] == FIRST


def test_every_page_says_what_it_holds(later: dict[str, dict[str, Any]]) -> None:
    assert all(front["description"] and front["card"] and front["card_words"] for front in later.values())
    assert later["auteurs/anna-de-wit.md"]["description"] == "Anna de Wit: de standpunten in ‘Brood op zondag’ (2019)."


@pytest.mark.parametrize("site_url", [HOME, None])
def test_the_sitemap_and_robots(tmp_path: Path, site_url: str | None) -> None:
    root = make_checkout(tmp_path / "checkout")
    page = root / "docs/essays/vers-brood.md"
    said = "title: Een titel\nupdated: '2026-05-06'\ncard: kaarten/a.png\n"
    write(page, page.read_text("utf-8").replace("title: Een titel\n", said))
    hidden = root / "docs/auteurs/index.md"
    write(hidden, "---\ntitle: Auteurs\nrobots: noindex\n---\n" + hidden.read_text("utf-8").partition("\n---\n")[2])
    build_site(root, DOCUMENTS, EXPECTED, site_url=site_url)
    robots = (root / "site/robots.txt").read_text("utf-8")
    essay = (root / "site/essays/vers-brood/index.html").read_text("utf-8")
    if site_url is None:
        assert robots == "User-agent: *\nAllow: /\n"
        assert not (root / "site/sitemap.xml").exists()
        assert "og:image" not in essay  # services that show links take whole addresses only
        return
    assert robots == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"
    assert f'<meta property="og:image" content="{HOME}kaarten/a.png">' in essay
    assert f'<meta property="og:url" content="{HOME}essays/vers-brood/">' in essay
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {
        url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod")
        for url in ET.parse(root / "site/sitemap.xml").getroot()
    }
    assert listed[f"{HOME}essays/vers-brood/"] == "2026-05-06"
    assert listed[HOME] is None
    assert f"{HOME}auteurs/" not in listed
