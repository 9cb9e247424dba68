"""Two editors on two branches change one argument: a build settles all that is generated."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.copies import ROOT, run_here
from tests.test_build_faults import make_checkout
from weerklank.build.settle import settle

ARGUMENT = "seeds/arguments/slapen.md"


def test_a_build_settles_what_a_merge_left(tmp_path: Path) -> None:
    root = make_checkout(tmp_path / "een")
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(ROOT / name, root)
    git(root, "init", "-q", "-b", "main")
    commit(root, "begin")
    text = (root / ARGUMENT).read_text("utf-8")
    branch(root, "anna", text.replace("Mag dat?", "Mag dat? Anna vraagt het."))
    branch(root, "bram", text.replace("De bakker mag slapen.", "De bakker mag op zondag slapen."))
    git(root, "checkout", "-q", "anna")
    merged = git(root, "merge", "bram", check=False)
    assert "CONFLICT" in merged
    left = git(root, "diff", "--name-only", "--diff-filter=U").split()
    assert {name for name in left if name.startswith("docs/")} and ARGUMENT not in left
    list(settle(root))
    made(root)
    git(root, "add", "-A", "docs", "seeds")
    git(root, "commit", "-q", "-m", "samen")
    said = (root / ARGUMENT).read_text("utf-8")
    assert "Anna vraagt het" in said and "op zondag slapen" in said
    for path in (*(root / "docs").rglob("*.md"), *(root / "seeds").rglob("*")):
        assert not path.is_file() or b"<<<<<<<" not in path.read_bytes(), path
    assert tracked(root) == tracked(anew(root, tmp_path / "twee"))
    assert run_here(root, "build", "--check").returncode == 0


def anew(root: Path, fresh: Path) -> Path:
    """A build of the merged seeds, by somebody who has none of the pages."""
    shutil.copytree(root, fresh, symlinks=True)
    for name in (".weerklank", "site", "docs/essays", "docs/argumenten"):
        shutil.rmtree(fresh / name)
    made(fresh)
    return fresh


def tracked(root: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(root)): p.read_bytes()
        for t in ("docs", "seeds")
        for p in (root / t).rglob("*")
        if p.is_file()
    }


def branch(root: Path, name: str, argument: str) -> None:
    git(root, "checkout", "-q", "main")
    git(root, "checkout", "-q", "-b", name)
    (root / ARGUMENT).write_text(argument, "utf-8")
    made(root)
    commit(root, name)


def made(root: Path) -> None:
    done = run_here(root, "build", "--quiet")
    assert done.returncode == 0, done.stderr


def commit(root: Path, words: str) -> None:
    git(root, "add", "-A", ".")
    git(root, "commit", "-q", "-m", words)


def git(root: Path, *arguments: str, check: bool = True) -> str:
    who = ["-c", "user.name=Proef", "-c", "user.email=proef@brood.example"]
    command = ["git", "-C", str(root), *who, *arguments]
    return subprocess.run(command, check=check, capture_output=True, text=True).stdout
