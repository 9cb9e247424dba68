"""What a person changed in generated pages is named before it would be lost; what a build or git knows is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from weerklank.build.hand_edits import RECORD, hand_edits, record
from weerklank.state.safe_writing import write_state

PAGE = "essays/brood/index.md"
NEW = {PAGE: "Nieuw brood.\n", "data/matrix.csv": "a,b\n"}


def write(root: Path, name: str, text: str) -> None:
    (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / name).write_text(text, "utf-8")


def named(root: Path, stale: tuple[str, ...] = ()) -> list[str]:
    return [problem.where for problem in hand_edits(root, NEW, stale)]


@pytest.fixture(params=["built here", "kept by git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A checkout whose page was made by a build: by one here, or by one elsewhere that was committed."""
    write(tmp_path, PAGE, "Oud brood.\n")
    (tmp_path / ".weerklank").mkdir()
    if request.param == "built here":
        write_state(tmp_path / RECORD, record(tmp_path, {PAGE: "Oud brood.\n"}))
    else:
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "docs")
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def test_what_was_made_is_made_anew(root: Path) -> None:
    assert named(root) == []


def test_a_page_changed_by_hand_is_named(root: Path) -> None:
    write(root, PAGE, "Oud brood, en met de hand een zin.\n")
    (problem,) = hand_edits(root, NEW, ())
    assert problem.where == f"docs/{PAGE}"
    assert problem.remedy.endswith(f"rm 'docs/{PAGE}'")
    (root / "docs" / PAGE).unlink()  # the way on
    assert named(root) == []


def test_a_page_changed_into_what_is_coming_is_no_loss(root: Path) -> None:
    write(root, PAGE, NEW[PAGE])
    assert named(root) == []


def test_a_file_of_a_person_among_the_generated_ones_is_named(root: Path) -> None:
    write(root, "data/eigen.csv", "van mij\n")
    write(root, f"{PAGE}~", "van een editor\n")
    assert named(root, ("data/eigen.csv", f"{PAGE}~")) == ["docs/data/eigen.csv"]


def test_an_unfinished_merge_of_a_page_is_built_away(root: Path) -> None:
    write(root, PAGE, "<<<<<<< onze\nOud\n=======\nOuder\n>>>>>>> hunne\n")
    assert named(root) == []


def test_a_build_that_was_killed_before_it_wrote_is_no_hand(tmp_path: Path) -> None:
    write(tmp_path, PAGE, "Oud brood.\n")
    (tmp_path / ".weerklank").mkdir()
    write_state(tmp_path / RECORD, record(tmp_path, {PAGE: "Oud brood.\n"}))
    write_state(tmp_path / RECORD, record(tmp_path, {PAGE: "Een poging.\n"}))
    assert named(tmp_path) == []


def test_where_nothing_is_known_nothing_is_said(tmp_path: Path) -> None:
    write(tmp_path, PAGE, "Van wie weet men niet.\n")
    assert named(tmp_path) == []
