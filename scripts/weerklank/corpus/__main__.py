"""`python -m weerklank.corpus FOLDER_OR_LISTING OUT`: its words and exit codes, as those of `weerklank`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from weerklank.cli import guarded, positive
from weerklank.commands.terminal import tell
from weerklank.corpus.clean_corpus import clean_corpus
from weerklank.corpus.engines import NAMES, engine
from weerklank.corpus.forms import FORMS
from weerklank.state.workers import cores


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the records. Exit code 0 done, also where scrapes failed, 1 wrong input, 2 wrong use, 3 the machine."""
    options = _parser().parse_args(arguments)
    return guarded(partial(_run, options), "Stopped; the same again goes on from here.")


def _run(options: argparse.Namespace) -> int:
    chosen = engine(options.executor, options.jobs, options.scheduler)
    finished = clean_corpus(options.source, options.out, chosen, options.format, tell)
    for words in finished.told():
        tell(words)
    return 0


def _parser() -> argparse.ArgumentParser:
    words = "Clean any number of scrapes into records with counts of their words, a file for each shard of them."
    parser = argparse.ArgumentParser(prog="python -m weerklank.corpus", description=words)
    source = "a folder with scrapes, or a file that names one on each line"
    parser.add_argument("source", type=Path, metavar="FOLDER_OR_LISTING", help=source)
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="the folder for the records; the same again goes on there"
    )
    parser.add_argument(
        "--executor", choices=NAMES, default="processes", help="what does the work (default: processes)"
    )
    parser.add_argument("--jobs", type=positive, default=cores(), metavar="N", help="workers (default: all cores)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that runs already (with dask)")
    parser.add_argument("--format", choices=tuple(FORMS), default="jsonl", help="of the records (default: jsonl)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
