"""The folder in which a site is made: what stays the same stays there, or is linked from the last site; all else is
written anew.

A link and the file that it was made from are one: nothing here is ever written into a file that is there already.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from weerklank.site.manifest import contents, listed
from weerklank.state.digests import Digests
from weerklank.state.kept import Kept
from weerklank.state.safe_writing import link, place_inside, remove


class NewSite:
    """A new site in `folder`, where an older one may lie, made of the `last` one too as far as it stays the same."""

    def __init__(self, folder: Path, last: Path | None = None, digests: Digests | None = None) -> None:
        self.folder, self._last = folder, last if last != folder else None
        self.digests = digests or Digests()
        folder.mkdir(parents=True, exist_ok=True)
        self._there = self.digests.tree(folder)
        self._placed: set[str] = set()  # of what is there that which is of the new site
        self._folders: set[str] = set()
        self._cleared: set[str] = set()
        for name in [name for name, digest in self._there.items() if not digest]:
            self.clear(name)  # a link, say

    @property
    def names(self) -> list[str]:
        """The files that are there, of the new site or an older one."""
        return list(self._there)

    @property
    def before(self) -> dict[str, str]:
        """The digests of the files of the last site by name, as it lists them; nothing where it does not."""
        with suppress(OSError, UnicodeDecodeError):
            return listed(self._last) if self._last else {}
        return {}

    def keep(self, name: str, digest: str | None) -> bool:
        """Take over the file with this name if it is there with this digest, or in the last site; whether it did."""
        if not digest:
            return False
        if self._there.get(name) != digest:
            before = f"{self._last}/{name}"
            if not self._last or self.digests(before) != digest:
                return False
            path = self._room(name)
            link(before, path)
            self.wrote(name, digest)
        self._placed.add(name)
        return True

    def write(self, name: str, data: bytes) -> None:
        """A file of these bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.keep(name, digest):
            Path(self._room(name)).write_bytes(data)
            self.wrote(name, digest)

    def copy(self, name: str, source: str | Path) -> None:
        """A file with the bytes of another."""
        digest = self.digests(source)
        if not self.keep(name, digest):
            shutil.copyfile(source, self._room(name))
            self.wrote(name, digest)

    def copy_folder(self, name: str, source: Path) -> None:
        """A folder with the files of another, and no others."""
        wanted = {f"{name}/{each}": source / each for each in self.digests.tree(source)}
        for each in self.names:
            if each.startswith(f"{name}/") and each not in wanted:
                self.clear(each)
        for each, path in wanted.items():
            self.copy(each, path)

    def put(self, name: str, kind: str, inputs: str | bytes, make: Callable[[], bytes], kept: Kept) -> None:
        """A file with what is kept for these inputs, or made (see Kept)."""
        if not self.keep(name, kept.digest(kind, inputs)):
            self.write(name, kept(kind, inputs, make))

    def loosen(self, name: str) -> None:
        """Let another program write a file: what lies there may be the last site's too."""
        if self._last:
            self.clear(name)

    def wrote(self, name: str, digest: str) -> None:
        """That a file of this digest was made."""
        self.digests.note(f"{self.folder}/{name}", digest)
        self._there[name] = digest
        self._placed.add(name)

    def clear(self, name: str) -> None:
        """Make room for a file."""
        self._there.pop(name, None)
        self._placed.discard(name)
        self._cleared.add(name)
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{self.folder}/{name}")  # noqa: PTH108 - of thousands

    def settle(self) -> dict[str, str]:
        """Take away what an older site left; the digests of all files by name."""
        for name in self._there.keys() - self._placed:
            self.clear(name)
        for name in self._cleared:
            with suppress(OSError):  # something stands in the folder
                os.removedirs((self.folder / name).parent)
        return contents(self.folder, self.digests)

    def _room(self, name: str) -> str:
        """The path of a file that is to be made: what stands in its way goes, and the folder that it needs is made."""
        parent, path = posixpath.dirname(name), Path(f"{self.folder}/{name}")
        if parent not in self._folders:
            for above in map(str, PurePosixPath(name).parents):
                if above in self._there:  # a file where a folder comes
                    self.clear(above)
            place_inside(self.folder, name)
            self._folders.add(parent)
        if path.is_dir():
            for below in [each for each in self._there if each.startswith(f"{name}/")]:
                self.clear(below)
            remove(path)
        self.clear(name)
        return str(path)
