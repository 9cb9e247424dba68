"""Nothing is written outside the folder that was meant, and what is strange in the state counts as not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.model.errors import InputError
from weerklank.state.safe_writing import read_state, real_folder, refuse_links, write_inside, write_state

OUTSIDE = [
    "../buiten",
    "a/../../buiten",
    "/tmp/buiten-weerklank",
    "a\0b",
    "link/buiten",
    "x" * 300,
    "nieuw/a\0b",
    "nieuw/\ud800",
    "nieuw/" + "x" * 300,
    "..",
    "essays/../../b",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "elders").mkdir()
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk/link").symlink_to(tmp_path / "elders")
    (tmp_path / "werk/bestand.md").symlink_to(tmp_path / "elders/nieuw.md")
    return tmp_path / "werk"


@pytest.mark.parametrize("name", [*OUTSIDE, "bestand.md"])
def test_nothing_is_written_outside(folder: Path, name: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(InputError, match="would be written outside werk/"):
        write_inside(folder, name, b"nieuw")
    assert sorted(folder.parent.rglob("*")) == before


def test_what_lies_inside_is_written(folder: Path) -> None:
    assert write_inside(folder, "essays/brood/index.md", b"brood").read_bytes() == b"brood"


@given(st.text(max_size=40))
def test_any_name_lies_inside_or_is_refused(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    outer = tmp_path_factory.mktemp("naam")
    folder = outer / "werk"
    folder.mkdir()
    try:
        path = write_inside(folder, name, b"x")
    except (InputError, OSError):  # the folder itself, say
        assert list(outer.iterdir()) == [folder]
    else:
        assert path.resolve().is_relative_to(folder)


def test_strange_state_counts_as_none_and_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "elders").write_text("van een ander")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    (tmp_path / "map/diep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "elders")
    (tmp_path / "nergens").symlink_to(tmp_path / "niets")
    for name in ("bytes", "map", "link", "nergens", "niets"):
        assert read_state(tmp_path / name) == ""
        write_state(tmp_path / name, "nieuw")
        assert read_state(tmp_path / name) == "nieuw"
    assert (tmp_path / "elders").read_text() == "van een ander"


def test_a_folder_is_one_and_no_link(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elders")
    (tmp_path / "bestand").write_text("x")
    for name in ("link", "bestand", "nieuw"):
        assert real_folder(tmp_path / name).is_dir() and not (tmp_path / name).is_symlink()
    assert (tmp_path / "elders").is_dir()
    (tmp_path / "docs").symlink_to(tmp_path / "elders")
    with pytest.raises(InputError, match="docs/: is a symbolic link"):
        refuse_links(tmp_path, ("seeds", "docs"))
