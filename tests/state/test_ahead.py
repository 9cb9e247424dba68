"""Work that this process and its workers share."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from weerklank.state.ahead import shared


class Slow(Executor):
    """Has done the first tasks when it is looked at, and has begun none of the others."""

    jobs = 2

    def __init__(self, done: int) -> None:
        self.left = done

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self.left:
            self.left -= 1
            future.set_result([("there", each) for _, each in fn(*args, **kwargs)])
        return future


@pytest.mark.parametrize("done", [0, 1, 7, 1000])
def test_this_process_does_what_no_worker_has_begun(done: int) -> None:
    made = shared(range(100), lambda part: [("here", each) for each in part], Slow(done))
    assert [each for _, each in made] == [*range(100)]
    places = [place for place, _ in made]
    assert places == sorted(places, reverse=True)  # what was done there is the head of it
    assert (done == 0) == ("there" not in places) and (done == 1000) == ("here" not in places)
