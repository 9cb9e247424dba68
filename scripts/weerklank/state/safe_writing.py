"""The one place where files of generated names are written, and where the state that builds leave is kept.

Names come from input; whatever they hold, nothing is written outside the folder that was meant. State (in .weerklank)
only spares work: what is damaged or strange of it counts as not there, and is made anew.
"""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path, PurePath

from weerklank.model.errors import InputError, Problem

ON_WINDOWS = os.name == "nt"
"""Where files have no modes, folders cannot be flushed, and two paths cannot be exchanged."""

_STATE_LIMIT = 100_000_000  # bytes of a file of state: hundreds of thousands of entries

_LONGEST = 255  # bytes of a name


def write_inside(folder: Path, name: str, data: bytes) -> Path:
    """Write the file `name` (with slashes) below `folder`, with the folders that it needs; its path. InputError as
    `place_inside`.
    """
    path = place_inside(folder, name)
    path.write_bytes(data)
    return path


def place_inside(folder: Path, name: str) -> Path:
    """The path of the file `name` below `folder`, with the folders that it needs made. InputError where that would lie
    outside, by its name or by a link.
    """
    way = PurePath(name)
    if way.anchor or not way.parts or ".." in way.parts or _has_link(folder, way.parts):
        remedy = "look for a strange slug or a link in seeds/ and docs/"
        raise InputError([Problem(ascii(name)[:80], f"would be written outside {folder.name}/", remedy)])
    path = folder / way
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _has_link(folder: Path, parts: tuple[str, ...]) -> bool:
    """Whether one of these steps down from a folder is a link, or can be no name of a file."""
    try:
        for part in parts:
            folder = folder / part
            if "\0" in part or len(os.fsencode(part)) > _LONGEST or folder.is_symlink():
                return True
        return False
    except (ValueError, OSError):
        return True


def link(source: str | Path, target: str | Path) -> None:
    """Have the file at `source` at `target` too: as one file, or as a copy where the disk knows no links."""
    try:
        os.link(source, target)
    except OSError:  # another disk, one without links, or too many of them
        shutil.copy2(source, target)


def regular(path: Path) -> bool:
    """Whether `path` itself is a regular file: no link, folder or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def read_state(path: Path) -> str:
    """The words of a file of state; '' where it is not there, or is not what we write."""
    try:
        return path.read_text("utf-8") if regular(path) and path.stat().st_size <= _STATE_LIMIT else ""
    except (OSError, UnicodeDecodeError):
        return ""


def write_state(path: Path, text: str) -> None:
    """Write a file of state, whatever stands in its place. OSError where the machine refuses."""
    if not regular(path):
        remove(path)
    path.write_text(text, "utf-8")


def real_folder(path: Path) -> Path:
    """The folder at `path`, made where there is none, or where something else or a link has its place."""
    if path.is_symlink() or not path.is_dir():
        remove(path)
        path.mkdir(parents=True)
    return path


def remove(path: Path) -> None:
    """Take away what stands at `path`, a folder with all that it holds; a link, and not what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


def refuse_links(root: Path, names: tuple[str, ...]) -> None:
    """InputError where one of these folders of a checkout is a link: what is written in it would land elsewhere."""
    links = [name for name in names if (root / name).is_symlink()]
    if links:
        what = "is a symbolic link, and a build would write where it leads"
        raise InputError([Problem(f"{name}/", what, "put the folder itself there") for name in links])
