"""One build at a time in a checkout."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from weerklank.model.errors import MachineError

WORK = ".weerklank"
"""The folder in a checkout for what builds leave lying: the lock and unfinished sites."""


@contextmanager
def checkout_lock(root: Path) -> Iterator[None]:
    """Hold the checkout `root` until the block ends. The lock goes with the process, so a killed
    build leaves none. Raises MachineError, naming the holder, where another build has it.
    """
    path = root / WORK / "lock"
    try:
        path.parent.mkdir(exist_ok=True)
        path.touch()
        handle = path.open("r+", encoding="utf-8")
    except OSError as error:
        raise MachineError(f"{path}: cannot be opened ({error.strerror})") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = handle.read().strip() or "unknown process"
            raise MachineError(f"another build has this checkout ({holder}); wait for it, then try again") from None
        except OSError as error:
            raise MachineError(f"{path}: cannot be locked ({error.strerror})") from error
        with suppress(OSError):  # a full disk: the lock holds without a name
            os.ftruncate(handle.fileno(), 0)
            os.pwrite(handle.fileno(), f"process {os.getpid()}, since {time.strftime('%H:%M:%S')}\n".encode(), 0)
        yield
