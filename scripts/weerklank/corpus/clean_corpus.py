"""A whole corpus: every shard that is not there yet made by an Executor, and told of when all are.

Killed at any moment, the next run goes on where this one was, and gives the same bytes. Nothing here holds more than
the shards in work, so that memory does not grow with the number of texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from weerklank.corpus.engines import Engine
from weerklank.corpus.finished import Finished
from weerklank.corpus.forms import line, parquet_library
from weerklank.corpus.shard_file import IN_WORK, RECORDS, STATE
from weerklank.corpus.shards import Shards
from weerklank.corpus.shards_made import shards_made
from weerklank.corpus.sources import scrapes
from weerklank.model.errors import InputError, Problem
from weerklank.site.lock import checkout_lock

ERRORS, SUMMARY = "errors.jsonl", "corpus.json"
_OURS = re.compile(r"\.?\d{5,}-of-\d{5,}-[0-9a-f]{16}\.\w+")


def clean_corpus(
    source: Path, out: Path, engine: Engine, form: str = "jsonl", tell: Callable[[str], None] = print
) -> Finished:
    """Records of all scrapes of a folder or a listing into the folder `out`; what came of them.

    `form` is one of `forms.FORMS`; `tell` hears how far it is. InputError where `source` is none, MachineError where
    the disk refuses or workers go on dying: what was made by then stays, and the same again goes on from there.
    """
    if form == "parquet":
        parquet_library()
    with _place(out), closing(Shards(out / STATE / "shards.sqlite")) as shards:
        for name, path in scrapes(source):
            shards.add(name, path)
        tell(f"{shards.files:,} scrapes, {shards.size / 1e6:,.1f} MB in {len(shards):,} shards or fewer")
        finished, names = Finished(), set[str]()
        for made in shards_made(shards.each(form), out.resolve(), engine):
            finished += made
            names.add(made.name)
            for failed in made.failed:
                shards.fail(*failed)
            tell(f"{finished.shards:,} shards: {finished.texts:,} texts, {finished.words:,} words")
        _write(out / ERRORS, _errors(shards, finished))
        _write(out / SUMMARY, [line(finished.as_data())])
        for path in _ours(out):
            if path.name.partition(".")[0] not in names or path.suffix not in (".json", f".{form}"):
                path.unlink()
        return finished


@contextmanager
def _place(out: Path) -> Iterator[None]:
    """The folder to write in, for this run alone; what a killed one left half done goes."""
    try:
        for folder in (out / RECORDS, out / STATE):
            folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        what = "is no folder, and the records would come there"
        raise InputError([Problem(str(error.filename), what, "name another folder")]) from None
    with checkout_lock(out):
        for path in _ours(out):
            if path.name.startswith(".") or path.suffix == IN_WORK:
                path.unlink()
        yield


def _ours(out: Path) -> Iterator[Path]:
    """The files of shards, whole or not, of this run or another."""
    for folder in (out / RECORDS, out / STATE):
        yield from (path for path in folder.iterdir() if _OURS.match(path.name))


def _errors(shards: Shards, finished: Finished) -> Iterator[bytes]:
    """A line for each scrape without a record, which are counted."""
    for name, what, remedy in shards.failed():
        finished.failed += 1
        yield line({"path": name, "what": what, "remedy": remedy})


def _write(path: Path, lines: Iterable[bytes]) -> None:
    """All lines, or the file stays as it was."""
    new = path.with_name(f".{path.name}")
    with new.open("wb") as file:
        file.writelines(lines)
    new.replace(path)
