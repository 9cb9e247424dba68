"""Whether there is anything to build; to tell, nothing is loaded of what builds."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from weerklank.state.safe_writing import read_state, write_state
from weerklank.state.tool import tool

BUILT = ".weerklank/built"
"""A digest of what the last build here read and made."""

_INPUTS = ("seeds", "docs", "mkdocs.yml", "requirements.txt")


def nothing_changed(root: Path) -> str:
    """What is said then."""
    return f"Nothing changed; the site is in {root / 'site'}"


def is_built(root: Path, base_url: str | None) -> bool:
    """Whether the site is what a build would make of what is there now. Where something changed, the site is not
    looked at.
    """
    said = read_state(root / BUILT).splitlines()
    return len(said) == 2 and said[0] == _inputs(root, base_url) and said[1] == _site(root)


def remember_built(root: Path, base_url: str | None) -> None:
    """That the site is what was made of what is there now."""
    write_state(root / BUILT, f"{_inputs(root, base_url)}\n{_site(root)}\n")


def _inputs(root: Path, base_url: str | None) -> str:
    """A digest of everything that a build reads."""
    digest = hashlib.sha256(f"{tool()}\0{base_url or ''}".encode())
    for top in (root / name for name in _INPUTS):
        _add(digest, top)
    return digest.hexdigest()


def _site(root: Path) -> str:
    """A digest of the site, its modes too; '' without one."""
    if not (root / "site").is_dir():
        return ""
    digest = hashlib.sha256()
    _add(digest, root / "site", modes=True)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, top: Path, modes: bool = False) -> None:
    for path in sorted((top, *top.rglob("*"))) if top.is_dir() else [top]:
        if modes:
            digest.update(f"{stat.S_IMODE(path.stat().st_mode)}\0".encode())
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(os.fsencode(f"{path.relative_to(top.parent).as_posix()}\0"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
