"""The site of the collection that this repository holds, in the place of the example's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import tabs, visit
from tests.copies import ROOT, build, copy_built
from tests.once import once
from tests.serving import data_of, served

__all__ = ["tabs", "visit"]
_HERE = Path(__file__).parent
_OURS = [path.stem for path in (_HERE / "transcriptions").glob("0*.md")]
collect_ignore = [
    path.name
    for path in _HERE.glob("test_*.py")
    if path.name != "test_check.py" and not any((ROOT / f"seeds/{stem}.txt").is_file() for stem in _OURS)
]
"""Where none of the texts is there that the others know: another collection has taken their place."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the build script makes it from seeds/ and docs/."""

    def make(root: Path) -> None:
        shutil.copy(ROOT / "mkdocs.yml", copy_built(root, ROOT))
        done = build(root, "--quiet")
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "first collection", make) / "site"


@pytest.fixture(scope="session")
def collection(built_site: Path) -> dict[str, Any]:
    """Its /data/collection.json."""
    return data_of(built_site)


@pytest.fixture(scope="session")
def base(built_site: Path) -> Iterator[str]:
    """The address of its home page."""
    yield from served(built_site)
