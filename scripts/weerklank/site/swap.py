"""New files take the old ones' places: all of them or none, and each in one move.

A build works in a folder of its own on the checkout's file system (`workspace`), and exchanges
what it made with what was there (`publish`). The site that was there is kept until the next one.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.site.lock import WORK
from weerklank.site.manifest import NAME as MANIFEST
from weerklank.site.manifest import damage, same
from weerklank.state.digests import Digests
from weerklank.state.safe_writing import ON_WINDOWS, read_state, refuse_links, remove

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
_PREVIOUS = "previous"
SPARE = f"{WORK}/previous.spare"
"""In a checkout: the site before the previous one, of which the next is made."""
_MARK = "publishing"  # in a workspace: the manifest of the site that is being published
_ASIDE = ".aside"  # what stood at a target, for a moment, where two paths cannot be exchanged


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """A fresh folder on the checkout's own file system, taken away afterwards.

    First puts right what killed builds left. Any OSError inside becomes a MachineError.
    """
    refuse_links(root, ("docs", "seeds", WORK))
    try:
        recover(root)
        (root / WORK).mkdir(exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="build-", dir=root / WORK))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except shutil.Error as error:  # copying a folder: a list of (from, to, why)
        _, where, why = error.args[0][0]
        raise MachineError(f"{where}: {why}; site/ is as it was") from error
    except OSError as error:
        where = error.filename or root / WORK
        raise MachineError(f"{where}: {error.strerror or error}; site/ is as it was") from error


def take_spare(root: Path, work: Path) -> Path:
    """The folder of the new site in a workspace; the spare one is moved there, most of which will stay as it is."""
    spare = root / SPARE
    with suppress(OSError):
        if spare.is_symlink() or not spare.is_dir():
            remove(spare)
        else:
            spare.rename(work / "site")
    return work / "site"


def leave_spare(root: Path, work: Path) -> None:
    """Leave the site that the previous one took the place of, if there is one, for the next build to begin with."""
    with suppress(OSError):
        (work / "site").rename(root / SPARE)


def publish(root: Path, work: Path, pairs: Sequence[tuple[Path, Path]] = (), digests: Digests | None = None) -> None:
    """Put the files and folders of `pairs` (new, target) in their places, and `work`/site in that of the site.

    All of it is on the disk before the first move. Where one of the moves fails, those before it are undone and
    the OSError goes on. The site that was there becomes the one that `rollback` brings back, unless it is the
    same or damaged.
    """
    site, new = root / "site", work / "site"
    moves = list(pairs)
    if new.is_dir() and not same(new, site, digests):
        (work / _MARK).write_text(_fingerprint(new), "utf-8")
        moves.append((new, site))
    if not _settle_all(work):
        for made, _ in moves:
            _settle(made)
    with _undisturbed():
        swap_all(moves)
        with suppress(OSError):  # it is published; at worst there is nothing to go back to
            if (new, site) in moves:
                _keep(root, new, digests)
            for folder in dict.fromkeys(target.parent for _, target in moves):
                _settle_one(folder)


def _settle_all(work: Path) -> bool:
    """Have the disk hold all that was written on the file system of the workspace: one wait instead of one for each of
    thousands of files. False where this machine cannot.
    """
    syncfs = None if ON_WINDOWS else getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return False
    handle = os.open(work, os.O_RDONLY)
    try:
        return bool(syncfs(handle) == 0)
    finally:
        os.close(handle)


def _settle(top: Path) -> None:
    """Have the disk hold a file, or a folder with all of it: after a power cut there is no name without its bytes."""
    for path in (*top.rglob("*"), top) if top.is_dir() else (top,):
        _settle_one(path)


def _settle_one(path: Path) -> None:
    if ON_WINDOWS and path.is_dir():
        return  # has no such thing there
    handle = os.open(path, os.O_RDWR if ON_WINDOWS else os.O_RDONLY)  # it holds only what is open for writing
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap_all(moves: Sequence[tuple[Path, Path]]) -> None:
    """Swap each (new, target); where one fails, swap those before it back and raise its OSError."""
    done: list[tuple[Path, Path, bool]] = []
    try:
        for new, target in moves:
            there = os.path.lexists(target)
            swap_in(new, target)
            done.append((new, target, there))
    except OSError:
        for new, target, there in reversed(done):
            if there:
                swap_in(new, target)
            else:
                target.rename(new)
        raise


def swap_in(new: Path, target: Path) -> None:
    """Put `new` where `target` is; what was there, if anything, is then at `new`.

    At no moment is there half of it. Where the kernel or the file system cannot exchange two paths
    there is one moment without any, and `recover` mends that after a kill.
    """
    if not os.path.lexists(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        new.rename(target)
    elif not _exchange(new, target):
        aside = new.with_name(new.name + _ASIDE)
        target.rename(aside)
        try:
            new.rename(target)
            try:
                aside.rename(new)
            except OSError:
                target.rename(new)
                raise
        except OSError:
            aside.rename(target)
            raise


def recover(root: Path) -> None:
    """Put right what killed builds left: their folders go, what one had taken out of its place for a
    moment comes back, and a site that one had just replaced is kept as the previous one.
    """
    previous = root / WORK / _PREVIOUS
    if previous.is_symlink():
        previous.unlink()
    taken = previous.with_name(previous.name + _ASIDE)  # a killed rollback's
    if taken.is_dir():
        taken.rename(previous if os.path.lexists(root / "site") else root / "site")
    for left in sorted((root / WORK).glob("build-*")):
        for aside in (*left.glob(f"*{_ASIDE}"), *left.glob(f"*/*{_ASIDE}")):
            new = aside.with_suffix("")
            target = root / new.relative_to(left)
            if not os.path.lexists(target):
                aside.rename(target)
            elif not os.path.lexists(new):
                aside.rename(new)
        if (mark := read_state(left / _MARK)) and mark == _fingerprint(root / "site"):
            _keep(root, left / "site")
        with suppress(OSError):
            remove(left)


def rollback(root: Path) -> None:
    """Exchange the site with the one before it; doing so twice changes nothing. InputError without one."""
    try:
        recover(root)
        previous, site = root / WORK / _PREVIOUS, root / "site"
        if not previous.is_dir():
            raise InputError([Problem(f"{WORK}/{_PREVIOUS}", "no previous site is kept", "build one: make site")])
        if told := damage(previous, mend=True):
            remedy = "build the site anew: make site"
            raise InputError([Problem(f"{WORK}/{_PREVIOUS}", f"the previous site is not whole ({told[0]})", remedy)])
        with _undisturbed():
            swap_in(previous, site)
    except OSError as error:
        raise MachineError(f"{error.filename}: {error.strerror or error}; site/ is as it was") from error


def _keep(root: Path, old: Path, digests: Digests | None = None) -> None:
    """Keep the site at `old` as the previous one, if there is one and it is whole."""
    if old.is_dir() and not damage(old, digests, mend=True):
        swap_in(old, root / WORK / _PREVIOUS)


def _fingerprint(site: Path) -> str:
    """The digest of a site's manifest, '' without one."""
    try:
        return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait until the moves are made, where the system has it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths in one step; False where this machine cannot."""
    renameat2 = None if ON_WINDOWS else getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
