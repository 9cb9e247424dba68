"""The command line: each command has its function, and the words of all are told before anything else is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from weerklank import cli

NAMES = [name for action in cli.parser()._actions if action.choices for name in action.choices]


@pytest.mark.parametrize("name", NAMES)
def test_does_something(name: str) -> None:
    words = {"new": ["x"], "rename": ["x", "y"]}.get(name, ["x"])
    known = cli.parser()
    try:
        options = known.parse_args([name, *words])
    except SystemExit:  # it takes no words
        options = known.parse_args([name])
    assert callable(cli.does(options))


def test_its_help_needs_nothing_of_the_pipeline() -> None:
    code = "import sys; from weerklank.cli import parser; parser(); print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in loaded if name.startswith("weerklank")} == {"weerklank", "weerklank.cli"}
    assert not {"yaml", "babel", "lxml", "bs4", "mkdocs"} & set(loaded)
