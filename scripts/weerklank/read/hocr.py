"""hOCR, as tesseract and others write it (hOCR 1.2), as pages of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import Box, PlacedPage
from weerklank.read.hardened_xml import name_of, read_xml
from weerklank.read.set_words import Run, SetWord, lines_of_runs, seen_page, seen_word, upright

_LINES = {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"}
_BLOCKS = {"ocr_par", "ocrx_block", "ocr_carea"}
_PICTURES = {"ocr_photo", "ocr_image", "ocr_float", "ocr_linedrawing"}
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w{1,10});?")
_BOX = re.compile(r"\bbbox((?: +-?\d{1,6}(?:\.\d+)?){4})")
_CONFIDENCE = re.compile(r"\bx_wconf +(\d{1,3})")


def is_hocr(data: bytes) -> bool:
    """Whether these bytes are a page of hOCR."""
    return b"ocr_page" in data[:20_000] and b"<" in data[:500]


def read_hocr(data: bytes, where: str) -> tuple[PlacedPage, ...]:
    """The pages of hOCR called `where` in messages; InputError where it holds none, or no words."""
    root = read_xml(_NAMED.sub(_entity, data), where)
    pages = tuple(_page(each) for each in root.iter() if "ocr_page" in _classes(each))
    if not any(page.lines for page in pages):
        what = "holds no words of hOCR (ocr_page, ocr_line, ocrx_word)"
        raise InputError([Problem(where, what, "read the page anew")])
    return pages


def _entity(found: re.Match[bytes]) -> bytes:
    """HTML's names for signs, which XML does not know, as numbers."""
    sign = html5.get(f"{found[1].decode('ascii', 'replace')};", "")
    return "".join(f"&#{ord(c)};" for c in sign).encode() or b"&amp;" + found[0][1:]


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split()


def _box(element: etree._Element) -> Box | None:
    found = _BOX.search(element.get("title") or "")
    return Box(*(round(float(each)) for each in found[1].split())) if found else None


def _page(page: etree._Element) -> PlacedPage:
    size = _box(page) or Box(0, 0, 0, 0)
    runs: list[Run] = []
    figures: list[Box] = []
    block = 0
    for element in page.iter():
        classes = _classes(element)
        block += not _BLOCKS.isdisjoint(classes)
        if not _PICTURES.isdisjoint(classes) and (box := _box(element)):
            figures.append(box)
        if not _LINES.isdisjoint(classes):
            runs.append((block, list(_words(element))))
    lines = lines_of_runs(upright(runs))
    return seen_page(size.right, size.bottom, lines, figures)


def _words(line: etree._Element) -> Iterator[SetWord]:
    """The words of a line; a line without words of their own is one."""
    words = [each for each in line.iter() if "ocrx_word" in _classes(each)]
    for word in words or [line]:
        text, box = "".join("".join(word.itertext()).split()), _box(word)
        if not words:
            text = " ".join("".join(word.itertext()).split())
        if text and box:
            confidence = _CONFIDENCE.search(word.get("title") or "")
            names = {name_of(each) for each in word.iter()}
            bold, italic = not names.isdisjoint(("strong", "b")), not names.isdisjoint(("em", "i"))
            sure = int(confidence[1]) if confidence else None
            yield seen_word(text, box, bold=bold, italic=italic, confidence=sure)
