"""A Chromium for the browser tests: `python -m tests.chromium` makes sure that there is one.

In this order: `$CHROMIUM`; one on the PATH; Debian's package, where this process may install it;
Playwright's own download. Where none can be had it says how to get one, and fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "No Chromium for the browser tests. Install one (on Debian or Ubuntu: sudo apt-get install chromium), "
    "or set CHROMIUM to the path of its executable."
)


def chromium_path() -> Path | None:
    """The executable of a Chromium that is there already, None where there is none."""
    if named := os.environ.get("CHROMIUM"):
        found = shutil.which(named)
        return Path(found) if found else None
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return _playwrights_own()


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def ensure() -> Path | None:
    """A Chromium, installed if need be; None where none can be had."""
    if os.environ.get("CHROMIUM"):
        return chromium_path()  # the maintainer's choice: nothing else is put in its place
    if found := chromium_path():
        return found
    for install in (_from_debian, _from_playwright):
        install()
        if found := chromium_path():
            return found
    return None


def _from_debian() -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    print("Installing Debian's chromium for the browser tests ...", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run([apt, "update", "-qq"], quiet)
    _run([apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet)


def _from_playwright() -> None:
    print("Downloading Playwright's Chromium for the browser tests ...", file=sys.stderr)
    _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _run(command: list[str], environment: dict[str, str]) -> None:
    """Run one step; whether it helped shows in whether there is a Chromium afterwards."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(" ".join((done.stderr or done.stdout).split())[-300:], file=sys.stderr)


def main() -> int:
    """Exit code 0 where there is a Chromium now."""
    if found := ensure():
        print(f"Chromium: {found}", file=sys.stderr)
        return 0
    named = os.environ.get("CHROMIUM")
    print(f"CHROMIUM is set to {named}, which is no executable." if named else ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
