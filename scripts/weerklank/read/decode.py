"""Bytes of a .txt seed as text: UTF-8 or an error that says what the bytes look like instead."""

from __future__ import annotations

import codecs
import shlex

from weerklank.model.errors import InputError, Problem
from weerklank.read.safe_files import SEED_LIMIT

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip file (a .docx, .odt or .epub is one)",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
}
_UNDEFINED_IN_1252 = b"\x81\x8d\x8f\x90\x9d"
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")


def decode(data: bytes, name: str) -> str:
    r"""The text of the .txt seed `name` (as it is called in messages, 'seeds/001.txt').

    The bytes must be UTF-8; a byte order mark is left out, nothing else is. InputError for bytes
    that are not UTF-8, NUL bytes, more than SEED_LIMIT bytes and a text without a letter or digit.

    >>> decode("\ufeffEen cliënt.\n".encode(), "seeds/1.txt")
    'Een cliënt.\n'
    """
    problem = _refused(data, name)
    if problem:
        raise InputError([problem])
    return data.decode("utf-8-sig")


def _refused(data: bytes, name: str) -> Problem | None:
    if len(data) > SEED_LIMIT:
        return Problem(name, f"is {len(data):,} bytes, and the limit is {SEED_LIMIT:,}", "split it")
    if binary := looks_binary(data):
        return Problem(name, f"is not text: it looks like {binary}", "save the text in it as UTF-8")
    if wide := wide_encoding(data):
        return Problem(name, f"is not UTF-8: it looks like {wide.lower()}", _convert(wide, name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0), name)
    if "\0" in text:
        at = data.index(b"\0")
        return Problem(name, f"holds a NUL byte at byte {at} (line {_line(data, at)})", "take it out: it is no text")
    if not any(c.isalnum() for c in text):
        return Problem(name, "is empty: there is not a word in it", "scrape the text again, or take the file away")
    return None


def looks_binary(data: bytes) -> str:
    """What kind of binary file these bytes look like; '' for bytes that may be text in some encoding."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if wide_encoding(data):
        return ""
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > len(head) // 20 + 1 else ""


def _not_utf8(data: bytes, at: int, name: str) -> Problem:
    place = f"is not UTF-8: byte {at} (line {_line(data, at)}) is 0x{data[at]:02X}"
    if has_utf8(data[:at]) or has_utf8(data[at + 1 :]):
        return Problem(
            name,
            f"{place}, while other letters are UTF-8: two encodings in one file",
            "scrape it again, or set that line right by hand",
        )
    if data[at] in _UNDEFINED_IN_1252:
        return Problem(name, place, "find out how it was saved and convert it to UTF-8")
    around = data[max(0, at - 15) : at + 15].decode("cp1252", "replace")
    shown = " ".join(around.split())
    return Problem(name, f"{place}; it looks like windows-1252 ('{shown}')", _convert("WINDOWS-1252", name))


def has_utf8(data: bytes) -> bool:
    """Whether a letter of two or more bytes in UTF-8 stands in there."""
    return any(ord(c) > 127 for c in data.decode("utf-8", "ignore"))


def wide_encoding(data: bytes) -> str:
    """'UTF-16' and the like, by mark or by the zeros between Latin letters; '' where not."""
    if data.startswith(codecs.BOM_UTF32_LE):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) * 20 <= max(even, odd) and max(even, odd) > len(head) // 3:
        return "UTF-16BE" if even > odd else "UTF-16LE"
    return ""


def _convert(encoding: str, name: str) -> str:
    source, target = shlex.quote(name), shlex.quote(name + ".new")
    return f"convert it: iconv -f {encoding} -t UTF-8 {source} > {target} && mv {target} {source}"


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
