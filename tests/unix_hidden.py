"""A process in which what only Unix has is not there, and what Windows refuses is refused: `weerklank` in it.

`python -m tests.unix_hidden ARGUMENTS…` runs `weerklank ARGUMENTS…`; more commands may follow, each after a `+`, up to
the first that fails. It is no Windows: paths, file names and the end of lines are this system's own.
"""

from __future__ import annotations

import ctypes
import os
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog")
NAMES: dict[Any, tuple[str, ...]] = {
    os: ("fchmod", "fchown", "chown", "getuid", "geteuid", "fork", "mkfifo", "killpg", "O_DIRECTORY", "O_NOFOLLOW"),
    signal: ("pthread_sigmask", "SIGKILL", "SIGHUP", "SIGALRM", "alarm"),
}


def hide() -> None:
    """Take away modules, functions and flags, and refuse what Windows refuses."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in NAMES.items():
        for name in names:
            delattr(module, name)
    os.open = _refusing(os.open, _folder, PermissionError(13, "Permission denied"))
    os.fsync = _refusing(os.fsync, _only_read, OSError(9, "Bad file descriptor"))
    os.symlink = _refusing(os.symlink, lambda *_: True, OSError(1314, "A required privilege is not held"))
    os.chmod = _writable_or_not(os.chmod)
    ctypes.CDLL = _refusing(ctypes.CDLL, lambda name, *_: name is None, TypeError("no name"))  # type: ignore[assignment,misc]


def commands(words: list[str]) -> list[list[str]]:
    """The words of each command.

    >>> commands(["check", "+", "seal", "x"])
    [['check'], ['seal', 'x']]
    """
    found: list[list[str]] = [[]]
    for word in words:
        if word == "+":
            found.append([])
        else:
            found[-1].append(word)
    return found


def _refusing(real: Callable[..., Any], refused: Callable[..., bool], error: Exception) -> Callable[..., Any]:
    def does(*given: Any, **more: Any) -> Any:
        if refused(*given):
            raise error
        return real(*given, **more)

    return does


def _folder(path: Any, *_: Any) -> bool:
    return isinstance(path, str | bytes | os.PathLike) and Path(os.fsdecode(path)).is_dir()


def _only_read(handle: int) -> bool:
    about = Path(f"/proc/self/fdinfo/{handle}").read_text().splitlines()
    flags = next(line.split()[1] for line in about if line.startswith("flags:"))
    return int(flags, 8) & os.O_ACCMODE == os.O_RDONLY


def _writable_or_not(real: Callable[..., None]) -> Callable[..., None]:
    """Of a mode only whether one may write is kept."""

    def does(path: Any, mode: int, **more: Any) -> None:
        real(path, 0o777 if mode & stat.S_IWUSR else 0o555, **more)

    return does


if __name__ == "__main__":
    hide()
    from weerklank.__main__ import main
    from weerklank.site import manifest, swap

    swap.ON_WINDOWS = manifest.ON_WINDOWS = True  # type: ignore[attr-defined]
    for arguments in commands(sys.argv[1:]):
        try:
            code = main(arguments)
        except SystemExit as end:  # after --help
            code = int(end.code or 0)
        if code:
            print(f"failed: {arguments}", file=sys.stderr)
            sys.exit(code)
