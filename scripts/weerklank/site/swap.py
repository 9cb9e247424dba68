"""The new site takes the old one's place in one move."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weerklank.errors import MachineError
from weerklank.site.lock import WORK

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """A fresh folder on the checkout's own file system, taken away afterwards.

    First puts right what killed builds left: their folders go, and a site that one of them had
    only half swapped comes back. Any OSError inside becomes a MachineError.
    """
    try:
        _recover(root)
        (root / WORK).mkdir(exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="build-", dir=root / WORK))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        where = error.filename or root / WORK
        raise MachineError(f"{where}: {error.strerror or error}; site/ is as it was") from error


def swap_in(new: Path, site: Path) -> None:
    """Put folder `new` where `site` is; what was there is then at `new` (or beside it, as 'previous').

    At no moment is there half a site. Where the kernel or the file system cannot exchange two
    folders there is one moment without any, and `workspace` mends that after a kill.
    """
    new.chmod(0o755)  # a temporary folder's children may be private; a site is not
    if not os.path.lexists(site):
        new.rename(site)
    elif not _exchange(new, site):
        previous = new.with_name("previous")
        site.rename(previous)
        try:
            new.rename(site)
        except OSError:
            previous.rename(site)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths in one step; False where this machine cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _recover(root: Path) -> None:
    site = root / "site"
    for left in sorted((root / WORK).glob("build-*")):
        if not os.path.lexists(site) and (left / "previous").is_dir():
            (left / "previous").rename(site)
        shutil.rmtree(left, ignore_errors=True)
