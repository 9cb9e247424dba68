"""What is kept, removed and read of labelled pages: python -m tests.benches.residue_bench [--held | --pin] [folder …]

Without a folder it takes tests/scrapes/pages; the form of the files stands in tests/scrapes/README.md. Half of the
pages, by the hash of their names, are kept from whoever writes rules: `--held` prints their totals, and never their
lines. `--pin` writes the totals of both halves into page_scores.toml, below which a change may not sink.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.scrapes.rendered import FIELDS, FOLDER, Page, kept_apart, pages

PINNED = Path(__file__).with_name("page_scores.toml")
VERDICTS = ("right", "wrong", "missed")


def totals(found: Iterable[Page]) -> dict[str, Counter[str]]:
    """The scores of pages, added up by dialect and language."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for page in found:
        sums[f"{page.dialect} {page.language}"] += page.score()
    return dict(sorted(sums.items()))


def faults(page: Page) -> Iterable[str]:
    """A line for each thing that is not right on a page."""
    for what, lines in (("LOST", page.lost()), ("COMMENT", page.leaked()), ("stayed", page.stayed())):
        yield from (f"{page.file} ({page.dialect}): {what}: {line[:100]}" for line in lines)
    for field in FIELDS:
        if page.verdict(field) in ("wrong", "missed"):
            found, meant = getattr(page.read, field), page.says[field]
            yield f"{page.file} ({page.dialect}): {field} is {found!r}, not {meant!r}"


def table(sums: dict[str, Counter[str]]) -> str:
    """The totals as people read them."""
    rows = [
        f"{'':17} {'essay kept':>18} {'residue gone':>18} {'comments out':>18}   right/wrong/missed:"
        " title, authors, date"
    ]
    for name, score in sums.items():
        shares = (
            _share(score[whole] - score[less], score[whole])
            for whole, less in (("essay", "lost"), ("residue", "stayed"), ("comments", "leaked"))
        )
        fields = ("/".join(str(score[f"{field} {verdict}"]) for verdict in VERDICTS) for field in FIELDS)
        rows.append(f"{name:17} " + " ".join(f"{each:>18}" for each in shares) + "   " + "  ".join(fields))
    return "\n".join(rows)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / max(1, whole):.1f}"


def pinned(sums: dict[str, Counter[str]]) -> str:
    """The totals as page_scores.toml holds them."""
    return "\n".join(
        f'["{name}"]\n' + "".join(f'"{key}" = {n}\n' for key, n in sorted(score.items()))
        for name, score in sums.items()
    )


def main(arguments: list[str]) -> None:
    """Print the faults of the open half, and the totals."""
    folders = [Path(each) for each in arguments if not each.startswith("--")] or [FOLDER]
    found = [page for folder in folders for page in pages(folder)]
    if "--pin" in arguments:
        PINNED.write_text(pinned(totals(found)), encoding="utf-8")
        return
    held = "--held" in arguments
    found = [page for page in found if kept_apart(page) == held]
    for line in () if held else (line for page in found for line in faults(page)):
        print(line)
    print(table(totals(found)))


if __name__ == "__main__":
    started = time.process_time()
    main(sys.argv[1:])
    print(f"{time.process_time() - started:.2f} s CPU", file=sys.stderr)
