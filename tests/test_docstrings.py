"""Every example in a docstring gives what it says, and no module or command needs what only Unix has."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import weerklank
from tests.copies import ROOT

MODULES = [
    module.name
    for module in pkgutil.walk_packages(weerklank.__path__, "weerklank.")
    if module.name != "weerklank.__main__"  # importing it runs the command line
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


WINDOWS = """
import sys
for name in ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty"):
    sys.modules[name] = None  # importing it fails, as it does there
"""


def elsewhere(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program without the modules that only Unix has."""
    command = [sys.executable, "-c", WINDOWS + program, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=False)


def test_every_module_can_be_imported_on_windows() -> None:
    done = elsewhere("import importlib\nfor name in sys.argv[1:]: importlib.import_module(name)", *MODULES)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_command_runs_on_windows(command: str, tmp_path: Path) -> None:
    text = tmp_path / "brood.txt"
    text.write_text("Brood\n\nDe bakker sliep. Niemand at die dag brood.\n", "utf-8")
    done = elsewhere("from weerklank.cli import main\nsys.exit(main())", command, text)
    assert done.returncode == 0, done.stderr
    assert "De bakker sliep." in done.stdout


def test_one_build_at_a_time_on_windows(tmp_path: Path) -> None:
    """Where the system cannot lock a file, the lock is the file itself."""
    lock = "from pathlib import Path\nfrom weerklank.site import checkout_lock\n"
    twice = "root = Path(sys.argv[1])\nwith checkout_lock(root), checkout_lock(root): pass"
    done = elsewhere(lock + twice, tmp_path)
    assert "another build has this checkout" in done.stderr
