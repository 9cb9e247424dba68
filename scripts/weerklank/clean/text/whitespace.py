"""White space that says nothing: runs of spaces, spaces at line ends, more than one blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.clean.ledger.draft import Draft, Edit, change, remove

_RUNS = re.compile(r"\s{2,}")
_WIDES = "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
_WIDE = re.compile(f"[{_WIDES}]")
_MANY = re.compile(r"\n[^\S\n\f]*\n(?:[^\S\n\f]*\n)+")  # a form feed is more than a blank line


def blank_lines(draft: Draft) -> Draft:
    r"""Leave one of several blank lines that follow each other.

    >>> blank_lines(Draft("een\n\n \n\ntwee")).text
    'een\n\ntwee'
    """
    return draft.apply(change(*match.span(), "\n\n", "blank-lines") for match in _MANY.finditer(draft.text))


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
    for match in _WIDE.finditer(text, begin, end) if any(space in text for space in _WIDES) else ():
        if not (text[match.start() - 1].isspace() or text[match.end()].isspace()):
            yield change(*match.span(), " ", "spaces")
    if end < len(text):
        yield remove(end, len(text), "blank-lines")
