"""The compound splitter: cases in prose, words judged by hand, and what holds for every input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import cases
from tests.counting import calls
from tests.judged import judged, score
from weerklank.languages.nl.compounds import Splitter, splitter


@pytest.mark.parametrize(("title", "before", "after"), cases("compounds"))
def test_cases(title: str, before: str, after: str) -> None:
    assert " ".join("|".join(splitter().split(word)) for word in before.split()) == after, title


def test_words_judged_by_hand() -> None:
    found = score(judged(), splitter().split)
    assert found.precision >= 0.92, found.errors
    assert found.recall >= 0.85, found.errors
    assert found.whole >= 0.96, found.errors


@given(st.text(max_size=80))
def test_the_parts_are_the_word(word: str) -> None:
    assert "".join(splitter().split(word)) == word


def test_an_exception_beats_the_rules() -> None:
    words = {"klant", "zorg", "zorgen"}
    assert Splitter(words, lambda word: 1e-6).split("klantzorg") == ("klant", "zorg")
    assert Splitter(words, lambda word: 1e-6, ["klantzorg"]).split("klantzorg") == ("klantzorg",)
    assert Splitter(words, lambda word: 1e-6, ["klan|tzorg"]).split("Klantzorgen") == ("Klan", "tzorgen")


@pytest.mark.parametrize(
    "word", ["ontwikkelings" * 4 + "land", "a" * 64, "tententententent" * 4, "x" * 100_000], ids=lambda word: word[:13]
)
def test_a_long_word_takes_few_steps(word: str) -> None:
    """Each part is weighed at each place a few times; trying every way to cut 64 letters would take 2**63 steps."""
    assert calls(lambda: splitter().split(word)) < 100_000
