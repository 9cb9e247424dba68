"""The manifest of a published site: a SHA-256 for every file, as `sha256sum` writes and checks them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from weerklank.state.digests import Digests
from weerklank.state.safe_writing import ON_WINDOWS

NAME = "manifest.sha256"
"""Its name in the site's own folder, so that the two change places together."""


def write_manifest(site: Path, digests: Digests | None = None) -> None:
    """List every file of the folder `site`, in order of name, and let every host read them (whatever the umask)."""
    found = sorted(_all(site), key=lambda each: each[0].split("/"))
    lines = [f"{digest}  {name}\n" for name, digest in _files(site, found, digests or Digests()).items()]
    (site / NAME).write_text("".join(lines), "utf-8", newline="\n")
    mend_modes(site)


def mend_modes(site: Path) -> None:
    """Let every host read the files and folders of the folder `site`."""
    for name, found in _all(site):
        if stat.S_IMODE(found.st_mode) != _mode(found):
            (site / name).chmod(_mode(found))


def _mode(found: os.stat_result) -> int:
    """The mode of a file or folder that a web server, another user, must be able to read."""
    return 0o755 if stat.S_ISDIR(found.st_mode) else 0o644


def listed(site: Path) -> dict[str, str]:
    """The files of a site with their digests, as its manifest has them; OSError, UnicodeDecodeError without one."""
    lines = (site / NAME).read_text("utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def note_manifest(site: Path, digests: Digests) -> None:
    """Know again the files of a site that was just published: as links went, their times changed."""
    for name, digest in listed(site).items():
        digests.note(site / name, digest)


def damage(site: Path, digests: Digests | None = None) -> list[str]:
    """How the folder `site` differs from its manifest, or cannot be read by others; empty where it is whole."""
    try:
        wanted = listed(site)
    except (OSError, UnicodeDecodeError):
        return ["there is no manifest"]
    found = sorted(_all(site), key=lambda each: each[0].split("/"))
    there = _files(site, found, digests or Digests())
    modes = [] if ON_WINDOWS else [(name, stat.S_IMODE(each.st_mode), _mode(each)) for name, each in found]
    told = [f"{name} is missing" for name in wanted if name not in there]
    told += [f"{name} is not listed" for name in there if name not in wanted]
    told += [f"{name} has mode {mode:o}" for name, mode, right in modes if mode != right]
    return told + [f"{name} has other bytes" for name in wanted if name in there and wanted[name] != there[name]]


def same(one: Path, other: Path, digests: Digests | None = None) -> bool:
    """Whether two sites are whole and the same."""
    try:
        alike = (one / NAME).read_bytes() == (other / NAME).read_bytes()
    except OSError:
        return False
    return alike and not damage(one, digests) and not damage(other, digests)


def _files(site: Path, found: Iterable[tuple[str, os.stat_result]], digests: Digests) -> dict[str, str]:
    names = (name for name, each in found if not stat.S_ISDIR(each.st_mode) and name != NAME)
    return {name: digests(f"{site}/{name}") for name in names}


def _all(site: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The folder itself ('.') and all that is in it, by name."""
    yield ".", site.stat()
    for folder, folders, files in os.walk(site, onerror=_raise):
        inside = folder[len(str(site)) + 1 :]
        for name in (*folders, *files):
            path = f"{inside}/{name}" if inside else name
            yield path, os.lstat(f"{site}/{path}")


def _raise(error: OSError) -> None:
    raise error
