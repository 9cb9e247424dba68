"""The SHA-256 of files, each of which is read once for as long as it stays as it is.

As git does, a file is known by its place on the disk, its length and its times; that of its last change no program can
set back. It is known under any name, in any folder that it was moved or linked into.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

_FINE, _COARSE = 20_000_000, 2_000_000_000  # nanoseconds in which a clock of a file system may stand still
_SECOND = 1_000_000_000


class Digests:
    """The digests of the files of one run, which begins with those that one before `dumped`; with none where that is
    something else.
    """

    def __init__(self, dumped: str = "{}") -> None:
        self._now: dict[str, str] = {}  # by the state of a file
        self._before: dict[str, str] = {}
        self._may_change: dict[str, int] = {}  # until when, in nanoseconds, without another state
        with suppress(ValueError, RecursionError):
            held = json.loads(dumped)
            if isinstance(held, dict) and all(isinstance(digest, str) for digest in held.values()):
                self._before = held

    def __call__(self, path: str | Path) -> str:
        """The digest of the file at `path`; '' where there is no regular file."""
        try:
            return self.of(path, os.lstat(path))
        except (OSError, ValueError):
            return ""

    def of(self, path: str | Path, found: os.stat_result) -> str:
        """The same of a file that was just `found` so."""
        if not stat.S_ISREG(found.st_mode):
            return ""
        state = _state(found)
        if known := self._now.get(state):
            return known
        digest = self._before.get(state) or hashlib.sha256(Path(path).read_bytes()).hexdigest()
        self._know(found, state, digest)
        return digest

    def tree(self, folder: str | Path) -> dict[str, str]:
        """The digests of all files below a folder by their names from there, in the order of the names' parts; '' for
        links and what else is no regular file. Nothing where there is no such folder.
        """
        return {
            name: self.of(f"{folder}/{name}", found) for name, found in walk(folder) if not stat.S_ISDIR(found.st_mode)
        }

    def note(self, path: str | Path, digest: str) -> None:
        """That this is the digest of a file: it was just written, or only its links were changed."""
        found = os.lstat(path)
        self._know(found, _state(found), digest)

    def dumped(self) -> str:
        """Those that this run asked for, on one line; but for files that changed so lately that they may change once
        more within the same moment.
        """
        now = time.time_ns()
        young = {state for state, until in self._may_change.items() if until >= now}
        return json.dumps({state: digest for state, digest in self._now.items() if state not in young})

    def _know(self, found: os.stat_result, state: str, digest: str) -> None:
        self._now[state] = digest
        moment = _FINE if found.st_ctime_ns % _SECOND else _COARSE
        until = max(found.st_mtime_ns, found.st_ctime_ns) + moment
        if until >= time.time_ns():
            self._may_change[state] = until


def walk(folder: str | Path, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """All that is below a folder by its name from there, links not followed, in the order of the names' parts. Nothing
    where there is no such folder.
    """
    try:
        with os.scandir(f"{folder}/{below}" if below else folder) as there:
            entries = sorted(there, key=attrgetter("name"))
    except (FileNotFoundError, NotADirectoryError):
        return
    for each in entries:
        name = f"{below}/{each.name}" if below else each.name
        with suppress(FileNotFoundError):
            yield name, each.stat(follow_symlinks=False)
            if each.is_dir(follow_symlinks=False):
                yield from walk(folder, name)


def _state(found: os.stat_result) -> str:
    return f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"
