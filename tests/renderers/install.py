"""Other renderers of docs/, each installed once in a folder of its own: beside MkDocs, not in its place.

Only what the tests' environment lacks is installed, from `requirements-<name>.txt` with hashes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {"properdocs": ("-q", "--strict"), "zensical": ("--strict",)}


def installed(name: str) -> Path:
    """The folder with the renderer's packages. Skips the test, with pip's own word, where they cannot be had."""
    lock = Path(__file__).with_name(f"requirements-{name}.txt")
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = ROOT / ".weerklank/renderers" / f"{name}-{digest}"
    if (folder / "ready").is_file():
        return folder
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade"]
    command = [*pip, "--require-hashes", "--target", str(folder), "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "DO NOT MATCH THE HASHES" in done.stderr:
        pytest.fail(f"{name}: what was downloaded is not what {lock.name} names")
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        pytest.skip(f"{name} cannot be installed: {' '.join(said[-1:])}")
    (folder / "ready").touch()
    return folder


def rendered(name: str, checkout: Path, site_url: str = "") -> Path:
    """The site that the renderer makes of `checkout`'s docs/ and mkdocs.yml, in `checkout`/<name>; nothing may warn."""
    environment = {**os.environ, "PYTHONPATH": str(installed(name)), "WEERKLANK_SITE_URL": site_url}
    command = [sys.executable, "-m", name, "build", "-f", "mkdocs.yml", *COMMANDS[name]]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
    return (checkout / "site").rename(checkout / name)  # the next renderer must find none
