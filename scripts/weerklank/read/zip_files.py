"""The zip files that .docx and .epub are, read as files of strangers: nothing hidden, nothing without end."""

from __future__ import annotations

import io
import zipfile
from zlib import error as ZlibError

from weerklank.model.errors import InputError, Problem

PARTS = 5_000
PART_LIMIT = 40_000_000  # bytes of one part, unpacked
LIMIT = 300_000_000  # of all parts together
_SWOLLEN, _FROM = 250, 1_000_000  # times as large unpacked as packed, where that is more than a little
_LOCKED = 0x1  # bit of a part's flags
_AGAIN = "make it again with the program that it came from"


class ZipParts:
    """The parts of a zip file by name; each is unpacked when it is asked for."""

    def __init__(self, data: bytes, where: str) -> None:
        """InputError for what is damaged, locked, swollen, or names parts outside itself."""
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise self.refused("is damaged: it cannot be unpacked") from None
        self.names = tuple(part.filename for part in parts)
        if fault := _fault(parts):
            raise self.refused(fault)

    def read(self, name: str) -> bytes:
        """The bytes of a part; InputError where it is not there or cannot be unpacked."""
        try:
            with self._zip.open(name) as part:
                data = part.read(PART_LIMIT + 1)
        except KeyError:
            raise self.refused(f"lacks its part {name[:80]}") from None
        except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError):
            raise self.refused(f"is damaged: {name[:80]} cannot be unpacked") from None
        if len(data) > PART_LIMIT:
            raise self.refused(f"holds a part of more than {PART_LIMIT:,} bytes")
        return data

    def refused(self, what: str, remedy: str = _AGAIN) -> InputError:
        """The error that says what is wrong with the file."""
        return InputError([Problem(self._where, what, remedy)])


def _fault(parts: list[zipfile.ZipInfo]) -> str:
    """What is wrong with a zip file by its list of parts; '' where nothing is."""
    names = [part.filename for part in parts]
    if len(parts) > PARTS:
        return f"has {len(parts):,} parts, and the limit is {PARTS:,}"
    if len(set(names)) < len(names):
        return "has two parts of one name"
    if any(map(_strays, names)):
        return "names a part outside itself"
    if any(part.flag_bits & _LOCKED for part in parts):
        return "is locked with a password"
    sizes = [(part.file_size, part.compress_size) for part in parts]
    swollen = any(size > _FROM and size > _SWOLLEN * max(packed, 1) for size, packed in sizes)
    if swollen or sum(size for size, _ in sizes) > LIMIT or any(size > PART_LIMIT for size, _ in sizes):
        return "unpacks to far more than a text is"
    return ""


def _strays(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/")
