"""Types and style, as the rest of the tests: what `make test` lets through, a reader of the code can trust."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatch

import pytest

from tests.copies import ROOT


@pytest.mark.parametrize("tool", ["mypy", "ruff check --quiet scripts tests", "ruff format --check scripts tests"])
def test_finds_nothing(tool: str) -> None:
    command = [sys.executable, "-m", *tool.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_folder_of_tests_is_passed_by(pytestconfig: pytest.Config) -> None:
    patterns = pytestconfig.getini("norecursedirs")
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    passed_by = [str(folder) for folder in folders for name in folder.parts for each in patterns if fnmatch(name, each)]
    assert passed_by == [] and len(folders) > 20


CLOCK = re.compile(r"\b(?:perf_counter|monotonic|process_time|thread_time|time)(?:_ns)?\(\)|\btimeit\b")


def test_no_test_reads_a_clock() -> None:
    """A clock judges the machine: tests.counting counts the work instead."""
    tests = (path for path in (ROOT / "tests").rglob("*.py") if "benches" not in path.parts)
    assert [path.name for path in tests if CLOCK.search(path.read_text("utf-8"))] == []
