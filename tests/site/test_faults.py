"""Publishing, stopped at every point: the site is whole whenever one looks, and the next build clears up.

The points are Python's audit events (each opening, renaming, making or removing of a file), in a
child process that is killed, or refused the operation, at the n-th of them.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.checkout import write
from weerklank.model.errors import InputError, MachineError
from weerklank.site import manifest, publish, rollback, workspace
from weerklank.site import swap as module
from weerklank.site.manifest import damage, write_manifest

EVENTS = (
    "open",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.mkdir",
    "os.chmod",
    "os.scandir",
    "os.listdir",
    "ctypes.dlsym",
)
POINTS = 300  # more than there are; a point that is never reached ends the series
UNREACHED = 4


@pytest.fixture(params=["exchange", "two renames"])
def mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    return str(request.param)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here, so the disk need not hold what was written: test_swap sees that it is asked to."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def make_site(folder: Path, words: str) -> None:
    for name in ("index.html", "essays/een/index.html", "assets/a.css"):
        write(folder / name, words)
    write_manifest(folder)


def checkout(root: Path) -> Path:
    make_site(root / "site", "eerste")
    for name in ("docs/index.md", "docs/essays/een.md", "seeds/anchors.lock"):
        write(root / name, "eerste")
    return root


def build(root: Path, words: str = "tweede") -> None:
    """What the real build does from where it holds the lock."""
    with workspace(root) as work:
        names = ("docs/essays", "docs/index.md", "seeds/anchors.lock")
        for name in ("docs/essays/een.md", *names[1:]):
            write(work / name, words)
        make_site(work / "site", words)
        publish(root, work, [(work / name, root / name) for name in names])


def words(path: Path) -> str:
    return path.read_text("utf-8")


def is_clean(root: Path) -> bool:
    """No leftovers: nothing in .weerklank but the site before this one."""
    left = [p.name for p in (root / ".weerklank").iterdir()]
    return set(left) <= {"previous"} and not list(root.rglob("*.aside")) and not list(root.rglob("*.new"))


def in_child(does: Callable[[], None], at: int, fault: Callable[[], None]) -> int:
    """Run in a forked child with `fault` called at the `at`-th event; its wait status: with the exit code UNREACHED
    where it did all that it does in fewer.
    """
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            if event in EVENTS:
                count += 1
                if count == at:
                    fault()

        try:
            sys.addaudithook(hook)
            does()
            os._exit(UNREACHED if count < at else 0)
        except MachineError:
            os._exit(3)
        except BaseException:  # noqa: B036 - anything else is the failure that the test is about
            os._exit(1)
    return os.waitpid(child, 0)[1]


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def no_space() -> None:
    raise OSError(28, "No space left on device", "x")


def points() -> Iterator[int]:
    yield from range(1, POINTS)


def test_killed_at_every_point(tmp_path: Path, mode: str) -> None:
    killed = 0
    for at in points():
        root = checkout(tmp_path / str(at))
        status = in_child(lambda root=root: build(root), at, kill)  # type: ignore[misc]
        if mode == "exchange":  # in the other mode there is one moment without a site
            assert damage(root / "site") == [], at
        for name in ("docs/essays/een.md", "docs/index.md", "seeds/anchors.lock"):
            assert mode != "exchange" or words(root / name) in ("eerste", "tweede"), at
        with workspace(root):
            pass  # what any next build begins with
        assert damage(root / "site") == [], at
        was_swapped = words(root / "site/index.html") == "tweede"
        assert is_clean(root), at
        if was_swapped:
            assert words(root / ".weerklank/previous/index.html") == "eerste", at
        build(root)
        assert {words(root / n) for n in ("site/index.html", "docs/essays/een.md", "docs/index.md")} == {"tweede"}, at
        assert words(root / ".weerklank/previous/index.html") == "eerste", at
        assert is_clean(root), at
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == UNREACHED
            break
        killed += 1
    assert 30 < killed < POINTS - 1


def test_refused_at_every_point(tmp_path: Path, mode: str) -> None:
    """A full disk or a lost permission at any point: an error of the machine, and everything as it was, or all new."""
    refused = 0
    for at in points():
        root = checkout(tmp_path / str(at))
        status = in_child(lambda root=root: build(root), at, no_space)  # type: ignore[misc]
        assert os.WIFEXITED(status)
        assert damage(root / "site") == [], at
        seen = {
            words(root / n) for n in ("site/index.html", "docs/essays/een.md", "docs/index.md", "seeds/anchors.lock")
        }
        if os.WEXITSTATUS(status) == 3 and seen != {"eerste"}:
            assert seen == {"tweede"}, at  # it was published; keeping the site before it failed
        build(root)
        assert words(root / "site/index.html") == "tweede"
        assert is_clean(root), at
        assert os.WEXITSTATUS(status) in (0, 3, UNREACHED), at
        refused += os.WEXITSTATUS(status) == 3
        if os.WEXITSTATUS(status) == UNREACHED:
            break
    assert 20 < refused < at < POINTS - 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("folder", [".", "docs", "seeds", "docs/essays"])
def test_without_permission(tmp_path: Path, folder: str) -> None:
    root = checkout(tmp_path / "root")
    for path in [*tmp_path.parents, tmp_path]:
        if path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    for path in [root, *root.rglob("*")]:
        os.chown(path, 65534, 65534)
    (root / folder).chmod(0o555)

    def as_nobody() -> None:
        os.setgid(65534)
        os.setuid(65534)
        build(root)

    status = in_child(as_nobody, 10**9, kill)
    assert damage(root / "site") == []
    seen = {words(root / n) for n in ("site/index.html", "docs/essays/een.md", "docs/index.md", "seeds/anchors.lock")}
    if folder == "docs/essays":  # a folder that may not be written can still be exchanged as a whole
        assert len(seen) == 1
    else:
        assert os.WEXITSTATUS(status) == 3
        assert seen == {"eerste"}
    (root / folder).chmod(0o755)
    build(root)
    assert words(root / "site/index.html") == "tweede"
    assert is_clean(root)


@pytest.mark.usefixtures("mode")
def test_rollback_and_back(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    with pytest.raises(InputError, match="no previous site is kept"):
        rollback(root)
    build(root)
    for expected in ("eerste", "tweede", "eerste"):
        rollback(root)
        assert words(root / "site/index.html") == expected
        assert damage(root / "site") == []
    build(root, "derde")
    rollback(root)
    assert words(root / "site/index.html") == "eerste"


@pytest.mark.usefixtures("mode")
def test_rollback_killed_at_every_point(tmp_path: Path) -> None:
    for at in points():
        root = checkout(tmp_path / str(at))
        build(root)
        status = in_child(lambda root=root: rollback(root), at, kill)  # type: ignore[misc]
        with workspace(root):
            pass
        assert damage(root / "site") == [], at
        assert damage(root / ".weerklank/previous") == [], at
        assert is_clean(root), at
        if os.WIFEXITED(status):
            return


def test_a_damaged_site_is_not_kept_and_not_brought_back(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    (root / "site/assets/a.css").write_text("stuk")
    assert damage(root / "site") == ["assets/a.css has other bytes"]
    build(root)
    assert not (root / ".weerklank/previous").exists()
    build(root, "derde")
    (root / ".weerklank/previous/index.html").unlink()
    with pytest.raises(InputError, match="not whole"):
        rollback(root)
    assert words(root / "site/index.html") == "derde"


def test_the_same_site_again_keeps_the_one_before(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    build(root)
    build(root)
    assert words(root / ".weerklank/previous/index.html") == "eerste"


def test_manifest_is_what_sha256sum_writes(tmp_path: Path) -> None:
    make_site(tmp_path, "x")
    lines = (tmp_path / manifest.NAME).read_text().splitlines()
    assert [line[66:] for line in lines] == ["assets/a.css", "essays/een/index.html", "index.html"]
    assert all(line[64:66] == "  " and len(line[:64]) == 64 for line in lines)
    write(tmp_path / "new.html", "y")
    (tmp_path / "index.html").unlink()
    assert damage(tmp_path) == ["index.html is missing", "new.html is not listed"]
