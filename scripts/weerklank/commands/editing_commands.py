"""The commands by which editors read and mark: thin, as those of `cli`."""

from __future__ import annotations

import sys
from argparse import Namespace

from weerklank.build.debate import read_debate
from weerklank.collection.edited_files import write_whole
from weerklank.commands.terminal import as_json, put, tell
from weerklank.desk import fmt, suggest
from weerklank.desk.import_annotations import import_annotations, read_annotations
from weerklank.read.safe_files import SEED_LIMIT, read_bytes


def suggest_(options: Namespace) -> int:
    """Proposals for a text: asked about on a terminal, else printed."""
    seeds, collection = options.root / "seeds", read_debate(options.root)
    essay, arguments = suggest.named(collection, options.essay, options.argument)
    asks = sys.stdin.isatty() and sys.stdout.isatty() and not options.json
    walk = suggest.Walk(seeds, collection, essay, input, print)
    if options.new:
        found = suggest.clusters(collection, essay)
        if found and asks:
            walk.run_new(found)
            return 0
        return put(as_json(suggest.clusters_as_data(found)) if options.json else suggest.clusters_as_text(found))
    rows = suggest.proposals(seeds, collection, essay, arguments)
    if asks:
        walk.run(rows, arguments)
        return 0
    return put(as_json(suggest.as_data(rows)) if options.json else suggest.as_text(rows, collection))


def import_(options: Namespace) -> int:
    """Annotations of a file as passages, and what became of each."""
    seeds, where = options.root / "seeds", str(options.path)
    found = read_annotations(read_bytes(options.path, where, SEED_LIMIT), where)
    done = import_annotations(seeds, read_debate(options.root), found)
    for heading, lines in (
        ("written", done.written),
        ("without an argument: tag them with its id, or mark them in make serve", done.without_argument),
        ("not in one place of the texts", done.not_found),
    ):
        if lines:
            tell("\n  ".join([f"{len(lines)} {heading}:", *lines]))
    tell(f"{done.known} were there already.")
    return 0


def fmt_(options: Namespace) -> int:
    """The files in canonical form, or whether they are; 1 where `--check` finds one that is not."""
    found = fmt.not_canonical(options.root / "seeds")
    for path, text in found.items():
        tell(f"{path.relative_to(options.root)}: {'is not in canonical form' if options.check else 'written anew'}")
        if not options.check:
            write_whole(path, text.encode())
    if not found:
        tell("seeds/ is in canonical form.")
    return 1 if found and options.check else 0
