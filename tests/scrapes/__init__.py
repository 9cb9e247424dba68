"""Reads the made-up pages of tests/scrapes/*.txt; README.md says what a line's first character means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from weerklank.clean import clean
from weerklank.model import Cleaned


@dataclass(frozen=True)
class Scrape:
    """A page with what each of its lines is."""

    name: str
    text: str
    says: dict[str, Any]
    lines: tuple[tuple[str, str], ...]  # (kind, words)

    def of(self, kinds: str) -> list[str]:
        """The lines of these kinds that hold a word."""
        return [words for kind, words in self.lines if kind in kinds and re.search(r"\w", words)]


def scrapes(folder: Path = Path(__file__).parent) -> list[Scrape]:
    """All pages of a folder, by name."""
    return [scrape(path) for path in sorted(folder.glob("*.txt"))]


def scrape(path: Path) -> Scrape:
    """One page with its labels."""
    says: dict[str, Any] = {}
    lines = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            says = yaml.safe_load(line[1:]) or {}
        else:
            lines.append((line[:1], line[2:]))
    return Scrape(path.stem, "\n".join(words for _, words in lines).strip("\n") + "\n", says, tuple(lines))


def flat(words: str) -> str:
    """Words without list marks and white space that says nothing."""
    return " ".join(re.sub(r"^\s*(?:[•>-]|\d+\.)\s+", "", words).split())


@dataclass(frozen=True)
class Outcome:
    """What became of one page: the essay's lines that were lost, the residue and comments that stayed."""

    cleaned: Cleaned
    lost: tuple[str, ...]
    residue: tuple[str, ...]
    comments: tuple[str, ...]


def outcome(scrape: Scrape) -> Outcome:
    """Clean a page and look up its lines in the reading text."""
    cleaned = clean(scrape.text)
    squeezed = words_of(cleaned.text)
    return Outcome(
        cleaned,
        tuple(x for x in scrape.of("E") if words_of(x) not in squeezed),
        tuple(stays(cleaned.text, scrape.of("RTKBDPF"))),
        tuple(stays(cleaned.text, scrape.of("C"))),
    )


def words_of(text: str) -> str:
    """A text without white space and list marks, and without the mark of a link to a heading at its end."""
    return "".join(re.sub(r"\s|(?<=[a-z])[#¶]$", "", flat(line)) for line in text.split("\n"))


def stays(text: str, lines: list[str]) -> list[str]:
    """The lines that stand in a text: by themselves, or where they have more than three words, inside others."""
    stands = {flat(line) for line in text.split("\n")}
    whole = " ".join(flat(line) for line in text.split("\n"))
    return [x for x in lines if flat(x) in stands or len(x.split()) > 3 and flat(x) in whole]
