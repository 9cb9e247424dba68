"""How much work a call does, as a count of calls: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(run: Callable[[], object]) -> int:
    """How many functions are called, Python's and built-in ones, while `run` runs.

    What a built-in function does within itself (an expression that looks back and forth, a copy) is one call.
    """
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times the calls grow when `size` doubles: about 2 where the work is linear, 4 where it is quadratic.

    `run` is called once before with a small size, so that what is read or built at first use does not count.
    """
    run(min(size, 8))
    first = calls(lambda: run(size))
    return calls(lambda: run(2 * size)) / max(first, 1)
