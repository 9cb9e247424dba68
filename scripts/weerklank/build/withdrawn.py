"""What earlier builds left lying that may not be shown any more: the site in place, and the one before it."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from weerklank.build.inputs import read
from weerklank.collection import read_takedown
from weerklank.collection.checksums import digest
from weerklank.collection.takedown_file import NAME, Entry
from weerklank.languages.pack import everywhere
from weerklank.model import Collection
from weerklank.model.errors import InputError, Problem
from weerklank.model.loss import EVERYTHING
from weerklank.rights import Withheld
from weerklank.site.check import read_page
from weerklank.site.leaks import leaks
from weerklank.site.lock import WORK
from weerklank.site.swap import SPARE
from weerklank.state.safe_writing import read_state, remove, write_state

PREVIOUS = f"{WORK}/previous"
_STATE = f"{WORK}/withheld"
_LESS = re.compile(rb"(?m)^publish:\s*[\"']?(?:quotes|closed)\b")


def still_public(root: Path) -> list[Problem]:
    """After a failed build: that the site which stays in place still shows what is to be taken down."""
    try:
        entries = read_takedown(root / "seeds")
    except InputError:
        what = f"stays as it was, and seeds/{NAME} cannot be read: it may show what is to be taken down"
        return [Problem("site/", what, "take it offline by hand if that cannot wait")]
    remedy = "this build did not replace it: take that page, or the whole site, offline by hand until one succeeds"
    return [
        Problem("site/", f"STILL SHOWS {name}, which seeds/{NAME} takes down", remedy)
        for name in (_still_shown(root / "site", entries) if (root / "site").is_dir() else ())
    ]


def forbidden(site: Path, entries: Sequence[Entry], withheld: Withheld) -> str:
    """What folder `site` shows that may not be shown any more, in words; '' where that is nothing."""
    if names := _still_shown(site, entries):
        return f"{', '.join(names)}, taken down"
    found = next(leaks(site, withheld), None)
    return f"{found.where} {found.what}" if found else ""


def known(collection: Collection, entries: Sequence[Entry]) -> str:
    """What tells whether more is withheld than before."""
    modes = [f"{essay.slug} {essay.publish}" for essay in collection.essays if essay.publish != "full"]
    said = {e.slug: [*(e.seed.sidecar.ends or ()), *e.seed.sidecar.drop] for e in collection.essays}
    ends = [f"{slug} {digest(''.join(words).encode())}" for slug, words in said.items() if words]
    return "\n".join([*map(str, entries), *modes, *ends])


def drop_previous(
    root: Path, state: str, entries: Sequence[Entry], withheld: Withheld, report: Callable[[str], None]
) -> None:
    """Delete the site before this one where it shows what may not be shown any more, and say so; and an older one that
    may.

    They are looked at once after each change in what is withheld (`state`, see `known`); `make rollback` looks again.
    """
    before = root / _STATE
    if state == read_state(before):
        return
    remove(root / SPARE)
    previous = root / PREVIOUS
    if previous.is_dir() and (told := forbidden(previous, entries, withheld)):
        shutil.rmtree(previous)
        report(f"The site before this one was deleted, because it shows what may not be shown any more: {told}.")
    with contextlib.suppress(OSError):
        write_state(before, state)


def refuse_forbidden(root: Path) -> None:
    """InputError where the site before this one may not come back, or nobody can tell, by what seeds/ says now."""
    previous, seeds = root / PREVIOUS, root / "seeds"
    if not previous.is_dir():
        return
    remedy = "build the site anew: make site"
    try:
        inputs = read(root, EVERYTHING)
    except InputError:
        less = any(_LESS.search(path.read_bytes()) for path in seeds.glob("*.yml"))
        if less or (seeds / NAME).exists():
            what = "cannot be checked for what may not be shown any more, because seeds/ is not in order"
            raise InputError([Problem(PREVIOUS, what, f"see 'make site' for what is wrong, then {remedy}")]) from None
        return
    if told := forbidden(previous, inputs.takedown, inputs.edition.withheld):
        what = f"the site before this one shows what may not be shown any more: {told}"
        raise InputError([Problem(PREVIOUS, what, remedy)])


def _still_shown(site: Path, entries: Iterable[Entry]) -> list[str]:
    """The entries of which folder `site` holds a text, a paragraph, or the account of the source, by its pages alone:
    seeds may be out of order.
    """
    return [str(entry) for entry in entries if _is_shown(site, entry)]


def _is_shown(site: Path, entry: Entry) -> bool:
    if entry.sha256:
        accounts = (*everywhere("account"), "data")
        files = (path for folder in accounts for path in (site / folder).rglob("*") if path.is_file())
        return any(entry.sha256.encode() in path.read_bytes() for path in files)
    paths = [site / folder / entry.slug / "index.html" for folder in everywhere("essays")]
    return any(_holds(site, path, entry.unit) for path in paths if path.is_file())


def _holds(site: Path, path: Path, unit_id: str | None) -> bool:
    """Whether a page shows a text, and of it the paragraph with this id where one is meant."""
    units = read_page(path.relative_to(site).as_posix(), path.read_bytes()).units
    return units is not None and (not unit_id or any(unit.id == unit_id and unit.text for unit in units))
