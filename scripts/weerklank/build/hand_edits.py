"""Pages of docs/ that the build made and a person changed: what would be overwritten is named first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from weerklank.build.git import blob_names, indexed
from weerklank.build.unchanged import BUILT
from weerklank.collection.checksums import digest
from weerklank.model.errors import Problem
from weerklank.read.safe_files import is_clutter
from weerklank.state.safe_writing import read_state

RECORD = ".weerklank/docs.sha256"
"""What builds here wrote into docs/: 'digest  name' a line, of the last two builds."""

_MERGE_MARK = b"<<<<<<< "


def hand_edits(root: Path, files: Mapping[str, str], stale: Iterable[str]) -> list[Problem]:
    """The generated files of docs/ that no build here wrote and git does not keep as they are: those of `files`
    (name -> what it will be) that will change, and the `stale` ones, which will go.

    Where neither git nor a build here knows of docs/, nothing can be told apart, and nothing is said.
    """
    written = _written(root)
    if not written and (root / BUILT).exists():
        return []  # an older version built here, and kept no record
    changing = dict.fromkeys(files, "is written by the build, and what was changed in it by hand would be lost")
    going = dict.fromkeys(stale, "lies where all files are generated, and would be taken away")
    unknown: dict[str, bytes] = {}
    for name in {**changing, **going}:
        data = None if is_clutter(Path(name).name) else _read(root / "docs" / name)
        if data is None or (name in files and data == files[name].encode()) or (name, digest(data)) in written:
            continue
        unknown[name] = data
    if not unknown:
        return []
    kept = indexed(root, "docs")
    if not written and not kept:
        return []
    return [
        Problem(f"docs/{name}", (changing | going)[name], _remedy(name, name in files))
        for name, data in unknown.items()
        if _MERGE_MARK not in data and kept.get(f"docs/{name}", frozenset()).isdisjoint(blob_names(data))
    ]


def _remedy(name: str, generated: bool) -> str:
    if generated:
        return (
            "make the change in seeds/ (a page about the site is yours once its line 'generated:' is out), then take "
            f"this page away and build again: rm 'docs/{name}'"
        )
    return "move it to a place of its own in docs/, or take it away"


def record(root: Path, files: Mapping[str, str]) -> str:
    """The record with what is going to be written into docs/ added; what was there before the last build goes."""
    before = sorted(_written(root, newest=True))
    lines = [f"{digest(files[name].encode())}  {name}\n" for name in sorted(files)]
    return "".join([*lines, "\n", *(f"{found}  {name}\n" for name, found in before)])


def _written(root: Path, newest: bool = False) -> set[tuple[str, str]]:
    """(name, digest) of what the last two builds wrote, or the newest of them alone."""
    blocks = read_state(root / RECORD).split("\n\n")[: 1 if newest else None]
    rows = (line.split("  ", 1) for block in blocks for line in block.splitlines() if "  " in line)
    return {(name, found) for found, name in rows}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
