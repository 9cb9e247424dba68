"""Which scrapes there are: those of a folder and the folders in it, or those that a listing names, a line each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from weerklank.collection.checksums import SEED_SUFFIXES
from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.read.originals import LIMIT
from weerklank.read.originals import SUFFIXES as ORIGINALS
from weerklank.read.safe_files import SEED_LIMIT, is_clutter, read_bytes

KINDS = (*SEED_SUFFIXES, *ORIGINALS)
"""Endings of the files that are read."""


def scrapes(source: Path) -> Iterator[tuple[str, Path]]:
    """Each scrape as (how records name it, where it lies); in no order, and never all in memory.

    Of a folder the files of a kind that is read, named from it; of a listing (UTF-8) every line, named as it stands
    there, from the folder that the listing lies in. Links are not followed. InputError where `source` is neither.
    """
    if source.is_dir():
        return _of_folder(os.fspath(source.resolve()))
    if source.is_file():
        return _of_listing(source)
    raise InputError([Problem(str(source), "is no folder and no file", "name a folder of scrapes, or a list of paths")])


def _of_folder(top: str) -> Iterator[tuple[str, Path]]:
    waiting = [top]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if is_clutter(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.lower().endswith(KINDS) and not entry.is_symlink():
                    yield os.path.relpath(entry.path, top).replace(os.sep, "/"), Path(entry.path)


def _of_listing(listing: Path) -> Iterator[tuple[str, Path]]:
    folder = listing.resolve().parent
    with listing.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
        for line in lines:
            if name := line.rstrip("\r\n"):
                yield name, folder / name


def bytes_of(path: Path, name: str) -> bytes | Problem:
    """The bytes of a scrape, `name` in messages; a Problem where they cannot be had."""
    limit = LIMIT if path.suffix.lower() in ORIGINALS else SEED_LIMIT
    try:
        return read_bytes(path, name, limit)
    except InputError as error:
        return error.problems[0]
    except (MachineError, ValueError) as error:  # it may not be read; no file can be called so
        return Problem(name, str(error).removeprefix(f"{name} "), "see whether it is there, and may be read")
