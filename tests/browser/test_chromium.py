"""Where the tests look for a Chromium, and what they say when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def lonely(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any Chromium, and without the means to get one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    monkeypatch.setattr(chromium, "_from_playwright", lambda: None)
    return tmp_path


def executable(path: Path) -> Path:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_one_on_the_path(lonely: Path) -> None:
    assert chromium.chromium_path() is None
    found = executable(lonely / "chromium")
    assert chromium.chromium_path() == found


def test_the_one_that_is_named(lonely: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(lonely / "chromium")
    mine = executable(lonely / "mijn-browser")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.chromium_path() == mine
    monkeypatch.setenv("CHROMIUM", str(lonely / "weg"))
    assert chromium.main() == 1


def test_none_says_how(lonely: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err
