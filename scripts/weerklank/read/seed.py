"""One scrape as a seed: its bytes decoded or read as a page, and what went wrong with its letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path

from weerklank.clean.text.characters import garbled
from weerklank.model import Seed, Sidecar
from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.model.geometry import Layout, LayoutFault, read_layout
from weerklank.read.decode import decode
from weerklank.read.partial_text import doubts, many_calls
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump

NO_SIDECAR = Sidecar()
_AS_READ = "page as read"
_LEADS = "ÂÃÄÅâ"  # what Latin letters and marks became begins so; a sound text may hold the rest (emoji, 'ï¿½')


def read_seed(
    data: bytes,
    name: str,
    sidecar: Sidecar = NO_SIDECAR,
    folder: str = "seeds",
    kept: Kept = NOTHING_KEPT,
    layout: bytes | None = None,
) -> tuple[Seed, list[Problem]]:
    """One text and the notes on it. `name` is its file name; .html and .htm are read as pages, or were before.
    `layout` is the file that lies beside it and says where its lines stand.
    """
    path, where = Path(name), f"{folder}/{name}"
    notes_file = f"{folder}/{path.stem}.yml"
    if path.suffix == ".txt":
        if sidecar.selector:
            remedy = "take it out: only an HTML seed has elements to select"
            raise InputError([Problem(notes_file, "'selector' is given for a .txt seed", remedy)])
        text = decode(data, where)
        placed = _layout(layout, text, f"{folder}/{path.stem}{LAYOUT}") if layout is not None else ()
        lacks = kept.record("what a text lacks", text, tuple[tuple[str, str], ...], lambda: tuple(_lacks(text)))
        notes = [*_garbled(text, where), *(Problem(where, *each) for each in lacks)]
        return Seed(path.stem, name, data, text, sidecar, layout=placed), notes
    from weerklank.read.html import SELECTOR, HtmlPage, read_html  # what reads pages is loaded where there are any

    try:
        inputs = _inputs(sidecar.selector, data)
        page = kept.record(_AS_READ, inputs, HtmlPage, lambda: read_html(data, sidecar.selector))
    except InputError as error:
        places = ((notes_file if p.where == SELECTOR else where, p) for p in error.problems)
        raise InputError(Problem(place, p.what, p.remedy) for place, p in places) from None
    notes = [Problem(where, note) for note in page.notes] + _garbled(page.text, where)
    return Seed(path.stem, name, data, page.text, sidecar, page.metadata, page.set_aside, page.site_words), notes


def _lacks(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a text that is more than one, or less, and what to do."""
    lines = text.split("\n")
    for note in doubts(lines):
        yield note, ""
    if number := many_calls(lines):
        yield f"announces {number} texts and holds none of its own", "take the page of one of them"


def is_page(name: str) -> bool:
    """Whether a seed of this name is a web page."""
    return Path(name).suffix in (".html", ".htm")


def read_ahead(pages: Iterable[tuple[str | None, bytes]], kept: Kept, workers: Executor) -> None:
    """Have workers read web pages, (selector, bytes), that are not kept yet, if they are many."""
    ahead(kept, _AS_READ, ((_inputs(*page), page) for page in pages), _read, workers, 0.15)


def _read(page: tuple[str | None, bytes]) -> bytes:
    from weerklank.read.html import read_html

    selector, data = page
    return dump(read_html(data, selector))


def _inputs(selector: str | None, data: bytes) -> bytes:
    return repr(selector).encode() + b"\0" + data


def _layout(data: bytes, text: str, where: str) -> Layout:
    try:
        return read_layout(data, text)
    except LayoutFault as error:
        remedy = "put the two back as they were (git checkout), or add the original again"
        raise InputError([Problem(where, str(error), remedy)]) from None


def _garbled(text: str, where: str) -> list[Problem]:
    """Letters that went wrong before the scrape came here: an error where they are the rule."""
    notes = []
    if lost := text.count("\ufffd"):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        what = f"{lost} lost character{'s'[: lost > 1]} (U+FFFD, first in line {line})"
        notes.append(Problem(where, what, "scrape it again if you can: nobody can tell what stood there"))
    if not (wrong := [each for each in garbled(text) if each[1][0] in _LEADS]):
        return notes
    at, stands, meant = wrong[0]
    line = text.count("\n", 0, at) + 1
    often = f"{len(wrong)} time{'s'[: len(wrong) > 1]}"
    what = f"looks like UTF-8 read as windows-1252: {often}, first '{stands}' for '{meant}' in line {line}"
    remedy = f"scrape it again, or: iconv -f UTF-8 -t WINDOWS-1252 {where} > {where}.new && mv {where}.new {where}"
    problem = Problem(where, what, remedy)
    if len(wrong) > sum(ord(c) > 127 for c in text) - sum(len(stands) for _, stands, _ in wrong):
        raise InputError([problem])
    return [*notes, problem]
