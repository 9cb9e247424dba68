"""`make zip`: from a whole site only, and what was not published is not in it either."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from weerklank.model import CollectionConfig
from weerklank.model.errors import InputError
from weerklank.release.dist import make_zip

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(built_site: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_site, tmp_path / "site")
    for name in ("requirements.txt",):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_the_zip(checkout: Path, collection: dict[str, Any]) -> None:
    config = CollectionConfig(collection["title"], "nl")
    path = make_zip(checkout, config)
    first = path.read_bytes()
    assert make_zip(checkout, config).read_bytes() == first
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {path.stem}
    inside = {name.partition("/")[2] for name in names}
    assert {"index.html", "LEESMIJ.txt", "LICENTIE.txt", "sbom.cdx.json", "manifest.sha256"} <= inside
    assert {f"{essay['url']}index.html" for essay in collection["essays"]} <= inside
    assert not any(part in (".", "..") for name in names for part in name.split("/"))


def test_no_site_and_a_site_that_was_changed(checkout: Path) -> None:
    (checkout / "site/index.html").write_text("iets anders")
    with pytest.raises(InputError, match=r"is not as it was built \(index.html has other bytes\); build it anew"):
        make_zip(checkout, CollectionConfig("x", "nl"))
    shutil.rmtree(checkout / "site")
    with pytest.raises(InputError, match="there is no site to pack; build one: make site"):
        make_zip(checkout, CollectionConfig("x", "nl"))
    assert not (checkout / "dist").exists()
