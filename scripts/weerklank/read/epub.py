"""An EPUB as text: the pages of its spine, in order, by our reader of HTML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from weerklank.read.hardened_xml import name_of, read_xml, said
from weerklank.read.html import whole_page
from weerklank.read.html_encoding import page_text
from weerklank.read.zip_files import ZipParts

_CONTAINER, _LOCKS = "META-INF/container.xml", ("META-INF/rights.xml", "META-INF/encryption.xml")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to garble fonts alone, which lock no text (EPUB Open Container Format 3.3, 4.4)."""
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(data: bytes, where: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a book and what it says of itself (field, value). InputError where it is none, locked or damaged."""
    parts = ZipParts(data, where)
    if _CONTAINER not in parts.names:
        raise parts.refused("is no EPUB", "take it from its source again")
    if any(name in parts.names and _locks(read_xml(parts.read(name), where)) for name in _LOCKS):
        raise parts.refused("is locked (DRM), and is not opened", "ask its publisher for a copy without")
    root = next(iter(_all(read_xml(parts.read(_CONTAINER), where), "rootfile")), None)
    if root is None:
        raise parts.refused("does not say where its contents are")
    package = unquote(said(root, "full-path"))
    opf = read_xml(parts.read(package), where)
    pages = [posixpath.normpath(posixpath.join(posixpath.dirname(package), each)) for each in _spine(opf)]
    texts = [whole_page(page_text(parts.read(page))[0], where) for page in pages]
    if not any(text.strip() for text in texts):
        raise parts.refused("holds no text", "take it from its source again")
    return "\n\n".join(text for text in texts if text.strip()), list(_fields(opf))


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in root.iter() if name_of(each) == name]


def _locks(root: etree._Element) -> bool:
    """Whether a list of what is locked, or of rights, locks more than fonts."""
    ways = [said(each, "Algorithm") for each in _all(root, "EncryptionMethod")]
    return not ways if name_of(root) != "encryption" else any(way not in _FONTS for way in ways)


def _spine(opf: etree._Element) -> Iterator[str]:
    """The pages in the order of reading; the table of contents and what stands apart are none."""
    items = {said(each, "id"): each for each in _all(opf, "item")}
    for reference in _all(opf, "itemref"):
        item = items.get(said(reference, "idref"))
        if item is None or said(reference, "linear") == "no" or "nav" in said(item, "properties").split():
            continue
        if said(item, "media-type") in _PAGES:
            yield unquote(said(item, "href").partition("#")[0])


def _fields(opf: etree._Element) -> Iterator[tuple[str, str]]:
    fields = {"title": "title", "creator": "author", "date": "date"}
    for element in opf.iter():
        field, words = fields.get(name_of(element)), (element.text or "").strip()
        if field and words and "purl.org/dc" in str(element.tag):
            yield field, words
