"""The checkout: reading all of its input, writing all of its output. Nothing is decided here."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from weerklank import anchors
from weerklank.build import Edition, edition
from weerklank.errors import InputError, MachineError, Problem
from weerklank.model import Collection, Passage
from weerklank.pages.every import GENERATED
from weerklank.read import read_arguments, read_collection, read_seeds, seal
from weerklank.site import STEPS, Expected, Progress, SearchDocument, build_site, checkout_lock

LOCK = "anchors.lock"
_STAMP = ".weerklank/built"
_INPUTS = ("seeds", "docs", "scripts", "mkdocs.yml", "requirements.txt")


@dataclass(frozen=True)
class Inputs:
    """An edition with what the maintainer should hear about its input."""

    edition: Edition
    unsealed: tuple[str, ...]
    notes: tuple[Problem, ...]


def read(root: Path, accept_loss: bool = False) -> Inputs:
    """Read seeds/ and make the edition. InputError with everything that is wrong in any file."""
    problems: list[Problem] = []
    seeds_folder = root / "seeds"
    config = folder = arguments = None
    with _gathering(problems):
        config = read_collection(seeds_folder)
    with _gathering(problems):
        folder = read_seeds(seeds_folder)
    with _gathering(problems):
        arguments = read_arguments(seeds_folder)
    lock = anchors.Lock()
    with _gathering(problems):
        lock = read_lock(seeds_folder)
    if config is None or folder is None or arguments is None or problems:
        raise InputError(problems)
    made = edition(config, folder.seeds, arguments, lock, accept_loss)
    return Inputs(made, folder.unsealed, folder.notes)


@contextlib.contextmanager
def _gathering(problems: list[Problem]) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        problems += error.problems


def read_lock(seeds: Path) -> anchors.Lock:
    """seeds/anchors.lock; an empty one where nothing was published yet."""
    path = seeds / LOCK
    if not path.exists():
        return anchors.Lock()
    try:
        return anchors.load(path.read_text("utf-8"))
    except ValueError as error:
        raise InputError(
            [Problem(f"{seeds.name}/{LOCK}", str(error), "put the committed one back (git checkout)")]
        ) from error


def drift(root: Path, made: Edition) -> list[Problem]:
    """Where docs/ and the lock differ from what the seeds give; nothing is written."""
    docs = root / "docs"
    remedy = "run 'make site' and commit the result"
    problems = []
    for name, text in made.pages.items():
        if not (docs / name).is_file():
            problems.append(Problem(f"docs/{name}", "is missing", remedy))
        elif (docs / name).read_bytes() != text.encode():
            problems.append(Problem(f"docs/{name}", "is not what the seeds give", remedy))
    problems += [Problem(f"docs/{name}", "belongs to no seed or argument", remedy) for name in _stale(docs, made.pages)]
    lock = root / "seeds" / LOCK
    if not lock.is_file() or lock.read_text("utf-8") != anchors.dump(made.lock):
        problems.append(Problem(f"seeds/{LOCK}", "is not what the seeds give", remedy))
    return problems


def write(root: Path, made: Edition) -> int:
    """Write docs/ and the lock where they differ; the number of files that changed."""
    changed = 0
    try:
        for name in _stale(root / "docs", made.pages):
            (root / "docs" / name).unlink()
            changed += 1
        for name, text in made.pages.items():
            changed += _write(root / "docs" / name, text)
        changed += _write(root / "seeds" / LOCK, anchors.dump(made.lock))
    except OSError as error:
        raise MachineError(f"{error.filename}: {error.strerror}") from error
    return changed


def _stale(docs: Path, pages: Iterable[str]) -> list[str]:
    """Files in the generated folders that nothing generates any more."""
    wanted = set(pages)
    paths = (path for folder in GENERATED for path in (docs / folder).rglob("*") if not path.is_dir())
    return sorted(name for name in (path.relative_to(docs).as_posix() for path in paths) if name not in wanted)


def _write(path: Path, text: str) -> bool:
    """Write a file whole or not at all, and only where its bytes differ."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)
    return True


def build(root: Path, accept_loss: bool = False, quiet: bool = False) -> str:
    """Seeds to site/, and one line that says what came of it. Raises InputError or MachineError."""
    with checkout_lock(root):
        before = _stamp(root)
        if before and (root / _STAMP).is_file() and (root / _STAMP).read_text("utf-8") == before:
            return f"Nothing changed; the site is in {root / 'site'}"
        progress = Progress(STEPS + 1, quiet)
        progress.step("seeds")
        inputs = read(root, accept_loss)
        for note in [*inputs.notes, *_unsaid(inputs.edition.collection)]:
            progress.say(str(note))
        if inputs.unsealed:
            seal(root / "seeds")
            progress.say(f"Sealed in seeds/SHA256SUMS: {', '.join(inputs.unsealed)}")
        changed = write(root, inputs.edition)
        collection = inputs.edition.collection
        report = build_site(
            root, documents(collection), expected(collection), progress, site_url=collection.config.site_url
        )
        _write(root / _STAMP, _stamp(root))
        return f"{report.pages} pages ({changed} files of docs/ changed); the site is in {report.site}"


def _unsaid(collection: Collection) -> list[Problem]:
    """What a site had better say of itself and the collection's file does not."""
    config = collection.config
    missing = [key for key in ("editors", "contact", "site_url", "repository") if not getattr(config, key)]
    return [Problem("seeds/collection.yml", f"says nothing of {', '.join(missing)}", "left out")] if missing else []


def _stamp(root: Path) -> str:
    """A digest of everything that a build reads and of the site that it made; '' without a site."""
    if not (root / "site").is_dir():
        return ""
    digest = hashlib.sha256()
    for name in (*_INPUTS, "site"):
        top = root / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest() + "\n"


def documents(collection: Collection) -> list[SearchDocument]:
    """What can be found: essays by their text, arguments by claim and introduction."""
    marked: dict[str, list[tuple[str, str]]] = {essay.slug: [] for essay in collection.essays}
    for passage in collection.passages.values():
        marked[passage.essay].append((passage.argument, passage.stance))
    found = [
        SearchDocument(
            f"essays/{essay.slug}/",
            essay.title,
            essay.authors,
            essay.year,
            tuple(("" if unit.kind == "heading" else unit.id, unit.text) for unit in essay.units),
            passages=tuple(marked[essay.slug]),
        )
        for essay in collection.essays
    ]
    for argument in collection.arguments:
        paragraphs = tuple(("", part) for part in argument.introduction.split("\n\n") if part.strip())
        found.append(SearchDocument(f"argumenten/{argument.id}/", argument.claim, (), None, paragraphs, "argument"))
    return found


def expected(collection: Collection) -> Expected:
    """What the finished pages must show."""
    marked: dict[str, list[str]] = {essay.slug: [] for essay in collection.essays}
    passages: Iterable[Passage] = collection.passages.values()
    for passage in passages:
        marked[passage.essay].append(passage.id)
    return Expected(
        texts={e.slug: [(u.id, u.text) for u in e.units] for e in collection.essays},
        passages=marked,
        arguments={a.id: len(a.passages) for a in collection.arguments},
    )
