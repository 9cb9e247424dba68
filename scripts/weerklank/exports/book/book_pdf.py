"""A book as PDF, set by Typst inside this process: tagged, PDF/UA-1 and PDF/A-2a, the same bytes for the same book.

The words go to the template (reader.typ) as data, and it sets them as text: nothing in them can be markup.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import typst

from weerklank.exports.book.book import Book
from weerklank.languages import base
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import each_string, seen

Standard = Literal["ua-1", "a-2a"]
_LESS: tuple[tuple[Standard, ...], ...] = (("ua-1", "a-2a"), ("ua-1",), ())
"""What is asked of a PDF, and then less of it: a book is made, whatever stands in it."""

UNSHOWN = "\N{REPLACEMENT CHARACTER}"
_LATIN = 0xFF  # the last character that every font has
_FONTS = ("Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono")
_PROBE = f"""#set text(font: {json.dumps(_FONTS).replace("[", "(").replace("]", ")")})
#for each in json(bytes(sys.inputs.data)) {{ par(text(each)) }}
"""


def pdf(book: Book, say: Pack) -> bytes:
    """The PDF of a book: of the whole reader, of one text, or of a lesson to hand out."""
    data = json.dumps(_data(book, say), ensure_ascii=False)
    moment = datetime.fromisoformat(book.day).replace(tzinfo=UTC)
    for standards in _LESS:
        try:
            return _compiled(_template(), data, standards, moment)
        except typst.TypstError:
            if not standards:
                raise
    raise AssertionError("the last of what is asked is nothing")


def _compiled(template: bytes, data: str, standards: Sequence[Standard], moment: datetime) -> bytes:
    compiler = typst.Compiler(template, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"data": data})
    made = compiler.compile(format="pdf", pdf_standards=[*standards], timestamp=moment)
    assert isinstance(made, bytes)
    return made


def _data(book: Book, say: Pack) -> dict[str, Any]:
    also = say("book.also", places="\n").split("\n")
    words = {
        "contents": say("book.contents"),
        "texts": say("book.texts"),
        "arguments": say("book.arguments"),
        "argument": say("matrix.argument"),
        "matrix": say("book.matrix"),
        "matrix_intro": say("book.matrix_intro"),
        "sources": say("book.sources"),
        "colophon": say("book.colophon"),
        "also": also,
        "pages": say("book.pages"),
        "read": say("book.read", part="\n").split("\n"),
        "task": say("lesson.task"),
        "glossary": say("lesson.glossary"),
        "name": say("worksheet.name"),
        "date": say("worksheet.date"),
    }
    data = {"book": asdict(book), "words": words, "language": base(book.language), "fonts": _FONTS}
    return _shown(each_string(data, seen), say)


def _shown(data: dict[str, Any], say: Pack) -> dict[str, Any]:
    """The same with UNSHOWN for each character that no font has, and a word about it in the colophon."""
    beyond = frozenset(char for char in json.dumps(data, ensure_ascii=False) if ord(char) > _LATIN)
    if not (missing := without_glyph(beyond)):
        return data
    swapped = str.maketrans(dict.fromkeys(missing, UNSHOWN))
    shown: dict[str, Any] = each_string(data, lambda text: text.translate(swapped))
    shown["book"]["colophon"] = [*shown["book"]["colophon"], say("book.unshown", sign=UNSHOWN)]
    return shown


@lru_cache
def without_glyph(chars: frozenset[str]) -> frozenset[str]:
    """Those of some characters that the fonts cannot draw: set by themselves, they do not come out of a PDF again.

    >>> sorted(without_glyph(frozenset("ëπ漢")))
    ['漢']
    """
    never = {char for char in chars if unicodedata.category(char) in ("Cn", "Co")}
    drawn = sorted(char for char in chars - never if unicodedata.category(char)[0] not in "CZ")
    if not drawn:
        return frozenset(never)
    from pypdfium2 import PdfDocument

    data = json.dumps([f"a{char}" if unicodedata.combining(char) else char for char in drawn])
    with closing(PdfDocument(_compiled(_PROBE.encode(), data, [], datetime.fromtimestamp(0, UTC)))) as made:
        read = "".join(page.get_textpage().get_text_range() for page in made)
    both = {*read, *unicodedata.normalize("NFD", read), *unicodedata.normalize("NFC", read)}
    return frozenset({*never, *(char for char in drawn if char not in both)})


@cache
def _fonts() -> typst.Fonts:
    """The fonts that Typst brings along (Libertinus, OFL; New Computer Modern, GUST; DejaVu): none of the machine's."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _template() -> bytes:
    return (files("weerklank.exports.book") / "reader.typ").read_bytes()
