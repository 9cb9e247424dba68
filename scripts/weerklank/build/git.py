"""What git keeps of a checkout; nothing where there is no git, no repository or no such file."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from pathlib import Path

OTHER_SIDES = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")
"""What git calls the commit that is being taken in."""


def keeps(root: Path, name: str) -> bool:
    """Whether git minds the file `name` of the checkout `root`: there is a repository, which does not ignore it."""
    return _run(root, "check-ignore", "-q", name).returncode == 1


def committed(root: Path, name: str, commit: str = "HEAD") -> bytes | None:
    """The file `name` of the checkout `root` as a commit (the last one unless said) has it."""
    return _git(root, "cat-file", "blob", f"{commit}:./{name}")


def history(root: Path, name: str) -> list[str]:
    """The commits that changed a file, the first one first."""
    return (_git(root, "log", "--reverse", "--format=%H", "--", name) or b"").decode().split()


def archive(root: Path, commit: str) -> bytes:
    """The checkout `root` as a commit has it, as a tar; empty where git cannot make one."""
    return _git(root, "archive", "--format=tar", commit) or b""


def taken_in(root: Path) -> str:
    """The commit that an unfinished merge takes in; '' where none is under way."""
    return next((side for side in OTHER_SIDES if commit(root, side)), "")


def commit(root: Path, name: str) -> str:
    """The hash of the commit of this name, '' where there is none."""
    return (_git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") or b"").decode().strip()


def branch(root: Path) -> str:
    """The branch that is checked out; '' where none is."""
    return (_git(root, "symbolic-ref", "--quiet", "--short", "HEAD") or b"").decode().strip()


def merge_base(root: Path, one: str, other: str) -> str:
    """The commit from which both come; '' where there is none."""
    return (_git(root, "merge-base", one, other) or b"").decode().strip()


def holds(root: Path, branch: str, commit: str) -> bool:
    """Whether the commit is in the history of the branch."""
    return _run(root, "merge-base", "--is-ancestor", commit, branch).returncode == 0


def add(root: Path, *names: str) -> None:
    """Tell git that the files are as they are to be committed."""
    _run(root, "add", "--", *names)


def unmerged(root: Path, *names: str) -> list[str]:
    """Those of the files of which two sides are still to be made one."""
    rows = (_git(root, "ls-files", "--unmerged", "-z", "--", *names) or b"").split(b"\0")
    return list(dict.fromkeys(row.decode("utf-8", "surrogateescape").partition("\t")[2] for row in rows if row))


def stage(root: Path, name: str, number: int) -> bytes | None:
    """The file as one side of an unfinished merge has it: 1 what both come from, 2 ours, 3 theirs."""
    return _git(root, "cat-file", "blob", f":{number}:./{name}")


def merge_lines(base: str, ours: str, theirs: str, names: tuple[str, str]) -> str:
    """Three versions of a text as one, by git's own merge; where both changed a line both stand between marks, with
    the `names` of the sides.
    """
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text.encode())
        labels = [word for name in (names[0], "base", names[1]) for word in ("-L", name)]
        style = ("-c", "merge.conflictStyle=merge")
        return _run(Path(folder), *style, "merge-file", "-p", *labels, *map(str, paths)).stdout.decode()


def indexed(root: Path, folder: str) -> dict[str, frozenset[str]]:
    """Of each file under `folder` that git keeps, the names of its blobs: one, or in an unfinished merge that of
    each side.
    """
    blobs: dict[str, set[str]] = {}
    for row in (_git(root, "ls-files", "--stage", "-z", "--", folder) or b"").split(b"\0"):
        if row:
            about, _, name = row.decode("utf-8", "surrogateescape").partition("\t")
            blobs.setdefault(name, set()).add(about.split(" ")[1])
    return {name: frozenset(found) for name, found in blobs.items()}


def blob_names(data: bytes) -> set[str]:
    """The names that git may give these bytes: by SHA-1, or in some repositories by SHA-256.

    >>> "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" in blob_names(b"")
    True
    """
    framed = b"blob %d\0" % len(data) + data
    return {hashlib.sha1(framed, usedforsecurity=False).hexdigest(), hashlib.sha256(framed).hexdigest()}


def _git(root: Path, *arguments: str) -> bytes | None:
    done = _run(root, *arguments)
    return None if done.returncode else done.stdout


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return subprocess.CompletedProcess(arguments, 127, b"", b"")
