"""The stylesheets ask no more of a browser than it can do."""

from __future__ import annotations

import doctest

from tests.browser import stylesheets
from tests.browser.conftest import Visit
from tests.browser.stylesheets import NICETIES, SUPPORTED, declarations

LINES = {"none", "underline", "line-through"}


def test_a_line_under_words_is_declared_in_longhand() -> None:
    """Safari before 26.2 drops a `text-decoration` that holds a colour, a thickness or a style, and draws no line."""
    asked = [each for each in declarations() if each.property == "text-decoration"]
    assert len(asked) > 20
    assert [str(each) for each in asked if not LINES.issuperset(each.values)] == []


def test_chromium_understands_every_declaration(visit: Visit) -> None:
    asked = declarations()
    pairs = [(each.property, each.values) for each in asked]
    understood = visit.go().evaluate(SUPPORTED, pairs)
    refused = [each for each, is_understood in zip(asked, understood, strict=True) if not is_understood]
    assert [str(each) for each in refused if each.property not in NICETIES] == []


def test_variables_are_filled_in() -> None:
    assert doctest.testmod(stylesheets).failed == 0
