"""The PDF says what went in, to people and to programs, and is the same every time."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing
from dataclasses import replace

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports.collection import collection
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.exports.book import book_contents
from weerklank.exports.book.book_pdf import UNSHOWN, pdf, without_glyph
from weerklank.markup.markdown import seen
from weerklank.model import Collection

SIGNS = "# $x$ *nadruk* _zo_ `code` \\ @wie <naam> ~ -- --- ... // niets /* niets */ = Kop #import [a](b)"


def one(found: Collection) -> bytes:
    """The PDF of its first text."""
    return pdf(book_contents.one_text(found.essays[0], found), found.say)


def pages(data: bytes) -> str:
    """The words of the pages, as a reader copies them, without the spaces between."""
    with closing(pypdfium2.PdfDocument(data)) as read:
        return squeezed("".join(page.get_textpage().get_text_range() for page in read))


def squeezed(text: str) -> str:
    """Text in one form of Unicode, without spaces; what no font has is one sign, however much of it there is."""
    return re.sub(f"{UNSHOWN}+", UNSHOWN, re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))


def drawn(words: str) -> str:
    missing = without_glyph(frozenset(char for char in words if ord(char) > 0xFF))
    return "".join(UNSHOWN if char in missing else char for char in words)


LEFT_TO_RIGHT = st.characters().filter(
    lambda char: unicodedata.bidirectional(char) not in ("R", "AL", "AN") and not 0x590 <= ord(char) < 0x900
)
"""PDFium, by which this is read back, gives other scripts in the order in which they stand on the page; their marks
alone, which are of no direction, are drawn with one font or with none.
"""
LINE = st.text(LEFT_TO_RIGHT, min_size=1, max_size=40).filter(lambda words: not words.rstrip().endswith("\u00ad"))
"""A soft hyphen at the end of a line PDFium gives in the place of the sign before it, other readers after it."""


@settings(max_examples=60)
@given(LINE)
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    flat = " ".join(words.split()) or "leeg"  # as the collection of this test has it
    assert squeezed(drawn(seen(flat))) in pages(one(collection([words])))


def test_nothing_is_markup_to_the_typesetter() -> None:
    assert squeezed(SIGNS) in pages(one(collection([SIGNS])))
    for words in strings()[::97]:
        flat = " ".join(words.split()) or "leeg"
        assert squeezed(drawn(seen(flat))) in pages(one(collection([words]))), words


def test_it_says_to_be_accessible_and_to_last() -> None:
    found = made().collection
    for data in (pdf(book_contents.whole(found), found.say), one(found)):
        assert b"<pdfuaid:part>1</pdfuaid:part>" in data
        assert b"<pdfaid:part>2</pdfaid:part>" in data and b"<pdfaid:conformance>A</pdfaid:conformance>" in data
        assert re.search(rb"/Lang ?\(nl\b", data)
        assert b"/MarkInfo" in data


def test_a_sign_that_no_font_has_is_named_and_does_no_harm() -> None:
    data = one(collection(["Een 漢 en een 😀."]))
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert squeezed(f"Een {UNSHOWN} en een {UNSHOWN}.") in pages(data)
    assert squeezed(f"{UNSHOWN} staat voor een teken") in pages(data)


def test_signs_that_no_font_has_are_all_found_together() -> None:
    missing = frozenset("漢\u051e\u051f\U0001f600")  # in a PDF the second of them would be read for all
    assert without_glyph(missing | frozenset("π’Ж\u0301")) == missing
    assert squeezed(f"Een {UNSHOWN}.") in pages(one(collection(["Een \u051e漢."])))


def test_the_same_book_gives_the_same_bytes() -> None:
    found = made().collection
    assert pdf(book_contents.whole(found), found.say) == pdf(book_contents.whole(found), found.say)


def test_its_facts_are_those_of_the_text() -> None:
    found = made().collection
    with closing(pypdfium2.PdfDocument(one(found))) as read:
        facts = read.get_metadata_dict()
    first = found.essays[0]
    assert facts["Title"] == first.title
    assert facts["Author"] == ", ".join(first.authors)
    day = first.dated.updated if first.dated else book_contents.FIRST_DAY
    assert facts["CreationDate"].startswith(f"D:{day.replace('-', '')}")


def test_the_whole_has_contents_arguments_table_sources_and_colophon() -> None:
    found = made().collection
    with closing(pypdfium2.PdfDocument(pdf(book_contents.whole(found), found.say))) as read:
        parts = [(mark.level, mark.get_title()) for mark in read.get_toc()]
    top = [title for level, title in parts if level == 0]
    assert top == ["Teksten", "Stellingen", "Wie vindt wat", "Bronnen", "Colofon"]
    assert {essay.title for essay in found.essays} <= {title for _, title in parts}
    assert len([title for _, title in parts if re.match(r"\d+\. ", title)]) == len(found.arguments)


def test_a_collection_without_arguments_has_a_book_too() -> None:
    found = replace(made().collection, arguments=())
    assert pages(pdf(book_contents.whole(found), found.say))
