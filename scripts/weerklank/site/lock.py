"""One build at a time in a checkout."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from weerklank.model.errors import MachineError
from weerklank.state.safe_writing import read_state

WORK = ".weerklank"
"""The folder in a checkout for what builds leave lying: the lock and unfinished sites."""


@contextmanager
def checkout_lock(root: Path) -> Iterator[None]:
    """Hold the checkout `root` until the block ends. The lock goes with the process, so a killed
    build leaves none. Raises MachineError, naming the holder, where another build has it.
    """
    path = root / WORK / "lock"
    lock = FileLock(path, timeout=0)
    try:
        path.parent.mkdir(exist_ok=True)
        lock.acquire()
    except Timeout:
        holder = read_state(path).strip() or "unknown process"  # some systems show a locked file to nobody
        raise MachineError(f"another build has this checkout ({holder}); wait for it, then try again") from None
    except OSError as error:
        raise MachineError(f"{path}: cannot be locked ({error.strerror})") from error
    try:
        with suppress(OSError):  # a full disk: the lock holds without a name
            path.write_text(f"process {os.getpid()}, since {time.strftime('%H:%M:%S')}\n", "utf-8")
        yield
    finally:
        lock.release()
