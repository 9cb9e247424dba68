"""Labelled pages as three readers meet them: HTML, and main-content and naive text of it. README.md has their form."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.scrapes import Scrape, flat, scrape, stays, words_of
from weerklank.read import ReadEssay, read_essay

FOLDER = Path(__file__).parent / "pages"
FIELDS = ("title", "authors", "date")
RESIDUE = "RTKBDPF"
_RENDERED = {"bs4": "naive", "resi": "main-content"}


@dataclass(frozen=True)
class Page:
    """One rendering of a page with its labels; `language` is what its name or its folder begins with, else Dutch."""

    scrape: Scrape
    dialect: str
    language: str
    says: dict[str, Any]
    data: bytes
    file: str

    @cached_property
    def read(self) -> ReadEssay:
        """The page as the build would read it."""
        return read_essay(self.data, self.file)

    def lost(self) -> list[str]:
        """The essay's lines that are not in the reading text nor the subtitle, words and signs in order."""
        text = words_of(f"{self.read.cleaned.metadata.subtitle or ''}\n{self.read.text}")
        return [line for line in self.scrape.of("E") if words_of(line) not in text]

    def stayed(self) -> list[str]:
        """The lines of residue that stand in the reading text."""
        return stays(self.read.text, self.scrape.of(RESIDUE))

    def leaked(self) -> list[str]:
        """The lines of readers' comments in the reading text that the editor is not asked about."""
        asked = " ".join(flat(block.text) for block in self.read.cleaned.asked)
        return [line for line in stays(self.read.text, self.scrape.of("C")) if flat(line) not in asked]

    def verdict(self, field: str) -> str:
        """'right', 'wrong' or 'missed' for what was read of who, when and what it is called; '' where nobody knows."""
        if field not in self.says:
            return ""
        meant = self.says[field]
        found = getattr(self.read, field)
        found = list(found) if field == "authors" else found or None
        return "right" if found == meant else "wrong" if found else "missed"

    def score(self) -> Counter[str]:
        """What this page adds to the totals of its dialect and language."""
        found = Counter({"essay": len(self.scrape.of("E")), "lost": len(self.lost())})
        found.update(residue=len(self.scrape.of(RESIDUE)), stayed=len(self.stayed()))
        found.update(comments=len(self.scrape.of("C")), leaked=len(self.leaked()))
        found.update(f"{field} {verdict}" for field in FIELDS if (verdict := self.verdict(field)))
        return found


def pages(folder: Path = FOLDER) -> Iterator[Page]:
    """The renderings of all pages of a folder, by name."""
    for source in sorted(folder.glob("*.html")):
        beside = {ext: scrape(path) for ext in _RENDERED if (path := source.with_suffix(f".{ext}.txt")).exists()}
        language = next((code for code in ("de", "en") if source.stem.startswith(f"{code}-")), "nl")
        for ext, labels in beside.items():
            if ext == "bs4":
                says = {**labels.says, **labels.says.get("html", {})}
                yield Page(labels, "html", language, says, source.read_bytes(), source.name)
            data = labels.text.encode()
            yield Page(labels, _RENDERED[ext], language, labels.says, data, f"{source.stem}.txt")


def kept_apart(page: Page) -> bool:
    """Whether a page is of the half that nobody reads who writes rules, by the hash of its name."""
    name = Path(page.file).stem
    return hashlib.sha256(name.encode()).digest()[-1] % 2 == 1
