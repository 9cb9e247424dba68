"""A scan that could not ask says 'not run'; it is never taken for a clean one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from weerklank import cli
from weerklank.model.errors import InputError, MachineError
from weerklank.release.advisories import Scan, read_report, scan, verdict

LOCK = "click==8.5.1 \\\n    --hash=sha256:" + 64 * "0" + "\n"


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout with a lock of one package, on a machine without a way out."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # the discard port: nobody listens
        monkeypatch.setenv(name.lower(), "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    (tmp_path / "requirements.txt").write_text(LOCK)
    (tmp_path / "seeds").mkdir()
    return tmp_path


def test_an_unreachable_source(unreachable: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["-C", str(unreachable), "audit"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: advisory scan NOT RUN, so nothing is known")
    assert "no known weakness" not in said.err


def test_no_scanner_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "geen-python"))
    with pytest.raises(MachineError, match="NOT RUN"):
        scan(tmp_path / "requirements.txt")


@pytest.mark.parametrize("told", [Scan(0, (), ()), Scan(0, ("a", "b"), ()), Scan(3, ("d",), ())])
def test_what_the_source_does_not_know(told: Scan) -> None:
    """pip-audit ends with 0 and 'No known vulnerabilities found' where its source knows no package at all."""
    with pytest.raises(MachineError, match="NOT RUN"):
        verdict(told, "requirements.txt")


def test_clean_and_weak() -> None:
    clean = read_report(json.dumps({"dependencies": [{"name": "a", "version": "1", "vulns": []}], "fixes": []}))
    assert verdict(clean, "x.txt") == "Advisory scan: no known weakness in the 1 packages of x.txt."
    weakness = {"id": "PYSEC-1", "fix_versions": ["1.1", "2.0"], "aliases": [], "description": "…"}
    weak = read_report(
        json.dumps(
            {
                "dependencies": [
                    {"name": "a", "version": "1", "vulns": [weakness]},
                    {"name": "b", "version": "1", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]},
                    {"name": "c", "skip_reason": "not found"},
                ]
            }
        )
    )
    with pytest.raises(InputError) as error:
        verdict(weak, "x.txt")
    assert [problem.what for problem in error.value.problems] == [
        "a 1: PYSEC-1, mended in 1.1, 2.0",
        "b 1: PYSEC-2, mended in no version yet",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"dependencies": 3}', "No known vulnerabilities found"])
def test_what_is_no_report(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_report(text)
