"""The folder seeds/: which files lie there, whether they may be used, and what they say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from weerklank.collection import argument_files as arguments
from weerklank.collection import checksums
from weerklank.collection import collection_file as collection
from weerklank.collection import lesson_files as lessons
from weerklank.collection.sidecar import read_sidecar
from weerklank.collection.yaml_file import nearest
from weerklank.languages import unknown_to_cleaner
from weerklank.model import Seed, Sidecar
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.model.loss import NOTHING, Accepted
from weerklank.read.other_kinds import instead
from weerklank.read.safe_files import NOTES_LIMIT, SEED_LIMIT, is_clutter, read_bytes
from weerklank.read.seed import NO_SIDECAR, is_page, read_ahead, read_seed
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.workers import SERIAL

LOCKS = ("anchors.lock", "editions.lock")
REJECTED = "rejected.lock"
"""Proposals that did not fit: it spares the editors work, and no build needs it."""
_FOLDERS = (arguments.FOLDER, lessons.FOLDER)
_OURS = (collection.NAME, checksums.NAME, *_FOLDERS, *LOCKS, REJECTED, checksums.TAKEDOWN, "README.md")


@dataclass(frozen=True)
class SeedFolder:
    """What lies in seeds/: the texts in order of stem; the names of those not yet in SHA256SUMS (a build
    seals them and says so) and of those in it that are gone (where that is accepted); and notes: things
    to look at that do not stop a build.
    """

    seeds: tuple[Seed, ...]
    unsealed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def read_seeds(
    folder: Path, accept_loss: Accepted = NOTHING, kept: Kept = NOTHING_KEPT, workers: Executor = SERIAL
) -> SeedFolder:
    """Read every text of `folder` with its sidecar, and check them against SHA256SUMS.

    Refused, all in one InputError: a changed or missing text, text that is not UTF-8 or is empty,
    two texts of one name, a file of an unknown kind, a sidecar without a text or with a fault,
    links and devices. What systems and editors leave lying (.DS_Store, Thumbs.db, 001.txt~) is passed over.
    """
    problems: list[Problem] = []
    names = _names(folder, problems)
    texts = [name for name in names if checksums.is_text(name)]
    if not texts and not problems:
        problems.append(Problem(folder.name, "holds no text", "put a scrape in it: a .txt or .html file"))
    layouts = [name for name in names if checksums.is_sealed(name) and name not in texts]
    data = _read_all(folder, [*texts, *layouts], SEED_LIMIT, problems)
    problems += _lone(folder.name, layouts, texts)
    sums: dict[str, str] = {}
    with gathering(problems):
        sums = checksums.read_checksums(folder)
    gone = tuple(n for n in sorted(set(sums) - set(names)) if accept_loss.covers(n, Path(n).stem))
    unread = {*texts, *layouts} - set(data)
    looked_at = {name: known for name, known in sums.items() if name not in unread and name not in gone}
    problems += checksums.compare(folder.name, looked_at, data)
    problems += _clashes(folder.name, texts)
    problems += _folders(folder, names)
    problems += _strangers(folder, names, texts)
    told = {Path(name).stem for name in looked_at if name not in data}  # whose sidecars are no second fault
    others = [name for name in names if name not in data and Path(name).stem not in told]
    sidecars = _sidecars(folder, others, texts, problems, kept)
    pages = ((sidecars.get(name, NO_SIDECAR).selector, data[name]) for name in data if is_page(name))
    read_ahead(pages, kept, workers)
    seeds, notes = [], []
    for name in sorted((n for n in data if n in texts), key=lambda n: (Path(n).stem, n)):
        with gathering(problems, f"{folder.name}/{name}"):
            layout = data.get(Path(name).stem + LAYOUT)
            sidecar = sidecars.get(name, NO_SIDECAR)
            seed, doubts = kept.remembered(read_seed, data[name], name, sidecar, folder.name, kept, layout)
            seeds.append(seed)
            notes += [*doubts, *_language(seed, folder.name)]
    if problems:
        raise InputError(problems)
    unsealed = [name for name in (*(seed.name for seed in seeds), *layouts) if name not in sums]
    return SeedFolder(tuple(seeds), tuple(unsealed), gone, tuple(notes))


def _lone(folder: str, layouts: Iterable[str], texts: Iterable[str]) -> Iterator[Problem]:
    """Layouts that lie beside no text."""
    owners = {Path(name).stem for name in texts if Path(name).suffix == ".txt"}
    for name in layouts:
        if Path(name).stem not in owners:
            yield Problem(
                f"{folder}/{name}", "is the layout of a .txt that is not there", "name it as its text, or take it away"
            )


def _language(seed: Seed, folder: str) -> Iterator[Problem]:
    """That the cleaner does not know the language which a text is said to be in."""
    if what := unknown_to_cleaner(seed.sidecar.language):
        remedy = f"read what stays and goes: weerklank explain {folder}/{seed.name}"
        yield Problem(f"{folder}/{seed.stem}.yml", f"language: {seed.sidecar.language}: {what}", remedy)


def _names(folder: Path, problems: list[Problem]) -> list[str]:
    """Names of the files to look at, in order; names that cannot stand in a page are refused."""
    if not folder.is_dir():
        raise InputError([Problem(folder.name, "there is no such folder", "make it, and put a scrape in it")])
    names = sorted(path.name for path in folder.iterdir() if not is_clutter(path.name))
    for name in (bad := [name for name in names if not name.isprintable()]):
        what = "a file name with characters that cannot be shown"
        problems.append(Problem(f"{folder.name}/{ascii(name)[1:-1]}", what, "rename it: letters, digits, _ and -"))
    return [name for name in names if name not in bad]


def _read_all(folder: Path, names: Iterable[str], limit: int, problems: list[Problem]) -> dict[str, bytes]:
    data = {}
    for name in names:
        with gathering(problems):
            data[name] = read_bytes(folder / name, f"{folder.name}/{name}", limit)
    return data


def _same(name: str) -> str:
    """Names that are one on some file system or other have this in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _clashes(folder: str, texts: Iterable[str]) -> list[Problem]:
    problems, seen = [], {_same(Path(collection.NAME).stem): collection.NAME}
    for name in texts:
        other = seen.setdefault(_same(Path(name).stem), name)
        if other != name:
            what = f"has the same name as {other}, so a sidecar would belong to both"
            problems.append(Problem(f"{folder}/{name}", what, "rename or remove one of the two"))
    return problems


def _folders(folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Folders other than ours."""
    for name in names:
        if name not in _OURS and not checksums.is_text(name) and (folder / name).is_dir():
            what = f"is a folder, and of those only {'/ and '.join(_FOLDERS)}/ are read"
            yield Problem(f"{folder.name}/{name}", what, "move its texts out of it, or the folder elsewhere")


def _strangers(folder: Path, names: Iterable[str], texts: Iterable[str]) -> Iterator[Problem]:
    """Files that are neither a text, a sidecar nor one of ours."""
    for name in names:
        stem, suffix = Path(name).stem, Path(name).suffix
        if name in _OURS or suffix == ".yml" or checksums.is_sealed(name) or (folder / name).is_dir():
            continue
        if suffix.lower() in (*checksums.SEED_SUFFIXES, ".yml"):
            remedy = f"rename it to {stem}{suffix.lower()}"
        elif suffix.lower() == ".yaml":
            remedy = f"rename it to {stem}.yml"
        else:
            close = _nearest_text(stem, texts)
            known = f"a text is a .txt or .html file, its sidecar a .yml ({close})" if close else ""
            remedy = known or instead(suffix) or "a text is a .txt or .html file, its sidecar a .yml"
        yield Problem(f"{folder.name}/{name}", "is no kind of file that belongs here", remedy)


def _sidecars(
    folder: Path, others: Iterable[str], texts: Iterable[str], problems: list[Problem], kept: Kept
) -> dict[str, Sidecar]:
    """The sidecars by the name of their text."""
    owners = {unicodedata.normalize("NFC", Path(name).stem): name for name in texts}
    found = {}
    names = [name for name in others if name.endswith(".yml") and name != collection.NAME]
    for name, data in _read_all(folder, names, NOTES_LIMIT, problems).items():
        owner = owners.get(unicodedata.normalize("NFC", Path(name).stem))
        where = f"{folder.name}/{name}"
        if owner is None:
            close = _nearest_text(Path(name).stem, texts)
            what = "is a sidecar without a text"
            problems.append(Problem(where, what, close or "name it as its text, with .yml for an ending"))
            continue
        with gathering(problems):
            found[owner] = kept.record("sidecar", data, Sidecar, partial(read_sidecar, data, where))
    return found


def _nearest_text(stem: str, texts: Iterable[str]) -> str:
    advice = nearest(stem, (Path(name).stem for name in texts))
    return advice if advice.startswith("did") else ""
