"""What may not be shown is found in a PDF and in an archive too, and a damaged one stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.collection import made
from weerklank.exports.book import book_contents, book_epub, book_pdf, cartridge
from weerklank.exports.zipped import zipped
from weerklank.model.runs import words
from weerklank.rights.word_runs import Stretch, withhold
from weerklank.site.leaks import leaks, said

SECRET = "Niemand sterft van brood van gisteren. Laat de bakker slapen op zondag."


def files() -> dict[str, bytes]:
    found = made().collection
    book = book_contents.whole(found)
    text = found.by_slug["laat-de-bakker-slapen"]
    return {
        "boek.pdf": book_pdf.pdf(book, found.say),
        "tekst.pdf": book_pdf.pdf(book_contents.one_text(text, found), found.say),
        "boek.epub": book_epub.epub(book, found.say),
        "boek.imscc": cartridge.cartridge(book, found.say),
        "in.zip": zipped({"diep/boek.epub": book_epub.epub(book, found.say)}),
    }


def test_withheld_words_are_found_in_every_kind_of_file(tmp_path: Path) -> None:
    for name, data in files().items():
        (tmp_path / name).write_bytes(data)
    withheld = withhold([Stretch("laat-de-bakker-slapen", words(SECRET))], [], [])
    assert {problem.where for problem in leaks(tmp_path, withheld)} == set(files())


@pytest.mark.parametrize("data", [b"%PDF-1.7 kapot", b"PK\x03\x04kapot", b"\x1f\x8bkapot"])
def test_what_cannot_be_read_says_nothing(data: bytes) -> None:
    assert "".join(said("a.bin", data)) == ""
