"""The example collection as its editors have it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from weerklank.build.debate import read_debate
from weerklank.model import Collection


@pytest.fixture(scope="session")
def whole() -> Collection:
    """All that it has; it is not to be changed."""
    return read_debate(EXAMPLE)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of its seeds/ to write in."""
    return Path(shutil.copytree(EXAMPLE / "seeds", tmp_path / "seeds"))
