"""`weerklank edition`: what is published gets a number that citations name, and can be had again from git."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

from weerklank import __version__
from weerklank.build import git
from weerklank.build.docs_folder import drift
from weerklank.build.inputs import read, today
from weerklank.build.published import DAYS, at
from weerklank.collection import editions
from weerklank.collection.freezing import freeze, hashes
from weerklank.exports.deposit import MADE_BY, deposit_files
from weerklank.model.errors import InputError, Problem
from weerklank.model.frozen import FrozenEdition
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.safe_writing import write_inside
from weerklank.state.tool import files_digest

_HASH = 12  # hexadecimal figures of the tool's digest


def freeze_edition(root: Path, name: str = "", kept: Kept = NOTHING_KEPT) -> Iterator[str]:
    """Write the next edition into the lock, and beside seeds/ what archives read; a line is said of each file.

    InputError where docs/ is not what the seeds give, or nothing changed since the last edition.
    """
    made = read(root, kept=kept).edition
    if problems := drift(root, made):
        raise InputError(problems)
    hashed, tool = hashes(root / "seeds"), f"{__version__} {files_digest()[:_HASH]}"
    if made.dates.editions and _state(made.dates.editions[-1]) == (*hashed, tool):
        what = f"nothing changed since edition {len(made.dates.editions)}"
        raise InputError([Problem("weerklank edition", what, "cite that one")])
    lock, edition = freeze(made.dates, made.collection, today(), name, hashed, tool)
    write_inside(root, DAYS, editions.dump(lock).encode())
    yield f"{DAYS}: edition {edition.number}, {edition.day}"
    for file, text in deposit_files(made.collection, edition).items():
        path = root / file
        if path.exists() and MADE_BY not in path.read_text("utf-8", "replace"):
            yield f"{file}: not written, for it is not ours"
        else:
            write_inside(root, file, text.encode())
            yield f"{file}: written, for archives such as Zenodo"


def _state(edition: FrozenEdition) -> tuple[str, str, str]:
    return edition.seeds, edition.arguments, edition.tool


def restore_edition(root: Path, number: int, folder: Path) -> FrozenEdition:
    """Put the checkout as the commit of an edition has it, tool and all, into a new folder. InputError where no commit
    has that edition, or what it has is not what was frozen.
    """
    if folder.resolve().is_relative_to(root.resolve()):
        raise InputError([Problem(str(folder), "lies in this checkout", "name a folder outside of it")])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError([Problem(str(folder), "is there already, and is not empty", "name a folder that is new")])
    commit = next((each for each in git.history(root, DAYS) if len(at(root, each).days.editions) >= number), "")
    if not commit or number < 1:
        what = f"no commit of {DAYS} has edition {number}"
        raise InputError([Problem(f"edition {number}", what, "a shallow clone lacks it: git fetch --unshallow")])
    edition = at(root, commit).days.editions[number - 1]
    with tarfile.open(fileobj=io.BytesIO(git.archive(root, commit))) as files:
        files.extractall(folder, filter="data")
    if hashes(folder / "seeds") != (edition.seeds, edition.arguments):
        what = f"commit {commit[:12]} has other texts or arguments than were frozen in edition {number}"
        raise InputError([Problem(str(folder), what, "commit an edition before anything else changes")])
    return edition
