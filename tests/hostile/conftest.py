"""A site built from hostile seeds, served on this machine, and the browser that opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.copies import run_here
from tests.hostile.checkout import make_checkout
from tests.once import once
from tests.serving import data_of, served


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build script makes of hostile seeds."""

    def make(root: Path) -> None:
        done = run_here(make_checkout(root), "build", "--quiet")
        assert done.returncode == 0, done.stderr[-3000:]

    return once(tmp_path_factory, "hostile", make) / "site"


@pytest.fixture(scope="session")
def hostile_data(hostile_site: Path) -> dict[str, Any]:
    """Its /data/collection.json."""
    return data_of(hostile_site)


@pytest.fixture(scope="session")
def hostile_base(hostile_site: Path) -> Iterator[str]:
    """The address of its home page."""
    yield from served(hostile_site)
