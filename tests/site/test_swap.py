"""The last good site survives whatever happens to a build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.checkout import ROOT, write
from weerklank.model.errors import MachineError
from weerklank.site import checkout_lock
from weerklank.site import swap as module
from weerklank.site.swap import swap_in, workspace


@pytest.fixture(params=["exchange", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("either_way")
def test_new_site_takes_the_old_ones_place(tmp_path: Path) -> None:
    for words in ("eerst", "later"):
        with workspace(tmp_path) as work:
            write(work / "site/index.html", words)
            swap_in(work / "site", tmp_path / "site")
        assert (tmp_path / "site/index.html").read_text() == words
        assert sorted(p.name for p in (tmp_path / ".weerklank").iterdir()) == []


def test_failure_leaves_the_site(tmp_path: Path) -> None:
    write(tmp_path / "site/index.html", "goed")
    with pytest.raises(ZeroDivisionError), workspace(tmp_path) as work:
        write(work / "site/index.html", "half")
        raise ZeroDivisionError
    assert (tmp_path / "site/index.html").read_text() == "goed"
    assert list((tmp_path / ".weerklank").iterdir()) == []


def test_next_build_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    write(tmp_path / ".weerklank/build-x/site/index.html", "half")
    write(tmp_path / ".weerklank/build-x/site.aside/index.html", "goed")
    with workspace(tmp_path) as work:
        assert [p.name for p in work.parent.iterdir()] == [work.name]
    assert (tmp_path / "site/index.html").read_text() == "goed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_no_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MachineError, match="site/ is as it was"), workspace(tmp_path):
        pass


def test_disk_full(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="No space left"), workspace(tmp_path):
        raise OSError(28, "No space left on device", "x")


HOLD = """
import sys, pathlib
from weerklank.site import checkout_lock
with checkout_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_build_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        with pytest.raises(MachineError, match=rf"process {other.pid}, since"), checkout_lock(tmp_path):
            pass
        other.kill()
        other.wait()
    with checkout_lock(tmp_path):  # a killed build holds nothing
        pass
