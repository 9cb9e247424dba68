"""What the build is doing, for whoever waits for it: on standard error, coloured only on a terminal."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """Counts `total` steps and says each as it begins; on a terminal with a bar and the time it took."""

    def __init__(self, total: int, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._total, self._quiet, self._stream = total, quiet, stream or sys.stderr
        self._number, self._name, self._since = 0, "", 0.0
        self._terminal = self._stream.isatty()

    def step(self, name: str) -> None:
        """Say that the next step begins."""
        self.done()
        self._number, self._name, self._since = self._number + 1, name, time.monotonic()
        if not self._quiet:
            self._write(f"[{self._number}/{self._total}] {name} …", end="" if self._terminal else "\n")

    def say(self, text: str) -> None:
        """Say a line of its own, between steps."""
        self.done()
        if not self._quiet:
            self._write(text)

    def done(self) -> None:
        """Say that the last step is over."""
        name, self._name = self._name, ""
        if not name or self._quiet or not self._terminal:
            return
        full = round(12 * self._number / self._total)
        bar = f"\x1b[32m{'━' * full}\x1b[90m{'━' * (12 - full)}\x1b[0m"
        took = time.monotonic() - self._since
        self._write(f"\r\x1b[2K[{self._number}/{self._total}] {bar} {name} {took:.1f} s")

    def _write(self, text: str, end: str = "\n") -> None:
        self._stream.write(text + end)
        self._stream.flush()
