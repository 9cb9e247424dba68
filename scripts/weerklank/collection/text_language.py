"""The language of each text: its sidecar's word, else what its words tell where that is not the collection's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from babel import Locale

from weerklank.languages import base
from weerklank.languages.detect import certain
from weerklank.model import Seed
from weerklank.model.errors import Problem
from weerklank.state.kept import NOTHING_KEPT, Kept


def with_language(seed: Seed, collection: str, kept: Kept = NOTHING_KEPT) -> Seed:
    """The text with the language that it was found to be in, where nobody says it and it is not the collection's."""
    if seed.sidecar.language:
        return seed
    found = kept("language", seed.text, lambda: (certain(seed.text) or "").encode()).decode() or None
    return replace(seed, found_language=found if found != base(collection) else None)


def notes(seeds: Iterable[Seed], folder: str) -> Iterator[Problem]:
    """What the editors hear of languages that were found."""
    for seed in seeds:
        if found := seed.found_language:
            name = Locale.parse(found).english_name
            what = f"its words are {name} ('{found}'), and are cleaned, searched and read aloud so"
            yield Problem(
                f"{folder}/{seed.name}", what, f"write 'language: {found}', or the right one, in {seed.stem}.yml"
            )
