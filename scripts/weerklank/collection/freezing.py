"""A numbered edition is frozen: what is published now has a number from then on, and citations name it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from weerklank.collection.editions import Entry, Lock
from weerklank.collection.seeds import LOCKS
from weerklank.model import Collection
from weerklank.model.frozen import Changes, FrozenEdition
from weerklank.read.safe_files import SEED_LIMIT, is_clutter, read_bytes

_ARGUMENTS = "arguments"


def hashes(seeds: Path) -> tuple[str, str]:
    """SHA-256 of what a collection is made of, without its locks: of its arguments, and of all else in seeds/."""
    files = sorted(path for path in seeds.rglob("*") if path.is_file() and not is_clutter(path.name))
    known = {path.relative_to(seeds).as_posix(): path for path in files if path.name not in LOCKS}
    apart = {name: path for name, path in known.items() if name.startswith(f"{_ARGUMENTS}/")}
    return _hash(seeds, {name: path for name, path in known.items() if name not in apart}), _hash(seeds, apart)


def _hash(seeds: Path, files: Mapping[str, Path]) -> str:
    rows = (
        f"{hashlib.sha256(read_bytes(path, name, SEED_LIMIT)).hexdigest()}  {name}\n" for name, path in files.items()
    )
    return hashlib.sha256("".join(rows).encode()).hexdigest()


def freeze(
    lock: Lock, collection: Collection, day: str, name: str, hashed: tuple[str, str], tool: str
) -> tuple[Lock, FrozenEdition]:
    """The lock with another edition, and that edition. `lock` is that of the collection as it is published."""
    texts = {essay.seed.stem for essay in collection.essays}
    claims = {argument.id for argument in collection.arguments}
    passages = _changes(lock.passages, collection.passages)
    made = FrozenEdition(
        len(lock.editions) + 1,
        day,
        name,
        *hashed,
        tool,
        _changes(lock.texts, texts),
        _changes(lock.arguments, claims),
        (len(passages.added), len(passages.changed), len(passages.removed)),
    )
    frozen = replace(
        lock,
        texts=_frozen(lock.texts, texts),
        arguments=_frozen(lock.arguments, claims),
        passages=_frozen(lock.passages, collection.passages),
        editions=(*lock.editions, made),
    )
    return frozen, made


def _changes(entries: Mapping[str, Entry], here: Iterable[str]) -> Changes:
    """What is `here` now, beside what the last edition had."""
    now = {name: entries[name] for name in sorted(here)}
    return Changes(
        tuple(name for name, entry in now.items() if not entry.frozen),
        tuple(name for name, entry in now.items() if entry.frozen and not entry.is_frozen),
        tuple(name for name, entry in sorted(entries.items()) if entry.frozen and name not in now),
    )


def _frozen(entries: Mapping[str, Entry], here: Iterable[str]) -> dict[str, Entry]:
    now = set(here)
    return {name: replace(entry, frozen=entry.digest if name in now else "") for name, entry in entries.items()}
