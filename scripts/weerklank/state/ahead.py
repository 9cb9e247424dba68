"""Work made side by side before it is asked for, and kept: whoever asks for it then finds it.

So the processes change nothing of what a build gives, and of what it says where something is wrong: what one of them
fails at is simply not there yet, and the one who asks makes it himself. This process takes part: it begins where the
others come last, and takes from them what none has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TypeVar

from weerklank.state.kept import Kept
from weerklank.state.workers import width

_T = TypeVar("_T")
_R = TypeVar("_R")
WORTH = 4.0
"""Seconds of work for which starting processes pays: each takes most of one to load what it needs."""

_MOST = 16.0  # seconds of work that are handed out, and waited for, together
_TASKS = 8  # that a batch is cut into for each process


def ahead(
    kept: Kept,
    kind: str,
    work: Iterable[tuple[str | bytes, _T]],
    make: Callable[[_T], bytes],
    workers: Executor,
    cost: float,
) -> None:
    """Make what is not kept of some work, (its inputs, what `make` takes), where there is enough of it.

    `make` is a function that another process can import; `cost` is about how many seconds it takes.
    """
    waiting = ((inputs, given) for inputs, given in work if kept.lacks(kind, inputs))
    size = int(_MOST / cost) if width(workers) > 1 else 0
    with suppress(BrokenExecutor):
        while pays(workers, len(batch := list(islice(waiting, size))), cost):
            made = shared([given for _, given in batch], partial(_all_tried, make), workers)
            for (inputs, _), data in zip(batch, made, strict=True):
                if data is not None:
                    kept.keep(kind, inputs, data)


def shared(items: Sequence[_T], make: Callable[[Sequence[_T]], Sequence[_R]], workers: Executor) -> list[_R]:
    """What `make` gives for some of the items at a time, by this process and the workers; in the order of all.

    BrokenExecutor where a worker died.
    """
    size = -(-len(items) // (_TASKS * width(workers)))
    parts = [items[at : at + size] for at in range(0, len(items), size)]
    tasks = [(workers.submit(make, part), part) for part in parts]
    own = {at: make(part) for at, (task, part) in reversed([*enumerate(tasks)]) if task.cancel()}
    return [each for at, (task, _) in enumerate(tasks) for each in (own[at] if at in own else task.result())]


def pays(workers: Executor, count: int, cost: float) -> bool:
    """Whether it is worth while to have an Executor do so many tasks of so many seconds."""
    return width(workers) > 1 and count > 1 and count * cost >= WORTH


def _all_tried(make: Callable[[_T], bytes], given: Sequence[_T]) -> list[bytes | None]:
    return [_tried(make, each) for each in given]


def _tried(make: Callable[[_T], bytes], given: _T) -> bytes | None:
    try:
        return make(given)
    except Exception:
        return None
