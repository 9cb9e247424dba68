"""Shards made side by side, whatever happens to a worker: a text that processes die of is found, and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from weerklank.corpus.engines import Engine
from weerklank.corpus.shard_file import IN_WORK, STATE, Made, make, told_of
from weerklank.corpus.shards import Scrape, Shard
from weerklank.model.errors import MachineError

_DEATHS = 3  # processes that end at one text, or before any, until it is no accident


def shards_made(shards: Iterator[Shard], out: Path, engine: Engine) -> Iterator[Made]:
    """What is made of each shard below the folder `out`, in no order.

    Where a worker dies, its shards are made anew by others. MachineError where workers end before they read anything.
    """
    deaths: Counter[str] = Counter()  # by the hash of the text in work
    deadly: set[str] = set()
    lost: list[Shard] | None = None
    while lost is None or lost:
        waiting, lost = chain(lost or (), shards), []
        with engine.start() as executor:
            for shard, made in _side_by_side(waiting, out, executor, engine, tuple(sorted(deadly))):
                if made:
                    yield made
                else:
                    lost.append(shard)
        if lost:
            deadly |= _deadly(lost, out, deaths)


def _side_by_side(
    shards: Iterator[Shard], out: Path, executor: Executor, engine: Engine, deadly: Sequence[str]
) -> Iterator[tuple[Shard, Made | None]]:
    """Each shard with what it made; None where its worker died, and then only those in work are still waited for."""
    running: dict[Future[Made], Shard] = {}
    broken = False
    while True:
        for shard in () if broken else islice(shards, 2 * engine.jobs - len(running)):
            try:
                running[executor.submit(make, shard, str(out), deadly)] = shard
            except engine.died:
                broken = True
                yield shard, None
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            shard, error = running.pop(future), future.exception()
            broken = broken or isinstance(error, engine.died)
            yield shard, None if isinstance(error, engine.died) else future.result()


def _deadly(lost: Sequence[Shard], out: Path, deaths: Counter[str]) -> set[str]:
    """The texts of lost shards that were in work and end a process when they are read alone, or did so too often."""
    suspects = [scrape for shard in lost for scrape in _in_work(shard, out)]
    deaths.update([scrape.sha256 for scrape in suspects] or [""])
    if deaths[""] >= _DEATHS:
        raise MachineError("workers end before they read anything: is there memory for as many? Take fewer --jobs")
    return {each.sha256 for each in suspects if deaths[each.sha256] >= _DEATHS or _ends_a_process(each)}


def _in_work(shard: Shard, out: Path) -> Iterator[Scrape]:
    """The text of a shard at which its worker was."""
    path = out / STATE / f"{shard.name}{IN_WORK}"
    if path.is_file():
        at = path.read_text("ascii")
        path.unlink()
        yield from (scrape for scrape in shard.scrapes if scrape.sha256 == at)


def _ends_a_process(scrape: Scrape) -> bool:
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        try:
            alone.submit(told_of, scrape).result()
        except BrokenExecutor:
            return True
    return False
