"""The language of a text is told where its words tell it for sure, and not otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import cases
from tests.copies import EXAMPLE, EXAMPLE_EN
from weerklank.languages.detect import certain, found, likely
from weerklank.read import read_seed

CASES = cases("detect")
TOLD = {code: text for _, text, code in CASES if code != "none"}


@pytest.mark.parametrize(("title", "text", "code"), CASES, ids=lambda each: each if len(each) < 20 else "")
def test_each_language_is_told_or_none_of_ours(title: str, text: str, code: str) -> None:
    assert certain(text) == (None if code == "none" else code), title


def test_half_and_half_or_a_few_words_are_not_sure() -> None:
    assert certain(TOLD["nl"] + TOLD["en"]) is None
    assert certain(TOLD["en"][:80]) is None and certain("") is None


@given(st.text())
def test_what_is_certain_is_likely(text: str) -> None:
    sure = certain(text)
    assert sure is None or (tongue := likely(text)) and tongue.code == sure


def test_the_examples() -> None:
    for folder, code in ((EXAMPLE, "nl"), (EXAMPLE_EN, "en")):
        paths = [path for path in sorted((folder / "seeds").iterdir()) if path.suffix in (".txt", ".html")]
        told = [certain(read_seed(path.read_bytes(), path.name)[0].text) for path in paths]
        assert set(told) <= {code, None} and told.count(code) >= len(told) - 1


def test_a_language_without_rules_is_not_taken_for_its_neighbour() -> None:
    texts = {title: text for title, text, _ in CASES}
    afrikaans, old = texts["Afrikaans"], texts["Dutch of before 1934"]
    assert found(afrikaans) == "af" and likely(afrikaans) is None
    assert found(old) == "nl"
