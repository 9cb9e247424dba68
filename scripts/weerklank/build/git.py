"""What git keeps of a checkout; nothing where there is no git, no repository or no such file."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path


def committed(root: Path, name: str) -> bytes | None:
    """The file `name` of the checkout `root` as the last commit has it."""
    return _git(root, "cat-file", "blob", f"HEAD:./{name}")


def indexed(root: Path, folder: str) -> dict[str, frozenset[str]]:
    """Of each file under `folder` that git keeps, the names of its blobs: one, or in an unfinished merge that of
    each side.
    """
    blobs: dict[str, set[str]] = {}
    for row in (_git(root, "ls-files", "--stage", "-z", "--", folder) or b"").split(b"\0"):
        if row:
            about, _, name = row.decode("utf-8", "surrogateescape").partition("\t")
            blobs.setdefault(name, set()).add(about.split(" ")[1])
    return {name: frozenset(found) for name, found in blobs.items()}


def blob_names(data: bytes) -> set[str]:
    """The names that git may give these bytes: by SHA-1, or in some repositories by SHA-256.

    >>> "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" in blob_names(b"")
    True
    """
    framed = b"blob %d\0" % len(data) + data
    return {hashlib.sha1(framed, usedforsecurity=False).hexdigest(), hashlib.sha256(framed).hexdigest()}


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout
