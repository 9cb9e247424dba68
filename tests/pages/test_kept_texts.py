"""A text's page holds no more than the key by which it is kept: it is the page that the whole collection gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from weerklank.build.inputs import read
from weerklank.model import Collection
from weerklank.model.loss import EVERYTHING
from weerklank.pages import essay
from weerklank.pages.kept_texts import Texts
from weerklank.state.kept import NOTHING_KEPT


@pytest.fixture(scope="module")
def example() -> Collection:
    return read(Path(EXAMPLE), EVERYTHING).edition.collection


def test_the_page_is_that_of_the_whole_collection(example: Collection) -> None:
    shown = Texts(example, NOTHING_KEPT)
    for number, each in enumerate(example.essays):
        assert shown.page(number) == essay.page(each, number, example), each.slug
    assert len(example.essays) > 3
