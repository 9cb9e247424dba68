"""A package that is missing or broken is named, with what to do; nobody is shown a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import copies


@pytest.mark.parametrize(
    ("package", "broken"),
    [
        ("PIL", "raise ModuleNotFoundError(\"No module named 'PIL'\", name='PIL')\n"),
        ("mkdocs", "from mkdocs import nergens\n"),
        ("pagefind", "raise SystemError('stuk')\n"),
    ],
)
def test_a_broken_package(tmp_path: Path, built: Path, package: str, broken: str) -> None:
    root = tmp_path / "checkout"
    root.mkdir()
    copies.copy_built(root, built)
    before = tmp_path / "before" / package
    before.mkdir(parents=True)
    (before / "__init__.py").write_text(broken)
    environment = {**os.environ, "PYTHONPATH": f"{root / 'scripts'}{os.pathsep}{before.parent}"}
    command = [sys.executable, "scripts/build.py", "--quiet", "--accept-loss"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].startswith(f"error: the package '{package}' is missing or broken; install")
    assert "Traceback" not in done.stderr
