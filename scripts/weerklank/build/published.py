"""What is published: ids, numbers, addresses and days are promises once the locks that hold them are committed.

Without git the locks on the disk are what is promised. A lock that is gone, or older than what was published with it,
stops the build: every number after a gap would move, and nobody would notice.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import TypeVar

import yaml

from weerklank.annotate import anchors, promises
from weerklank.build import git
from weerklank.collection import editions
from weerklank.collection.seeds import LOCKS
from weerklank.collection.unfinished_merge import SETTLE
from weerklank.collection.yaml_mistakes import LOADER
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.loss import Accepted
from weerklank.read.safe_files import read_bytes
from weerklank.state.kept import NOTHING_KEPT, Kept

_T = TypeVar("_T")
IDS, DAYS = (f"seeds/{name}" for name in LOCKS)
_LOCK_LIMIT = 100_000_000  # bytes: thousands of texts
_SHOWN = 5  # ids that a message names
_ID = re.compile(r'\{: #([ph]\d+[a-z]*) data-block=|data-block="list" id="([ph]\d+[a-z]*)"|data-passage="([a-z0-9-]+)"')


_SEED = re.compile(r"(?m)^seed: \S.*$")


@dataclass(frozen=True)
class Locks:
    """seeds/anchors.lock and seeds/editions.lock as one place has them; empty where it has none."""

    ids: anchors.Lock = anchors.Lock()
    days: editions.Lock = editions.Lock()

    def renamed(self, stems: dict[str, str], arguments: dict[str, str]) -> Locks:
        """The locks where files got other names (old -> new)."""
        return Locks(promises.renamed(self.ids, stems, arguments), editions.renamed(self.days, stems, arguments))


@dataclass(frozen=True)
class Published:
    """What is promised, and what builds here `drafted`: as far as that goes beyond what is promised it is free."""

    promised: Locks = Locks()
    drafted: Locks = Locks()


def published(root: Path, stems: Collection[str], accept_loss: Accepted, kept: Kept = NOTHING_KEPT) -> Published:
    """What was published of the checkout `root`, whose texts have these `stems`. InputError with all that is wrong
    with its locks.
    """
    if unsettled := git.unmerged(root, IDS, DAYS):
        what = "was changed on both branches that are being merged"
        raise InputError([Problem(name, what, SETTLE) for name in unsettled])
    drafted, minded = on_disk(root, kept), git.keeps(root, IDS)
    committed = at(root, "HEAD", kept) if minded else drafted
    committed = committed.renamed(promises.moves(committed.ids, drafted.ids), {})
    here = {*stems, *drafted.ids.essays}
    known = {*committed.ids.essays, *committed.days.texts}
    another = bool(minded and known and known.isdisjoint(here))  # other texts in the place of these
    side = git.taken_in(root)
    looked_at = not another and not all(map(accept_loss.covers, LOCKS))
    problems = _lacking(root, drafted, committed, minded, side, stems) if looked_at else []
    problems = [problem for problem in problems if not accept_loss.covers(Path(problem.where).name)]
    if problems:
        anew = accept_loss.command(Path(problem.where).name for problem in problems)
        raise InputError(replace(p, remedy=f"{p.remedy}; if it is to begin anew: {anew}") for p in problems)
    if side:  # a settled lock holds what either side promised
        return Published(drafted, drafted)
    if another:
        return Published(Locks(), drafted)
    ids = drafted.ids if LOCKS[0] in accept_loss.names else committed.ids
    frozen = len(drafted.days.editions) > len(committed.days.editions)  # an edition that is to be committed
    days = drafted.days if frozen or LOCKS[1] in accept_loss.names else committed.days
    return Published(Locks(ids, days), drafted)


def on_disk(root: Path, kept: Kept = NOTHING_KEPT) -> Locks:
    """The locks that lie in seeds/; InputError where one is damaged."""
    problems: list[Problem] = []
    with gathering(problems):
        ids = _read(root, IDS, anchors.load, kept) or anchors.Lock()
    with gathering(problems):
        days = _read(root, DAYS, editions.load, kept) or editions.Lock()
    if problems:
        raise InputError(problems)
    return Locks(ids, days)


def at(root: Path, commit: str, kept: Kept = NOTHING_KEPT) -> Locks:
    """The locks of a commit; one that is damaged there promises nothing."""
    return Locks(
        _loaded(git.committed(root, IDS, commit), anchors.load, kept) or anchors.Lock(),
        _loaded(git.committed(root, DAYS, commit), editions.load, kept) or editions.Lock(),
    )


def _loaded(data: bytes | None, load: Callable[[str], _T], kept: Kept) -> _T | None:
    with contextlib.suppress(ValueError):
        return kept.remembered(load, data.decode()) if data else None
    return None


def _read(root: Path, where: str, load: Callable[[str], _T], kept: Kept) -> _T | None:
    if not os.path.lexists(root / where):
        return None
    try:
        return kept.remembered(load, read_bytes(root / where, where, _LOCK_LIMIT).decode())
    except ValueError as error:
        remedy = f"put the committed one back (git checkout HEAD -- {where}); after a merge, {SETTLE}"
        raise InputError([Problem(where, str(error), remedy)]) from error


def _lacking(
    root: Path, drafted: Locks, committed: Locks, minded: bool, side: str, stems: Collection[str]
) -> list[Problem]:
    """The locks that are gone, or have not all that was published with them: by the last commit, else by docs/; in an
    unfinished merge by the `side` that it takes in, too.
    """
    unknown = committed == Locks() and git.committed(root, "docs/index.md")  # pages without the lock of their ids
    shown = _pages(root) if unknown or not minded else ()
    pages = {stem: ids for stem, ids in shown if stem in stems}
    texts = {IDS: {*committed.ids.essays, *pages}, DAYS: {*committed.days.texts, *pages}}
    place, back = ("docs/", "put it back from where you keep a copy") if pages else ("the last commit", "")
    problems = []
    for where in (IDS, DAYS):
        if not os.path.lexists(root / where) and not texts[where].isdisjoint(stems):
            what = f"is missing, and {place} has texts published with it: numbers or dates would change"
            problems.append(Problem(where, what, back or f"git checkout HEAD -- {where}"))
    gave = promises.names(committed.ids).union(*pages.values())
    if side:
        gave |= promises.names(at(root, side).ids)
    if not problems and (gone := sorted(gave - promises.names(drafted.ids))):
        some = ", ".join(gone[:_SHOWN]) + (f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else "")
        what = f"is older than {place}, which gave ids that it does not know: {some}"
        problems.append(Problem(IDS, what, SETTLE if side else back or f"git checkout HEAD -- {IDS}"))
    return problems


def _pages(root: Path) -> Iterator[tuple[str, set[str]]]:
    """The texts that docs/ shows, by their stems, with the ids that their pages give."""
    for path in (root / "docs/essays").glob("*/index.md"):
        page = path.read_text("utf-8", "replace")
        if stem := _stem(page):
            found = (match.groups(default="") for match in _ID.finditer(page))
            yield stem, {passage or f"{stem}#{unit or listed}" for unit, listed, passage in found}


def _stem(page: str) -> str:
    """The stem of the text that a page shows, by its front matter; '' where it tells none."""
    match = _SEED.search(page.partition("\n---\n")[0])
    with contextlib.suppress(yaml.YAMLError):
        return unescape(str(yaml.load(match[0], LOADER)["seed"])) if match else ""
    return ""
