"""No change may lose words, leave residue, leak comments or read worse on the labelled pages than is pinned."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from tests.benches.residue_bench import PINNED, totals
from tests.scrapes.rendered import pages

SCORES = tomllib.loads(PINNED.read_text("utf-8"))
WORSE_WHEN_MORE = ("lost", "stayed", "leaked", "title wrong", "authors wrong", "date wrong")
WORSE_WHEN_LESS = ("title right", "authors right", "date right")


@pytest.fixture(scope="module")
def found() -> dict[str, Counter[str]]:
    return totals(pages())


@pytest.mark.parametrize("name", SCORES)
def test_no_score_sinks(name: str, found: dict[str, Counter[str]]) -> None:
    pinned, now = Counter(SCORES[name]), found[name]
    more = {key: (pinned[key], now[key]) for key in WORSE_WHEN_MORE if now[key] > pinned[key]}
    less = {key: (pinned[key], now[key]) for key in WORSE_WHEN_LESS if now[key] < pinned[key]}
    assert not more and not less, "worse than pinned; where that is meant: residue_bench --pin"


def test_every_rendering_is_pinned(found: dict[str, Counter[str]]) -> None:
    assert set(found) == set(SCORES)
