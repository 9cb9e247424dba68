"""What the cleaner keeps and removes on labelled pages: python -m tests.benches.residue_bench [folder …]

Without a folder it takes tests/scrapes; the form of the files stands in its README.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.scrapes import outcome, scrapes

FOLDER = Path(__file__).parents[1] / "scrapes"


def main(folders: list[str]) -> None:
    """Print a line for each page that is not perfect, and the totals."""
    kept = essay = gone = residue = out = comments = said = fields = 0
    for folder in map(Path, folders or [str(FOLDER)]):
        for scrape in scrapes(folder):
            result = outcome(scrape)
            told = {key: getattr(result.cleaned.metadata, key) for key in scrape.says}
            wrong = {k: v for k, v in told.items() if (list(v) if k == "authors" else v) != scrape.says[k]}
            for what, lines in (("LOST", result.lost), ("COMMENT", result.comments), ("stayed", result.residue)):
                for line in lines:
                    print(f"{scrape.name}: {what}: {line[:100]}")
            for key, value in wrong.items():
                print(f"{scrape.name}: {key} is {value!r}, not {scrape.says[key]!r}")
            essay += len(scrape.of("E"))
            kept += len(scrape.of("E")) - len(result.lost)
            residue += len(scrape.of("RTKBDPF"))
            gone += len(scrape.of("RTKBDPF")) - len(result.residue)
            comments += len(scrape.of("C"))
            out += len(scrape.of("C")) - len(result.comments)
            fields += len(told)
            said += len(told) - len(wrong)
    print(f"lines of the essays kept    {kept}/{essay} = {100 * kept / max(1, essay):.1f} %")
    print(f"residue removed             {gone}/{residue} = {100 * gone / max(1, residue):.1f} %")
    print(f"comment lines kept out      {out}/{comments} = {100 * out / max(1, comments):.1f} %")
    print(f"metadata right              {said}/{fields} = {100 * said / max(1, fields):.1f} %")


if __name__ == "__main__":
    started = time.process_time()
    main(sys.argv[1:])
    print(f"{time.process_time() - started:.2f} s CPU", file=sys.stderr)
