"""A new collection: builds at once, anywhere, with the tool that it took along."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.copies import EXAMPLE, ROOT
from weerklank.build import checkout
from weerklank.cli import main
from weerklank.release.carried import CARRIED
from weerklank.release.sbom import read_lock
from weerklank.release.wheel import make_wheel, wheel_name
from weerklank.site.new_site import NewSite
from weerklank.site.render import render_pages

TITLE = 'De schuur: van "wie"?'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elders") / "een verzameling"
    assert main(["new", str(folder), "--title", TITLE]) == 0
    return folder


def test_it_builds_and_its_checks_pass(folder: Path, tmp_path: Path) -> None:
    assert main(["-C", str(folder), "build", "--quiet"]) == 0
    home = (folder / "site/index.html").read_text("utf-8")
    assert "De schuur: van &quot;wie&quot;?" in home
    assert len(list((folder / "site/essays").glob("*/index.html"))) == 2
    assert "data-passage" in (folder / "site/essays/wie-bewaart-de-sleutel/index.html").read_text("utf-8")
    assert main(["-C", str(folder / "seeds"), "check"]) == main(["-C", str(folder), "fmt", "--check"]) == 0
    assert main(["-C", str(folder), "zip"]) == main(["-C", str(folder), "sbom"]) == 0
    render_pages(folder, NewSite(tmp_path / "plain"))  # strict: no warning without our build around it
    assert checkout.build(folder, quiet=True).startswith("Nothing changed")


def test_one_in_english_builds_too(tmp_path: Path) -> None:
    root = tmp_path / "trial"
    assert main(["new", str(root), "--language", "en", "--title", "The shed"]) == 0
    assert main(["-C", str(root), "build", "--quiet"]) == main(["-C", str(root), "check"]) == 0
    assert main(["-C", str(root), "fmt", "--check"]) == main(["-C", str(root), "zip"]) == 0
    assert '<html lang="en"' in (root / "site/arguments/lock-on-the-shed/index.html").read_text("utf-8")
    (archive,) = (root / "dist").glob("*.zip")
    names = {name.split("/", 1)[1] for name in zipfile.ZipFile(archive).namelist()}
    assert {"README.txt", "LICENCE.txt", "essays/who-keeps-the-key/index.html"} <= names


def test_it_takes_the_tool_along(folder: Path) -> None:
    wheel = (folder / "vendor" / wheel_name()).read_bytes()
    lock = (folder / "requirements.txt").read_text("utf-8")
    assert f"./vendor/{wheel_name()} \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n" in lock
    assert len(read_lock(lock)) > 40
    assert wheel == make_wheel()
    names = zipfile.ZipFile(io.BytesIO(wheel)).namelist()
    assert {"weerklank/theme/assets/weerklank.css", "weerklank/build/new/mkdocs.yml"} <= set(names)
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_installs_and_finds_its_commands_and_theme(tmp_path: Path) -> None:
    (tmp_path / wheel_name()).write_bytes(make_wheel())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*pip, str(tmp_path / "lib"), str(tmp_path / wheel_name())], check=True, capture_output=True)
    about = next((tmp_path / "lib").glob("weerklank-*.dist-info"))
    assert re.search(r"\[mkdocs\.themes\]\nweerklank = weerklank\.theme", (about / "entry_points.txt").read_text())
    code = "import weerklank, sys; from weerklank.cli import main; print(weerklank.__file__); main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, "new", str(tmp_path / "nieuw")],
        env={"PYTHONPATH": str(tmp_path / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith(str(tmp_path / "lib")), done.stderr
    assert (tmp_path / "nieuw/vendor" / wheel_name()).read_bytes() == make_wheel()


def test_its_workflow_checks_and_builds_before_it_deploys(folder: Path) -> None:
    jobs = yaml.safe_load((folder / ".github/workflows/site.yml").read_text("utf-8"))["jobs"]
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert runs == ["make check", "make site", "make zip sbom"]
    rules = (folder / "Makefile").read_text("utf-8")
    assert all(f"\n{name}:" in rules for run in runs for name in run.removeprefix("make ").split())
    assert jobs["deploy"]["needs"] == "build"


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Proef", "-c", "user.email=proef@brood.example"]
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second collection in git: a new folder, its example texts replaced by the example of the tests."""
    root = tmp_path_factory.mktemp("tweede") / "een verzameling"
    assert main(["new", str(root), "--title", TITLE]) == 0
    shutil.rmtree(root / "seeds")
    shutil.copytree(EXAMPLE / "seeds", root / "seeds")
    assert main(["-C", str(root), "build", "--quiet"]) == 0
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A", ".")
    git(root, "commit", "-q", "-m", "begin")
    return root


def environment(root: Path, wheel: Path, lib: Path) -> None:
    """What make would install into .venv from the lock: the collection's own wheel; its packages are those of here."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(lib)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    python = root / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{lib}" exec {sys.executable} "$@"\n', "utf-8")
    python.chmod(0o755)
    (root / ".venv/ready").touch()


def test_its_workflow_publishes_a_second_collection(second: Path, tmp_path: Path) -> None:
    """Its steps, as they stand in the file, in a fresh clone; what others' actions do is left out."""
    clone = tmp_path / "kloon"
    git(second, "clone", "-q", str(second), str(clone))
    environment(clone, clone / "vendor" / wheel_name(), tmp_path / "lib")
    address = "https://proef.example/teksten"
    handed_on = []
    for step in yaml.safe_load((clone / ".github/workflows/site.yml").read_text("utf-8"))["jobs"]["build"]["steps"]:
        if "run" in step:
            said = {
                name: value.replace("${{ steps.pages.outputs.base_url }}", address)
                for name, value in step.get("env", {}).items()
            }
            bare = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
            done = subprocess.run(
                step["run"],
                shell=True,
                cwd=clone,
                env={**bare, "CI": "true", **said},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (step["run"], done.stderr)
        elif "path" in step.get("with", {}):
            handed_on.append(clone / step["with"]["path"])
    assert [sorted(path.suffix for path in folder.iterdir()) for folder in handed_on[:1]] == [[".json", ".zip"]]
    assert f'<link rel="canonical" href="{address}/">' in (handed_on[1] / "index.html").read_text("utf-8")
    assert git(clone, "status", "--porcelain") == ""


def test_an_upgrade_touches_the_tool_and_generated_pages_alone(second: Path, tmp_path: Path) -> None:
    """With a tool of another version, in which a word of the interface is another."""
    root = tmp_path / "kloon"
    git(second, "clone", "-q", str(second), str(root))
    newer = tmp_path / "nieuw"
    shutil.copytree(ROOT / "scripts", newer)  # with its bytecode: else each command compiles it
    (newer / "weerklank/__init__.py").write_text('__version__ = "9.8.7"\n', "utf-8")
    for name in CARRIED:
        shutil.copy(ROOT / name, newer / "weerklank/release")
    words = newer / "weerklank/languages/nl/interface.toml"
    words.write_text(words.read_text("utf-8").replace("verwijderd", "weggehaald"), "utf-8")

    def run(*arguments: str) -> None:
        command = [sys.executable, "-m", "weerklank", "-C", str(root), *arguments]
        bare = {**os.environ, "PYTHONPATH": str(newer)}
        done = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    run("upgrade")
    lock = ["requirements.txt", f"vendor/{wheel_name()}", "vendor/weerklank-9.8.7-py3-none-any.whl"]
    assert changed(root) == sorted(lock)
    assert "./vendor/weerklank-9.8.7-py3-none-any.whl" in (root / "requirements.txt").read_text("utf-8")
    environment(root, root / lock[2], tmp_path / "lib")
    assert (tmp_path / "lib/weerklank-9.8.7.dist-info").is_dir()
    run("build", "--quiet")
    more = set(changed(root)) - set(lock)
    assert more and all(name.startswith("docs/") for name in more), more
    run("check")


def changed(root: Path) -> list[str]:
    """The files that differ from what was committed, new ones too."""
    return sorted(row[3:].strip('"') for row in git(root, "status", "--porcelain", "-uall").splitlines())


def test_a_collection_in_a_checkout_of_the_tool_has_none_to_upgrade(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    assert main(["-C", str(tmp_path), "upgrade"]) == 1
    assert "vendor/: is not there: this collection builds with a checkout" in capsys.readouterr().err


def test_what_cannot_be_made(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(folder)]) == 1
    assert "is there already, and is not empty; name a folder that is new" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "x"), "--language", "de"]) == 1
    assert "there is no interface in 'de' yet: the words of the pages" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    assert main(["-C", str(tmp_path), "build"]) == 2
    assert "no collection in" in capsys.readouterr().err
