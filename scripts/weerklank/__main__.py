"""`weerklank` and `python -m weerklank`: a package that cannot be loaded is told of, not shown as a traceback."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Sequence

_UNTRACKED = 50_000
"""Objects made before Python looks for circles among them: a command makes many that last, and few circles."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `weerklank` with these arguments (the process's own); its exit code, 3 where the machine is in the way."""
    _take_any_words()
    gc.set_threshold(_UNTRACKED)
    try:
        from weerklank import cli

        return cli.main(arguments)
    except KeyboardInterrupt:  # before or after the command itself
        print("Stopped; the last good site is as it was.", file=sys.stderr)
    except ImportError as error:
        from weerklank.model.errors import broken_package

        print(f"error: {broken_package(error.name or str(error))}", file=sys.stderr)
    return 3


def _take_any_words() -> None:
    """Have standard output take any words, whatever the locale: a file or pipe gets UTF-8, and a terminal question
    marks for what it cannot show.
    """
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
