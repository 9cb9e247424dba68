"""Words judged by hand, and how a splitter does on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path


@dataclass(frozen=True)
class Score:
    """Of the seams made, the share that is right; of the seams that are there, the share found; of the
    words that are no compounds, the share left whole; and each word cut wrongly, as 'cut (judged)'.
    """

    precision: float
    recall: float
    whole: float
    errors: tuple[str, ...]


def judged() -> list[str]:
    """The words of compounds.txt with their marks: '|' a seam, '·' one that may be left."""
    lines = (Path(__file__).parent / "compounds.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def score(words: Sequence[str], split: Callable[[str], Sequence[str]]) -> Score:
    """Measure `split` (word -> parts)."""
    right = made = there = found = whole = simple = 0
    errors = []
    for marked in words:
        word = marked.replace("|", "").replace("·", "")
        needed, allowed = _seams(marked.replace("·", "")), _seams(marked.replace("·", "|"))
        parts = split(word)
        seams = set(accumulate(map(len, parts[:-1])))
        if seams - allowed or needed - seams:
            errors.append(f"{'|'.join(parts)}  ({marked})")
        if allowed:
            made, right = made + len(seams), right + len(seams & allowed)
            there, found = there + len(needed), found + len(needed & seams)
        else:
            simple, whole = simple + 1, whole + (not seams)
    return Score(right / made, found / there, whole / simple, tuple(errors))


def _seams(marked: str) -> set[int]:
    return set(accumulate(map(len, marked.split("|")[:-1])))
