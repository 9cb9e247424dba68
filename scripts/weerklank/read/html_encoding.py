"""Bytes of an HTML page as text: by mark, by what really decodes, by what is declared, in that order.

Web pages declare encodings wrongly often enough that browsers have rules for it; the labels
follow the WHATWG Encoding Standard ('iso-8859-1' means windows-1252).
"""

from __future__ import annotations

import codecs

import webencodings
from bs4.dammit import EncodingDetector

from weerklank.model.errors import InputError, Problem
from weerklank.read.decode import has_utf8, looks_binary, wide_encoding
from weerklank.read.safe_files import SEED_LIMIT

_HEAD = 4096  # bytes in which a page declares its encoding
_NOT_MEANT = ("utf-16le", "utf-16be", "replacement", "x-user-defined")  # by a page that is not so, or cannot be
_UNSEEN = dict.fromkeys([*range(9), 11, *range(14, 32), 127, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF])
_LOOSE_C1 = {b: bytes([b]).decode("cp1252", "replace") for b in range(0x80, 0xA0)}


def page_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page's source as text, and notes on anything but a sound, rightly declared encoding.

    InputError for a file that is no page at all: binary, empty or over the limit.
    """
    if len(data) > SEED_LIMIT:
        raise InputError([Problem("page", f"is {len(data):,} bytes, and the limit is {SEED_LIMIT:,}", "split it")])
    if kind := looks_binary(data):
        raise InputError([Problem("page", f"is not HTML: it looks like {kind}", "save the page as HTML")])
    text, notes = _decoded(data)
    return text.translate(_UNSEEN), notes


def plain_letters(text: str) -> str:
    """Text of a page with C1 controls as the windows-1252 letters that were meant (&#146; is ’)."""
    return text.translate(_LOOSE_C1)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if wide := wide_encoding(data):
        return data.decode(wide, "replace"), ()
    declared = _label(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, declared, error.start)
    if declared in ("", "utf-8") or text.isascii():
        return text, ()
    return text, (f"declared as {declared}, and is UTF-8: read as UTF-8",)


def _not_utf8(data: bytes, declared: str, at: int) -> tuple[str, tuple[str, ...]]:
    if declared not in ("", "utf-8"):
        try:
            return data.decode(declared), ()
        except UnicodeError:
            pass
    line = data.count(b"\n", 0, at) + 1
    place = f"byte 0x{data[at]:02X} in line {line} is not UTF-8"
    text = data.decode("utf-8-sig", _ERRORS)
    if has_utf8(data):
        return text, (f"two encodings in one page: {place}; such bytes are read as windows-1252, so check them",)
    said = f"declared as {declared}, but {place}" if declared else f"no encoding declared, and {place}"
    return text, (f"{said}: read as windows-1252",)


def _label(data: bytes) -> str:
    """The declared encoding by its Python name; '' where none is declared or it is not known."""
    label = EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True, search_entire_document=True)
    found = webencodings.lookup(label or "")
    return found.codec_info.name if found and found.name not in _NOT_MEANT else ""


def _as_1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `bytes.decode`: a byte that is not UTF-8 is read as windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


_ERRORS = "weerklank.windows-1252"
codecs.register_error(_ERRORS, _as_1252)
