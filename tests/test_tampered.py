"""Files that were changed behind the build's back: one line for each, and nothing is written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import copies
from weerklank import cli

Build = Callable[[], str]
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def checkout(tmp_path: Path, built: Path) -> Path:
    """A copy of what a build needs, with a folder of someone else beside it."""
    root = tmp_path / "checkout"
    root.mkdir()
    copies.copy_built(root, built)
    (tmp_path / "slachtoffer").mkdir()
    (tmp_path / "slachtoffer/index.md").write_text("van een ander")
    return root


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every path below a folder, without the state of builds and what Python keeps."""
    paths = (p for p in folder.rglob("*") if not {".weerklank", "__pycache__"} & set(p.parts))
    return {str(p): p.read_bytes() if p.is_file() else None for p in paths}


@pytest.fixture
def refusal(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """The build script in this process, which must refuse and write nothing; gives its first line."""

    def run() -> str:
        before = tree(checkout.parent)
        assert cli.main(["-C", str(checkout), "build", "--accept-loss", "--quiet"]) == 1
        assert tree(checkout.parent) == before
        lines = capsys.readouterr().err.splitlines()
        count = len(lines) - 1
        assert lines[-1] == f"{count} error{'s' if count > 1 else ''}; nothing was published."
        return lines[0]

    return run


def essay(key: str, value: object) -> Change:
    """Another value in the first text of a lock."""
    return lambda lock: next(iter(lock["essays"].values())).update({key: value})


def renamed(name: str) -> Change:
    """Another name for the first text of a lock."""
    return lambda lock: lock["essays"].update({name: lock["essays"].pop(next(iter(lock["essays"])))})


ROW = f"p1 {'0' * 16} {'0' * 8}"


@pytest.mark.parametrize(
    "change",
    [
        essay("slug", "../../../../slachtoffer"),
        essay("slug", "../../slachtoffer"),
        essay("slug", "/tmp/slachtoffer"),
        essay("slug", "."),
        essay("slug", ""),
        essay("slug", "Klant"),
        essay("slug", "klant\0"),
        essay("slug", "\udcff"),
        essay("slug", 5),
        essay("slug", []),
        essay("slug", "k" * 300),
        essay("slug", "index"),
        essay("slug", None),
        essay("units", None),
        essay("units", [ROW.replace("p1", f"p{'9' * 5000}")]),
        essay("units", ["p1 zzz zzz"]),
        essay("units", [ROW, ROW]),
        essay("units", ["../../x - -"]),
        essay("removed", [["p1 - -"]]),
        essay("retired", [[["p1"]]]),
        renamed("../../../slachtoffer"),
        renamed("a\nb"),
        lambda lock: lock["passages"].append("../x a x-1 - -"),
        lambda lock: lock["passages"].append(lock["passages"][0]),
        lambda lock: lock["retired"].append({}),
        lambda lock: lock.pop("passages"),
    ],
)
def test_tampered_anchors(checkout: Path, refusal: Build, change: Change) -> None:
    path = checkout / "seeds/anchors.lock"
    lock = json.loads(path.read_text())
    change(lock)
    path.write_text(json.dumps(lock))
    said = refusal()
    assert said.startswith("error: seeds/anchors.lock: ")
    assert "; put the committed one back (git checkout HEAD -- seeds/anchors.lock)" in said


@pytest.mark.parametrize("name", ["anchors.lock", "editions.lock"])
@pytest.mark.parametrize("data", [b"", b"null", b"[" * 100_000, b'"\xff"', b"9" * 5000, b"{}", b"\0", b"\xef\xbb\xbf"])
def test_what_is_no_lock(checkout: Path, refusal: Build, name: str, data: bytes) -> None:
    (checkout / "seeds" / name).write_bytes(data)
    assert refusal().startswith(f"error: seeds/{name}: ")


@pytest.mark.parametrize("name", ["anchors.lock", "editions.lock"])
def test_a_lock_that_is_a_link_or_a_folder(checkout: Path, refusal: Build, name: str) -> None:
    path = checkout / "seeds" / name
    path.unlink()
    path.symlink_to(checkout.parent / "slachtoffer/index.md")
    assert refusal().startswith(f"error: seeds/{name}: is a symbolic link")
    path.unlink()
    path.mkdir()
    assert refusal().startswith(f"error: seeds/{name}: is a folder")


@pytest.mark.parametrize("key", ["since", "texts", "arguments", "id"])
@pytest.mark.parametrize("value", [None, [], 5, {"../x": 1}, {"x": ["a", " ", " "]}, "20260506", "\ud800"])
def test_tampered_editions(checkout: Path, refusal: Build, key: str, value: object) -> None:
    path = checkout / "seeds/editions.lock"
    path.write_text(json.dumps(json.loads(path.read_text()) | {key: value}))
    assert refusal().startswith("error: seeds/editions.lock: ")


@pytest.mark.parametrize("folder", ["docs", "seeds"])
def test_a_folder_that_is_a_link(checkout: Path, refusal: Build, folder: str) -> None:
    (checkout / folder).rename(checkout.parent / "elders")
    (checkout / folder).symlink_to(checkout.parent / "elders")
    assert f"error: {folder}/: is a symbolic link" in refusal()


@pytest.mark.parametrize("folder", ["seeds", "seeds/arguments", "docs"])
def test_a_file_name_that_is_no_utf_8(checkout: Path, refusal: Build, folder: str) -> None:
    Path(os.fsdecode(os.fsencode(checkout / folder) + b"/b\xff.txt")).write_text("Een tekst.")
    (checkout / "site").mkdir()
    assert refusal().startswith(f"error: {folder}/b\\udcff.txt: ")


@pytest.mark.parametrize("said", ["k" * 300, "k" * 101])
def test_a_slug_too_long_for_a_file(checkout: Path, refusal: Build, said: str) -> None:
    (checkout / "seeds/zz.txt").write_text("Een titel\n\nEen alinea met genoeg woorden om er een te zijn.\n")
    (checkout / "seeds/zz.yml").write_text(f"slug: {said}\n")
    assert refusal().startswith("error: seeds/zz.yml: 'slug: kkk")
