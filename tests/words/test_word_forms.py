"""What a word is to a word in dispute: cases in prose, and words judged by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import cases
from weerklank.model.tokens import compared, tokens
from weerklank.words.word_forms import COUNTED, Terms

JUDGED = Path(__file__).parents[1] / "judged" / "words.txt"


@pytest.mark.parametrize(("title", "before", "after"), cases("words"))
def test_cases(title: str, before: str, after: str) -> None:
    names, text = before.split(":", 1)
    words = [name.replace("_", " ") for name in names.split()]
    assert "\n".join(f"{words[use.term]} {use.form} {use.kind}" for use in Terms(words).uses(text)) == after, title


def judged() -> list[tuple[str, str, str, int]]:
    """(word in dispute, what the word is to it, the word, its place on the line) of each judged word."""
    lines = [line.split() for line in JUDGED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(term, kind, word, place) for term, kind, *words in lines for place, word in enumerate(words)]


def found(term: str, word: str) -> str:
    return next((use.kind for use in Terms([term]).uses(word)), "none")


@pytest.mark.parametrize(("half", "share"), [(0, 0.98), (1, 0.975)], ids=["looked at", "held out"])
def test_words_judged_by_hand(half: int, share: float) -> None:
    words = [(term, kind, word) for term, kind, word, place in judged() if place % 2 == half]
    wrong = [f"{word} ({term}): {kind}" for term, kind, word in words if found(term, word) != kind]
    assert len(words) > 200
    assert len(wrong) <= (1 - share) * len(words), wrong


def test_no_judged_word_counts_that_should_not() -> None:
    others = [(term, word) for term, kind, word, _ in judged() if kind in ("none", "derivation")]
    assert [(term, word) for term, word in others if found(term, word) in COUNTED] == []


def test_in_another_language_a_word_is_found_in_its_own_forms() -> None:
    uses = Terms(["market"], "en-GB").uses("Markets, a marketplace and the stock-market.")
    assert [(use.form, use.kind) for use in uses] == [("markets", "form"), ("stock-market", "head")]
    assert [use.form for use in Terms(["brood"], "xx").uses("Brood en broden.")] == ["brood"]


@pytest.mark.parametrize("text", ["klant-" * 9000 + "klant", "klant" * 9000, "klant’" * 9000 + "x", "é" * 50_000])
def test_what_has_no_end_is_no_word(text: str) -> None:
    assert list(Terms(["klant", "sociale markt", "é"]).uses(text)) == []


@given(st.text(max_size=60))
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    ends = 0
    for token in tokens(text):
        assert ends <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert compared(token.text) == token.word
        ends = token.end
    assert all(char.isspace() or not char.isalnum() or _inside(text, at) for at, char in enumerate(text))


def _inside(text: str, at: int) -> bool:
    return any(token.start <= at < token.end for token in tokens(text))
