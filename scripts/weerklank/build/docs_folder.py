"""The folder docs/ and the locks of seeds/: what the build writes there, and where they differ from it."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from weerklank.build.compose import Edition
from weerklank.build.every_file import generated
from weerklank.build.hand_edits import hand_edits
from weerklank.build.layout import LaidOut
from weerklank.collection.checksums import digest
from weerklank.model import Collection
from weerklank.model.errors import InputError, Problem
from weerklank.pages.own_pages import own_pages
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.safe_writing import link, place_inside, write_inside

_SHOWN = 5  # files that a message names
_FEW = 50  # files of one folder that are swapped in one by one; each takes the disk some milliseconds


def drift(root: Path, made: Edition) -> list[Problem]:
    """Where docs/ and the locks differ from what the seeds give: one problem, for a build mends all of it at once.
    Nothing is written.
    """
    there = Digests().tree(root / "docs")
    files = made_here(root / "docs", made.collection, made.docs)
    other = "is not what the seeds give"
    wrong = {f"docs/{name}": other if there.get(name) else "is missing" for name, _ in _other(files, there)}
    stale = _stale(there, generated(made.collection.say), files)
    wrong |= {f"docs/{name}": "belongs to no seed or argument" for name in stale}
    wrong |= {f"seeds/{name}": other for name in _other_locks(root, made)}
    if len(wrong) > 1:
        some = ", ".join(list(wrong)[:_SHOWN]) + (f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else "")
        wrong = {"docs/ and seeds/*.lock": f"{len(wrong)} files are not what the seeds give: {some}"}
    return [Problem(where, what, "run 'make site' and commit the result") for where, what in wrong.items()]


def stage(
    root: Path, work: Path, made: Edition, digests: Digests | None = None
) -> tuple[set[str], list[tuple[Path, Path]]]:
    """Make the new docs/ and locks in the folder `work`: the names of the files that differ from what is there, and
    what must be swapped in (new, target): of a folder in which little changed its files, else the folder, in which
    files that stay the same are linked, not copied. InputError where a person's changes to a generated file would be
    lost.
    """
    old, new, there = root / "docs", work / "docs", (digests or Digests()).tree(root / "docs")
    old.mkdir(exist_ok=True)
    files, folders = made_here(old, made.collection, made.docs), generated(made.collection.say)
    stale, other = _stale(there, folders, files), [name for name, _ in _other(files, there)]
    if edited := hand_edits(root, {name: files[name] for name in other if (old / name).is_file()}, stale):
        raise InputError(edited)
    changed = {*stale, *other}
    strange = {_top(name) for name, digest in there.items() if not digest}  # with a link, say
    many = {top for top, count in Counter(map(_top, changed)).items() if count > _FEW or top in strange}
    many |= {*map(_top, stale)}
    for name in there:  # editors may have files of their own beside ours
        if _top(name) in many and name not in changed and (name in files or _top(name) not in folders):
            link(old / name, place_inside(new, name))
    for name in other:
        write_inside(new, name, files[name].encode())
    for top in many & {*folders}:
        (new / top).mkdir(parents=True, exist_ok=True)
    names = {name if _top(name) not in many else _top(name) for name in changed}
    moves = [(new / name, old / name) for name in sorted(names)]
    locks = _other_locks(root, made)
    moves += [(write_inside(work / "seeds", n, text.encode()), root / "seeds" / n) for n, text in locks.items()]
    return {*(f"docs/{name}" for name in changed), *(f"seeds/{name}" for name in locks)}, moves


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
    digests = digests or Digests()
    files, folders = made_here(docs, collection, written, kept), generated(collection.say)
    own = {n: d for n, d in digests.tree(docs).items() if n not in files and n.partition("/")[0] not in folders}
    there = digests.tree(folder)
    for name in there:
        if not (there[name] and (name in files or name in own)):
            (folder / name).unlink()
            with suppress(OSError):  # a file may come where a folder was
                os.removedirs((folder / name).parent)
    for name, text in _other(files, there, kept):
        write_inside(folder, name, text.encode())
    for name, known in own.items():
        if not known or known != there.get(name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / name, folder / name, follow_symlinks=False)


def _digest(text: str) -> str:
    return digest(text.encode())


def made_here(
    docs: Path, collection: Collection, written: Mapping[str, str], kept: Kept = NOTHING_KEPT
) -> Mapping[str, str]:
    """The files of docs/ that the build writes: not those of the language's pages that editors wrote themselves."""
    own = LaidOut(dict.fromkeys(own_pages(collection.say), ""))
    return LaidOut(written, kept, {name for name in own if _by_hand(docs / name)})


def _by_hand(path: Path) -> bool:
    """Whether a page lies there whose front matter does not say that it is generated."""
    if path.suffix != ".md" or not path.is_file():
        return False
    return "\ngenerated: " not in path.read_text("utf-8", errors="replace").partition("\n---\n")[0]


def _top(name: str) -> str:
    return name.partition("/")[0]


def _stale(there: Iterable[str], folders: Container[str], pages: Container[str]) -> list[str]:
    """Files in the generated folders that nothing generates any more."""
    return sorted(name for name in there if name.partition("/")[0] in folders and name not in pages)


def _other(files: Mapping[str, str], there: Mapping[str, str], kept: Kept = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    """Of the files, those that are not there with these bytes, and their texts."""
    return ((name, text) for name, text in files.items() if there.get(name) != kept.remembered(_digest, text))


def _other_locks(root: Path, made: Edition) -> dict[str, str]:
    """The locks that are other than they were."""
    return {n: text for n, text in made.locks.items() if Digests()(root / "seeds" / n) != digest(text.encode())}
