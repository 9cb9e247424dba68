"""A text as lines with their offsets, for the steps that restore print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

HYPHENS = "-\u2010\u2011\u00ad¬"
_TERMINAL = re.compile(r"[.!?:;…][\"'’”»)\]]*$|[’”»]$")


class Line(NamedTuple):
    """`text` stands at `start`..`end` of the draft, without white space around it.

    `indent` counts the spaces before it, `next` is where the line below begins.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    next: int = 0

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def open_word(self) -> bool:
        """Whether it ends in a half word: a hyphen right after a letter or digit."""
        return len(self.text) > 1 and self.text[-1] in HYPHENS and self.text[-2].isalnum()

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence can end."""
        return ends_sentence(self.text)

    def first_word(self) -> str:
        return self.text.split(None, 1)[0] if self.text else ""


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence can end."""
    return bool(_TERMINAL.search(text[-6:]))


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text`; a form feed counts as white space."""
    lines, at = [], 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        start = at + indent
        at += len(raw) + 1
        lines.append(Line(start, start + len(stripped), stripped, indent if stripped else 0, at))
    return tuple(lines)


def width_at(lines: Sequence[Line], index: int, reach: int = 4) -> int:
    """The width of the column around a line: the longest of the lines up to `reach` away."""
    near = lines[max(0, index - reach) : index + reach + 1]
    return max((len(line.text) for line in near), default=0)


def following(lines: Sequence[Line], index: int) -> int | None:
    """The next line after `index` that is not blank."""
    for other in range(index + 1, len(lines)):
        if lines[other].text:
            return other
    return None


def leaves_room(block: Sequence[Line], resumes: Line, column: int) -> bool:
    """Whether lines do not go on in the line below them: its first word had room on the last of them."""
    return len(block) > 1 and len(block[-1].text) + 1 + len(resumes.first_word()) < column
