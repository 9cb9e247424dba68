"""White space that says nothing: runs of spaces, spaces at line ends, more than one blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.clean.draft import Draft, Edit, change, remove

_SPACE = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_RUNS = re.compile(r"\s{2,}")
_WIDE = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")


def tidy_spaces(draft: Draft) -> Draft:
    r"""Runs of spaces become one, lines lose their margins, blocks stand one blank line apart.

    A no-break space on its own stays: it is the author's.

    >>> tidy_spaces(Draft("Een  zin. \n\n\nNog een.\n")).text
    'Een zin.\n\nNog een.'
    """
    return draft.apply(_edits(draft.text))


def _edits(text: str) -> Iterator[Edit]:
    inner = re.search(r"\S", text)
    if not inner:
        if text:
            yield remove(0, len(text), "blank-lines")
        return
    begin, end = inner.start(), len(text.rstrip())
    if begin:
        yield remove(0, begin, "blank-lines")
    for match in _RUNS.finditer(text, begin, end):
        found = match.group()
        if found == "\n\n":
            continue
        breaks = found.count("\n")
        if not breaks:
            yield change(match.start(), match.end(), " ", "spaces")
        else:
            rule = "blank-lines" if breaks > 2 else "spaces"
            yield change(match.start(), match.end(), "\n" if breaks == 1 else "\n\n", rule)
    for match in _WIDE.finditer(text, begin, end):
        if not (text[match.start() - 1].isspace() or text[match.end()].isspace()):
            yield change(*match.span(), " ", "spaces")
    if end < len(text):
        yield remove(end, len(text), "blank-lines")

