"""What can go wrong, in words a maintainer can act on. Exit codes: 1 input, 2 use, 3 the machine."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the input: `where` names file and place, `what` says what is wrong and
    `remedy` what to do about it (may be empty). `private` are words that only who sits at the terminal may read.
    """

    where: str
    what: str
    remedy: str = ""
    private: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")
        return text.encode("utf-8", "backslashreplace").decode()  # a file name may hold bytes that are no UTF-8


class InputError(Exception):
    """The input is wrong: carries every Problem found, so that all are listed at once (exit 1)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class MachineError(Exception):
    """The machine cannot do it: lock held, disk full, no permission (exit 3)."""


def broken_package(name: str) -> MachineError:
    """What to say where a package that the build needs is not there, or cannot be loaded."""
    return MachineError(f"the package '{name}' is missing or broken; install all anew: rm -r .venv, then make site")


_TOLD = (ImportError, MachineError, MemoryError, OSError)
"""What is no fault of ours, and is told of as it is."""


@contextlib.contextmanager
def gathering(problems: list[Problem], text: str = "") -> Iterator[None]:
    """Put the problems of an InputError raised inside with `problems`, and go on.

    `text` names the file of a text at work: whatever else is raised is our fault and no input's, but it is
    told with that name, so that the other texts can be published without it.
    """
    try:
        yield
    except InputError as error:
        problems += error.problems
    except _TOLD:
        raise
    except Exception as error:
        if not text:
            raise
        problems.append(_fault(error, text))


@contextlib.contextmanager
def naming(text: Path) -> Iterator[None]:
    """Turn a fault of ours inside into a MachineError that names the file `text`."""
    try:
        yield
    except (InputError, *_TOLD):
        raise
    except Exception as error:
        raise MachineError(str(_fault(error, str(text)))) from error


def _fault(error: Exception, text: str) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"Weerklank itself fails on it ({type(error).__name__} in {Path(last.filename).name}, line {last.lineno})"
    return Problem(text, what, "report this; meanwhile set the text apart: move it and its sidecar out of the folder")
