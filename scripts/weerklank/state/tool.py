"""Which tool this is: its own files, its Python and its packages, as one hash."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

_TOOL = Path(__file__).parents[1]


@cache
def tool() -> str:
    """A digest of the package's files, of the version of Python and of the names and versions of all packages.

    Read once: a program that runs goes on with the code that it began with.
    """
    digest = hashlib.sha256(f"{sys.version}\0{sys.platform}\0".encode())
    digest.update("\0".join(_packages()).encode("utf-8", "surrogateescape"))
    digest.update(files_digest().encode())
    return digest.hexdigest()


@cache
def files_digest() -> str:
    """A digest of the package's files alone."""
    digest = hashlib.sha256()
    for folder, names, files in os.walk(_TOOL):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            path = Path(folder, name)
            digest.update(os.fsencode(f"{path.relative_to(_TOOL).as_posix()}\0"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _packages() -> list[str]:
    """What is installed: folders named '<package>-<version>.dist-info'."""
    found = []
    for place in dict.fromkeys(sys.path):
        if os.path.isdir(place):  # noqa: PTH112 - a path of Python's own, perhaps ''
            found += [name for name in os.listdir(place) if name.endswith(".dist-info")]  # noqa: PTH208
    return sorted(found)
