"""The manifest of a published site: a SHA-256 for every file, as `sha256sum` writes and checks them."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from weerklank.state.safe_writing import ON_WINDOWS

NAME = "manifest.sha256"
"""Its name in the site's own folder, so that the two change places together."""


def write_manifest(site: Path) -> None:
    """List every file of the folder `site`, in order of name, and let every host read them (whatever the umask)."""
    lines = [f"{digest}  {name}\n" for name, digest in _files(site).items()]
    (site / NAME).write_text("".join(lines), "utf-8", newline="\n")
    mend_modes(site)


def mend_modes(site: Path) -> None:
    """Let every host read the files and folders of the folder `site`."""
    for path in (site, *site.rglob("*")):
        path.chmod(_mode(path))


def _mode(path: Path) -> int:
    """The mode of a file or folder that a web server, another user, must be able to read."""
    return 0o755 if path.is_dir() else 0o644


def damage(site: Path) -> list[str]:
    """How the folder `site` differs from its manifest, or cannot be read by others; empty where it is whole."""
    try:
        lines = (site / NAME).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ["there is no manifest"]
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    there = _files(site)
    paths = () if ON_WINDOWS else (site, *sorted(site.rglob("*")))
    modes = [(path, stat.S_IMODE(path.stat().st_mode)) for path in paths]
    told = [f"{name} is missing" for name in listed if name not in there]
    told += [f"{name} is not listed" for name in there if name not in listed]
    told += [f"{path.relative_to(site)} has mode {mode:o}" for path, mode in modes if mode != _mode(path)]
    return told + [f"{name} has other bytes" for name in listed if name in there and listed[name] != there[name]]


def same(one: Path, other: Path) -> bool:
    """Whether two sites are whole and the same."""
    try:
        alike = (one / NAME).read_bytes() == (other / NAME).read_bytes()
    except OSError:
        return False
    return alike and not damage(one) and not damage(other)


def _files(site: Path) -> dict[str, str]:
    paths = sorted(p for p in site.rglob("*") if p.is_file() and p != site / NAME)
    return {p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}
