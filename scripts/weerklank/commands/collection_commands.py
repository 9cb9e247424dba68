"""The commands that change which texts and arguments a collection has: thin, as all commands."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from weerklank.build import published
from weerklank.collection import read_collection, seal
from weerklank.collection.checksums import add_sealed, texts_of
from weerklank.commands.terminal import tell
from weerklank.commands.text_commands import read_scrape
from weerklank.desk import renaming
from weerklank.desk.add_text import begin_sidecar, question, read_new, told


def add_(options: Namespace) -> int:
    """Copy scrapes into seeds/ and say what each is; nothing is copied where one of them cannot be."""
    folder = options.root / "seeds"
    say, known = read_collection(folder).say, texts_of(folder)
    added = read_new(options.paths, known, options.printed, say)
    add_sealed(folder, {name: data for each in added for name, data in each.files.items()})
    for each in added:
        begin_sidecar(folder / f"{Path(each.name).stem}.yml", options.printed, each.source)
    taken = [essay.slug for essay in published.on_disk(options.root).ids.essays.values()]
    for each in added:
        for line in told(each, taken, say):
            tell(line)
        if asked := question(each):
            tell(f"question: {asked}")
            if not os.environ.get("CI"):
                tell(asked.private)
        taken.append(each.essay.slug)
    tell("Next: weerklank explain (what stays and goes), make site, and weerklank suggest SLUG for its passages")
    return 0


def rename_(options: Namespace) -> int:
    """Another name for a text or an argument."""
    return _changed(renaming.rename(options.root, options.old, options.new))


def remove_(options: Namespace) -> int:
    """A text or an argument away."""
    return _changed(renaming.remove(options.root, options.name))


def _changed(told: list[str]) -> int:
    for words in told:
        tell(words)
    tell("Next: make site; the old addresses lead on. To undo it: git checkout seeds, and take away what is new there")
    return 0


def seal_(options: Namespace) -> int:
    """Accept the texts, and say which were not sealed so."""
    sealed = seal(options.root / "seeds")
    for word in ("added", "changed", "dropped"):
        for name in getattr(sealed, word):
            tell(f"{word}: {name}")
    for name in sealed.changed:
        if read_scrape(options.root / "seeds" / name)[1].ends is not None:
            tell(f"{name}: 'ends' in its sidecar was said of the text as it was; read its end again")
    if not (sealed.added or sealed.changed or sealed.dropped):
        tell("seeds/SHA256SUMS was right already.")
    return 0
