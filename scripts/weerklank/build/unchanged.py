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
    """Whether the site is what a build would make of what is there now."""
    now = _stamp(root, base_url)
    return bool(now) and read_state(root / BUILT) == now


def remember_built(root: Path, base_url: str | None) -> None:
    """That the site is what was made of what is there now."""
    write_state(root / BUILT, _stamp(root, base_url))


def _stamp(root: Path, base_url: str | None) -> str:
    """A digest of everything that a build reads and of the site that it made, its modes too; '' without a site."""
    if not (root / "site").is_dir():
        return ""
    digest = hashlib.sha256(f"{tool()}\0{base_url or ''}".encode())
    for top in (root / name for name in (*_INPUTS, "site")):
        for path in sorted((top, *top.rglob("*"))) if top.is_dir() else [top]:
            if top == root / "site":
                digest.update(f"{stat.S_IMODE(path.stat().st_mode)}\0".encode())
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(os.fsencode(f"{path.relative_to(top.parent).as_posix()}\0"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest() + "\n"
