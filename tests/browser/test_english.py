"""The English site in a browser: nothing for axe, its search, its words said by scripts, marks and print by address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.browser.asking import judge
from tests.browser.conftest import Visit, until
from tests.browser.pages import kinds
from tests.browser.test_axe import AXE, OPEN, SOME, violations
from tests.copies import EXAMPLE_EN
from tests.search import queries
from tests.serving import data_of, served

TEXT = "essays/a-park-is-not-a-kennel/"


@pytest.fixture(scope="module")
def built_site(built_english: Path) -> Path:
    return built_english / "site"


@pytest.fixture(scope="module")
def base(built_site: Path) -> Iterator[str]:
    yield from served(built_site)


@pytest.fixture(scope="module")
def collection(built_site: Path) -> dict[str, Any]:
    return data_of(built_site)


@SOME
@pytest.mark.parametrize("visit", [{"bypass_csp": True}], indirect=True, ids=["any"])
def test_no_violations(visit: Visit, built_site: Path, each: int, schemes: Sequence[str]) -> None:
    poor: list[Any] = []
    for path in kinds(built_site)[::each]:
        page = visit.go(path)
        page.evaluate(AXE)
        page.evaluate(OPEN)
        poor += [(path, said) for said in violations(page, schemes)]
    assert poor == []


def test_search_finds_the_right_text_and_paragraph(visit: Visit, collection: dict[str, Any]) -> None:
    judged = judge(visit, collection, queries(EXAMPLE_EN / "queries.tsv"))
    assert judged.wrong == []
    assert judged.asked > 30
    assert judged.first >= 0.95 * judged.asked
    assert judged.paragraph >= 0.9 * judged.asked


def test_the_search_page_answers_in_english(visit: Visit) -> None:
    page = visit.go("search/?q=grandmoter&stance=against")
    until(page, "document.querySelector('[data-results-status][aria-busy=\"false\"]:not(:empty)') !== null")
    assert "Searched for ‘grandmother" in page.locator("[data-results-status]").inner_text()
    assert page.locator("select[name=stance]").input_value() == "against"


def test_marks_and_print_by_address(visit: Visit) -> None:
    page = visit.go(TEXT + "?marks=all")
    assert page.evaluate("document.documentElement.dataset.marks") == "all"
    page = visit.go(TEXT + "?marks=none")
    assert page.evaluate("document.documentElement.dataset.marks") == "none"
    assert page.get_by_role("button", name="Print", exact=False).count() >= 1
