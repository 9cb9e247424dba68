"""The workflow: every action pinned, every job with the least it needs, every step a command that there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
FLOW: dict[Any, Any] = yaml.safe_load(TEXT)
JOBS: dict[str, Any] = FLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]


def test_every_action_is_pinned_and_its_version_told() -> None:
    used = re.findall(r"uses: (\S+)(.*)", TEXT)
    assert len(used) == sum("uses" in step for step in STEPS) > 5
    for action, comment in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
    pins = {tuple(action.split("@")) for action, _ in used}
    assert len(pins) == len({name for name, _ in pins})  # one version of each


def test_least_permissions() -> None:
    assert FLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "advisories": {"contents": "read"},
    }
    assert "secrets." not in TEXT
    for step in STEPS:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_only_main_is_deployed_after_build_and_tests() -> None:
    deploy, build = JOBS["deploy"], JOBS["build"]
    assert deploy["needs"] == "build"
    assert "github.event_name != 'pull_request'" in deploy["if"]
    assert "github.ref == 'refs/heads/main'" in deploy["if"]
    order = [step.get("run") or step["uses"].partition("@")[0] for step in build["steps"]]
    assert order.index("make test") < order.index("make site") < order.index("actions/upload-pages-artifact")
    assert all("timeout-minutes" in job for job in JOBS.values())
    assert FLOW["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_steps_run_what_make_has() -> None:
    """And no expression stands in a command: what comes from outside comes in the environment."""
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.M))
    runs = [step["run"] for step in STEPS if "run" in step]
    assert {"make test", "make site"} <= set(runs)
    for run in runs:
        command, *names = run.split()
        assert command == "make"
        assert set(names) <= targets, run
        assert "${{" not in run


@pytest.mark.parametrize("ecosystem", ["pip", "github-actions"])
def test_dependabot(ecosystem: str) -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    (found,) = [u for u in updates if u["package-ecosystem"] == ecosystem]
    for folder in found.get("directories", [found.get("directory")]):
        assert (ROOT / folder.strip("/")).is_dir()


def test_make_help_lists_every_target() -> None:
    """Each recipe is one visible line, and each target says what it is for."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.findall(r"^\.PHONY: (.*)", makefile, re.M)[0].split()
    assert sorted(phony) == sorted(re.findall(r"^([a-z-]+):.*## \w", makefile, re.M))
