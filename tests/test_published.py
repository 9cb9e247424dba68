"""What is published is what the texts say: the seeds, the passages where they are said to be, no reader's comment."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from lxml import html

from tests.copies import EXAMPLE
from tests.serving import data_of
from weerklank.collection import read_seeds

SEEDS = {seed.stem: seed for seed in read_seeds(EXAMPLE / "seeds").seeds}
REMOVED = "006-weg"
OF_READERS = ("Fenna Dijkstra", "herken het helemaal", "Henk", "mijn aanhanger")
"""Names and words of the readers below tests/example/seeds/000-plein.txt."""


def test_no_words_of_a_readers_comment_are_published(built: Path) -> None:
    assert all(words in SEEDS["000-plein"].text for words in OF_READERS)
    for path in (path for top in ("site", "docs", ".weerklank") for path in (built / top).rglob("*")):
        if path.is_file():
            found = path.read_bytes()
            assert [words for words in OF_READERS if words.encode() in found] == [], path


def test_the_data_are_what_the_seeds_give(built_site: Path) -> None:
    data = data_of(built_site)
    assert {essay["seed"] for essay in data["essays"]} == SEEDS.keys() - {REMOVED}
    for essay in data["essays"]:
        page = (built_site / "verantwoording" / essay["slug"] / "index.html").read_text("utf-8")
        assert hashlib.sha256(SEEDS[essay["seed"]].data).hexdigest() in page


def test_every_passage_is_where_the_data_say(built_site: Path, collection: dict[str, Any]) -> None:
    pages = {
        essay["slug"]: html.parse(str(built_site / "essays" / essay["slug"] / "index.html")).getroot()
        for essay in collection["essays"]
    }
    for argument in collection["arguments"]:
        for passage in argument["passages"]:
            tree = pages[passage["essay"]]
            marks = tree.xpath(f"//mark[@data-passage='{passage['id']}']")
            assert marks, passage["id"]
            assert marks[0].get("id") == passage["id"]
            assert marks[0].get("data-stance") == passage["stance"]
            assert marks[0].get("data-argument") == argument["id"]
