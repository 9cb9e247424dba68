"""A file is read once for as long as it stays as it is; what was changed in it is found, whatever its times say."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from weerklank.state import digests as module
from weerklank.state.digests import Digests


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "brood.txt"
    made.write_bytes(b"brood")
    return made


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files changed long ago."""
    monkeypatch.setattr(module, "time", SimpleNamespace(time_ns=lambda: 4 * 10**18))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []
    real = Path.read_bytes

    def counted(self: Path) -> bytes:
        names.append(self.name)
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", counted)
    return names


@pytest.mark.usefixtures("later")
def test_a_file_is_read_once(path: Path, read: list[str]) -> None:
    one = Digests()
    assert one(path) == one(path) == digest(b"brood")
    (moved := path.with_name("map")).mkdir()
    path.rename(moved / "koek.txt")
    one.note(moved / "koek.txt", one(moved / "koek.txt"))
    read.clear()
    assert Digests(one.dumped())(moved / "koek.txt") == digest(b"brood")
    assert read == []


def in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"kroon")


def replaced(path: Path) -> None:
    other = path.with_name("ander.txt")
    other.write_bytes(b"kroon")
    other.replace(path)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", [in_place, replaced])
def test_other_bytes_of_the_same_length_and_time_are_found(path: Path, change: Callable[[Path], None]) -> None:
    one, before = Digests(), path.stat()
    one(path)
    change(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert one(path) == Digests(one.dumped())(path) == digest(b"kroon")


def test_what_changed_a_moment_ago_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "time", SimpleNamespace(time_ns=lambda: path.stat().st_ctime_ns + 1))
    one = Digests()
    one(path)
    assert one.dumped() == "{}"


@pytest.mark.usefixtures("later")
def test_links_and_folders_have_none(path: Path) -> None:
    path.with_name("link").symlink_to(path)
    assert [Digests()(path.parent / name) for name in ("link", ".", "nergens", "a\0b")] == [""] * 4


@pytest.mark.parametrize("said", ["", "null", "[1]", "{", '{"1:2": 3}', '{"1:2": [[1, 2, 3], 5, 6]}', "[" * 100_000])
def test_what_nobody_dumped_is_none(path: Path, said: str) -> None:
    assert Digests(said)(path) == digest(b"brood")
