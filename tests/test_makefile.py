"""What make does before there is a Python of ours: it says which it wants, and replaces a broken environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.copies import ROOT

OLD = f"""#!/bin/sh
exec {sys.executable} -c "import sys; sys.version_info = (3, 10, 2, 'final', 0); exec(sys.argv[2])" "$@"
"""
VENV = ".venv/bin/python"


@pytest.fixture(params=["Makefile", "scripts/weerklank/build/new/Makefile"], ids=["the tool", "a collection"])
def checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    for name in (request.param, "pyproject.toml", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / name, tmp_path)
    executable(tmp_path / "old", OLD)
    return tmp_path


def executable(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, "utf-8")
    path.chmod(0o755)


def make(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", *options, "site"]
    return subprocess.run(command, cwd=root, env=bare, capture_output=True, text=True, check=False)


def test_an_old_python_is_told_in_one_line(checkout: Path) -> None:
    done = make(checkout, "PYTHON=./old")
    told = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("make")]
    assert told == [
        "Weerklank needs Python 3.11 or newer, and ./old is older. Name a newer one: make PYTHON=python3.11"
    ]
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("script", [OLD, "#!/nonexistent/python\n"], ids=["too old", "gone"])
@pytest.mark.parametrize("ready", [True, False])
def test_an_environment_of_another_python_is_made_anew(checkout: Path, script: str, ready: bool) -> None:
    executable(checkout / VENV, script)
    if ready:
        (checkout / ".venv/ready").touch()
    new = f"""#!/bin/sh
if [ "$1" = -m ]; then echo "$@" >> made; rm -r .venv; exit 1; fi
exec {sys.executable} "$@"
"""
    executable(checkout / "new", new)
    make(checkout, "PYTHON=./new")
    assert (checkout / "made").read_text() == "-m venv --clear .venv\n"


def test_an_environment_that_is_right_stays(checkout: Path) -> None:
    executable(checkout / VENV, f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (checkout / ".venv/ready").touch()
    assert "venv" not in make(checkout, "-n").stdout.replace(VENV, "").replace(".venv/ready", "")


def test_what_may_go_is_handed_on(checkout: Path) -> None:
    executable(checkout / VENV, f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (checkout / ".venv/ready").touch()
    (checkout / "scripts").mkdir()
    for name in ("scripts/build.py", "weerklank.py"):
        (checkout / name).write_text("import sys; print(sys.argv[-3:])")
    assert make(checkout, "ACCEPT_LOSS=a-1 b#p7").stdout == "['--accept-loss', 'a-1', 'b#p7']\n"
