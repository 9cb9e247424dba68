"""A book as PDF, set by Typst inside this process: tagged, PDF/UA-1 and PDF/A-2a, the same bytes for the same book.

The words go to the template (reader.typ) as data, and it sets them as text: nothing in them can be markup.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
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
_PROBE = f"""#set page(width: 3cm, height: 3cm)
#set text(font: {json.dumps(_FONTS).replace("[", "(").replace("]", ")")})
#for each in json(bytes(sys.inputs.data)) {{ page(text(each)) }}
""".encode()
_GLYPH = re.compile(rb'href="#(g[0-9A-F]+)"')
_NOWHERE = "\U0010fffd"  # for private use: the sign that is drawn for it stands for whatever no font has
_IS_DRAWN: dict[str, bool] = {}
"""Whether one of the fonts has a character, of those that were asked for."""


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
    made = _compiler().compile(
        template, format="pdf", sys_inputs={"data": data}, pdf_standards=[*standards], timestamp=moment
    )
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


def without_glyph(chars: frozenset[str]) -> frozenset[str]:
    """Those of some characters that the fonts cannot draw: set by themselves, they do not come out of a PDF again.

    >>> sorted(without_glyph(frozenset("ëπ漢ԟ")))
    ['ԟ', '漢']
    """
    kinds = {char: unicodedata.category(char) for char in chars}
    never = {char for char, kind in kinds.items() if kind in ("Cn", "Co")}
    drawn = {char for char, kind in kinds.items() if kind[0] not in "CZ"}
    if new := sorted(drawn - _IS_DRAWN.keys()):
        data = json.dumps([_NOWHERE, *(f"a{char}" if unicodedata.combining(char) else char for char in new)])
        pages = _compiler().compile(_PROBE, format="svg", sys_inputs={"data": data})
        assert isinstance(pages, list)
        nothing, *signs = (frozenset(_GLYPH.findall(page)) for page in pages)
        _IS_DRAWN.update((char, nothing.isdisjoint(signs[at])) for at, char in enumerate(new))
    return frozenset(never | {char for char in drawn if not _IS_DRAWN[char]})


@cache
def _compiler() -> typst.Compiler:
    """Typst with the fonts that it brings along (Libertinus, OFL; New Computer Modern, GUST; DejaVu): none of the
    machine's.
    """
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return (files("weerklank.exports.book") / "reader.typ").read_bytes()
