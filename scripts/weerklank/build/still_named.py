"""Where the editors still speak of who was taken down: theirs to change, so it is told and stops nothing.

Names come from the text that was taken down, as long as its seed is there; nothing is kept of them for later.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from weerklank.cite.csl_names import csl_name
from weerklank.model import Essay
from weerklank.model.errors import Problem

_REMEDY = "say it in other words if that has to go too"
_MOST = 20  # lines that a note names


def still_named(files: Mapping[str, str], gone: Iterable[Essay], left: Iterable[Essay]) -> list[Problem]:
    r"""A note for each of the editors' files (by name) that still names the author, or the title, of a text of `gone`,
    with the lines. Who has a text in `left` too is named there with reason.

    >>> from types import SimpleNamespace as Text
    >>> text = Text(slug="a", title="A", authors=("Jan van der Berg",), seed=Text(sidecar=None))
    >>> note, = still_named({"docs/over.md": "Volgens Jan\nvan der Berg niet.\n\nBergs idee."}, [text], [])
    >>> note.where, note.what
    ('docs/over.md: line 1, 4', 'still names the author of a, which was taken down')
    """
    gone, left = list(gone), list(left)
    shown = {author for essay in left for author in essay.authors}
    families = {_family(author, essay) for essay in left for author in essay.authors} - {""}
    notes = []
    for essay in gone:
        names = [name for author in essay.authors if author not in shown for name in _names(author, essay, families)]
        titles = [essay.title] if " " in essay.title else []  # one word is anybody's
        for kind, wanted in (("author", names), ("title", titles)):
            notes += [_note(name, lines, kind, essay) for name, lines in _lines(files, wanted)]
    return notes


def _note(name: str, lines: list[int], kind: str, essay: Essay) -> Problem:
    shown = ", ".join(map(str, lines[:_MOST])) + (f" and {len(lines) - _MOST} more" if len(lines) > _MOST else "")
    return Problem(f"{name}: line {shown}", f"still names the {kind} of {essay.slug}, which was taken down", _REMEDY)


def _names(author: str, essay: Essay, families: set[str]) -> Iterator[str]:
    """The names by which the editors may call an author: in full, and by the family name if nobody else has it."""
    yield author
    family = _family(author, essay)
    if family and family not in families:
        yield family


def _family(author: str, essay: Essay) -> str:
    return csl_name(author, essay.seed.sidecar).get("family", "")


def _lines(files: Mapping[str, str], names: list[str]) -> Iterator[tuple[str, list[int]]]:
    """The files that hold one of these names, with the lines on which it begins."""
    if not names:
        return
    forms = (r"\s+".join(map(re.escape, _plain(name).split())) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?:'?s)?(?!\w)")
    for file, text in files.items():
        text = _plain(text)
        if lines := sorted({text.count("\n", 0, match.start()) + 1 for match in pattern.finditer(text)}):
            yield file, lines


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("’", "'")
