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

_TITLE = "@TITLE@"
_VENDOR = "vendor"  # where a collection keeps its tool
_EXAMPLE = "new"  # the folder of a language's pack that holds the example


def new_collection(folder: Path, language: str, title: str | None = None) -> None:
    """Make the folder. InputError where something lies there already, or the language has no example.

    `title`: the collection's, the folder's name unless said otherwise. The tool goes along as a wheel in vendor/, and
    requirements.txt names it with its hash beside the packages that it was tested with.
    """
    example = Path(languages.__file__).parent / language / _EXAMPLE
    if not example.is_dir():
        what = f"there is no interface in '{language}' yet: its words, addresses, pages and an example are missing"
        whole = ", ".join(each.code for each in packs())
        raise InputError([Problem("--language", what, f"take one that is whole: {whole}")])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError([Problem(str(folder), "is there already, and is not empty", "name a folder that is new")])
    title = title or folder.resolve().name
    for source in (path for path in example.rglob("*") if path.is_file()):
        path = folder / source.relative_to(example)
        path.parent.mkdir(parents=True, exist_ok=True)
        said = scalar(title) if path.suffix == ".yml" else title
        path.write_text(source.read_text("utf-8").replace(_TITLE, said), "utf-8", newline="\n")
    _take_along(folder)


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
