"""Measures the compound splitter on words judged by hand: python tests/benches/compound_bench.py [--errors]."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.judged import Score, judged, score  # noqa: E402

from weerklank.languages.nl.compounds import splitter  # noqa: E402


def main() -> None:
    """Print the three figures, and with --errors every word that is cut wrongly."""
    split = splitter().split
    found: Score = score(judged(), split)
    print(f"seams right {found.precision:.3f}  seams found {found.recall:.3f}  whole {found.whole:.3f}")
    if "--errors" in sys.argv:
        print("\n".join(found.errors))


if __name__ == "__main__":
    main()
