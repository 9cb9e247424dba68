"""A small made-up collection for the tests of pages."""

from functools import cache

from weerklank.annotate.anchors import Lock
from weerklank.build.compose import Edition, edition
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry, Related, Seed

BAKER = """Brood op zondag

3 maart 2019

De bakker hoort op zondag open te zijn. Wie werkt, heeft anders nooit vers brood.

Natuurlijk moet ook een bakker slapen. Dat is waar.

Door Anna de Wit
"""
SLEEPER = """Laat de bakker slapen

Niemand sterft van brood van gisteren. Laat de bakker slapen op zondag.

Wie op zondag vers brood wil, bakt het zelf. Zo hoort het.
"""
OPEN = ArgumentFile(
    "zondag-open",
    "De bakker hoort op zondag open te zijn.",
    "Wie mag slapen, en wie mag *vers* brood? <b>Let op.</b>",
    (Related("zelf-bakken", "wat wie dicht is anders rest"),),
    (
        PassageEntry(1, "brood-op-zondag", "for", "De bakker hoort op zondag open te zijn."),
        PassageEntry(2, "brood-op-zondag", "nuance", "Natuurlijk moet ook een bakker slapen", note="Een toegeving."),
        PassageEntry(3, "laat-de-bakker-slapen", "against", "Laat de bakker slapen op zondag."),
    ),
    ("brood-op-zondag", "laat-de-bakker-slapen"),
)
BAKE = ArgumentFile(
    "zelf-bakken",
    "Wie vers brood wil, kan het zelf bakken.",
    "Kan iedereen bakken?",
    entries=(PassageEntry(1, "laat-de-bakker-slapen", "for", "Wie op zondag vers brood wil, bakt het zelf"),),
)


def seed(stem: str, text: str) -> Seed:
    return Seed(stem, f"{stem}.txt", text.encode(), text)


SEEDS = (seed("a_bakker", BAKER), seed("b_slaper", SLEEPER))


def made(*arguments: ArgumentFile, lock: Lock | None = None, seeds: tuple[Seed, ...] = SEEDS) -> Edition:
    """The edition of the made-up texts with these arguments (both, if none is given); nobody may change it."""
    return _made(arguments or (BAKE, OPEN), seeds) if lock is None else _edition(arguments or (BAKE, OPEN), seeds, lock)


@cache
def _made(arguments: tuple[ArgumentFile, ...], seeds: tuple[Seed, ...]) -> Edition:
    return _edition(arguments, seeds, Lock())


def _edition(arguments: tuple[ArgumentFile, ...], seeds: tuple[Seed, ...], lock: Lock) -> Edition:
    return edition(CollectionConfig("Brood & spelen", "nl", "Een twist", "Over brood."), seeds, arguments, lock)
