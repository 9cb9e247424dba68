"""Work that was done before, kept under the hash of all that it follows from.

`kept(kind, inputs, make)` is the one door: what `make` gave for these inputs, from now or from before. The key is the
SHA-256 of the kind, the inputs and the tool (tool.py), so that nothing is wrong because of it: what changed has
another key. What is kept is veiled with that key, and only the key's own hash lies beside it: a reader's comment that
a scrape holds is read from here by nobody who lacks the scrape, and by nobody at all once it is taken out of it. All
of it lies in one SQLite file, which may be deleted at any time: it is written in one transaction, so a killed build
leaves what was there before, and each entry has the hash of its key and bytes, so that one which was damaged or put in
another's place is made anew, as all are where the file is no database. A run that went well leaves what it used and
nothing else of those kinds, and the file gets smaller with it.

Entries are bytes, and records are JSON in them, never pickles: reading a pickle runs what it says, and no digest that
lies beside it tells who wrote it. JSON of whomever can at worst be a wrong record, and who can write here can write
docs/ and mkdocs.yml too.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

from weerklank.state.memory import Memory, mark
from weerklank.state.packed import Packed
from weerklank.state.records import dump, load
from weerklank.state.safe_writing import real_folder, regular, remove
from weerklank.state.tool import tool

FILE = ".weerklank/kept.sqlite"
"""The store of a collection."""

_PATIENCE = 2.0  # seconds to wait for another command that is writing; then nothing new is kept
_TABLE = "CREATE TABLE kept (key BLOB PRIMARY KEY, kind TEXT, seal BLOB, digest BLOB, data BLOB)"
"""Its rows have numbers, so that what is looked through is an index of keys alone."""
_PUT = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)"
_T = TypeVar("_T")
_Inputs = TypeVarTuple("_Inputs")
Made = dict[bytes, tuple[str, bytes]]
"""Entries by their keys: kind and data."""


class Kept:
    """The entries of one run of the tool: those that it found (`before`) and those that it made; and the `memory` of a
    program that runs on.
    """

    def __init__(
        self, before: sqlite3.Connection | None = None, keeps: bool = True, memory: Memory | None = None
    ) -> None:
        self._memory = memory
        self._new = _waiting() if keeps else None
        self._stores = [store for store in (self._new, before) if store]
        self._keeps = keeps
        self._used: dict[bytes, str] = {}
        self._made: dict[bytes, str] = {}

    def __call__(self, kind: str, inputs: str | bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives for these inputs. `kind` says what that is and is part of the key."""
        data = self.found(kind, inputs)
        if data is None:
            data = make()
            self.keep(kind, inputs, data)
        return data

    def record(self, kind: str, inputs: str | bytes, form: type[_T], make: Callable[[], _T]) -> _T:
        """The same of a record (see records.py); one that was just made is given as it is."""
        made: list[_T] = []

        def dumped() -> bytes:
            made.append(make())
            return dump(made[0])

        def given() -> _T:
            data = self(kind, inputs, dumped)
            return made[0] if made else load(form, data)

        return self.held((kind, inputs), (), given)

    def remembered(self, make: Callable[[*_Inputs], _T], *inputs: *_Inputs) -> _T:
        """What `make` gives for these very objects, with a memory the one that it gave before. What is kept is none of
        them: it changes nothing.
        """
        if self._memory is None:
            return make(*inputs)
        known: tuple[object, ...] = tuple(None if each is self else each for each in inputs)
        return self.held((make, mark(known)), known, lambda: make(*inputs))

    def held(self, key: Hashable, inputs: object, make: Callable[[], _T]) -> _T:
        """The same under a key that is given, of which `inputs` hold what it names by identity. None is not held."""
        if self._memory is None:
            return make()
        found: tuple[_T] | None = self._memory.found(key)
        if found is not None:
            return found[0]
        made = make()
        if made is not None:
            self._memory.note(key, inputs, made)
        return made

    def same(self, name: Hashable, record: _T) -> _T:
        """The record that had this name before, where it equals this one: as one object it is told apart at once."""
        if self._memory is None:
            return record
        found: tuple[_T] | None = self._memory.found(name)
        if found is None or found[0] != record:
            self._memory.note(name, (), record)
            return record
        return found[0]

    def texts(self) -> MutableMapping[str, str]:
        """An empty mapping for very many texts by name: packed, unless there is a memory that knows them again."""
        return Packed() if self._memory is None else {}

    def found(self, kind: str, inputs: str | bytes) -> bytes | None:
        """What was kept for these inputs, None where nothing was: for what cannot be made one by one."""
        key = _key(kind, inputs)
        data = self._found(key)
        if data is not None:
            self._used[key] = kind
        return data

    def digest(self, kind: str, inputs: str | bytes) -> str | None:
        """The SHA-256 of what was kept for these inputs, None where nothing was; where that is damaged, of nothing."""
        key = _key(kind, inputs)
        row = next((row for store in self._stores if (row := _row(store, "digest", key))), None)
        if row is None or not isinstance(row[0], bytes):
            return None
        self._used[key] = kind
        return _veiled(key, row[0]).hex()

    def use(self, kind: str, inputs: str | bytes) -> None:
        """That this run used what is kept for these inputs, without a look at it."""
        self._used[_key(kind, inputs)] = kind

    def keep(self, kind: str, inputs: str | bytes, data: bytes) -> None:
        """Keep what was made for these inputs."""
        self.take({_key(kind, inputs): (kind, data)})

    def lacks(self, kind: str, inputs: str | bytes) -> bool:
        """Whether it would keep this, and has nothing of it yet."""
        key = _key(kind, inputs)
        return self._keeps and not any(_row(store, "1", key) for store in self._stores)

    @property
    def made(self) -> Made:
        """What this run made, for `take` of another's."""
        return {key: (kind, data) for key, kind in self._made.items() if (data := self._found(key)) is not None}

    def take(self, made: Made) -> None:
        """Keep what was made here, or by another process with the same tool."""
        if self._new:
            with suppress(sqlite3.Error):  # no room: then it is made again
                self._new.executemany(_PUT, (_entry(key, *each) for key, each in made.items()))
            kinds = {key: kind for key, (kind, _) in made.items()}
            self._made |= kinds
            self._used |= kinds

    def _found(self, key: bytes) -> bytes | None:
        for store in self._stores:
            row = _row(store, "seal, data", key)
            if row and isinstance(row[1], bytes) and row[0] == _seal(key, row[1]):
                return zlib.decompress(_veiled(key, row[1]))
        return None

    def lay_down(self, store: sqlite3.Connection, whole: bool) -> None:
        """Write what was made into the store. A `whole` run used all of the kinds that it asked for: the rest goes."""
        with store:
            if self._new:
                store.executemany(_PUT, self._new.execute("SELECT * FROM kept"))
            used = {_place(key) for key in self._used}
            for kind in set(self._used.values()) if whole else ():
                there = store.execute("SELECT key FROM kept WHERE kind = ?", (kind,)).fetchall()
                store.executemany("DELETE FROM kept WHERE key = ?", (row for row in there if row[0] not in used))


NOTHING_KEPT = Kept(keeps=False)
"""For whoever keeps nothing: all is made."""


@contextmanager
def keeping(root: Path, write: bool = True, whole: bool = True, memory: Memory | None = None) -> Iterator[Kept]:
    """The work kept for the collection in `root`, for one run; what it made is kept when it ends, also by an error.

    A run that went well and is `whole` (it looked at everything that the collection has, and remembered nothing of it)
    leaves nothing that it did not use. With `write` false nothing is written. Where the disk refuses, the run only does
    more than it need.
    """
    store = _opened(root / FILE, write)
    kept = Kept(store, store is not None, memory)
    whole = whole and not memory
    try:
        with memory.run() if memory is not None else nullcontext():
            yield kept
    except BaseException:
        whole = False
        raise
    finally:
        if store is not None:
            with closing(store), suppress(sqlite3.Error):
                if write:
                    kept.lay_down(store, whole)


def _opened(path: Path, write: bool) -> sqlite3.Connection | None:
    """The store at `path`; a new one where what is there is none. None where there can be none."""
    for _ in range(2):
        try:
            if not write:
                return _connected(path) if regular(path) else None
            real_folder(path.parent)
            if not regular(path):
                remove(path)
            return _connected(path)
        except sqlite3.OperationalError:  # locked, or on a disk that refuses
            return None
        except sqlite3.DatabaseError:  # no database, or not a whole one
            if not write:
                return None
            for name in (path, *path.parent.glob(f"{path.name}-*")):
                with suppress(OSError):
                    remove(name)
        except OSError:
            return None
    return None


def _connected(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        store.execute("PRAGMA trusted_schema = OFF")
        store.execute("PRAGMA secure_delete = ON")  # words that were taken down leave no trace in free pages
        held = store.execute("SELECT sql FROM sqlite_schema WHERE sql NOTNULL").fetchall()
        if not held:
            store.execute("PRAGMA auto_vacuum = FULL")  # the file shrinks with what it holds
            store.execute(_TABLE)
        elif held != [(_TABLE,)] or store.execute("PRAGMA auto_vacuum").fetchone() != (1,):
            raise sqlite3.DatabaseError("another database")
    except sqlite3.Error:
        store.close()
        raise
    return store


def _waiting() -> sqlite3.Connection:
    """A store for what a run makes until it is laid down: on disk where it is large, in a file that nobody can find."""
    store = sqlite3.connect("", check_same_thread=False)
    store.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLE}")
    return store


def _entry(key: bytes, kind: str, data: bytes) -> tuple[bytes, str, bytes, bytes, bytes]:
    veiled = _veiled(key, zlib.compress(data, 1))
    return _place(key), kind, _seal(key, veiled), _veiled(key, hashlib.sha256(data).digest()), veiled


def _row(store: sqlite3.Connection, columns: str, key: bytes) -> tuple[Any, ...] | None:
    """What a store has of an entry; nothing where it is damaged, further on than its head."""
    try:
        row: tuple[Any, ...] | None = store.execute(
            f"SELECT {columns} FROM kept WHERE key = ?", (_place(key),)
        ).fetchone()
    except sqlite3.Error:
        return None
    return row


def _key(kind: str, inputs: str | bytes) -> bytes:
    data = inputs.encode("utf-8", "surrogatepass") if isinstance(inputs, str) else inputs
    return hashlib.sha256(b"\0".join((tool().encode(), kind.encode(), data))).digest()


def _place(key: bytes) -> bytes:
    """Where an entry lies; it does not tell the key."""
    return hashlib.sha256(b"place\0" + key).digest()


def _veiled(key: bytes, data: bytes) -> bytes:
    """Data as only the key can read them; done twice, they are what they were."""
    veil = hashlib.shake_256(b"veil\0" + key).digest(len(data))
    return (int.from_bytes(data) ^ int.from_bytes(veil)).to_bytes(len(data))


def _seal(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()
