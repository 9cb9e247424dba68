"""The proof that nothing withheld stands in a finished site: every file of it, read as words.

Markup, entities, escapes and compression are undone first; a PDF is read page by page, an archive file by file.
What is no text (a picture, a font, a program) holds no words; Pagefind's own tables are made from the fragments that
are looked at here.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from weerklank.model.errors import Problem
from weerklank.model.runs import words
from weerklank.rights.word_runs import Withheld
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load

_GZIP, _ZIP, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF-"
_SIGNATURE = b"pagefind_dcd"
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""\s(?!class)[\w:-]+=(?:"([^"]*)"|'([^']*)')""")
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>")
_SMALL = re.compile(r"<(a|span)\b[^<>]*\bdata-apparatus\b[^<>]*>([^<>]*)</\1>")  # a number or a sign inside the text
_JSON = (".json", ".jsonld", ".geojson", ".webmanifest")
_REMEDY = "whatever wrote that file must leave them out; nothing is published until then"


def leaks(
    site: Path,
    withheld: Withheld,
    by_hand: re.Pattern[str] | None = None,
    kept: Kept = NOTHING_KEPT,
    files: Mapping[str, str] | None = None,
) -> Iterator[Problem]:
    """A Problem for each file of folder `site` that holds withheld words; what a file holds may be `kept`. `files` are
    the digests of all by name, where they are known.

    Pages that match `by_hand` are written by people: what stands there in a few words, a heading of
    theirs say, is no secret elsewhere.
    """
    if not withheld:
        return
    files = Digests().tree(site) if files is None else files
    if by_hand:
        own = [site / name for name in files if by_hand.fullmatch(name)]
        withheld = withheld.but(words(view) for path in own for view in texts(path))
    known = withheld.digest()
    for name, digest in files.items():
        inputs = f"{known}\0{name.rpartition('.')[2]}\0{digest}"
        for owner in load(tuple[str, ...], kept("leaks", inputs, partial(_owners, site / name, withheld))):
            yield Problem(name, f"holds words of {owner} that may not be published", _REMEDY)


def _owners(path: Path, withheld: Withheld) -> bytes:
    """Whose withheld words a file holds."""
    return dump(list(dict.fromkeys(owner for view in texts(path) for owner in withheld.find(words(view)))))


def texts(path: Path) -> list[str]:
    """What the file at `path` says, each time read in another way; nothing where it is no text."""
    return said(path.name, path.read_bytes())


def said(name: str, data: bytes) -> list[str]:
    """The same of the bytes of a file with this name; of an archive, what each file in it says."""
    try:
        if data.startswith(_ZIP):
            return _archive(data)
        if data.startswith(_PDF):
            return ["\n".join(pdf_words(data))]
        if data.startswith(_GZIP):
            data = gzip.decompress(data).removeprefix(_SIGNATURE)
        text = data.decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile):
        return []
    if name.endswith(".pf_fragment"):
        return ["\n".join(_strings(json.loads(text))).replace("|", "")]  # the marks of search between parts of words
    if name.endswith(_JSON):
        return _json(text)
    return spoken(text) if "<" in text else [_plain(text)]


def _archive(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [words for name in archive.namelist() for words in said(name, archive.read(name))]


def pdf_words(data: bytes) -> list[str]:
    """What a PDF says: its facts, the names of its parts, and each page; nothing where it is damaged."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with closing(PdfDocument(data)) as pdf:
            facts = [*pdf.get_metadata_dict().values(), *(mark.get_title() for mark in pdf.get_toc())]
            return [*facts, *(page.get_textpage().get_text_range() for page in pdf)]
    except PdfiumError:
        return []


def spoken(markup: str) -> list[str]:
    """The words of a page or a drawing, and apart from them those of its attributes.

    >>> spoken('<p title="Een">Twee<a data-apparatus>a</a> <b>dr</b>ie</p><p>vier</p>')[0].split()
    ['Twee', 'drie', 'vier', 'a']
    """
    parts = _SMALL.split(markup)  # what stands between the small elements, their names, their words
    bare = _TAG.sub(" ", _INLINE.sub("", "".join(parts[::3])))
    values = dict.fromkeys(a or b for a, b in _VALUE.findall(markup))
    told = "\n".join(value for value in values if " " in value or "%" in value or "\n" in value)
    return [_plain("\n".join([bare, *parts[2::3]])), _plain(told)]


def _json(text: str) -> list[str]:
    try:
        said = "\n".join(_strings(json.loads(text)))
    except ValueError:
        said = text
    return spoken(said) if "<" in said else [_plain(said)]


def _strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from _strings(each)


def _plain(text: str) -> str:
    """Text without entities (a feed escapes them twice) and percent signs."""
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    return unquote(text) if "%" in text else text
