"""Who does the work that can be done side by side: this process alone, or processes of its own.

Functions that map take a `concurrent.futures.Executor`; these are the two that a build has. Both give the same.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

_T = TypeVar("_T")


class Serial(Executor):
    """Does everything at once, in this process."""

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """What `fn` gives, as a Future that has it; an interruption goes on to the caller."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


SERIAL = Serial()


class Processes(ProcessPoolExecutor):
    """Does the work in processes of its own, which load only what they need; `jobs` is how many work at a time."""

    def __init__(self, jobs: int, own: int) -> None:
        super().__init__(own, multiprocessing.get_context("spawn"), _end_with_parent)
        self.jobs = jobs


def width(workers: Executor) -> int:
    """How many tasks an Executor works at, as far as one can tell."""
    return getattr(workers, "jobs", 1)


def cores() -> int:
    """How many processes can work here at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def processes(jobs: int, apart: bool = False) -> Iterator[Executor]:
    """`jobs` processes, of which this one is the first, or with `apart` none; one job is done in this process.

    The others are started when there is work for them; this one takes part where it waits (ahead.py).

    However the block ends, they end with it, also where this process is killed.
    """
    if jobs <= 1:
        yield SERIAL
        return
    before = set(multiprocessing.active_children())
    pool = Processes(jobs, jobs if apart else jobs - 1)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    finally:
        pool.shutdown()


def _end_with_parent() -> None:
    """In a worker: leave interruptions to the parent, and stop when it is gone, which the pool does not see to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
