"""What a program that runs on made before, by the very objects that it was made of.

Records never change: of the same ones the same is made. So in the preview, which makes one edition after another of
almost the same files, what did not change is the same object from run to run, and one look tells that it did not.
What a run did not use is forgotten when it ends well.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any


class Memory:
    """What runs made, by its key, each with what keeps the objects that the key names from making room for others."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, Any]] = {}
        self._used: dict[Hashable, tuple[object, Any]] = {}
        self._learned = False

    def __bool__(self) -> bool:
        return bool(self._known)

    @contextmanager
    def run(self) -> Iterator[None]:
        """One run: what it did not use is forgotten with its end, unless it fails, or made nothing new."""
        self._used, self._learned = {}, False
        yield
        if self._learned:
            self._known = self._used

    def found(self, key: Hashable) -> tuple[Any] | None:
        """What was made under this key, alone in a tuple; None where nothing was."""
        held = self._known.get(key)
        if held is None:
            return None
        self._used[key] = held
        return (held[1],)

    def note(self, key: Hashable, inputs: object, made: Any) -> None:
        """That this was made of these inputs."""
        self._known[key] = self._used[key] = inputs, made
        self._learned = True


def mark(each: object) -> Hashable:
    """By what an input is known: words, numbers and sets by what they say, a tuple by its items, all else by itself."""
    if type(each) is tuple:
        return tuple(map(mark, each))
    return each if type(each) in (str, bytes, int, frozenset) else id(each)
