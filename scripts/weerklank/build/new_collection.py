"""`weerklank new`: a folder with an example of all that a collection has, which builds at once; its tool renewed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from weerklank import languages
from weerklank.collection.yaml_writing import scalar
from weerklank.languages.pack import packs
from weerklank.model.errors import InputError, Problem
from weerklank.release.carried import carried
from weerklank.release.wheel import make_wheel, wheel_name

_TITLE, _LANGUAGE, _NAV = "@TITLE@", "@LANGUAGE@", "@NAV@"
_COMMON = "new"  # beside this module: what a collection has in any language
_VENDOR = "vendor"  # where a collection keeps its tool
_EXAMPLE = "new"  # the folder of a language's pack that holds the rest: an example, and the site's menu
_MENU = "nav.yml"


def new_collection(folder: Path, language: str, title: str | None = None) -> None:
    """Make the folder. InputError where something lies there already, or the language has no example.

    `title`: the collection's, the folder's name unless said otherwise. The tool goes along as a wheel in vendor/, and
    requirements.txt names it with its hash beside the packages that it was tested with.
    """
    if lacking := languages.missing(language):
        what = f"there is no interface in '{language}' yet: {'; '.join(lacking)} would be missing"
        whole = ", ".join(each.code for each in packs())
        raise InputError([Problem("--language", what, f"take one that is whole: {whole}")])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError([Problem(str(folder), "is there already, and is not empty", "name a folder that is new")])
    for name, text in new_files(language, title or folder.resolve().name).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    _take_along(folder)


def new_files(language: str, title: str) -> dict[str, str]:
    """The files of a new collection by their path, its tool and the lock of that aside."""
    sources = (Path(__file__).parent / _COMMON, Path(languages.__file__).parent / language / _EXAMPLE)
    found = {
        path.relative_to(source).as_posix(): path.read_text("utf-8")
        for source in sources
        for path in source.rglob("*")
        if path.is_file()
    }
    menu = found.pop(_MENU).rstrip()
    return {name: _filled(name, text, language, title).replace(_NAV, menu) for name, text in found.items()}


def _filled(name: str, text: str, language: str, title: str) -> str:
    return text.replace(_LANGUAGE, language).replace(_TITLE, scalar(title) if name.endswith(".yml") else title)


def upgrade(folder: Path) -> None:
    """Have the collection build with the tool that runs now; nothing but vendor/ and requirements.txt is touched.

    InputError where it has no tool of its own.
    """
    if not (folder / _VENDOR).is_dir():
        remedy = "upgrade that checkout (git pull), or make a collection of its own: weerklank new DIR"
        raise InputError([Problem(f"{_VENDOR}/", "is not there: this collection builds with a checkout", remedy)])
    for old in (folder / _VENDOR).glob("weerklank-*.whl"):
        old.unlink()
    _take_along(folder)


def _take_along(folder: Path) -> None:
    """Put the tool that runs into the collection, and pin it by its hash beside the packages it was tested with."""
    wheel = make_wheel()
    (folder / _VENDOR).mkdir(exist_ok=True)
    (folder / _VENDOR / wheel_name()).write_bytes(wheel)
    tool = f"./{_VENDOR}/{wheel_name()} \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n"
    (folder / "requirements.txt").write_text(tool + carried("requirements.txt"), "utf-8", newline="\n")
