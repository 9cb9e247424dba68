"""A copy of this checkout, to build in: no test writes into the checkout itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from weerklank.build import every_file
from weerklank.languages.pack import pack

ROOT = Path(__file__).resolve().parents[1]


def copy_checkout(root: Path, seeds: bool = True, generated: bool = True) -> Path:
    """What a build reads, copied into the folder `root`: without the seeds, or what docs/ has of them, if so asked."""
    for name in ("docs", "scripts", *(["seeds"] if seeds else [])):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in () if generated else every_file.generated(pack("nl")):
        shutil.rmtree(root / "docs" / name, ignore_errors=True)
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, root)
    return root


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the build script of the copy in `root`."""
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    command = [sys.executable, "scripts/build.py", *options]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
