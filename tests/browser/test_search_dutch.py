"""Search understands Dutch: queries of each kind on the example, asked in the browser of the page's own engine."""

from __future__ import annotations

from typing import Any

from tests.browser.asking import judge
from tests.browser.conftest import Visit
from tests.search import EXAMPLE, queries


def test_the_right_text_and_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    judged = judge(visit, collection, queries(EXAMPLE))
    assert judged.wrong == []
    assert judged.asked > 20
    assert judged.first >= 0.9 * judged.asked
    assert judged.paragraph >= 0.9 * judged.asked
