"""seeds/takedown.txt: what may never be published again, one entry a line."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from weerklank.collection.checksums import TAKEDOWN
from weerklank.model.errors import InputError, Problem
from weerklank.model.slugs import SLUG
from weerklank.read.decode import decode
from weerklank.read.safe_files import NOTES_LIMIT, read_bytes

NAME = TAKEDOWN
_FORMS = "write the sha256 of a seed, the slug of a text (weg-met-de-klant), or a paragraph (weg-met-de-klant#p7)"
_HASH = re.compile(r"[0-9a-fA-F]{64}")
_LIKE_HASH = re.compile(r"[0-9a-fA-F]{24,}")
_UNIT = re.compile(r"[ph][0-9]+[a-z]{0,2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: either the `sha256` of a seed, or the `slug` of a text, with a `unit` ('p7') of it or ''."""

    line: int
    sha256: str = ""
    slug: str = ""
    unit: str = ""

    @property
    def where(self) -> str:
        """The file and line."""
        return f"seeds/{NAME}: line {self.line}"

    def __str__(self) -> str:
        return self.sha256 or self.slug + (f"#{self.unit}" if self.unit else "")


def read_takedown(folder: Path) -> tuple[Entry, ...]:
    """The entries of the seeds folder `folder`, each once; none where there is no such file.

    InputError with every line that is none: nothing may be published on a list that is understood in part.
    """
    where = f"{folder.name}/{NAME}"
    if not os.path.lexists(folder / NAME):
        return ()
    data = read_bytes(folder / NAME, where, NOTES_LIMIT)
    return entries(decode(data, where) if data.strip() else "", where)


def entries(text: str, where: str = NAME) -> tuple[Entry, ...]:
    r"""The entries in the text of a list; lines that begin with '#' and empty ones say nothing.

    >>> [str(entry) for entry in entries("# brief van 3 mei\nweg-met-de-klant#p7\n")]
    ['weg-met-de-klant#p7']
    """
    found: dict[str, Entry] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        entry = _entry(said, number)
        if isinstance(entry, Entry):
            found.setdefault(str(entry), entry)
        else:
            problems.append(Problem(f"{where}: line {number}", *entry))
    if problems:
        raise InputError(problems)
    return tuple(found.values())


def _entry(said: str, line: int) -> Entry | tuple[str, str]:
    """The entry in a line, or what is wrong with it and what to do."""
    if _HASH.fullmatch(said):
        return Entry(line, sha256=said.lower())
    if _LIKE_HASH.fullmatch(said):
        return f"a sha256 has 64 signs, and this has {len(said)}", "copy it whole: sha256sum seeds/*"
    if len(said.split()) > 1:
        shown = said if len(said) <= 60 else said[:59] + "…"
        return f"'{shown}' is more than one entry", f"one a line, a comment on a line of its own; {_FORMS}"
    slug, mark, unit = said.partition("#")
    if not SLUG.fullmatch(slug) or (mark and not _UNIT.fullmatch(unit)):
        return f"'{said[:60]}' is no entry", _FORMS
    return Entry(line, slug=slug, unit=unit)
