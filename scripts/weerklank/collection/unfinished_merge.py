"""Files with the marks of a merge that was not finished: all of them at once, and before any is read."""

from __future__ import annotations

import re
from pathlib import Path

from weerklank.collection import checksums
from weerklank.collection.edited_files import edited_files
from weerklank.collection.seeds import LOCKS
from weerklank.model.errors import Problem

SETTLE = "let all that was published keep its ids: weerklank settle"
"""What to do about the locks in a merge."""

_MARK = re.compile(rb"^<<<<<<< ", re.MULTILINE)


def unfinished_merges(folder: Path) -> list[Problem]:
    """The files of the seeds folder, texts aside, that hold both sides of a merge: a text may say anything, and its
    checksum tells when it changed.
    """
    problems: list[Problem] = []
    named = (folder / name for name in (*LOCKS, checksums.NAME, checksums.TAKEDOWN))
    for path in sorted({*edited_files(folder), *named}):
        where = path.relative_to(folder.parent).as_posix()
        if not path.is_symlink() and path.is_file() and (mark := _MARK.search(data := path.read_bytes())):
            line = data.count(b"\n", 0, mark.start()) + 1
            what = f"holds the marks of a merge that was not finished (line {line})"
            problems.append(Problem(where, what, _remedy(path.name)))
    return problems


def has_marks(path: Path) -> bool:
    """Whether the file is there and holds both sides of a merge."""
    return path.is_file() and _MARK.search(path.read_bytes()) is not None


def _remedy(name: str) -> str:
    if name in LOCKS or name == checksums.NAME:
        return SETTLE
    return "keep what is right of both sides, and take out the lines of marks"
