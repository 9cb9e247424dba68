"""The texts and arguments of a collection as editors see them: anchored, and no page is made."""

from __future__ import annotations

from pathlib import Path

from weerklank.build.cleaning import anchored
from weerklank.build.published import on_disk
from weerklank.collection import read_arguments, read_collection, read_seeds
from weerklank.collection.text_language import with_language
from weerklank.model import Collection
from weerklank.model.loss import EVERYTHING
from weerklank.state.kept import keeping


def read_debate(root: Path) -> Collection:
    """Everything that the collection in `root` has, also what may not be shown. InputError where a build has one."""
    seeds = root / "seeds"
    with keeping(root) as kept:
        config = read_collection(seeds, kept)
        texts = [with_language(seed, config.language, kept) for seed in read_seeds(seeds, EVERYTHING, kept).seeds]
        return anchored(config, texts, read_arguments(seeds, kept), on_disk(root).ids, kept)
