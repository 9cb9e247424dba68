"""Where the tests look for their browsers, and what they say when there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import browsers


@pytest.fixture
def lonely(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser, and without the means to get one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browsers, "_playwrights_own", lambda: None)
    monkeypatch.setattr(browsers, "_from_playwright", lambda: None)
    browsers._update_apt.cache_clear()
    return tmp_path


def executable(path: Path, text: str = "") -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_one_on_the_path(lonely: Path) -> None:
    assert browsers.chromium_path() is None
    found = executable(lonely / "chromium")
    assert browsers.chromium_path() == found


def test_the_one_that_is_named(lonely: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executable(lonely / "chromium")
    mine = executable(lonely / "mijn-browser")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert browsers.chromium_path() == mine
    monkeypatch.setenv("CHROMIUM", str(lonely / "weg"))
    assert browsers.main() == 1


def test_none_says_how(lonely: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert browsers.main() == 1
    said = capsys.readouterr().err
    assert "apt-get install chromium" in said
    assert "Firefox is not tested. On Debian: sudo apt-get install firefox-esr" in said
    assert "WebKitGTK is not tested. On Debian: sudo apt-get install webkit2gtk-driver xvfb" in said


def test_without_the_others_chromium_will_do(lonely: Path) -> None:
    executable(lonely / "chromium")
    assert browsers.main() == 0


def test_a_driver_alone_is_no_browser(lonely: Path) -> None:
    executable(lonely / "geckodriver")
    executable(lonely / "WebKitWebDriver")
    assert browsers.firefox_parts() is None
    assert browsers.webkit_parts() is None
    executable(lonely / "firefox")
    assert browsers.firefox_parts() == (lonely / "geckodriver", lonely / "firefox")


def test_debian_gives_what_is_missing(lonely: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, each browser by itself: one that Debian lacks keeps no other away. The lists are renewed once."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    made = " ".join(str(lonely / name) for name in ("WebKitWebDriver", "Xvfb", "chromium"))
    install = f"for f in {made}; do echo > $f; /bin/chmod +x $f; done"
    executable(lonely / "apt-get", f'echo "$@" >> {lonely}/asked; case "$*" in *firefox*) exit 100;; esac; {install}')
    executable(lonely / "geckodriver")
    assert browsers.main() == 0
    asked = (lonely / "asked").read_text().splitlines()
    assert [line.split()[0] for line in asked].count("update") == 1
    assert "firefox-esr" in asked[1]
    assert browsers.firefox_parts() is None
    assert browsers.webkit_parts() is not None
