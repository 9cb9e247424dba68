"""XML of strangers as a tree: no entities, nothing fetched, nothing without end."""

from __future__ import annotations

import re

from lxml import etree

from weerklank.model.errors import InputError, Problem

LIMIT = 60_000_000  # bytes: some two thousand pages of hOCR
ELEMENTS = 1_500_000
DEPTH = 200
ATTRIBUTE = 20_000  # characters
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class _Watched:
    """Builds a tree, and stops where it has too many elements, or they lie too deep."""

    def __init__(self) -> None:
        self._builder, self._depth, self._count = etree.TreeBuilder(), 0, 0
        self.fault = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        if self._depth > DEPTH:
            self._stop(f"nests its elements more than {DEPTH} deep")
        if self._count > ELEMENTS:
            self._stop(f"has more than {ELEMENTS:,} elements")
        if any(len(value) > ATTRIBUTE for value in attributes.values()):
            self._stop(f"has an attribute of more than {ATTRIBUTE:,} characters")
        self._builder.start(tag, dict(attributes))

    def _stop(self, fault: str) -> None:
        self.fault = self.fault or fault
        raise ValueError(fault)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)

    def data(self, words: str) -> None:
        self._builder.data(words)

    def close(self) -> etree._Element:
        return self._builder.close()


def read_xml(data: bytes, where: str) -> etree._Element:
    """The root of the XML in these bytes of `where`; comments and processing instructions are left out.

    InputError for what is no XML, defines entities, or is larger or deeper than any person's file.
    """
    if len(data) > LIMIT:
        raise InputError([Problem(where, f"is {len(data):,} bytes of XML, and the limit is {LIMIT:,}", "split it")])
    if _ENTITY.search(data) or data.startswith(_WIDE) and _ENTITY.search(data.replace(b"\0", b"")):
        what = "defines entities of its own, which are not read"
        raise InputError([Problem(where, what, "make it again with the program that it came from")])
    watched = _Watched()
    parser = etree.XMLParser(
        target=watched, resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        what = watched.fault or f"is not sound XML ({' '.join(str(error).split())[:80]})"
        remedy = "make it again with the program that it came from"
        raise InputError([Problem(where, what, remedy)]) from None


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def said(element: etree._Element, name: str) -> str:
    """An attribute by its name without a namespace; '' where it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
