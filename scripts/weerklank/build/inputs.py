"""All that a build reads of a collection, made into its edition."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from weerklank import rights
from weerklank.annotate import anchors, promises
from weerklank.build.compose import Edition, edition
from weerklank.build.docs_folder import made_here
from weerklank.build.every_file import generated
from weerklank.build.losses import shorter
from weerklank.build.published import published
from weerklank.build.still_named import still_named
from weerklank.cite import cite_notes
from weerklank.clean.scan_notes import scan_notes
from weerklank.collection import (
    read_arguments,
    read_collection,
    read_lessons,
    read_seeds,
    read_takedown,
    text_language,
)
from weerklank.collection.collection_file import NAME as COLLECTION
from weerklank.collection.collection_file import unknown_arguments
from weerklank.collection.takedown_file import Entry
from weerklank.collection.text_language import with_language
from weerklank.collection.unfinished_merge import unfinished_merges
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.loss import NOTHING, Accepted
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.safe_writing import regular
from weerklank.state.workers import SERIAL

_T = TypeVar("_T")


@dataclass(frozen=True)
class Inputs:
    """An edition with what the maintainer should hear about its input."""

    edition: Edition
    unsealed: tuple[str, ...]  # names of texts that are not in SHA256SUMS yet
    gone: tuple[str, ...]  # names of texts in SHA256SUMS that are not there any more, which was accepted
    notes: tuple[Problem, ...]
    takedown: tuple[Entry, ...]


def read(root: Path, accept_loss: Accepted = NOTHING, kept: Kept = NOTHING_KEPT, workers: Executor = SERIAL) -> Inputs:
    """Read seeds/ and make the edition. InputError with everything that is wrong in any file."""
    problems = unfinished_merges(root / "seeds")
    if problems:
        raise InputError(problems)

    def tried(reader: Callable[[Path], _T]) -> _T | None:
        with gathering(problems):
            return reader(root / "seeds")
        return None

    config = tried(lambda seeds: read_collection(seeds, kept))
    folder = tried(lambda seeds: read_seeds(seeds, accept_loss, kept, workers))
    arguments = tried(lambda seeds: read_arguments(seeds, kept))
    if config and arguments is not None:
        problems += unknown_arguments(config.questions, {a.id for a in arguments}, f"seeds/{COLLECTION}")
    lessons = tried(lambda seeds: read_lessons(seeds, kept))
    takedown = tried(read_takedown)
    stems = [seed.stem for seed in folder.seeds] if folder else ()
    locks = tried(lambda seeds: published(root, stems, accept_loss, kept))
    day = tried(lambda _: today())
    if (
        not (config and folder and locks and day)
        or arguments is None
        or lessons is None
        or takedown is None
        or problems
    ):
        raise InputError(problems)
    said = locks.promised
    seeds = [kept.remembered(with_language, seed, config.language, kept) for seed in folder.seeds]
    drafted = locks.drafted.ids
    made = edition(
        config, seeds, arguments, said.ids, accept_loss, said.days, day, takedown, drafted, kept, lessons, workers
    )
    if lost := shorter(said.days, locks.drafted.days, made.whole, accept_loss):
        raise InputError(lost)
    told = (*text_language.notes(seeds, "seeds"), *rights.notes(made.collection), *cite_notes.notes(made.collection))
    scans = scan_notes([(essay.seed, essay.cleaned) for essay in made.collection.essays])
    notes = (*folder.notes, *_moved(said.ids, made), *_still_named(root, made), *told, *scans)
    return Inputs(made, folder.unsealed, folder.gone, notes, takedown)


def _moved(before: anchors.Lock, made: Edition) -> list[Problem]:
    """Passages that stand in another argument than they were published in, and keep their ids."""
    was = {old: argument.id for argument in made.whole.arguments for old in argument.was}
    moved = promises.other_arguments(promises.renamed(before, {}, was), made.lock)
    what = "stood in {} before; it keeps its id, and its old address leads on"
    return [Problem(f"seeds/arguments/{now}.md", f"{own} {what.format(old)}") for own, old, now in moved]


def today() -> str:
    """The day (ISO, UTC) that dates what is new: $SOURCE_DATE_EPOCH's where it is set, else this one."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.now(UTC) if said is None else datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "give the seconds since 1 January 1970, or unset it"
        raise InputError([Problem("SOURCE_DATE_EPOCH", f"{said!r} is no moment", remedy)]) from error
    return moment.date().isoformat()


def _still_named(root: Path, made: Edition) -> list[Problem]:
    """Where the editors' own files still name who was taken down; the sidecar of that text is none of them, and what
    an earlier build left in docs/ goes with this one.
    """
    gone = [essay for essay in made.whole.essays if essay.slug in made.collection.removed]
    if not gone:
        return []
    docs, seeds = root / "docs", root / "seeds"
    built = {docs / name for name in made_here(docs, made.collection, made.pages)}
    built |= {path for folder in generated(made.collection.say) for path in (docs / folder).rglob("*.md")}
    own = {seeds / f"{essay.seed.stem}.yml" for essay in gone}
    paths = {*seeds.glob("*.yml"), *seeds.rglob("*.md"), *docs.rglob("*.md")} - own - built
    wanted = sorted(path for path in paths if regular(path))
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8", "replace") for path in wanted}
    return still_named(files, gone, made.collection.essays)
