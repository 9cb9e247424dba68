"""The folder docs/ and the locks of seeds/: what the build writes there, and where they differ from it."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from weerklank.build.compose import Edition
from weerklank.build.every_file import generated
from weerklank.build.hand_edits import hand_edits
from weerklank.build.layout import laid_out
from weerklank.model import Collection
from weerklank.model.errors import InputError, Problem
from weerklank.pages.own_pages import own_pages
from weerklank.state.safe_writing import write_inside

_SHOWN = 5  # files that a message names


def drift(root: Path, made: Edition) -> list[Problem]:
    """Where docs/ and the locks differ from what the seeds give: one problem, for a build mends all of it at once.
    Nothing is written.
    """
    docs = root / "docs"
    files = made_here(docs, made.collection, made.docs)
    stale = _stale(docs, generated(made.collection.say), files)
    other = "is not what the seeds give"
    differ = [name for name, text in files.items() if not _is(docs / name, text)]
    wrong = {f"docs/{name}": other if (docs / name).is_file() else "is missing" for name in differ}
    wrong |= {f"docs/{name}": "belongs to no seed or argument" for name in stale}
    wrong |= {f"seeds/{name}": other for name, text in made.locks.items() if not _is(root / "seeds" / name, text)}
    if len(wrong) > 1:
        some = ", ".join(list(wrong)[:_SHOWN]) + (f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else "")
        wrong = {"docs/ and seeds/*.lock": f"{len(wrong)} files are not what the seeds give: {some}"}
    return [Problem(where, what, "run 'make site' and commit the result") for where, what in wrong.items()]


def stage(root: Path, work: Path, made: Edition) -> tuple[int, list[tuple[Path, Path]]]:
    """Make the new docs/ and locks in the folder `work`: how many files differ from what is there, and
    what must be swapped in (new, target). Files that stay the same keep their time. InputError where a
    person's changes to a generated file would be lost.
    """
    old, new = root / "docs", work / "docs"
    old.mkdir(exist_ok=True)
    files, folders = made_here(old, made.collection, made.docs), generated(made.collection.say)
    changed = _stale(old, folders, files)
    if edited := hand_edits(root, files, changed):
        raise InputError(edited)
    shutil.copytree(old, new, symlinks=True, ignore=lambda path, _: folders if Path(path) == old else ())
    for name, text in files.items():
        path = write_inside(new, name, text.encode())
        if _is(old / name, text):
            shutil.copystat(old / name, path)
        else:
            changed.append(name)
    moves = [(new / name, old / name) for name in sorted({Path(name).parts[0] for name in changed})]
    for name, text in made.locks.items():
        if not _is(root / "seeds" / name, text):
            changed.append(name)
            moves.append((write_inside(work / "seeds", name, text.encode()), root / "seeds" / name))
    return len(changed), moves


def whole(docs: Path, folder: Path, collection: Collection, written: Mapping[str, str]) -> None:
    """Make `folder` what MkDocs renders: all that is `written` (pages and data by name), and beside it what editors
    have in `docs`. Files that stay the same keep their time.
    """
    files = made_here(docs, collection, written)
    own = _files(docs) - set(files)
    for name in _files(folder):
        if (folder / name).is_symlink() or name not in own | set(files):
            (folder / name).unlink()
    for name, text in files.items():
        if not _is(folder / name, text):
            write_inside(folder, name, text.encode())
    for name in own:
        if not ((folder / name).is_file() and filecmp.cmp(docs / name, folder / name)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / name, folder / name, follow_symlinks=False)  # newer than what was made of it


def made_here(docs: Path, collection: Collection, written: Mapping[str, str]) -> dict[str, str]:
    """The files of docs/ that the build writes: not those of the language's pages that editors wrote themselves."""
    own = laid_out(own_pages(collection.say))
    return {name: text for name, text in laid_out(written).items() if name not in own or not _by_hand(docs / name)}


def _by_hand(path: Path) -> bool:
    """Whether a page lies there whose front matter does not say that it is generated."""
    if path.suffix != ".md" or not path.is_file():
        return False
    return "\ngenerated: " not in path.read_text("utf-8", errors="replace").partition("\n---\n")[0]


def _stale(docs: Path, folders: Iterable[str], pages: Iterable[str]) -> list[str]:
    """Files in the generated folders that nothing generates any more."""
    paths = (path for folder in folders for path in (docs / folder).rglob("*") if not path.is_dir())
    return sorted({path.relative_to(docs).as_posix() for path in paths} - set(pages))


def _files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return {path.relative_to(folder).as_posix() for path in paths}


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
