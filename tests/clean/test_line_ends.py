"""Prose of three languages, in old spelling too, set in narrow columns, becomes what it was."""

from __future__ import annotations

from random import Random

import pytest

from tests.benches.print_bench import HERE, Setter, lines_of, outcome, running
from weerklank.clean import restore_print
from weerklank.clean.print.scan_quality import quality
from weerklank.languages.lexicons import reading

SEED = 11
CERTAIN_AND_WRONG = 0.002  # of the line ends
OLD_HYPHENS = 0.02  # the same where the spelling is old: English wrote with a hyphen what is one word today


@pytest.mark.parametrize("name", ["nl", "en", "de", "nl-old", "en-old", "de-old"])
def test_line_ends_are_right_or_marked(name: str) -> None:
    rnd, setter = Random(SEED), Setter(name[:2])
    sentences = [each for held in (False, True) for each in lines_of(HERE / f"{name}.txt", held)]
    found, soft, right, certain_and_wrong = 0, 0, 0, 0
    for column in running(sentences * 3, setter, rnd):
        events, harmed = outcome(column, restore_print(column.lines))
        assert harmed == 0, column.lines
        found += len(events)
        certain_and_wrong += sum(not ok and not marked for _, ok, marked in events)
        soft += sum(event.kind == "soft" for event, _, _ in events)
        right += sum(event.kind == "soft" and ok for event, ok, _ in events)
    assert found > 50 and right >= 0.99 * soft
    assert certain_and_wrong <= (OLD_HYPHENS if "old" in name else CERTAIN_AND_WRONG) * found


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_good_prose_has_few_words_that_its_language_does_not_know(language: str) -> None:
    text = (HERE / f"{language}.txt").read_text("utf-8")
    with reading(language):
        assert 0 < quality(text).share < 0.015
    with reading("nl" if language != "nl" else "de"):
        assert quality(text).poor
    with reading("fr"):
        assert not quality(text).poor  # of which nothing is known
