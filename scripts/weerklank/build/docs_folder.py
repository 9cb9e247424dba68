"""The folder docs/ and the locks of seeds/: what the build writes there, and where they differ from it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from weerklank.build.compose import Edition
from weerklank.build.every_file import generated
from weerklank.build.hand_edits import hand_edits
from weerklank.build.layout import laid_out
from weerklank.collection.checksums import digest
from weerklank.model import Collection
from weerklank.model.errors import InputError, Problem
from weerklank.pages.own_pages import own_pages
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.safe_writing import link, place_inside, write_inside

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
    what must be swapped in (new, target). Files that stay the same are linked, not copied. InputError where a
    person's changes to a generated file would be lost.
    """
    old, new = root / "docs", work / "docs"
    old.mkdir(exist_ok=True)
    files, folders = made_here(old, made.collection, made.docs), generated(made.collection.say)
    stale = _stale(old, folders, files)
    if edited := hand_edits(root, files, stale):
        raise InputError(edited)
    changed = {*stale, *(name for name, text in files.items() if not _is(old / name, text))}
    tops = {Path(name).parts[0] for name in changed}
    for top in tops:
        if top in folders:
            (new / top).mkdir(parents=True)
        elif (old / top).is_dir():  # editors may have files of their own beside ours
            shutil.copytree(old / top, new / top, symlinks=True, copy_function=link, dirs_exist_ok=True)
    for name, text in files.items():
        top = name.partition("/")[0]
        if name in changed:
            (new / name).unlink(missing_ok=True)
            write_inside(new, name, text.encode())
        elif top in tops and top in folders:
            link(old / name, place_inside(new, name))
    moves = [(new / top, old / top) for top in sorted(tops)]
    locks = {name: text for name, text in made.locks.items() if not _is(root / "seeds" / name, text)}
    moves += [(write_inside(work / "seeds", n, text.encode()), root / "seeds" / n) for n, text in locks.items()]
    return len(changed) + len(locks), moves


def whole(
    docs: Path,
    folder: Path,
    collection: Collection,
    written: Mapping[str, str],
    digests: Digests | None = None,
    kept: Kept = NOTHING_KEPT,
) -> None:
    """Make `folder` what MkDocs renders: all that is `written` (pages and data by name), and beside it what editors
    have in `docs`. Files that stay the same are not touched.
    """
    digests, generated_here = digests or Digests(), generated(collection.say)
    files = made_here(docs, collection, written, kept)
    own = {name for name in _files(docs) if name not in files and name.partition("/")[0] not in generated_here}
    for name in _files(folder):
        if not (digests(f"{folder}/{name}") and (name in files or name in own)):
            (folder / name).unlink()
            with suppress(OSError):  # a file may come where a folder was
                os.removedirs((folder / name).parent)
    for name, text in files.items():
        if digests(f"{folder}/{name}") != kept.remembered(_digest, text):
            write_inside(folder, name, text.encode())
    for name in own:
        if not (known := digests(docs / name)) or known != digests(folder / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / name, folder / name, follow_symlinks=False)


def _digest(text: str) -> str:
    return digest(text.encode())


def made_here(
    docs: Path, collection: Collection, written: Mapping[str, str], kept: Kept = NOTHING_KEPT
) -> dict[str, str]:
    """The files of docs/ that the build writes: not those of the language's pages that editors wrote themselves."""
    own = laid_out(dict.fromkeys(own_pages(collection.say), ""))
    return {
        name: text for name, text in laid_out(written, kept).items() if name not in own or not _by_hand(docs / name)
    }


def _by_hand(path: Path) -> bool:
    """Whether a page lies there whose front matter does not say that it is generated."""
    if path.suffix != ".md" or not path.is_file():
        return False
    return "\ngenerated: " not in path.read_text("utf-8", errors="replace").partition("\n---\n")[0]


def _stale(docs: Path, folders: Container[str], pages: Iterable[str]) -> list[str]:
    """Files in the generated folders that nothing generates any more."""
    there = (name for name in _files(docs) if name.partition("/")[0] in folders)
    return sorted(set(there) - set(pages))


def _files(folder: Path) -> set[str]:
    """All files in a folder, and links, which are not followed."""
    found: set[str] = set()
    for place, folders, files in os.walk(folder):
        inside = f"{place}/"[len(str(folder)) + 1 :]
        found.update(f"{inside}{name}" for name in files)
        found.update(f"{inside}{name}" for name in folders if Path(place, name).is_symlink())
    return found


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
