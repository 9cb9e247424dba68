"""Files as a zip: always the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: no zip tells the time of its making
_MODE = 0o100644 << 16


def zipped(files: Mapping[str, bytes], folder: str = "", mimetype: str = "") -> bytes:
    """A zip of these files in order of name, in one folder where it has a name.

    `mimetype` is what the zip says that it is: first, and not compressed, where programs look for it (EPUB).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        if mimetype:
            archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), mimetype.encode())
        for name, data in sorted(files.items()):
            archive.writestr(_entry(f"{folder}/{name}".lstrip("/"), zipfile.ZIP_DEFLATED), data, compresslevel=9)
    return out.getvalue()


def _entry(name: str, how: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.create_system, entry.external_attr, entry.compress_type = 3, _MODE, how
    return entry
