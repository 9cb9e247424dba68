"""The manifest of a published site: a SHA-256 for every file, as `sha256sum` writes and checks them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from weerklank.state.digests import Digests, walk
from weerklank.state.safe_writing import ON_WINDOWS

NAME = "manifest.sha256"
"""Its name in the site's own folder, so that the two change places together."""


def contents(site: Path, digests: Digests | None = None) -> dict[str, str]:
    """The digests of all files in the folder `site` but its manifest, by name, in order; every host may read them
    then, whatever the umask.
    """
    digests = digests or Digests()
    return {name: digests.of(f"{site}/{name}", found) for name, found in _mended(site) if _is_listed(name, found)}


def write_manifest(site: Path, files: Mapping[str, str] | None = None) -> None:
    """List every file of the folder `site`, in order of name; `files` are its contents, where they are known."""
    lines = [f"{digest}  {name}\n" for name, digest in (contents(site) if files is None else files).items()]
    path = site / NAME
    path.unlink(missing_ok=True)  # it may be an older site's too
    path.write_text("".join(lines), "utf-8", newline="\n")
    path.chmod(0o644)


def mend_modes(site: Path) -> None:
    """Let every host read the files and folders of the folder `site`."""
    for _ in _mended(site):
        pass


def listed(site: Path) -> dict[str, str]:
    """The files of a site with their digests, as its manifest has them; OSError, UnicodeDecodeError without one."""
    lines = (site / NAME).read_text("utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def damage(site: Path, digests: Digests | None = None, mend: bool = False) -> list[str]:
    """How the folder `site` differs from its manifest, or cannot be read by others; empty where it is whole. `mend`
    lets others read it first.
    """
    try:
        wanted = listed(site)
    except (OSError, UnicodeDecodeError):
        return ["there is no manifest"]
    digests, there, modes = digests or Digests(), dict[str, str](), []
    for name, found in _mended(site) if mend else _all(site):
        if stat.S_IMODE(found.st_mode) != _mode(found) and not ON_WINDOWS:
            modes.append(f"{name} has mode {stat.S_IMODE(found.st_mode):o}")
        if _is_listed(name, found):
            there[name] = digests.of(f"{site}/{name}", found)
    told = [f"{name} is missing" for name in wanted if name not in there]
    told += [f"{name} is not listed" for name in there if name not in wanted]
    told += [*modes, *(f"{name} has other bytes" for name in wanted if name in there and wanted[name] != there[name])]
    return told


def same(one: Path, other: Path, digests: Digests | None = None) -> bool:
    """Whether two sites are whole and the same."""
    try:
        alike = (one / NAME).read_bytes() == (other / NAME).read_bytes()
    except OSError:
        return False
    return alike and not damage(one, digests) and not damage(other, digests)


def _mended(site: Path) -> Iterator[tuple[str, os.stat_result]]:
    """All of it, and whoever asks may read it."""
    for name, found in _all(site):
        if stat.S_IMODE(found.st_mode) == _mode(found):
            yield name, found
        else:
            (site / name).chmod(_mode(found))
            yield name, os.lstat(f"{site}/{name}")


def _mode(found: os.stat_result) -> int:
    """The mode of a file or folder that a web server, another user, must be able to read."""
    return 0o755 if stat.S_ISDIR(found.st_mode) else 0o644


def _is_listed(name: str, found: os.stat_result) -> bool:
    return not stat.S_ISDIR(found.st_mode) and name != NAME


def _all(site: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The folder itself ('.') and all that is in it, by name."""
    yield ".", site.stat()
    yield from walk(site)
