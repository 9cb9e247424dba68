"""Getting bytes out of seeds/ without following links, waiting on devices or filling memory."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from weerklank.model.errors import InputError, MachineError, Problem

SEED_LIMIT = 5_000_000
"""Bytes of a text: some 800,000 words, a long book."""

NOTES_LIMIT = 1_000_000
"""Bytes of a file that a maintainer writes."""


_CLUTTER = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:bak|orig|rej|swp|swo|tmp|lnk)|(?:eh)?thumbs\.db|desktop\.ini|icon\r|__macosx",
    re.IGNORECASE,
)


def is_clutter(name: str) -> bool:
    """Whether a file of this name is none of the maintainer's: systems and editors leave such files lying.

    >>> [is_clutter(name) for name in ("Thumbs.db", ".DS_Store", "001.txt~", "~$brief.docx", "001.txt", "001.txt.bak")]
    [True, True, True, True, False, True]
    """
    return _CLUTTER.fullmatch(name) is not None


def read_bytes(path: Path, where: str, limit: int) -> bytes:
    """The bytes of the regular file at `path`, at most `limit` of them.

    `where` names the file in messages. InputError for a symbolic link, a folder, a device or a
    file over the limit (which is not read); MachineError where the system will not let us read.
    """
    try:
        status = path.lstat()
        refused = unfit(status, where, limit)
        if refused:
            raise InputError([refused])
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError([Problem(where, "there is no such file")]) from None
    except OSError as error:
        raise MachineError(f"{where} cannot be read: {error.strerror}") from error


def unfit(status: os.stat_result, where: str, limit: int) -> Problem | None:
    """Why a file of this status (its own, not that of what it links to) is not read; None = it may be."""
    mode, size = status.st_mode, status.st_size
    if stat.S_ISLNK(mode):
        return Problem(where, "is a symbolic link, and links are not followed", "put the file itself here")
    if stat.S_ISDIR(mode):
        return Problem(where, "is a folder, and a file is wanted here", "move its files one level up, or elsewhere")
    if not stat.S_ISREG(mode):
        return Problem(where, "is not a regular file (a device, pipe or socket)", "take it away")
    if size > limit:
        what = f"is {_bytes(size)}, and the limit is {_bytes(limit)}"
        return Problem(where, what, "split it, or check that it is the text that was meant")
    return None


def _bytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB ({count:,} bytes)" if count >= 100_000 else f"{count:,} bytes"
