"""A new collection: builds at once, anywhere, with the tool that it took along."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from weerklank.build import checkout
from weerklank.cli import main
from weerklank.release.sbom import read_lock
from weerklank.release.wheel import make_wheel, wheel_name
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
    assert main(["-C", str(folder / "seeds"), "check"]) == 0
    assert main(["-C", str(folder), "zip"]) == main(["-C", str(folder), "sbom"]) == 0
    render_pages(folder, tmp_path / "plain")  # strict: no warning without our build around it
    assert checkout.build(folder, quiet=True).startswith("Nothing changed")


def test_it_takes_the_tool_along(folder: Path) -> None:
    wheel = (folder / "vendor" / wheel_name()).read_bytes()
    lock = (folder / "requirements.txt").read_text("utf-8")
    assert f"./vendor/{wheel_name()} \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n" in lock
    assert len(read_lock(lock)) > 40
    assert wheel == make_wheel()
    names = zipfile.ZipFile(io.BytesIO(wheel)).namelist()
    assert {"weerklank/theme/assets/weerklank.css", "weerklank/languages/nl/new/mkdocs.yml"} <= set(names)
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


def test_what_cannot_be_made(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(folder)]) == 1
    assert "is there already, and is not empty; name a folder that is new" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "x"), "--language", "en"]) == 1
    assert "there is no interface in 'en' yet" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    assert main(["-C", str(tmp_path), "build"]) == 2
    assert "no collection in" in capsys.readouterr().err
