"""Which texts go into one file: a shard of all that there is, by the hashes of their bytes.

A text is told of once, however many files hold it, and always in the place that its hash gives it. So the order in
which files are found makes no difference, a text more changes one shard, and a shard's name says all that it holds.
The list lies in SQLite: it may be longer than memory.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from weerklank.corpus.sources import bytes_of
from weerklank.model.errors import Problem
from weerklank.state.tool import tool

SIZE = 5_000_000
"""Bytes of scrapes in a shard, at least on the average: below that starting a task costs more than it brings."""

_TABLES = """
CREATE TABLE files (sha256 BLOB, kind TEXT, name BLOB, path BLOB, PRIMARY KEY (sha256, kind, name)) WITHOUT ROWID;
CREATE TABLE failed (name BLOB PRIMARY KEY, what TEXT, remedy TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Scrape:
    """A text of a shard: its hash, its ending, where one of its files lies, and all names that it is found under."""

    sha256: str
    kind: str
    path: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """Texts in order of their hashes; `name` follows from them, from the form of the file and from the tool."""

    name: str
    form: str
    tool: str
    scrapes: tuple[Scrape, ...]


class Shards:
    """All scrapes of a run, on disk in the file `path`, and what went wrong with any."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._store = sqlite3.connect(path)
        self._store.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        self.files = 0
        self.size = 0  # bytes of all texts, each once

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(self, name: str, path: Path) -> None:
        """One more scrape; one that cannot be read is among those that failed."""
        self.files += 1
        data = bytes_of(path, name)
        if isinstance(data, Problem):
            self.fail(name, data.what, data.remedy)
            return
        kind = path.suffix.lower()
        sha256 = hashlib.sha256(data).digest()
        known = self._store.execute("SELECT 1 FROM files WHERE sha256 = ? AND kind = ? LIMIT 1", (sha256, kind))
        self.size += 0 if known.fetchone() else len(data)
        row = (sha256, kind, os.fsencode(name), os.fsencode(path))
        self._store.execute("INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?)", row)

    def fail(self, name: str, what: str, remedy: str) -> None:
        """A scrape of which nothing can be told, and why."""
        self._store.execute("INSERT OR IGNORE INTO failed VALUES (?, ?, ?)", (os.fsencode(name), what, remedy))

    def failed(self) -> Iterator[tuple[str, str, str]]:
        """Those, by name: (name, what is wrong, what to do)."""
        for name, what, remedy in self._store.execute("SELECT name, what, remedy FROM failed ORDER BY name"):
            yield os.fsdecode(name), what, remedy

    def __len__(self) -> int:
        """How many shards there are, empty ones too: a power of two, so that more texts halve them."""
        return 1 << max(0, (self.size // SIZE).bit_length() - 1)

    def each(self, form: str) -> Iterator[Shard]:
        """Every shard that holds a text, for files of this form."""
        rows = self._store.execute("SELECT sha256, kind, name, path FROM files ORDER BY sha256, kind, name")
        scrapes = (_scrape(list(same)) for _, same in groupby(rows, key=lambda row: row[:2]))
        for number, own in groupby(scrapes, key=lambda scrape: int(scrape.sha256[:8], 16) * len(self) >> 32):
            yield _shard(f"{number:05}-of-{len(self):05}", form, tuple(own))


def _scrape(rows: list[tuple[bytes, str, bytes, bytes]]) -> Scrape:
    """The files of one text as what it is."""
    sha256, kind, _, path = rows[0]
    return Scrape(sha256.hex(), kind, os.fsdecode(path), tuple(os.fsdecode(name) for _, _, name, _ in rows))


def _shard(place: str, form: str, scrapes: tuple[Scrape, ...]) -> Shard:
    told = repr((tool(), form, [(scrape.sha256, scrape.kind, scrape.names) for scrape in scrapes]))
    return Shard(f"{place}-{hashlib.sha256(told.encode()).hexdigest()[:16]}", form, tool(), scrapes)
