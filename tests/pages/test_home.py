"""The home page: which clash it shows, and how a text begins."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.collection import BAKE, OPEN, made
from weerklank.model import Collection, PassageEntry
from weerklank.pages.home import sharpest_clash


def shown(collection: Collection) -> list[str]:
    found = sharpest_clash(collection)
    return [passage.id for passage in found[1]] if found else []


def test_nobody_contradicts_another() -> None:
    assert shown(made(BAKE).collection) == []


def test_key_passages_come_before_shorter_ones() -> None:
    against = PassageEntry(2, "brood-op-zondag", "against", "Wie werkt, heeft anders nooit vers brood.", key=True)
    on = replace(BAKE, entries=(replace(BAKE.entries[0], key=True), against))
    assert shown(made(on, OPEN).collection) == ["zelf-bakken-2", "zelf-bakken-1"]


def test_own_words_come_before_what_is_reported() -> None:
    told = replace(OPEN, entries=(replace(OPEN.entries[0], speaker="De buurman", voice="reported"), *OPEN.entries[1:]))
    against = PassageEntry(2, "brood-op-zondag", "against", "Wie werkt, heeft anders nooit vers brood.")
    assert shown(made(replace(BAKE, entries=(*BAKE.entries, against)), told).collection) == [
        "zelf-bakken-2",
        "zelf-bakken-1",
    ]


def test_of_equals_the_shortest_whole_sentences() -> None:
    assert shown(made().collection) == ["zondag-open-1", "zondag-open-3"]
