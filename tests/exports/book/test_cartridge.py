"""The cartridges as an importer goes through them: the tree, each resource, and each file that it names."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Literal
from urllib.parse import urldefrag

import pytest
from lxml import etree, html

from tests.exports.collection import collection
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.exports.book import book_contents
from weerklank.exports.book.cartridge import cartridge, links
from weerklank.model import Collection

SITE = "https://k.example/lees"


def on_the_web() -> Collection:
    found = made().collection
    return replace(found, config=replace(found.config, site_url=SITE))


def opened(data: bytes) -> tuple[zipfile.ZipFile, etree._Element, str]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(archive.read("imsmanifest.xml"))
    return archive, root, f"{{{root.nsmap[None]}}}"


def whole(data: bytes) -> None:
    """Every item names a resource, every resource its files, and every file is in the archive and named."""
    archive, root, ns = opened(data)
    assert [etree.QName(each).localname for each in root] == ["metadata", "organizations", "resources"]
    resources = {each.get("identifier"): each for each in root.iter(f"{ns}resource")}
    named = {file.get("href") for each in resources.values() for file in each.iterfind(f"{ns}file")}
    assert named == set(archive.namelist()) - {"imsmanifest.xml"}
    ids = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(ids) == len(set(ids))
    refs = [each.get("identifierref") for each in root.iter() if each.get("identifierref")]
    assert refs and set(refs) <= set(resources)
    (organization,) = root.iter(f"{ns}organization")
    assert organization.get("structure") == "rooted-hierarchy"
    (top,) = organization
    assert all(item.findtext(f"{ns}title") for item in top.iter(f"{ns}item") if item is not top)


@pytest.mark.parametrize("version", ["1.1", "1.3"])
def test_every_page_is_there_and_says_its_version(version: Literal["1.1", "1.3"]) -> None:
    found = made().collection
    data = cartridge(book_contents.whole(found), found.say, version)
    whole(data)
    archive, root, ns = opened(data)
    assert root.findtext(f".//{ns}schemaversion") == f"{version}.0"
    assert ns == f"{{http://www.imsglobal.org/xsd/imsccv{version.replace('.', 'p')}/imscp_v1p1}}"
    titles = [title.text for title in root.iter(f"{ns}title")]
    assert all(essay.title in titles for essay in found.essays)


def test_links_among_pages_arrive() -> None:
    found = made().collection
    archive, _, _ = opened(cartridge(book_contents.whole(found), found.say))
    pages = {name: html.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".html")}
    for name, page in pages.items():
        for target, fragment in (urldefrag(href) for href in page.xpath("//a/@href")):
            there = pages[f"pages/{target}"] if target else pages[name]
            assert there.get_element_by_id(fragment) is not None


def test_links_lead_to_the_site() -> None:
    found = on_the_web()
    data = links(book_contents.whole(found), found.say)
    whole(data)
    archive, root, ns = opened(data)
    assert {each.get("type") for each in root.iter(f"{ns}resource")} == {"imswl_xmlv1p3"}
    urls = [etree.fromstring(archive.read(n))[1].get("href") for n in archive.namelist() if n.startswith("links/")]
    assert all(url.startswith(f"{SITE}/") for url in urls)
    assert {f"{SITE}/essays/{essay.slug}/" for essay in found.essays} <= set(urls)
    assert {f"{SITE}/argumenten/{argument.id}/" for argument in found.arguments} <= set(urls)


def test_links_need_an_address() -> None:
    found = made().collection
    with pytest.raises(ValueError, match="address"):
        links(book_contents.whole(found), found.say)


def test_hostile_words_stay_words() -> None:
    found = collection(strings()[::197], SITE)
    for data in (cartridge(book_contents.whole(found), found.say), links(book_contents.whole(found), found.say)):
        whole(data)


def test_the_same_book_gives_the_same_bytes() -> None:
    found = on_the_web()
    assert cartridge(book_contents.whole(found), found.say) == cartridge(book_contents.whole(found), found.say)
