"""A lock that is gone though something was published with it stops the build; where a collection begins it does not."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from weerklank.build.missing_locks import missing_locks
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted

LOCKS = {"anchors.lock": {"essays": {"a": {}, "b": {}}}, "editions.lock": {"texts": {"a": "", "b": ""}}}


@pytest.fixture(params=["commit", "docs"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A checkout that published two texts, as its last commit or its docs/ tells, and has both locks."""
    (tmp_path / "seeds").mkdir()
    for name, lock in LOCKS.items():
        (tmp_path / "seeds" / name).write_text(json.dumps(lock))
    if request.param == "commit":
        for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b.example commit -qm a"):
            subprocess.run(["git", "-C", str(tmp_path), *command.split()], check=True)
    else:
        for seed in LOCKS["editions.lock"]["texts"]:
            (tmp_path / "docs/essays" / seed).mkdir(parents=True)
            (tmp_path / "docs/essays" / seed / "index.md").write_text(
                f"---\ntitle: Brood\nseed: {seed}\n---\n\nVers.\n"
            )
    return tmp_path


def named(root: Path, stems: str = "abc", accept_loss: Accepted = NOTHING) -> list[str]:
    return [problem.where.removeprefix("seeds/") for problem in missing_locks(root, stems, accept_loss)]


def test_locks_that_are_there(root: Path) -> None:
    assert named(root) == []


@pytest.mark.parametrize("name", LOCKS)
def test_one_that_is_gone(root: Path, name: str) -> None:
    (root / "seeds" / name).unlink()
    assert named(root) == [name]
    (problem,) = missing_locks(root, "ab", NOTHING)
    assert problem.remedy.endswith(f'make site ACCEPT_LOSS="{name}"')
    assert named(root, accept_loss=Accepted(names=frozenset({name}))) == named(root, accept_loss=EVERYTHING) == []


def test_both_are_told_at_once(root: Path) -> None:
    for name in LOCKS:
        (root / "seeds" / name).unlink()
    assert named(root) == list(LOCKS)


def test_other_texts_are_another_collection(root: Path) -> None:
    for name in LOCKS:
        (root / "seeds" / name).unlink()
    assert named(root, "xyz") == []


def test_nothing_published_yet(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert named(tmp_path) == []
