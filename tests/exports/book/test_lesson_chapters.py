"""A lesson in the book leads to what is read there, and by itself it has it; neither shows what may not be shown."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree, html

from tests.classroom.lesson import LESSON, OTHER, collection
from tests.exports.book.test_pdf import pages, squeezed
from weerklank.exports.book import book_contents
from weerklank.exports.book.book import Book
from weerklank.exports.book.book_epub import epub
from weerklank.exports.book.book_pdf import pdf
from weerklank.exports.book.cartridge import cartridge, links
from weerklank.languages.pack import pack
from weerklank.model import Collection

ASKED = "Wat <b>staat</b> er?"
ALL = (
    "Brood & water", "Een begin.", "Na deze les kunt u iets noemen.", "brugklas · 30 minuten · 4 haltes", "sluis",
    "deur in het water", "Halte 1", ASKED, "Halte 3 · Botsing", "Titel 0: 6 keer", "Opdracht", "Schrijf.",
)  # fmt: skip
SITE = "https://k.example/lees"


def handed_out(found: Collection) -> Book:
    return book_contents.one_lesson(found.lessons[0], found)


def test_the_book_has_all_of_a_lesson_but_the_text_twice() -> None:
    found = collection()
    (page,) = book_contents.whole(found).pages
    first, argument, clash, word = page.sections
    assert (first.slug, first.unit, first.part, first.blocks) == ("tekst-0", "p2", "§\u00a02 tot en met §\u00a03", ())
    assert [voice.side for voice in argument.voices] == ["Voor: van allen", "Tegen: van één", "Nuance"]
    assert [voice.slug for voice in clash.voices] == ["tekst-0", "tekst-1"]
    assert "Titel 0: 6 keer" in word.notes


@pytest.mark.parametrize("way", ["whole", "alone"])
def test_the_pdf_says_all_of_it(way: str) -> None:
    found = collection()
    shown = pages(pdf(book_contents.whole(found) if way == "whole" else handed_out(found), found.say))
    assert [words for words in ALL if squeezed(words) not in shown] == []


def test_the_epub_and_the_cartridge_say_all_of_it() -> None:
    found = collection()
    book = zipfile.ZipFile(io.BytesIO(epub(book_contents.whole(found), found.say)))
    course = zipfile.ZipFile(io.BytesIO(cartridge(book_contents.whole(found), found.say)))
    for page in (
        etree.fromstring(book.read("EPUB/page-een-les.xhtml")),
        html.fromstring(course.read("pages/page-een-les.html")),
    ):
        shown = squeezed("".join(page.itertext()))
        assert [words for words in ALL if squeezed(words) not in shown] == []
        ways = [each.get("href") for each in page.iter() if each.get("href")]
        assert any(way.startswith("text-tekst-0.") and way.endswith("#p2") for way in ways)


def test_the_course_of_links_leads_to_its_page() -> None:
    found = collection()
    found = replace(found, config=replace(found.config, site_url=SITE))
    course = zipfile.ZipFile(io.BytesIO(links(book_contents.whole(found), found.say)))
    assert any(f"{SITE}/lessen/een-les/".encode() in course.read(name) for name in course.namelist())


def test_by_itself_it_has_what_is_read_and_whose_it_is() -> None:
    found = collection()
    book = handed_out(found)
    assert [block.id for block in book.pages[0].sections[0].blocks] == ["p2", "p3"]
    assert not any(
        piece.stance for block in book.pages[0].sections[0].blocks for line in block.lines for piece in line.words
    )
    shown = pages(pdf(book, found.say))
    assert squeezed(found.essays[0].units[1].text) in shown
    assert squeezed(found.essays[0].units[0].text) not in shown
    assert all(squeezed(essay.title) in shown.partition("Bronnen")[2] for essay in found.essays)


def test_it_names_no_text_of_which_it_shows_nothing() -> None:
    found = collection(lesson=replace(LESSON, stops=LESSON.stops[:1]))
    assert [text.slug for text in handed_out(found).texts] == ["tekst-0"]


def test_what_was_taken_down_or_closed_is_not_in_it() -> None:
    gone = replace(collection(OTHER, removed=("tekst-0",)), arguments=())
    gone = replace(gone, lessons=(replace(LESSON, stops=LESSON.stops[:1]),))
    closed = collection(replace(collection().essays[0], publish="closed", units=()), OTHER)
    closed = replace(closed, arguments=(), lessons=gone.lessons)
    for found in (gone, closed):
        shown = pages(pdf(handed_out(found), found.say))
        assert squeezed("Deze tekst staat hier niet") in shown and squeezed(ASKED) in shown
        assert squeezed(collection().essays[0].units[1].text) not in shown
        assert ("Anna" in shown, "Bronnen" in shown) == (found is closed, False)  # what is closed is listed


def test_in_english_it_speaks_english() -> None:
    found = collection()
    found = replace(found, config=replace(found.config, language="en"))
    shown = pages(pdf(handed_out(found), pack("en")))
    for words in ("After this lesson you can", "Stop 3 · Clash", "Difficult words", "Name:", "Sources"):
        assert squeezed(words) in shown


def test_it_says_to_be_accessible_and_is_the_same_each_time() -> None:
    found = collection()
    data = pdf(handed_out(found), found.say)
    assert data == pdf(handed_out(found), found.say)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data and b"<pdfaid:part>2</pdfaid:part>" in data
