"""Other systems, as far as one can tell on this one: Windows, macOS, another locale, a strange path, CRLF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.copies import ROOT, copy_built
from weerklank.build.docs_folder import drift
from weerklank.build.inputs import read
from weerklank.model.slugs import RESERVED, make_slug

NEW = ROOT / "scripts/weerklank/build/new"


def run(module: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A module in a process of its own, far from the checkout."""
    paths = f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(
        command, cwd="/", env={**os.environ, "PYTHONPATH": paths, **environment}, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new collection, built twice without what only Unix has."""
    root = tmp_path_factory.mktemp("portable") / "een map, één «verzameling»"
    for arguments in (["new", str(root), "--title", "Proef"], ["-C", str(root), "build"]):
        done = run("tests.unix_hidden", *arguments)
        assert done.returncode == 0, done.stderr.decode()
    (root / "seeds/collection.yml").write_text("title: Nog een\nlanguage: nl\ncontact: a@voorbeeld.nl\n", "utf-8")
    done = run("tests.unix_hidden", "-C", str(root), "build", "--quiet")
    assert done.returncode == 0, done.stderr.decode()
    return root


COMMANDS = (
    "-C {} check",
    "-C {} build",
    "-C {} zip",
    "-C {} sbom",
    "-C {} seal",
    "-C {} arguments",
    "-C {} rollback",
    "clean {}/seeds/001-voorbeeld.txt",
    "explain {}/seeds/001-voorbeeld.txt",
    "redact {}/seeds/001-voorbeeld.txt",
    "serve-site --help",
    "serve --help",
    "audit --help",
)


def test_each_command_without_what_only_unix_has(windows: Path) -> None:
    done = run("tests.unix_hidden", *[word.format(windows) for word in " + ".join(COMMANDS).split(" ")])
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().count("usage: ") == 3, "the last three commands were reached"


def test_two_sites_changed_places_without_exchange(windows: Path) -> None:
    home = (windows / "site/index.html").read_text("utf-8")
    done = run("tests.unix_hidden", "-C", str(windows), "rollback")
    assert done.returncode == 0, done.stderr.decode()
    assert (windows / "site/index.html").read_text("utf-8") != home
    assert not list((windows / ".weerklank").glob("*.aside"))


@pytest.mark.parametrize("locale", ["C", pytest.param("POSIX", marks=pytest.mark.every)])
def test_a_locale_without_utf_8(windows: Path, tmp_path: Path, locale: str) -> None:
    ascii_only = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    text = tmp_path / "één.txt"
    text.write_text("Een titel\n\nEén alinea over reünies, ‘zo’ lang dat zij er een is.\n", "utf-8")
    done = run("weerklank", "clean", str(text), **ascii_only)
    assert done.stdout.decode() == "Eén alinea over reünies, ‘zo’ lang dat zij er een is.\n"
    done = run("weerklank", "-C", str(windows), "check", **ascii_only)
    assert done.returncode == 0, done.stderr.decode()


def test_no_two_files_differ_in_case_or_accents_alone(built: Path) -> None:
    """Windows and macOS hold such names for one."""
    for top in ("docs", "site"):
        names = [path.relative_to(built).as_posix() for path in (built / top).rglob("*")]
        assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(names) > 50
    shipped = _git(ROOT, "ls-files", "-z").split("\0")
    assert len({unicodedata.normalize("NFC", name).casefold() for name in shipped}) == len(shipped) > 100


def test_every_name_can_stand_on_windows(built: Path) -> None:
    forbidden = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$', re.I)
    shipped = [*_git(ROOT, "ls-files", "-z").split("\0")]
    made = [path.relative_to(built).as_posix() for top in ("docs", "site") for path in (built / top).rglob("*")]
    assert [name for name in (*shipped, *made) if any(forbidden.search(part) for part in name.split("/"))] == []
    assert all(make_slug(name, "tekst").startswith("tekst-") for name in RESERVED)
    assert make_slug("Con Amore", "tekst") == "con-amore"


def test_nothing_of_the_checkout_is_a_link() -> None:
    """Windows gives a file with the link's target in its place."""
    assert [row for row in _git(ROOT, "ls-files", "--stage").splitlines() if row.startswith("120000")] == []


@pytest.mark.parametrize("attributes", [ROOT / ".gitattributes", NEW / ".gitattributes"], ids=["tool", "collection"])
def test_a_checkout_on_windows_has_the_same_bytes(built: Path, tmp_path: Path, attributes: Path) -> None:
    """With `core.autocrlf=true`, as Git for Windows asks for: docs/ is still what the seeds give."""
    root = tmp_path / "een"
    root.mkdir()
    copy_built(root, built)
    shutil.copy(attributes, root / ".gitattributes")
    (root / "seeds/007-crlf.txt").write_bytes(b"Een titel\r\n\r\nEen alinea, lang genoeg om er een te zijn.\r\n")
    _git(root, "init", "-q")
    _git(root, "-c", "core.autocrlf=true", "add", "-A", ".")
    _git(root, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "-q", "-m", "begin")
    _git(root, "-c", "core.autocrlf=true", "clone", "-q", str(root), str(tmp_path / "twee"))
    for path in (path for top in ("docs", "seeds") for path in (root / top).rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "twee" / path.relative_to(root)).read_bytes(), path
    (tmp_path / "twee/seeds/007-crlf.txt").unlink()
    assert drift(tmp_path / "twee", read(tmp_path / "twee").edition) == []


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.removesuffix("\0")
