"""Suggestions, one text left out at a time: `python -m tests.benches.suggest_bench [COLLECTION]` (default: this one).

Truth are the entries of the editors: of the first 15 pairs of a paragraph and an argument the share that they have
too, and the mean average precision of each argument's sentences. Then the same by score, for the bands.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from weerklank.annotate.suggestions import Suggester, Suggestion
from weerklank.build.debate import read_debate
from weerklank.model import Collection, Essay

FIRST = 15  # pairs: what an editor looks at in one sitting
OVERLAP = 0.6  # of the shorter of a sentence and a passage, from which the sentence counts as marked


def main(root: Path) -> None:
    """Print the figures of the collection in `root`."""
    whole = read_debate(root)
    shares, precisions, scored = [], [], []
    for essay in whole.essays:
        rows = Suggester(without(whole, essay)).ranked(essay)
        truth = {(p.unit, p.argument) for p in whole.passages_of[essay.slug]}
        pairs = first_pairs(rows)
        shares.append(fmean(pair in truth for pair in [*pairs][:FIRST]))
        scored += [(score, pair in truth) for pair, score in pairs.items()]
        for argument in whole.arguments:
            order = [is_marked(whole, essay, row) for row in rows if row.argument == argument.id]
            if any(order):
                precisions.append(average_precision(order))
    print("first 15 right", [round(share, 2) for share in shares], f"mean {fmean(shares):.3f}")
    print(f"MAP {fmean(precisions):.3f} ({len(precisions)} arguments and texts)")
    scored.sort(reverse=True)
    for first in (20, 40, 75, 100, 150, 200, 300):
        score, right = scored[:first][-1][0], fmean(is_right for _, is_right in scored[:first])
        print(f"first {first:3} pairs: score {score:.3f}, right {right:.2f}")


def without(whole: Collection, essay: Essay) -> Collection:
    """The collection before anyone annotated `essay`."""
    arguments = (replace(a, passages=tuple(p for p in a.passages if p.essay != essay.slug)) for a in whole.arguments)
    return replace(whole, arguments=tuple(arguments))


def first_pairs(rows: list[Suggestion]) -> dict[tuple[str, str], float]:
    """The pairs of a paragraph and an argument in order of their best sentence, with its score."""
    pairs: dict[tuple[str, str], float] = {}
    for row in rows:
        pairs.setdefault((row.sentence.unit.id, row.argument), row.score)
    return pairs


def is_marked(whole: Collection, essay: Essay, row: Suggestion) -> bool:
    """Whether the editors have a passage of this argument on most of this sentence."""
    said = row.sentence
    return any(
        min(p.end, said.end) - max(p.start, said.start) >= OVERLAP * min(p.end - p.start, said.end - said.start)
        for p in whole.passages_of[essay.slug]
        if p.unit == said.unit.id and p.argument == row.argument
    )


def average_precision(order: list[bool]) -> float:
    """The mean of the precision at each right one."""
    return fmean(sum(order[: at + 1]) / (at + 1) for at, right in enumerate(order) if right)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
