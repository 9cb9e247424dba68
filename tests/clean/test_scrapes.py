"""Whole pages, made up in the style of many systems: essay kept, residue gone, comments out, metadata read."""

from __future__ import annotations

import pytest

from tests.scrapes import Scrape, outcome, scrapes
from weerklank.clean import clean

PAGES = scrapes()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Scrape) -> None:
    result = outcome(page)
    told = {key: getattr(result.cleaned.metadata, key) for key in page.says}
    assert (result.lost, result.comments, result.residue) == ((), (), ())
    assert {k: list(v) if k == "authors" else v for k, v in told.items()} == page.says


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_books_and_second_cleaning(page: Scrape) -> None:
    cleaned = clean(page.text)
    assert cleaned.ledger.source() == page.text
    assert cleaned.ledger.text() == cleaned.text
    assert clean(cleaned.text).text == cleaned.text
