"""Between the paragraphs of a page: what is certain goes, and what might be the author's stays."""

from __future__ import annotations

import pytest

from tests.cases import cases
from tests.clean.web.page_cases import outcome


@pytest.mark.parametrize(("title", "before", "after"), cases("inside"))
def test_inside(title: str, before: str, after: str) -> None:
    assert outcome(before) == after
