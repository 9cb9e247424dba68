"""A copy of the tool with a collection, to build in: no test writes into this checkout, or knows its collection."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from weerklank.build.compose import Edition
from weerklank.build.docs_folder import stage
from weerklank.build.hand_edits import RECORD, record
from weerklank.build.layout import LaidOut
from weerklank.build.new_collection import new_files
from weerklank.cli import main
from weerklank.site import swap_all, workspace
from weerklank.state.safe_writing import write_state

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(__file__).parent / "example"
"""The collection that tests of the tool read: seeds of our own making, one of each kind."""

EXAMPLE_EN = Path(__file__).parent / "example_en"
"""The same in English: five texts on one question."""

_TITLE = "Plein of parkeerplaats?"


def copy_tool(root: Path, language: str = "nl") -> Path:
    """What a build needs beside a collection, in the folder `root`: the tool (a link, so that its bytecode serves all
    copies), settings of MkDocs and an empty docs/.
    """
    (root / "scripts").mkdir(parents=True)
    (root / "scripts/weerklank").symlink_to(ROOT / "scripts/weerklank")
    shutil.copy(ROOT / "scripts/build.py", root / "scripts")
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, root)
    settings(root, language)
    (root / "docs").mkdir()
    return root


def settings(root: Path, language: str = "nl") -> None:
    """Write the settings of MkDocs that every new collection gets into the folder `root`."""
    (root / "mkdocs.yml").write_text(new_files(language, _TITLE)["mkdocs.yml"], "utf-8")


def copy_built(root: Path, built: Path) -> Path:
    """The tool with the collection of the checkout `built`: its seeds with their locks, and its docs/."""
    copy_tool(root)
    for name in ("seeds", "docs"):
        shutil.copytree(built / name, root / name, dirs_exist_ok=True)
    return root


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the build script of the copy in `root`."""
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    command = [sys.executable, "scripts/build.py", *options]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def run_here(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the copy in `root` in this process, which need not load again what it runs: a build takes a
    fifth of the time.
    """
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = main(["-C", str(root), *arguments])
    return subprocess.CompletedProcess(arguments, code, "", said.getvalue())


def write_docs(root: Path, made: Edition) -> None:
    """Write docs/ and the locks as a build does, and render nothing."""
    with workspace(root) as work:
        _, moves = stage(root, work, made)
        write_state(root / RECORD, record(root, LaidOut(made.docs)))
        swap_all(moves)
