"""What does the work: an Executor of the standard library, or Dask's, on this machine or on many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial

from weerklank.model.errors import MachineError
from weerklank.state.workers import SERIAL, processes

NAMES = ("processes", "dask", "serial")


@dataclass(frozen=True)
class Engine:
    """`start` gives an Executor of `jobs` workers that see the same files under the same paths; again, after one broke.
    `died` are the errors that say that the process of a task is gone.
    """

    start: Callable[[], AbstractContextManager[Executor]]
    jobs: int = 1
    died: tuple[type[BaseException], ...] = (BrokenExecutor,)


def engine(name: str, jobs: int, scheduler: str | None = None) -> Engine:
    """The engine of this name with `jobs` workers; `scheduler` is the address of Dask's, where one runs already.

    MachineError where Dask is not installed.
    """
    if name == "serial":
        return Engine(lambda: nullcontext(SERIAL))
    if name == "processes":
        return Engine(partial(processes, jobs, apart=True), jobs)
    try:
        from distributed import KilledWorker
    except ImportError:
        raise MachineError("Dask is not installed: pip install 'weerklank[corpus]', or --executor processes") from None
    return Engine(partial(_dask, jobs, scheduler), jobs, (KilledWorker,))


@contextmanager
def _dask(jobs: int, scheduler: str | None) -> Iterator[Executor]:
    """Dask's Executor: over a cluster of this machine's own, with one thread a worker, or over that at an address."""
    from distributed import Client, LocalCluster

    if scheduler:
        with Client(scheduler) as client, client.get_executor() as executor:
            yield executor
        return
    with (
        LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as client,
        client.get_executor() as executor,
    ):
        yield executor
