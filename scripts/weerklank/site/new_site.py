"""The folder in which a site is made: what stays the same is linked from the last site, all else is written anew.

A link and the file that it was made from are one: nothing here is ever written into a file that is there already.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from weerklank.state.digests import Digests
from weerklank.state.kept import Kept
from weerklank.state.safe_writing import link, place_inside, write_inside


class NewSite:
    """A new site in `folder`, made of the `last` one (none, or that folder itself) as far as it stays the same."""

    def __init__(self, folder: Path, last: Path | None = None, digests: Digests | None = None) -> None:
        self.folder, self._last = folder, last
        self.digests = digests or Digests()
        self._folders: set[str] = set()

    def keep(self, name: str, digest: str | None) -> bool:
        """Take over the file with this name if it has this digest in the last site; whether it did."""
        if not (self._last and digest):
            return False
        before = f"{self._last}/{name}"
        if self.digests(before) != digest:
            return False
        if self._last != self.folder:
            path = self._made(name)
            self.clear(name)
            link(before, path)
            self.digests.note(path, digest)
        return True

    def write(self, name: str, data: bytes) -> None:
        """A file of these bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.keep(name, digest):
            self.clear(name)
            self.digests.note(write_inside(self.folder, name, data), digest)

    def copy(self, name: str, source: str | Path) -> None:
        """A file with the bytes of another."""
        digest = self.digests(source)
        if not self.keep(name, digest):
            self.clear(name)
            self.digests.note(shutil.copyfile(source, self._made(name)), digest)

    def copy_folder(self, name: str, source: Path) -> None:
        """A folder with the files of another, and no others."""
        names = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
        for path in (self.folder / name).rglob("*"):
            if path.is_file() and path.relative_to(self.folder / name).as_posix() not in names:
                path.unlink()
        for each in names:
            self.copy(f"{name}/{each}", source / each)

    def put(self, name: str, kind: str, inputs: str | bytes, make: Callable[[], bytes], kept: Kept) -> None:
        """A file with what is kept for these inputs, or made (see Kept)."""
        if not self.keep(name, kept.digest(kind, inputs)):
            self.write(name, kept(kind, inputs, make))

    def clear(self, name: str) -> None:
        """Make room for a file."""
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{self.folder}/{name}")  # noqa: PTH108 - of thousands

    def _made(self, name: str) -> str:
        """The path of a file in the folder; the folder that it needs is made once."""
        parent = posixpath.dirname(name)
        if parent not in self._folders:
            place_inside(self.folder, name)
            self._folders.add(parent)
        return f"{self.folder}/{name}"
