"""TEI read back: whether it is valid, and the words and ids that a reader of it gets."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
_RNG = {"r": "http://relaxng.org/ns/structure/1.0"}
_NOT_READ = {f"{TEI}{name}" for name in ("orig", "sic", "rdg", "note")}
_UNITS = {f"{TEI}{name}" for name in ("p", "ab", "head", "list", "lg")}


def schema(roots: list[etree._Element]) -> etree.RelaxNG:
    """tei_all as far as it concerns these documents: an element that none of them has is not allowed.

    That makes no difference to whether they are valid, and the whole of it takes libxml2 most of a minute to load.
    """
    here = {etree.QName(each).localname for root in roots for each in root.iter(etree.Element)}
    grammar = etree.fromstring(gzip.decompress((Path(__file__).parent / "tei_all.rng.gz").read_bytes()))
    for found in grammar.xpath("//r:element[@name]", namespaces=_RNG):
        if found.get("name") not in here:
            found.getparent().replace(found, etree.Element(f"{{{_RNG['r']}}}notAllowed"))
    return etree.RelaxNG(grammar)


def faults(documents: dict[str, str]) -> list[str]:
    """What is wrong with documents by the schema, and pointers that lead nowhere in them."""
    roots = {name: etree.fromstring(text.encode()) for name, text in documents.items()}
    rules = schema(list(roots.values()))
    found = []
    for name, root in roots.items():
        rules.validate(root)
        found += [f"{name}: {error.message}" for error in rules.error_log]
        found += [f"{name}: {pointer} leads nowhere" for pointer in _lost(root)]
    return found


def _lost(root: etree._Element) -> Iterator[str]:
    ids = [each.get(ID) for each in root.iter(etree.Element) if each.get(ID)]
    yield from {own for own in ids if ids.count(own) > 1}
    known = set(ids)
    for each in root.iter(etree.Element):
        for name in ("ana", "from", "to", "source", "resp"):
            yield from (to for to in each.get(name, "").split() if to.removeprefix("#") not in known)


def units(text: str, prefix: str = "") -> dict[str, str]:
    """The words of each unit of a text's body, by id."""
    body = next(etree.fromstring(text.encode()).iter(f"{TEI}body"))
    return {each.get(ID).removeprefix(prefix): _unit(each) for each in body.iter(_UNITS) if each.get(ID)}


def _unit(element: etree._Element) -> str:
    if element.tag == f"{TEI}list":
        marks = (item.get("n") for item in element)
        return "\n".join(f"{mark} {_words(item)}" for mark, item in zip(marks, element, strict=True))
    return "\n".join(map(_words, element)) if element.tag == f"{TEI}lg" else _words(element)


def _words(element: etree._Element) -> str:
    found = element.text or ""
    for child in element:
        if child.tag == f"{TEI}lb":
            found += "\n"
        elif child.tag == f"{TEI}gap" and child.get("reason") == "withheld":
            found += "[…]"
        elif child.tag not in _NOT_READ:
            found += _words(child)
        found += child.tail or ""
    return found


def passages(text: str) -> dict[str, str]:
    """The words between the points of each passage, by its id: those of the unit that it stands in."""
    root = etree.fromstring(text.encode())
    return {
        span.get(ID).removeprefix("passage."): _between(root, span.get("from")[1:], span.get("to")[1:])
        for span in root.iter(f"{TEI}span")
    }


def _between(root: etree._Element, first: str, last: str) -> str:
    start = next(each for each in root.iter(f"{TEI}anchor") if each.get(ID) == first)
    unit = next(each for each in start.iterancestors() if each.tag in _UNITS and each.get(ID))
    found, inside = "", False
    for event, each in etree.iterwalk(unit, events=("start", "end")):
        if event == "start" and each.get(ID) == first:
            inside = True
        if event == "start" and each.get(ID) == last:
            inside = False
        words = each.text if event == "start" else (each.tail if each is not unit else "")
        if inside and not _skipped(each, event):
            found += ("\n" if event == "start" and each.tag == f"{TEI}lb" else "") + (words or "")
    return found


def _skipped(element: etree._Element, event: str) -> bool:
    inner = [element, *element.iterancestors()] if event == "start" else list(element.iterancestors())
    return any(each.tag in _NOT_READ for each in inner)
