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
from contextlib import suppress
from pathlib import Path

_FINE, _COARSE = 20_000_000, 2_000_000_000  # nanoseconds in which a clock of a file system may stand still
_SECOND = 1_000_000_000
_Known = tuple[list[int], str]


class Digests:
    """The digests of the files of one run, which begins with those that one before `dumped`; with none where that is
    something else.
    """

    def __init__(self, dumped: str = "{}") -> None:
        self._now: dict[str, _Known] = {}
        self._before: dict[str, _Known] = {}
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            self._before = {place: (state, digest) for place, (state, digest) in json.loads(dumped).items()}

    def __call__(self, path: str | Path) -> str:
        """The digest of the file at `path`; '' where there is no regular file."""
        try:
            found = os.lstat(path)
        except (OSError, ValueError):
            return ""
        if not stat.S_ISREG(found.st_mode):
            return ""
        place, state = _place(found), _state(found)
        known = self._now.get(place) or self._before.get(place)
        if known is None or known[0] != state:
            known = state, hashlib.sha256(Path(path).read_bytes()).hexdigest()
        self._now[place] = known
        return known[1]

    def note(self, path: str | Path, digest: str) -> None:
        """That this is the digest of a file: it was just written, or only its links were changed."""
        found = os.lstat(path)
        self._now[_place(found)] = _state(found), digest

    def dumped(self) -> str:
        """Those that this run asked for, on one line; but for files that changed so lately that they may change once
        more within the same moment.
        """
        now = time.time_ns()
        old = {place: known for place, known in self._now.items() if now - max(known[0][1:]) > _moment(known[0])}
        return json.dumps(old, separators=(",", ":"))


def _place(found: os.stat_result) -> str:
    return f"{found.st_dev}:{found.st_ino}"


def _state(found: os.stat_result) -> list[int]:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _moment(state: list[int]) -> int:
    """How long after its last change a file may change without a later time."""
    return _FINE if state[2] % _SECOND else _COARSE
