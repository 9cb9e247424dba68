"""Texts as CSL items."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.cite.csl_schema import SCHEMA
from tests.cite.texts import NOWHERE, item
from tests.json_schema import faults
from tests.pages.collection import made
from weerklank.cite.csl import csl_json
from weerklank.model import Sidecar

WORDS = st.text(min_size=1).filter(str.strip)


def test_everything_known() -> None:
    known: dict[str, Any] = {
        "date": "2014-12-29",
        "publication": "De Courant",
        "source_url": "https://courant.example/1",
    }
    assert item("Brood", "Jos van der Lans", **known) == {
        "id": "brood",
        "type": "webpage",
        "title": "Brood",
        "author": [{"family": "Lans", "given": "Jos", "non-dropping-particle": "van der"}],
        "issued": {"date-parts": [[2014, 12, 29]]},
        "container-title": "De Courant",
        "language": "nl",
        "archive": "Brood & spelen (Weerklank)",
        "URL": "https://brood.example/lezen/essays/brood/",
        "note": "Oorspronkelijk adres: https://courant.example/1",
    }


def test_what_is_unknown_has_no_field() -> None:
    assert set(item(config=NOWHERE)) == {"id", "type", "title", "language", "archive"}


def test_where_the_site_has_no_address_the_source_has() -> None:
    known = item(config=NOWHERE, source_url="https://courant.example/1")
    assert known["URL"] == "https://courant.example/1"
    assert "note" not in known


def test_a_date_is_as_exact_as_it_is_known() -> None:
    assert item(date="2014-12")["issued"] == {"date-parts": [[2014, 12]]}
    assert item(date="2014", approximate=True)["issued"] == {"date-parts": [[2014]], "circa": True}


def test_print_is_an_article_of_its_periodical_or_a_document() -> None:
    assert item(printed=True, publication="De Courant")["type"] == "article-magazine"
    assert item(printed=True)["type"] == "document"


def test_a_text_that_is_only_listed_was_not_read_here() -> None:
    listed = item(publish="closed", source_url="https://courant.example/1")
    assert listed["URL"] == "https://courant.example/1"
    assert "archive" not in listed
    assert not {"URL", "archive"} & set(item(publish="removed"))
    assert "archive" in item(publish="quotes")


def test_the_text_s_language_goes_before_the_collection_s() -> None:
    assert item(sidecar=Sidecar(language="fy"))["language"] == "fy"


@given(
    WORDS, st.lists(WORDS, max_size=3), st.sampled_from([None, "2014", "2014-02", "2014-02-03"]), st.booleans(), WORDS
)
def test_every_item_fits_the_schema(title: str, authors: list[str], date: str | None, about: bool, where: str) -> None:
    one = item(title, *authors, date=date, approximate=about, publication=where)
    assert faults(json.loads(csl_json([one])), SCHEMA) == []
    assert one["title"] == title


def test_the_collection_s_file_fits_the_schema() -> None:
    files = made().pages
    everything = json.loads(files["data/collection.csl.json"])
    assert faults(everything, SCHEMA) == []
    assert [each["title"] for each in everything] == ["Brood op zondag", "Laat de bakker slapen"]
    assert json.loads(files["data/citaten/brood-op-zondag.json"]) == everything[:1]


def test_the_schema_refuses_what_it_must() -> None:
    for wrong in ({"type": "webpage"}, {"id": 1, "type": "essay"}, {"id": 1, "type": "book", "titel": "x"}):
        assert faults([wrong], SCHEMA)
    assert faults([{"id": 1, "type": "book", "issued": {"date-parts": [[1, 2, 3, 4]]}}], SCHEMA)
    assert faults([{"id": 1, "type": "book", "author": [{"name": "x"}]}], SCHEMA)
