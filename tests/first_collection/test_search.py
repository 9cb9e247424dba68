"""The queries by which search is measured, on the texts that they were written for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.asking import judge
from tests.browser.conftest import Visit
from tests.search import FIRST, KINDS, queries

UNKNOWN = {"gekozen"}
"""Queries whose answer has a noun made from a strong verb with another vowel ('keuze'), which search does not know."""


@pytest.mark.parametrize(("path", "least"), [(FIRST, 90), (KINDS, 30)], ids=lambda each: getattr(each, "stem", ""))
def test_the_right_text_and_paragraph(visit: Visit, collection: dict[str, Any], path: Path, least: int) -> None:
    judged = judge(visit, collection, queries(path))
    assert set(judged.wrong) == (UNKNOWN if path == KINDS else set())
    assert judged.asked > least
    assert judged.first >= 0.95 * judged.asked
    assert judged.paragraph >= 0.9 * judged.asked
