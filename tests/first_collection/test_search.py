"""The queries by which search is measured, on the texts that they were written for."""

from __future__ import annotations

from typing import Any

from tests.browser.asking import judge
from tests.browser.conftest import Visit
from tests.search import FIRST, queries


def test_the_right_text_and_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    judged = judge(visit, collection, queries(FIRST))
    assert judged.wrong == []
    assert judged.asked > 90
    assert judged.first >= 0.95 * judged.asked
    assert judged.paragraph >= 0.9 * judged.asked
