"""What follows from the tool and its packages alone, kept beside the bytecode of the tool for its next process.

It only spares work: where the folder cannot be written to, or holds what is damaged, all is made anew each time.
"""

from __future__ import annotations

import contextlib
import marshal
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache

from weerklank.state.tool import tool


@cache
def folder() -> Path | None:
    """Where Python keeps the bytecode of this package; None where that may not be written to."""
    found = Path(cache_from_source(__file__)).parent
    with contextlib.suppress(OSError):
        found.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=found):
            return found
    return None


class _Templates(FileSystemBytecodeCache):
    """By their names, wherever the tool lies; their checksum tells the tool too, of which functions are worked in."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(source + tool())


def keeping_templates(environment: Environment) -> Environment:
    """The environment, which takes its templates compiled from here where they have not changed."""
    if place := folder():
        environment.bytecode_cache = _Templates(str(place), "jinja-%s.cache")
    return environment


def kept_words(name: str, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """What `make` gives, kept under a `name` that tells all that it is made of."""
    place = folder()
    if place is None:
        return make()
    path = place / f"{name}.marshal"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        found = marshal.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    made = make()
    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=place) as beside:
        (new := Path(beside) / path.name).write_bytes(marshal.dumps(made))
        new.replace(path)
    return made
