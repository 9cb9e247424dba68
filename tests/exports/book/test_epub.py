"""The EPUB as its format wants it, and as EPUBCheck sees it where that is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.classroom.lesson import collection as lessons
from tests.exports.collection import collection
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.exports.book import book_contents
from weerklank.exports.book.book_epub import epub
from weerklank.markup.markdown import seen
from weerklank.model import Collection

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
ACCESS = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")
KIND = "{http://www.idpf.org/2007/ops}type"
ELEMENTS = {
    *("html", "head", "meta", "title", "link", "body", "section", "header", "footer", "nav", "aside", "h1", "h2", "h3"),
    *("p", "span", "a", "br", "b", "q", "em", "abbr", "blockquote", "div", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def book_of(found: Collection) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub(book_contents.whole(found), found.say)))


def parsed(book: zipfile.ZipFile) -> dict[str, etree._Element]:
    return {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith((".xhtml", ".opf"))}


def test_it_begins_with_what_it_is() -> None:
    book = book_of(made().collection)
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, book.read("mimetype")) == ("mimetype", 0, b"application/epub+zip")


def test_every_link_arrives_and_every_id_is_its_own() -> None:
    pages = {name.rpartition("/")[2]: page for name, page in parsed(book_of(made().collection)).items()}
    ids = {name: [each.get("id") for each in page.iter() if each.get("id")] for name, page in pages.items()}
    assert all(len(own) == len(set(own)) for own in ids.values())
    links = 0
    for name, page in pages.items():
        for link in page.iterfind(".//h:a", NAMES):
            target, fragment = urldefrag(link.get("href"))
            links += 1
            assert target.startswith("http") or fragment in ids[target or name] or (target in ids and not fragment)
    assert links > 20


def test_notes_open_on_the_spot_and_lead_back() -> None:
    found = made().collection
    page = next(p for n, p in parsed(book_of(found)).items() if n.endswith(f"text-{found.essays[0].slug}.xhtml"))
    calls = [a for a in page.iterfind(".//h:a", NAMES) if a.get(KIND) == "noteref"]
    notes = {aside.get("id"): aside for aside in page.iterfind(".//h:aside", NAMES)}
    assert calls and all(call.get("role") == "doc-noteref" for call in calls)
    for call in calls:
        note = notes[call.get("href").removeprefix("#")]
        assert (note.get(KIND), note.get("role")) == ("footnote", "doc-footnote")
        assert f"#{call.get('id')}" in [a.get("href") for a in note.iterfind(".//h:a", NAMES)]


def test_it_tells_how_it_can_be_read() -> None:
    package = parsed(book_of(made().collection))["EPUB/package.opf"]
    told = {meta.get("property") for meta in package.iterfind(".//o:meta", NAMES)}
    assert told >= {f"schema:{key}" for key in ACCESS}
    assert package.findtext(".//d:language", namespaces=NAMES) == "nl"


def test_the_list_of_pages_is_that_of_the_paragraphs() -> None:
    found = made().collection
    nav = parsed(book_of(found))["EPUB/nav.xhtml"]
    lists = {each.get(KIND): each for each in nav.iterfind(".//h:nav", NAMES)}
    assert set(lists) == {"toc", "landmarks", "page-list"}
    numbered = [unit for essay in found.essays for unit in essay.units if unit.number]
    assert len(lists["page-list"].findall(".//h:a", NAMES)) == len(numbered)


@settings(max_examples=50)
@given(st.text(min_size=1))
def test_no_words_become_markup(words: str) -> None:
    inert(words)


def test_no_hostile_words_become_markup() -> None:
    for words in strings()[::41]:
        inert(words)


def inert(words: str) -> None:
    found = collection([words])
    pages = parsed(book_of(found))
    for name, page in pages.items():
        if name.endswith(".xhtml"):
            assert {etree.QName(each).localname for each in page.iter()} <= ELEMENTS
    page = pages[f"EPUB/text-{found.essays[0].slug}.xhtml"]
    shown = " ".join("".join(page.find(".//h:p[@id='p1']", NAMES).itertext()).split())
    assert " ".join(seen(found.essays[0].units[0].text).split()) in shown


def test_the_same_book_gives_the_same_bytes() -> None:
    found = made().collection
    assert epub(book_contents.whole(found), found.say) == epub(book_contents.whole(found), found.say)


@pytest.mark.every
def test_epubcheck_finds_nothing(tmp_path: Path) -> None:
    tool, java = shutil.which("epubcheck"), shutil.which("java")
    if not (tool and java):
        pytest.skip("EPUBCheck is not installed (Debian: apt install epubcheck)")
    hostile = collection([*strings()[::397], "漢字 😀", "Gewoon."])
    known = collection(["Gewoon."], "https://k.example/lees")
    for number, found in enumerate((made().collection, hostile, known, lessons())):
        path = tmp_path / f"{number}.epub"
        path.write_bytes(epub(book_contents.whole(found), found.say))
        command = [java, "-jar", str(Path(tool).resolve()), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "0 fatals / 0 errors / 0 warnings" in done.stdout, done.stdout + done.stderr
