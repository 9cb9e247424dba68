"""What follows from the tool and its packages alone, kept beside the bytecode of the tool for its next process.

It only spares work: where the folder cannot be written to, or holds what is damaged, all is made anew each time.
"""

from __future__ import annotations

import contextlib
import marshal
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from zlib import crc32

from jinja2 import Environment, FileSystemBytecodeCache

from weerklank.state.tool import tool

_PAIR = re.compile("([^\n\t]+)\t([^\n]*)")
_GROUPS = 1 << 13  # of a table of words: some tens of words are looked through for one


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


class WordTable(Mapping[str, str]):
    """Words, each with one that goes with it, packed: a dict of them takes seven times the room. Neither holds a tab or
    a line end.

    >>> WordTable.of({"liep": "lopen"}).get("liep"), WordTable.of({}).get("liep")
    ('lopen', None)
    """

    def __init__(self, groups: list[bytes]) -> None:
        """`groups` are lines 'word<tab>other' by the checksum of the word, each between line ends."""
        self.groups = groups

    @classmethod
    def of(cls, words: Mapping[str, str]) -> WordTable:
        """The table of these words."""
        groups: list[list[bytes]] = [[] for _ in range(_GROUPS)]
        for word, other in words.items():
            key = _key(word)
            groups[crc32(key) % _GROUPS].append(key + other.encode())
        return cls([b"".join(group) + b"\n" for group in groups])

    def __getitem__(self, word: str) -> str:
        key = _key(word)
        group = self.groups[crc32(key) % _GROUPS]
        _, found, rest = group.partition(key)
        if not found:
            raise KeyError(word)
        return rest[: rest.index(b"\n")].decode()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All words with the others, in no order."""
        for group in self.groups:
            yield from _PAIR.findall(group.decode())

    def __iter__(self) -> Iterator[str]:
        return (word for word, _ in self.pairs())

    def __len__(self) -> int:
        return sum(group.count(b"\t") for group in self.groups)


def _key(word: str) -> bytes:
    return f"\n{word}\t".encode("utf-8", "surrogatepass")


def kept_words(name: str, make: Callable[[], Mapping[str, str]]) -> WordTable:
    """What `make` gives, kept under a `name` that tells all that it is made of."""
    place = folder()
    if place is None:
        return WordTable.of(make())
    path = place / f"{name}.marshal"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        found = marshal.loads(path.read_bytes())
        if isinstance(found, list) and len(found) == _GROUPS:
            return WordTable(found)
    made = WordTable.of(make())
    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=place) as beside:
        (new := Path(beside) / path.name).write_bytes(marshal.dumps(made.groups))
        new.replace(path)
    return made
