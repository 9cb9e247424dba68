"""ALTO (versions 2 to 4, Library of Congress) as pages of lines."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import Box, PlacedPage
from weerklank.read.hardened_xml import name_of, read_xml, said
from weerklank.read.set_words import Run, SetWord, lines_of_runs, seen_page, seen_word, upright

_PICTURES = ("Illustration",)
_BLOCKS = ("TextBlock", "ComposedBlock")
_IN_A_POINT = {"mm10": 254 / 72, "inch1200": 1200 / 72}
_ROUND = 1_000_000  # the largest measure that is believed


class _Style(NamedTuple):
    size: float = 0
    bold: bool = False
    italic: bool = False


def is_alto(data: bytes) -> bool:
    """Whether these bytes are ALTO."""
    head = data[:5_000]
    return b"<alto" in head or b":alto" in head or b"<ALTO" in head


def read_alto(data: bytes, where: str) -> tuple[PlacedPage, ...]:
    """The pages of the ALTO called `where` in messages; InputError where it holds none, or no words."""
    root = read_xml(data, where)
    unit = next((each.text for each in root.iter() if name_of(each) == "MeasurementUnit" and each.text), "pixel")
    points = _IN_A_POINT.get(unit.strip(), 0)
    styles = {said(each, "ID"): _style(each, points) for each in root.iter() if name_of(each) == "TextStyle"}
    pages = tuple(_page(each, styles) for each in root.iter() if name_of(each) == "Page")
    if not any(page.lines for page in pages):
        raise InputError([Problem(where, "holds no words of ALTO (Page, TextLine, String)", "read the page anew")])
    return pages


def _number(element: etree._Element, name: str) -> float:
    try:
        value = float(said(element, name) or 0)
    except ValueError:
        return 0
    return value if 0 <= value <= _ROUND else 0


def _style(element: etree._Element, points: float) -> _Style:
    words = said(element, "FONTSTYLE").split()
    return _Style(_number(element, "FONTSIZE") * points, "bold" in words, "italics" in words)


def _box(element: etree._Element) -> Box:
    left, top = _number(element, "HPOS"), _number(element, "VPOS")
    right, bottom = left + _number(element, "WIDTH"), top + _number(element, "HEIGHT")
    return Box(round(left), round(top), round(right), round(bottom))


def _page(page: etree._Element, styles: dict[str, _Style]) -> PlacedPage:
    runs: list[Run] = []
    figures: list[Box] = []
    block = 0
    for element in page.iter():
        name = name_of(element)
        block += name in _BLOCKS
        if name in _PICTURES:
            figures.append(_box(element))
        if name == "TextLine":
            runs.append((block, list(_words(element, _refs(element, styles)))))
    lines = lines_of_runs(upright(runs))
    return seen_page(round(_number(page, "WIDTH")), round(_number(page, "HEIGHT")), lines, figures)


def _refs(element: etree._Element, styles: dict[str, _Style], above: int = 2) -> _Style:
    """The style that an element names, or what it lies in does."""
    named = [styles[ref] for ref in said(element, "STYLEREFS").split() if ref in styles]
    parent = element.getparent()
    if named or parent is None or not above:
        return named[0] if named else _Style()
    return _refs(parent, styles, above - 1)


def _words(line: etree._Element, style: _Style) -> Iterator[SetWord]:
    """The words of a line, the hyphen at its end (HYP) back at its word."""
    children = list(line)
    for element, after in zip(children, [*children[1:], None], strict=True):
        text = html.unescape("".join(said(element, "CONTENT").split()))  # tesseract escapes '&' twice
        if name_of(element) != "String" or not text:
            continue
        box, whole = _box(element), said(element, "SUBS_CONTENT")
        first = said(element, "SUBS_TYPE").lower() == "hyppart1"
        hyphen = after if after is not None and name_of(after) == "HYP" else None
        if hyphen is not None and text[-1] not in "-\u00ad\u2010¬":
            text += "-"
            box = box._replace(right=max(box.right, _box(hyphen).right))
        words = said(element, "STYLE").split()
        confidence = said(element, "WC")
        yield seen_word(
            text,
            box,
            style.size,
            bold=style.bold or "bold" in words,
            italic=style.italic or "italics" in words,
            confidence=round(100 * min(1, _number(element, "WC"))) if confidence else None,
            whole="".join(whole.split()) if first else "",
        )
