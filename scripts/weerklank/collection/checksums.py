"""SHA256SUMS: a scrape is evidence, so a change to one must be said aloud."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from weerklank.collection.edited_files import write_whole
from weerklank.collection.yaml_file import nearest
from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, SEED_LIMIT, is_clutter, read_bytes

NAME = "SHA256SUMS"
SEED_SUFFIXES = (".txt", ".html", ".htm")
TAKEDOWN = "takedown.txt"
"""Ends like a text and is none: the list of what was taken down."""

_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?([^/\\\s][^/\\]*)")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What `seal` did: names of the texts added, changed and dropped since the last time."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    dropped: tuple[str, ...]


def read_checksums(folder: Path) -> dict[str, str]:
    """File name -> SHA-256 in hexadecimal, from the folder's SHA256SUMS; empty where it has none."""
    where = f"{folder.name}/{NAME}"
    if not os.path.lexists(folder / NAME):
        return {}
    data = read_bytes(folder / NAME, where, NOTES_LIMIT)
    problems, sums = [], {}
    for number, line in enumerate(decode(data, where).splitlines() if data.strip() else (), start=1):
        match = _LINE.fullmatch(line.rstrip())
        if match and match.group(2) not in sums:
            sums[match.group(2)] = match.group(1).lower()
        elif line.strip():
            what = "names a file twice" if match else "is not a line of a checksum and a file name"
            problems.append(Problem(f"{where}: line {number}", what, "run 'make seal' after checking the texts"))
    if problems:
        raise InputError(problems)
    return sums


def compare(folder: str, sums: dict[str, str], seeds: dict[str, bytes]) -> list[Problem]:
    """What differs between the checksums and the texts (name -> bytes); a new text is no difference."""
    problems = []
    fresh = {digest(data): name for name, data in seeds.items() if name not in sums}
    for name in sorted(sums):
        if name not in seeds and (now := fresh.get(sums[name])):
            remedy = f"let what belongs to it follow: weerklank rename {name} {now}"
            problems.append(Problem(f"{folder}/{name}", f"is {folder}/{now} now, by its bytes", remedy))
        elif name not in seeds:
            close = nearest(name, (n for n in seeds if n not in sums)) if set(seeds) - set(sums) else ""
            what = f"is sealed in {NAME} but is not there" + (f" ({close})" if close else "")
            remedy = f"put it back, or, if it was taken away on purpose: weerklank remove {name}"
            problems.append(Problem(f"{folder}/{name}", what, remedy))
        elif digest(seeds[name]) != sums[name]:
            remedy = "put the old one back (git checkout), or run 'make seal' to accept it"
            problems.append(Problem(f"{folder}/{name}", "changed since it was sealed", remedy))
    return problems


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_text(name: str) -> bool:
    """Whether a file of this name in seeds/ is a text."""
    return Path(name).suffix in SEED_SUFFIXES and name != TAKEDOWN


def is_sealed(name: str) -> bool:
    """Whether a file of this name is a text or the layout of one, of which a change must be said aloud."""
    return is_text(name) or Path(name).suffix == LAYOUT


def texts_of(folder: Path) -> dict[str, str]:
    """The texts that lie in the seeds folder, and their layouts: file name -> SHA-256 in hexadecimal. InputError as
    for `seal`.
    """
    paths = sorted(p for p in folder.iterdir() if is_sealed(p.name) and not is_clutter(p.name))
    return {p.name: digest(read_bytes(p, f"{folder.name}/{p.name}", SEED_LIMIT)) for p in paths}


def seal(folder: Path) -> Sealed:
    """Rewrite SHA256SUMS for the texts that lie in the seeds folder now. InputError for a text that
    cannot be sealed (a link, too large); MachineError where the file cannot be written.
    """
    old: dict[str, str] = {}
    with contextlib.suppress(InputError):  # a damaged list is what sealing mends
        old = read_checksums(folder)
    new = texts_of(folder)
    _write_sums(folder, new)
    return Sealed(
        added=tuple(sorted(set(new) - set(old))),
        changed=tuple(sorted(name for name in new if name in old and new[name] != old[name])),
        dropped=tuple(sorted(set(old) - set(new))),
    )


def add_sealed(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new texts (name -> bytes) into the seeds folder, with their checksums. MachineError where one is there."""
    sums = read_checksums(folder)
    for name, data in files.items():
        try:
            with (folder / name).open("xb") as file:
                file.write(data)
        except OSError as error:
            raise MachineError(f"{folder.name}/{name} cannot be written: {error.strerror}") from error
    _write_sums(folder, {**sums, **{name: digest(data) for name, data in files.items()}})


def reseal(folder: Path, name: str, data: bytes) -> None:
    """Write `data` as the text `name` of the seeds folder, and its new checksum; no other line changes.

    A folder without checksums gets none.
    """
    sums = read_checksums(folder)
    write_whole(folder / name, data)
    if name in sums:
        _write_sums(folder, {**sums, name: digest(data)})


def _write_sums(folder: Path, sums: dict[str, str]) -> None:
    write_whole(folder / NAME, written(sums).encode())


def written(sums: Mapping[str, str]) -> str:
    """Checksums (file name -> sha256) as the text of their file."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
