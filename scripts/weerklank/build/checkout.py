"""A collection to its site, in order: read, written to docs/, rendered, and swapped in. All or nothing."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from weerklank.build import withdrawn
from weerklank.build.docs_folder import drift, stage, whole
from weerklank.build.every_file import pages
from weerklank.build.hand_edits import RECORD, record
from weerklank.build.inputs import Inputs, read
from weerklank.build.layout import LaidOut
from weerklank.build.site_contents import documents, expected
from weerklank.build.unchanged import inputs_now, is_built, known_digests, nothing_changed, remember_built
from weerklank.collection import seal
from weerklank.collection.checksums import NAME as SUMS
from weerklank.exports import downloads
from weerklank.model import Collection
from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.model.loss import NOTHING, Accepted
from weerklank.site import (
    SITE,
    STEPS,
    NewSite,
    Progress,
    check_pages,
    checkout_lock,
    leave_spare,
    make_site,
    publish,
    take_spare,
    workspace,
)
from weerklank.site.lock import WORK
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept, keeping
from weerklank.state.safe_writing import real_folder, refuse_links, write_state
from weerklank.state.workers import processes

RENDERED = f"{WORK}/docs"
"""What MkDocs renders: docs/ with its pages whole, and the data beside them."""


def check(root: Path, inputs: Inputs, kept: Kept = NOTHING_KEPT) -> list[Problem]:
    """What is wrong with the collection as it would be committed: drift, links, texts and what may not be shown.
    Nothing of it is written to.
    """
    made = inputs.edition
    problems = drift(root, made)
    problems += [Problem(f"seeds/{n}", "is not sealed yet", "build once: weerklank build") for n in inputs.unsealed]
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        whole(root / "docs", Path(folder), made.collection, made.pages)
        wanted = replace(expected(made.collection, made.withheld), elsewhere=downloads.names(made.collection))
        return problems + check_pages(root, Path(folder), wanted, made.collection.config.site_url, kept)


def build(
    root: Path, accept_loss: Accepted = NOTHING, quiet: bool = False, base_url: str | None = None, jobs: int = 1
) -> str:
    """Seeds to site/, and one line that says what came of it. Raises InputError or MachineError; then
    docs/, the lock and site/ are as they were.

    `base_url` is where this site will stand, if not where collection.yml says; docs/ keeps to that. `jobs` is how many
    processes may work side by side, which changes no byte of what is made.
    """
    refuse_links(root, ("docs", "seeds", WORK))
    with checkout_lock(root):
        digests = known_digests(root)
        found = inputs_now(root, digests)
        if is_built(root, base_url, digests, found):
            return nothing_changed(root)
        try:
            with keeping(root) as kept, processes(jobs) as workers:
                said, written = _build(root, accept_loss, Progress(STEPS + 2, quiet), base_url, kept, workers, digests)
            with contextlib.suppress(OSError):  # without its stamp the next build only does more than it need
                remember_built(root, base_url, digests, found, written)
            return said
        except InputError as error:
            raise InputError([*error.problems, *withdrawn.still_public(root)]) from None
        except MachineError as error:
            raise MachineError("\n".join(map(str, [error, *withdrawn.still_public(root)]))) from error


@dataclass(frozen=True)
class _Written:
    """A build whose docs/ lie in its workspace: what is done with them, and then. It holds neither the texts with their
    sources nor the pages.
    """

    make_site: Callable[[], int]
    seal: Callable[[], None]
    drop_previous: Callable[[], None]
    changed: set[str]
    moves: list[tuple[Path, Path]]
    record: str


def _build(
    root: Path,
    accept_loss: Accepted,
    progress: Progress,
    base_url: str | None,
    kept: Kept,
    workers: Executor,
    digests: Digests,
) -> tuple[str, set[str]]:
    """What came of it, and which of the files that it reads it has written."""
    with workspace(root) as work:
        written = _written(root, work, accept_loss, progress, base_url, kept, workers, digests)
        count = written.make_site()
        progress.step("swap")
        written.seal()
        write_state(root / RECORD, written.record)
        publish(root, work, written.moves, digests)
        leave_spare(root, work)
    written.drop_previous()
    progress.done()
    said = f"{count} pages ({len(written.changed)} files of docs/ changed); the site is in {root / 'site'}"
    return said, {*written.changed, f"seeds/{SUMS}"}


def _written(
    root: Path,
    work: Path,
    accept_loss: Accepted,
    progress: Progress,
    base_url: str | None,
    kept: Kept,
    workers: Executor,
    digests: Digests,
) -> _Written:
    """Read the seeds, and write docs/ into the workspace, and what MkDocs renders beside it."""
    progress.step("seeds")
    inputs = read(root, accept_loss, kept, workers)
    made, collection = inputs.edition, inputs.edition.collection
    for note in [*inputs.notes, *_unsaid(collection)]:
        progress.say(str(note))
    changed, moves = stage(root, work, made, digests)
    reviewed = record(root, LaidOut(made.docs))  # before /downloads/ tells what the files weigh
    new = NewSite(take_spare(root, work), root / SITE, digests)
    shown, files = _elsewhere(collection, base_url, kept) if base_url else (collection, made.pages)
    progress.step("downloads")
    downloads.tell_sizes(files, shown, _downloads(shown, files, new, kept, workers))
    docs = real_folder(root / RENDERED)
    whole(root / "docs", docs, collection, files, digests)
    wanted, searched, embed = expected(collection, made.withheld), documents(collection), collection.config.embed
    cards, address = made.cards.values(), shown.config.site_url
    known = withdrawn.known(collection, inputs.takedown)
    return _Written(
        partial(make_site, root, new, docs, searched, wanted, progress, address, cards, kept, embed, workers),
        partial(_seal, root, inputs.unsealed, inputs.gone, progress),
        partial(withdrawn.drop_previous, root, known, inputs.takedown, made.withheld, progress.say),
        changed,
        moves,
        reviewed,
    )


def _seal(root: Path, unsealed: Sequence[str], gone: Sequence[str], progress: Progress) -> None:
    if unsealed or gone:
        seal(root / "seeds")
    for words, names in (("Sealed in", unsealed), ("Taken out of", gone)):
        if names:
            progress.say(f"{words} seeds/SHA256SUMS: {', '.join(names)}")


def _unsaid(collection: Collection) -> list[Problem]:
    """What a site had better say of itself and the collection's file does not."""
    config = collection.config
    missing = [key for key in ("editors", "contact", "site_url", "repository") if not getattr(config, key)]
    return [Problem("seeds/collection.yml", f"says nothing of {', '.join(missing)}", "left out")] if missing else []


def _downloads(
    collection: Collection, written: Mapping[str, str], new: NewSite, kept: Kept, workers: Executor
) -> dict[str, int]:
    """Make what can be taken along, where it is not kept, and put it into the new site; the sizes by name."""
    files = list(downloads.downloads(collection, written, kept))
    downloads.texts_ahead(files, collection.say, kept, workers)
    sizes = {}
    for each in files:
        new.put(each.name, downloads.KIND, each.source, each.make, kept)
        sizes[each.name] = (new.folder / each.name).stat().st_size
    return sizes


def _elsewhere(collection: Collection, base_url: str, kept: Kept) -> tuple[Collection, MutableMapping[str, str]]:
    """The collection for another address of the site, with its pages and data."""
    moved = replace(collection, config=replace(collection.config, site_url=base_url))
    return moved, pages(moved, kept)
