"""The build script itself, killed, interrupted, without space, twice at once: the last good site stays whole.

`python -m tests.test_build_faults NUMBER` kills it that many times at random moments, and says what came of it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.copies import copy_tool, run_here
from tests.pages.collection import BAKER, SLEEPER
from weerklank.site import STEPS
from weerklank.site.lock import checkout_lock
from weerklank.site.manifest import damage

# what a build leaves in .weerklank/
OURS = {"kept.sqlite", "lock", "built", "previous", "previous.spare", "docs", "docs.sha256", "schemas"}
BUILD_STEPS = range(1, STEPS + 2)  # those of the site, and reading seeds/ before them


def make_checkout(root: Path) -> Path:
    """A small checkout with the real scripts, theme and assets, built once."""
    copy_tool(root)
    (root / "seeds/arguments").mkdir(parents=True)
    (root / "seeds/a.txt").write_text(BAKER, "utf-8")
    (root / "seeds/b.txt").write_text(SLEEPER, "utf-8")
    quote = '{essay: laat-de-bakker-slapen, stance: against, quote: "Laat de bakker slapen op zondag."}'
    argument = f'---\nclaim: "De bakker mag slapen."\npassages:\n  - {quote}\n---\nMag dat?\n'
    (root / "seeds/arguments/slapen.md").write_text(argument, "utf-8")
    edit(root, "eerste")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


def edit(root: Path, words: str) -> None:
    """Change the input, so that there is something to build."""
    (root / "seeds/collection.yml").write_text(f"title: Brood\nlanguage: nl\nsubtitle: {words}\n", "utf-8")


def start(root: Path, *options: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "scripts/build.py", *options]
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # what a shell starts in the background ignores Ctrl-C, and so would this child of it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def build(root: Path) -> subprocess.CompletedProcess[str]:
    return run_here(root, "build")


def is_sound(root: Path, words: str) -> None:
    """After a good build: all of it new, whole, and nothing left lying about."""
    assert damage(root / "site") == []
    for name in ("site/index.html", "docs/index.md"):
        assert words in (root / name).read_text("utf-8")
    assert {p.name for p in (root / ".weerklank").iterdir()} <= OURS
    assert [p.name for p in root.rglob("*") if p.name.endswith((".new", ".aside"))] == []


def kill_at(root: Path, step: int, number: int) -> bool:
    """Kill a build somewhere in its step `step`, counted from 1; whether it had not ended before."""
    edit(root, f"dood {number}")
    process = start(root)
    assert process.stderr
    while not (process.stderr.readline() or f"[{step}/").startswith(f"[{step}/"):
        pass
    time.sleep(random.uniform(0, 0.3))
    killed = process.poll() is None
    if killed:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert damage(root / "site") == [], (step, number)
    edit(root, f"daarna {number}")
    done = build(root)
    assert done.returncode == 0, done.stderr
    is_sound(root, f"daarna {number}")
    return killed


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkout(tmp_path_factory.mktemp("faults"))


def test_killed(checkout: Path) -> None:
    for number, step in enumerate(random.sample(BUILD_STEPS, 2)):
        kill_at(checkout, step, number)


def test_ctrl_c(checkout: Path) -> None:
    for number in range(5):  # where the machine holds this process up, the build may be over: then once more
        words = f"onderbroken{number}"
        edit(checkout, words)
        process = start(checkout)
        assert process.stderr
        while "MkDocs" not in (process.stderr.readline() or "MkDocs"):
            pass
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate()
        if process.returncode:
            break
        is_sound(checkout, words)
    assert process.returncode == 3
    assert said.strip().splitlines()[-1] == "Stopped; the last good site is as it was."
    assert "Traceback" not in said
    assert damage(checkout / "site") == []
    assert words not in (checkout / "docs/index.md").read_text()
    assert build(checkout).returncode == 0
    is_sound(checkout, words)


def test_two_at_once(checkout: Path) -> None:
    edit(checkout, "samen")
    with checkout_lock(checkout):  # as a build holds it from its first step to its last
        other = start(checkout)
        _, said = other.communicate()
    assert other.returncode == 3
    assert said.count("\n") == 1
    assert f"error: another build has this checkout (process {os.getpid()}, since " in said
    assert build(checkout).returncode == 0
    is_sound(checkout, "samen")


def test_rollback(checkout: Path) -> None:
    for words in ("voor", "na"):
        edit(checkout, words)
        assert build(checkout).returncode == 0
    for words in ("voor", "na"):
        done = run_here(checkout, "rollback")
        assert done.returncode == 0, done.stderr
        assert f">{words}<" in (checkout / "site/index.html").read_text("utf-8")
        assert damage(checkout / "site") == []


def test_a_wrong_seed_leaves_docs_and_lock_too(checkout: Path) -> None:
    before = {
        p: p.read_bytes() for top in ("docs", "seeds", "site") for p in (checkout / top).rglob("*") if p.is_file()
    }
    (checkout / "docs/stray.md").write_text("geen titel")
    (checkout / "seeds/c.txt").write_text(
        "Een derde tekst\n\nMet een alinea, en die is lang genoeg om er een te zijn.\n"
    )
    done = build(checkout)
    (checkout / "docs/stray.md").unlink()
    (checkout / "seeds/c.txt").unlink()
    assert done.returncode == 1
    after = {p: p.read_bytes() for top in ("docs", "seeds", "site") for p in (checkout / top).rglob("*") if p.is_file()}
    assert after == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 40 MB, where this process may make one."""
    command = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(tmp_path)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_disk_full(checkout: Path, small_disk: Path) -> None:
    root = small_disk / "root"
    shutil.copytree(checkout, root, ignore=shutil.ignore_patterns("previous"), symlinks=True)
    free, full = shutil.disk_usage(small_disk).free, 0
    for share in (0.0, 0.005, 0.01, 0.12):
        ballast = small_disk / "ballast"
        with ballast.open("wb") as file:
            file.write(bytes(int(free * (1 - share)) // 4096 * 4096 - 8192))
        edit(root, f"vol {share}")
        done = build(root)
        assert damage(root / "site") == []
        if done.returncode:
            full += 1
            assert done.returncode == 3, done.stderr
            assert [line for line in done.stderr.splitlines() if line.startswith("error:")] == [
                done.stderr.splitlines()[-1]
            ]
            assert {p.name for p in (root / ".weerklank").iterdir()} <= OURS
        ballast.unlink()
    assert full > 1
    edit(root, "ruimte")
    assert build(root).returncode == 0
    is_sound(root, "ruimte")


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = make_checkout(Path(folder))
        killed = tries = 0
        while killed < number:
            killed += kill_at(root, BUILD_STEPS[tries % len(BUILD_STEPS)], tries)
            tries += 1
        print(f"{killed} kills in {tries} builds: whole after each, and after the next build")


if __name__ == "__main__":
    main(int(sys.argv[1]))
