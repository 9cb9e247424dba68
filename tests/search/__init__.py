"""Queries with their right answers, in files of one form (its first lines in tests/first_collection/queries.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Query:
    """A query of one half ('tune' or 'held') and class, and its right answers: (seed, words in the
    paragraph or '*'); none where nothing is to be found.
    """

    half: str
    kind: str
    text: str
    right: tuple[tuple[str, str], ...]


EXAMPLE = Path(__file__).parent / "queries.tsv"
"""Those on the example, for a test."""
FIRST = Path(__file__).parents[1] / "first_collection" / "queries.tsv"
"""Those on the first collection, by which search is measured."""
KINDS = FIRST.with_name("kinds_of_queries.tsv")
"""The same, of kinds that search engines are often found wanting in."""


def queries(path: Path) -> list[Query]:
    """All queries of a file, in order."""
    lines = path.read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            half, kind, text, answers = line.split("\t")
            pairs = (answer.partition(":") for answer in answers.split("|") if answer != "-")
            found.append(Query(half, kind, text, tuple((seed, words) for seed, _, words in pairs)))
    return found
