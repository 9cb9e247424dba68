"""The folder seeds/: what is taken, what is refused, and that everything wrong is said at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from weerklank.collection import read_arguments, read_seeds, seal
from weerklank.model.errors import InputError
from weerklank.read import decode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "seeds"
    home.mkdir()
    (home / "b.txt").write_text("Een boom is geen meubel.\n")
    (home / "a.txt").write_text("\ufeffEen kast is wél een meubel.\r\n")
    seal(home)
    return home


def said(folder: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_seeds(folder)
    return str(caught.value).splitlines()


def test_the_example() -> None:
    seeds = read_seeds(EXAMPLE / "seeds").seeds
    assert seeds
    assert all(decode(seed.data, seed.name) == seed.text for seed in seeds if seed.name.endswith(".txt"))


def test_texts_in_order_of_stem_with_their_sidecars(folder: Path) -> None:
    (folder / "a.yml").write_text("title: De kast\n")
    (folder / "collection.yml").write_text("title: x\n")
    for name in (".DS_Store", "Thumbs.db", "a.txt~", "#a.yml#", "a.yml.orig", "arguments/x.md.bak"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\0")
    assert read_arguments(folder) == ()
    found = read_seeds(folder)
    assert [(s.stem, s.name, s.sidecar.title) for s in found.seeds] == [("a", "a.txt", "De kast"), ("b", "b.txt", None)]
    assert found.seeds[0].text == "Een kast is wél een meubel.\r\n"
    assert found.unsealed == ()


def test_a_page_is_read_as_one(folder: Path) -> None:
    page = "<title>De stoel</title><article><h1>De stoel</h1><p>Een stoel staat binnen, en dat blijft zo.</article>"
    (folder / "c.html").write_text(page)
    seed = read_seeds(folder).seeds[2]
    assert "Een stoel staat binnen, en dat blijft zo." in seed.text
    assert seed.html_metadata is not None
    assert seed.html_metadata.title == "De stoel"


def test_a_new_text_is_reported_and_sealing_takes_it_in(folder: Path) -> None:
    (folder / "c.txt").write_text("Een stoel.\n")
    assert read_seeds(folder).unsealed == ("c.txt",)
    done = seal(folder)
    assert (done.added, done.changed, done.dropped) == (("c.txt",), (), ())
    assert read_seeds(folder).unsealed == ()
    assert seal(folder).added == ()


def test_sealing_keeps_the_usual_form(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert [line[64:] for line in lines] == ["  a.txt", "  b.txt"]
    assert all(len(line.split("  ")[0]) == 64 for line in lines)


def test_a_changed_and_a_missing_text(folder: Path) -> None:
    (folder / "a.txt").write_text("Een kast is geen meubel.\n")
    text = (folder / "b.txt").read_text()
    (folder / "b.txt").rename(folder / "bb.txt")
    assert "seeds/b.txt: is seeds/bb.txt now, by its bytes" in said(folder)[1]
    (folder / "bb.txt").write_text(text + "Zo is dat.\n")
    assert said(folder) == [
        "seeds/a.txt: changed since it was sealed;"
        " put the old one back (git checkout), or run 'make seal' to accept it",
        "seeds/b.txt: is sealed in SHA256SUMS but is not there (did you mean 'bb.txt'?);"
        " put it back, or, if it was taken away on purpose: weerklank remove b.txt",
    ]
    done = seal(folder)
    assert (done.added, done.changed, done.dropped) == (("bb.txt",), ("a.txt",), ("b.txt",))
    assert len(read_seeds(folder).seeds) == 2


def test_a_damaged_list_of_checksums(folder: Path) -> None:
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write("zomaar\n" + "0" * 64 + "  a.txt\n")
    assert said(folder)[:2] == [
        "seeds/SHA256SUMS: line 3: is not a line of a checksum and a file name;"
        " run 'make seal' after checking the texts",
        "seeds/SHA256SUMS: line 4: names a file twice; run 'make seal' after checking the texts",
    ]
    seal(folder)
    assert read_seeds(folder).unsealed == ()


def test_everything_wrong_is_said_at_once(folder: Path) -> None:
    (folder / "a.txt").write_text("Anders.\n")
    (folder / "a.html").write_text("<p>Iets heel anders, en lang genoeg.</p>")
    (folder / "leeg.txt").write_bytes(b"\n")
    (folder / "oud.txt").write_bytes("één".encode("cp1252"))
    (folder / "b.yml").write_text("titel: x\n")
    (folder / "bb.yml").write_text("title: x\n")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "D.TXT").write_text("Tekst.\n")
    (folder / "map").mkdir()
    (folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pijp.txt")
    messages = said(folder)
    begin = {message.split("; ")[0] for message in messages}
    assert begin >= {
        "seeds/a.txt: changed since it was sealed",
        "seeds/a.txt: has the same name as a.html, so a sidecar would belong to both",
        "seeds/leeg.txt: is empty: there is not a word in it",
        "seeds/b.yml: unknown key 'titel' (line 1)",
        "seeds/bb.yml: is a sidecar without a text",
        "seeds/foto.jpg: is no kind of file that belongs here",
        "seeds/D.TXT: is no kind of file that belongs here",
        "seeds/map: is a folder, and of those only arguments/ and lessons/ are read",
        "seeds/link.txt: is a symbolic link, and links are not followed",
        "seeds/pijp.txt: is not a regular file (a device, pipe or socket)",
    }
    assert len(messages) == 11
    assert "seeds/bb.yml: is a sidecar without a text; did you mean 'b'?" in messages
    assert "seeds/D.TXT: is no kind of file that belongs here; rename it to D.txt" in messages


def test_names_that_some_file_systems_hold_for_one(folder: Path) -> None:
    (folder / "A.txt").write_text("Nog een kast.\n")
    assert said(folder) == [
        "seeds/a.txt: has the same name as A.txt, so a sidecar would belong to both; rename or remove one of the two"
    ]


def test_the_collection_is_no_sidecar(folder: Path) -> None:
    (folder / "collection.txt").write_text("Een verzameling.\n")
    assert "seeds/collection.txt: has the same name as collection.yml" in said(folder)[0]


def test_a_name_that_cannot_be_shown(folder: Path) -> None:
    (folder / "a\nb.txt").write_text("Tekst.\n")
    assert said(folder)[0].startswith("seeds/a\\nb.txt: a file name with characters that cannot be shown")


def test_a_file_over_the_limit_is_not_read(folder: Path) -> None:
    with (folder / "groot.txt").open("wb") as large:
        large.truncate(50_000_000)
    assert said(folder) == [
        "seeds/groot.txt: is 50.0 MB (50,000,000 bytes), and the limit is 5.0 MB (5,000,000 bytes);"
        " split it, or check that it is the text that was meant"
    ]


def test_no_texts_and_no_folder(tmp_path: Path) -> None:
    assert said(tmp_path) == [f"{tmp_path.name}: holds no text; put a scrape in it: a .txt or .html file"]
    assert said(tmp_path / "seeds") == ["seeds: there is no such folder; make it, and put a scrape in it"]


def test_a_selector_for_plain_text(folder: Path) -> None:
    (folder / "a.yml").write_text("selector: article\n")
    assert said(folder) == [
        "seeds/a.yml: 'selector' is given for a .txt seed; take it out: only an HTML seed has elements to select"
    ]


def test_letters_that_went_wrong_before(folder: Path) -> None:
    (folder / "c.txt").write_text("De cliÃ«nt krijgt Ã©Ã©n keer antwoord.\n")
    assert said(folder)[0].startswith(
        "seeds/c.txt: looks like UTF-8 read as windows-1252: 3 times, first 'Ã«' for 'ë' in line 1; scrape it again"
    )
    (folder / "c.txt").write_text("Zo staat ‘cliÃ«nt’ er soms, met één teken te veel.\nEn wat\ufffd is dit?")
    notes = [str(note) for note in read_seeds(folder).notes]
    assert notes[0].startswith("seeds/c.txt: 1 lost character (U+FFFD, first in line 2)")
    assert notes[1].startswith("seeds/c.txt: looks like UTF-8 read as windows-1252: 1 time,")
