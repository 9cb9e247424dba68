"""Whether there is anything to build; to tell, nothing is loaded of what builds."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from weerklank.state.digests import Digests
from weerklank.state.safe_writing import read_state, write_state
from weerklank.state.tool import tool

BUILT = ".weerklank/built"
"""What the last build here read and what it made, a digest of each; and those of all their files."""

_INPUTS = ("seeds", "docs", "mkdocs.yml", "requirements.txt")


def nothing_changed(root: Path) -> str:
    """What is said then."""
    return f"Nothing changed; the site is in {root / 'site'}"


def known_digests(root: Path) -> Digests:
    """Those of the last build here."""
    return Digests((read_state(root / BUILT).splitlines() or ["{}"])[-1])


def is_built(root: Path, base_url: str | None, digests: Digests) -> bool:
    """Whether the site is what a build would make of what is there now. Where something changed, the site is not
    looked at.
    """
    said = read_state(root / BUILT).splitlines()
    return len(said) == 3 and said[0] == _inputs(root, base_url, digests) and said[1] == _site(root, digests)


def remember_built(root: Path, base_url: str | None, digests: Digests) -> None:
    """That the site is what was made of what is there now."""
    write_state(root / BUILT, f"{_inputs(root, base_url, digests)}\n{_site(root, digests)}\n{digests.dumped()}\n")


def _inputs(root: Path, base_url: str | None, digests: Digests) -> str:
    """A digest of everything that a build reads."""
    digest = hashlib.sha256(f"{tool()}\0{base_url or ''}".encode())
    for name in _INPUTS:
        _add(digest, root, name, digests)
    return digest.hexdigest()


def _site(root: Path, digests: Digests) -> str:
    """A digest of the site, its modes too; '' without one."""
    if not (root / "site").is_dir():
        return ""
    digest = hashlib.sha256()
    _add(digest, root, "site", digests, modes=True)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, root: Path, name: str, digests: Digests, modes: bool = False) -> None:
    """Add a file, or a folder with all that is in it."""
    path = root / name
    mode = os.lstat(path).st_mode if os.path.lexists(path) else 0
    digest.update(os.fsencode(f"{name}\0{digests(path)}\0{stat.S_IMODE(mode) if modes else ''}\n"))
    for each in sorted(entry.name for entry in os.scandir(path)) if stat.S_ISDIR(mode) else ():
        if each != "__pycache__":
            _add(digest, root, f"{name}/{each}", digests, modes)
