"""What an editor is told of a scan that was read badly, or across its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weerklank.model import Cleaned, Seed
from weerklank.model.errors import Problem

_SHOWN = 12  # doubtful words that are named


def scan_notes(cleaned: Sequence[tuple[Seed, Cleaned]]) -> tuple[Problem, ...]:
    """A note for each scan that is bad, with what to do."""
    return tuple(
        Problem(f"seeds/{seed.name}", what, remedy)
        for seed, result in cleaned
        for what, remedy in scan_doubts(result, f"seeds/{seed.stem}.yml")
    )


def scan_doubts(cleaned: Cleaned, sidecar: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a scan, and its remedy; nothing where it was read well.

    >>> list(scan_doubts(Cleaned("", (), (), None, (), None), "seeds/a.yml"))
    []
    """
    if cleaned.mixed:
        yield (
            "its columns were read as one, so that sentences run into each other",
            "read the pages again column by column (tesseract --psm 3, pdftotext without -layout)",
        )
    if cleaned.doubtful:
        words = ", ".join(cleaned.doubtful[:_SHOWN])
        yield (
            f"a bad scan or an old spelling: {100 * cleaned.unknown:.0f} of 100 words are in no list ({words} …)",
            f"scan it anew, or settle words in {sidecar}: readings: [{{found: …, read: …}}]",
        )
