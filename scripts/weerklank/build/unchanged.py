"""Whether there is anything to build; to tell, nothing is loaded of what builds."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from weerklank.state.digests import Digests, walk
from weerklank.state.safe_writing import read_state, write_state
from weerklank.state.tool import tool

BUILT = ".weerklank/built"
"""What the last build here read and what it made, a digest of each; and those of all their files."""

_SETTINGS = "mkdocs.yml"
_INPUTS = ("seeds", "docs", _SETTINGS, "requirements.txt")
_MORE = re.compile(rb"^(?:hooks|INHERIT)\b|^plugins:(?! *\[\])|\b(?:custom_dir|snippets)\b", re.M)
"""Settings by which MkDocs reads, and does, what nobody can tell beforehand."""


def nothing_changed(root: Path) -> str:
    """What is said then."""
    return f"Nothing changed; the site is in {root / 'site'}"


def known_digests(root: Path) -> Digests:
    """Those of the last build here."""
    return Digests((read_state(root / BUILT).splitlines() or ["{}"])[-1])


def inputs_now(root: Path, digests: Digests) -> dict[str, str]:
    """The digests of all files that a build reads, by name."""
    found = {name: digests(root / name) for name in _INPUTS}
    for top in _INPUTS:
        found |= {f"{top}/{name}": digest for name, digest in digests.tree(root / top).items()}
    return {name: digest for name, digest in found.items() if "/__pycache__/" not in name}


def is_built(root: Path, base_url: str | None, digests: Digests, inputs: Mapping[str, str] | None = None) -> bool:
    """Whether the site is what a build would make of what is there now, its `inputs`. Where something changed, the site
    is not looked at; where MkDocs may read other files than these, nothing is known.
    """
    said = read_state(root / BUILT).splitlines()
    if len(said) != 3 or said[0] != _stamp(base_url, inputs or inputs_now(root, digests)):
        return False
    return not _MORE.search((root / _SETTINGS).read_bytes()) and said[1] == _site(root, digests)


def remember_built(
    root: Path, base_url: str | None, digests: Digests, read: Mapping[str, str], written: Iterable[str]
) -> None:
    """That the site is what was made of what was `read` (digests by name), among which the build has `written` some
    files since. Whatever else changed meanwhile is built the next time.
    """
    now = inputs_now(root, digests)
    ours = {*written}
    inputs = {name: digest for name, digest in read.items() if name not in ours}
    inputs |= {name: digest for name, digest in now.items() if name in ours}
    write_state(root / BUILT, f"{_stamp(base_url, inputs)}\n{_site(root, digests)}\n{digests.dumped()}\n")


def _stamp(base_url: str | None, inputs: Mapping[str, str]) -> str:
    """A digest of everything that a build reads."""
    said = repr((tool(), base_url or "", sorted(inputs.items())))
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()


def _site(root: Path, digests: Digests) -> str:
    """A digest of the site, its modes too; '' without one."""
    site = root / "site"
    if not site.is_dir():
        return ""
    said = hashlib.sha256()
    for name, found in walk(site):
        line = f"{name}\0{digests.of(f'{site}/{name}', found)}\0{stat.S_IMODE(found.st_mode)}\n"
        said.update(line.encode("utf-8", "surrogateescape"))
    return said.hexdigest()
