"""The last good site survives whatever happens to a build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.checkout import ROOT, write
from weerklank.model.errors import InputError, MachineError
from weerklank.site import checkout_lock, leave_spare, publish, rollback, take_spare
from weerklank.site import swap as module
from weerklank.site.manifest import damage, write_manifest
from weerklank.site.swap import SPARE, swap_in, workspace


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


@pytest.mark.parametrize("at_once", [True, False])
def test_all_of_it_is_on_the_disk_before_it_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """The whole file system at once where the machine has that, or else file by file."""
    done: list[str] = []
    fsync, exchange, every = os.fsync, module.swap_in, module._settle_all

    def settled(handle: int) -> None:
        done.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        fsync(handle)

    def moved(new: Path, target: Path) -> None:
        done.append(f"move {new}")
        exchange(new, target)

    def all_settled(work: Path) -> bool:
        if can := at_once and every(work):
            done.extend(str(path) for path in work.rglob("*"))
        return can

    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(module, "swap_in", moved)
    monkeypatch.setattr(module, "_settle_all", all_settled)
    with workspace(tmp_path) as work:
        for name in ("site/index.html", "site/a/index.html", "docs/index.md"):
            write(work / name, "nieuw")
        write_manifest(work / "site")
        publish(tmp_path, work, [(work / "docs", tmp_path / "docs")])
        first = done.index(f"move {work / 'docs'}")
        names = ("site", "site/a", "site/index.html", "site/a/index.html", "site/manifest.sha256", "docs/index.md")
        assert {str(work / name) for name in names} <= set(done[:first])
    assert done[-1] == str(tmp_path)


def test_a_site_that_others_cannot_read_is_replaced_by_the_same_one(tmp_path: Path) -> None:
    """A umask that keeps others out is the maintainer's; what a web server reads is not."""
    before = os.umask(0o077)
    try:
        for _ in range(2):
            with workspace(tmp_path) as work:
                write(work / "site/a/index.html", "brood")
                write_manifest(work / "site")
                publish(tmp_path, work)
            paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
            assert {oct(p.stat().st_mode & 0o777) for p in paths if p.is_dir()} == {"0o755"}
            assert {oct(p.stat().st_mode & 0o777) for p in paths if p.is_file()} == {"0o644"}
            assert damage(tmp_path / "site") == []
            (tmp_path / "site/a").chmod(0o700)
            (tmp_path / "site/a/index.html").chmod(0o600)
            assert damage(tmp_path / "site") == ["a has mode 700", "a/index.html has mode 600"]
    finally:
        os.umask(before)


def test_the_site_before_the_previous_one_is_what_the_next_is_made_of(tmp_path: Path) -> None:
    for words in ("een", "twee", "drie"):
        with workspace(tmp_path) as work:
            folder = take_spare(tmp_path, work)
            assert not folder.exists()
            write(folder / "index.html", words)
            write_manifest(folder)
            publish(tmp_path, work)
            leave_spare(tmp_path, work)
    with workspace(tmp_path) as work:
        assert (take_spare(tmp_path, work) / "index.html").read_text() == "een"
    assert not (tmp_path / SPARE).exists()
    (tmp_path / SPARE).symlink_to(tmp_path / "site")
    with workspace(tmp_path) as work:
        assert not take_spare(tmp_path, work).exists()
    rollback(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "twee"


@pytest.mark.parametrize("name", ["previous", "build-x"])
def test_a_link_among_what_builds_left_is_not_followed(tmp_path: Path, name: str) -> None:
    write(tmp_path / "elders/index.html", "van een ander")
    write(tmp_path / "checkout/site/index.html", "goed")
    (tmp_path / "checkout/.weerklank").mkdir()
    (tmp_path / "checkout/.weerklank" / name).symlink_to(tmp_path / "elders")
    with pytest.raises(InputError, match="no previous site is kept"):
        rollback(tmp_path / "checkout")
    assert (tmp_path / "elders/index.html").read_text() == "van een ander"
    assert (tmp_path / "checkout/site/index.html").read_text() == "goed"


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
