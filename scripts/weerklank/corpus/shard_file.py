"""The file of one shard, made in whatever process and on whatever machine: paths come in, a file goes out."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from weerklank.corpus.forms import FORMS
from weerklank.corpus.shards import Scrape, Shard
from weerklank.corpus.sources import bytes_of
from weerklank.corpus.text_record import Record, text_record
from weerklank.model.errors import MachineError, Problem, gathering
from weerklank.site.lock import WORK
from weerklank.state.records import dump, load
from weerklank.state.tool import tool

RECORDS, STATE = "records", WORK
"""The folders of what is made: the files of all shards, and what is known of each that is whole."""

IN_WORK = ".at"
"""How the file ends that holds the hash of the text in work."""


@dataclass(frozen=True)
class Made:
    """What a shard's file holds: counts of texts and of what is in them, and the texts of which it could not tell
    (name, what is wrong, what to do). `sha256` is the file's own.
    """

    name: str
    sha256: str
    texts: int = 0
    words: int = 0
    asked: int = 0
    languages: dict[str, int] = field(default_factory=dict)
    failed: tuple[tuple[str, str, str], ...] = ()


def made_before(shard: Shard, out: Path) -> Made | None:
    """What is known of a shard whose file is there and whole."""
    try:
        known = load(Made, (out / STATE / f"{shard.name}.json").read_bytes())
        data = (out / RECORDS / f"{shard.name}.{shard.form}").read_bytes()
    except (OSError, ValueError, TypeError):
        return None
    return known if hashlib.sha256(data).hexdigest() == known.sha256 else None


def make(shard: Shard, out: str, deadly: Sequence[str] = ()) -> Made:
    """Make the file of a shard below the folder `out`, where it is not there; what it holds.

    It is there whole or not at all. Of the text in work the hash stands beside it meanwhile, for whoever finds this
    process dead; `deadly` are those that a process died of, which are not tried again. MachineError where the tool here
    is another than that which asks, or the disk refuses.
    """
    root = Path(out)
    if shard.tool != tool():
        raise MachineError("the workers have another Weerklank, Python or packages: install the same lock everywhere")
    if before := made_before(shard, root):
        return before
    try:
        return _make(shard, root, frozenset(deadly))
    except OSError as error:
        raise MachineError(f"{error.filename or out}: cannot be written ({error.strerror})") from error


def _make(shard: Shard, root: Path, deadly: frozenset[str]) -> Made:
    problems: list[tuple[str, str, str]] = []
    in_work, count = root / STATE / f"{shard.name}{IN_WORK}", Counter[str]()
    new = root / RECORDS / f".{shard.name}.{os.getpid()}"
    FORMS[shard.form](new, _records(shard, in_work, deadly, problems, count))
    data = new.read_bytes()
    languages = {key.removeprefix("in "): number for key, number in sorted(count.items()) if key.startswith("in ")}
    failed = tuple(sorted(problems))
    sums = (count["texts"], count["words"], count["asked"], languages)
    made = Made(shard.name, hashlib.sha256(data).hexdigest(), *sums, failed)
    new.replace(root / RECORDS / f"{shard.name}.{shard.form}")
    known = root / STATE / f".{shard.name}.{os.getpid()}"
    known.write_bytes(dump(made))
    known.replace(root / STATE / f"{shard.name}.json")
    in_work.unlink(missing_ok=True)
    return made


def _records(
    shard: Shard, in_work: Path, deadly: frozenset[str], problems: list[tuple[str, str, str]], count: Counter[str]
) -> Iterator[Record]:
    """The records of a shard's texts, one by one; what cannot be told goes to `problems`, sums to `count`."""
    for scrape in shard.scrapes:
        in_work.write_text(scrape.sha256, "ascii")
        told = _DIED if scrape.sha256 in deadly else told_of(scrape)
        if isinstance(told, Problem):
            problems += [(name, told.what, told.remedy) for name in scrape.names]
            continue
        count.update(texts=1, words=told["words"], asked=int(told["ends"] == "asked"))
        count[f"in {told['language'] or 'unknown'}"] += 1
        path, *also = scrape.names
        yield {"path": path, "also": also, "sha256": scrape.sha256, **told}


_DIED = Problem("", "the process that read it died", "read it alone (weerklank explain), and set it apart meanwhile")


def told_of(scrape: Scrape) -> Record | Problem:
    """The record of a text, or why there is none: whatever is wrong with it, the others go on."""
    problems: list[Problem] = []
    data = bytes_of(Path(scrape.path), scrape.names[0])
    if isinstance(data, Problem):
        return data
    if hashlib.sha256(data).hexdigest() != scrape.sha256:
        return Problem("", "changed since it was looked at", "run the same again")
    try:
        with gathering(problems, scrape.names[0]):
            name = PurePosixPath(scrape.names[0])
            return text_record(data, f"{name.stem}{scrape.kind}", str(name.parent))
    except MemoryError:
        return Problem("", "takes more memory than there is", "split it, or give the worker more")
    return problems[0]
