"""Long lists in parts: by what is in them, so that an address keeps what it led to."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.pictures.large import collection
from weerklank.languages.pack import pack
from weerklank.markup.long_lists import by_letter, by_year
from weerklank.model import Essay

NL = pack("nl")
TEXTS = collection(60, 0).essays


def places(texts: list[Essay], most: int) -> dict[str, str]:
    """The part in which each text stands."""
    return {text.slug: part.name for part in by_year(NL, "essays/index.md", texts, most) for text in part.entries}


def test_a_short_list_is_one_page() -> None:
    (part,) = by_year(NL, "essays/index.md", TEXTS, len(TEXTS))
    assert (part.name, part.entries, part.nav, part.label) == ("essays/index.md", tuple(TEXTS), "", "")


def test_each_text_stands_in_one_part_in_the_order_of_the_list() -> None:
    own, *parts = by_year(NL, "essays/index.md", TEXTS, 12)
    assert not own.entries and own.name == "essays/index.md"
    assert sorted(text.slug for part in parts for text in part.entries) == sorted(text.slug for text in TEXTS)
    for part in parts:
        assert [TEXTS.index(text) for text in part.entries] == sorted(TEXTS.index(text) for text in part.entries)


@pytest.mark.parametrize("seed", range(5))
def test_an_address_stays_when_texts_are_added_and_has_no_other_year(seed: int) -> None:
    order = random.Random(seed).sample(TEXTS, len(TEXTS))
    seen: set[str] = set()
    for size in range(11, len(order)):
        parts = by_year(NL, "essays/index.md", sorted(order[:size], key=TEXTS.index), 10)
        assert seen <= {part.name for part in parts}
        seen = {part.name for part in parts}
        for part in parts[1:]:
            key = part.name.removesuffix(".md").rpartition("/")[2]
            assert all((text.date or "onbekend").startswith(key[:8].rstrip("-")) for text in part.entries)


def test_a_full_year_has_its_months_and_keeps_what_has_none() -> None:
    days = ["2014", "2014-01-02", "2014-01-30", "2014-12", "2015-01-01", None]
    texts = [replace(text, date=day) for text, day in zip(TEXTS, days, strict=False)]
    found = {part.name.partition("jaar/")[2]: part for part in by_year(NL, "essays/index.md", texts, 2)[1:]}
    assert {name: len(part.entries) for name, part in found.items()} == {
        "2014.md": 1,
        "2014-01.md": 2,
        "2014-12.md": 1,
        "2015.md": 1,
        "onbekend.md": 1,
    }
    assert [part.label for part in found.values()] == ["2014", "januari 2014", "december 2014", "2015", "zonder datum"]
    assert 'aria-current="page">januari 2014<' in found["2014-01.md"].nav


def test_names_go_by_their_first_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weerklank.markup.long_lists.LINES", 2)
    parts = by_letter(NL, "auteurs/index.md", ["Bos", "Éluard", "’t Hart", "Лев", "5 vragen"], lambda name: name)
    found = {part.name.partition("letter/")[2]: part.entries for part in parts[1:]}
    assert found == {"0.md": ("Лев", "5 vragen"), "b.md": ("Bos",), "e.md": ("Éluard",), "t.md": ("’t Hart",)}
