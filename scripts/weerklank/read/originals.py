"""Files that hold a text and are none: what is read from each, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from weerklank.clean.layout.plan import plan
from weerklank.model import Seed, Sidecar
from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import Layout, PlacedLine
from weerklank.read.alto import is_alto, read_alto
from weerklank.read.decode import decode
from weerklank.read.docx import read_docx
from weerklank.read.epub import read_epub
from weerklank.read.hocr import is_hocr, read_hocr
from weerklank.read.pdf import read_pdf

LIMIT = 150_000_000
"""Bytes of an original: a book with pictures."""

SUFFIXES = (".pdf", ".docx", ".epub", ".hocr", ".xml", ".alto")
_MARKED_UP = (".hocr", ".xml", ".alto", ".html", ".htm", ".xhtml")
_NO_TITLE = re.compile(
    r"(?i)microsoft word|about:blank|(?:untitled|naamloos|document|print)\W*\d*$"
    r"|\.(?:docx?|indd|qxd|pdf|odt|rtf|pub|pages|html?)\b|\W*$"
)
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")
_PDF_FIELDS = (("Title", "title"), ("Author", "author"), ("CreationDate", "date"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself besides its text: a witness, no fact. `where` is the part of the file."""

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Original:
    """The text in a file; `layout` where it says where its lines stand, `notes` what an editor must know of it."""

    text: str
    layout: Layout = ()
    says: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()


def is_original(data: bytes, name: str) -> bool:
    """Whether a file is one of these: by its name, and where that is a web page's by what it holds."""
    suffix = Path(name).suffix.lower()
    return suffix in SUFFIXES or suffix in _MARKED_UP and is_hocr(data)


def read_original(data: bytes, name: str, where: str) -> Original:
    """The text in the bytes of a file called `name`, `where` in messages. InputError where it cannot be read."""
    suffix = Path(name).suffix.lower()
    if suffix == ".pdf":
        pages, about = read_pdf(data, where)
        return _set(pages, _sound((field, about.get(key, ""), "PDF") for key, field in _PDF_FIELDS))
    if suffix == ".docx":
        text, says, notes = read_docx(data, where)
        return Original(text, (), tuple(_sound((*each, "DOCX") for each in says)), tuple(notes))
    if suffix == ".epub":
        text, says = read_epub(data, where)
        return Original(text, (), tuple(_sound((*each, "EPUB") for each in says)))
    if is_alto(data):
        return _set(read_alto(data, where))
    if is_hocr(data):
        return _set(read_hocr(data, where))
    what = "is neither ALTO nor hOCR"
    raise InputError([Problem(where, what, "let the program that read the page write one of the two")])


def seed_of(data: bytes, path: Path, sidecar: Sidecar) -> tuple[Seed, Original]:
    """The seed that an original makes, and what was read of it; InputError where it cannot be read."""
    original = read_original(data, path.name, str(path))
    text = original.text.rstrip("\n") + "\n"
    decode(text.encode(), str(path))
    layout = original.layout
    return Seed(path.stem, f"{path.stem}.txt", text.encode(), text, sidecar, layout=layout), original


def _set(pages: Layout, says: Iterable[Said] = ()) -> Original:
    """Pages with their lines in the order of reading, so that their text can be read, and a change of it reviewed."""
    numbers = [(at, line) for at, page in enumerate(pages) for line in page.lines]
    words: list[list[str]] = [[] for _ in pages]
    lines: list[list[PlacedLine]] = [[] for _ in pages]
    for part in plan(pages):
        page = numbers[part.lines[0]][0]
        if words[page] and (part.kind or part.joint == "block"):
            words[page].append("")
        lines[page] += [numbers[n][1] for n in part.lines]
        words[page] += [numbers[n][1].text for n in part.lines]
    text = "\f".join("".join(f"{line}\n" for line in page) for page in words)
    placed = tuple(replace(page, lines=tuple(own)) for page, own in zip(pages, lines, strict=True))
    return Original(text, placed, tuple(says))


def _sound(says: Iterable[tuple[str, str, str]]) -> Iterator[Said]:
    """What says something: the name of a program's file is no title, and a day is written as such."""
    for field, value, where in says:
        value = " ".join(value.split())[:200]
        date = _DATE.match(value)
        if field == "date" and date:
            yield Said(field, "-".join(date.groups()), where)
        elif field != "date" and not _NO_TITLE.match(value):
            yield Said(field, value, where)
