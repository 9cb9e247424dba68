"""A collection in English is English throughout: its pages, addresses, citations, and not one Dutch word."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.copies import EXAMPLE_EN
from weerklank.languages import pack as packs
from weerklank.languages.pack import pack

LANGUAGES = Path(packs.__file__).parent
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN = ("title", "aria-label", "alt", "content", "placeholder", "id", "href")


@cache
def words_of(code: str) -> frozenset[str]:
    """Every word of a pack: of its interface, addresses, pages, example, and its names and reasons of rules."""
    folder = LANGUAGES / code
    whole = [folder / name for name in ("interface.toml", "addresses.toml", "reasons.toml")]
    whole += [path for part in ("pages", "new") for path in (folder / part).rglob("*") if path.is_file()]
    texts = [path.read_text("utf-8") for path in whole if path.is_file()]
    for path in (folder / "rules").glob("*.toml"):
        texts += re.findall(r'^(?:label|reason) = "(.*)"$', path.read_text("utf-8"), re.M)
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def dutch() -> frozenset[str]:
    """The Dutch pack's words that neither the English pack nor the English texts have."""
    texts = [path.read_text("utf-8") for path in (EXAMPLE_EN / "seeds").rglob("*") if path.is_file()]
    return words_of("nl") - words_of("en") - {word.lower() for text in texts for word in _WORD.findall(text)}


def pieces(page: Path) -> Iterator[str]:
    """What a page says, shows in attributes, and leads to; what is for programs (BibTeX, COinS) and checksums aside."""
    for node in html.fromstring(page.read_text("utf-8")).iter():
        yield node.tail or ""
        if isinstance(node.tag, str) and node.tag not in ("script", "style", "pre"):
            words = node.text or ""
            yield "" if re.fullmatch(r"[0-9a-f]{64}", words) else words
            if node.get("class") != "Z3988":
                yield from (node.get(name) or "" for name in _SHOWN)


@pytest.fixture(scope="module")
def pages(built_english: Path) -> list[Path]:
    return sorted((built_english / "site").rglob("*.html"))


def test_no_page_says_a_dutch_word(pages: list[Path]) -> None:
    strange = dutch()
    assert len(strange) > 1000 and {"stelling", "verantwoording", "zoeken"} <= strange
    assert len(pages) > 40
    found = {
        (page.parent.name, word)
        for page in pages
        for piece in pieces(page)
        for word in _WORD.findall(piece)
        if word.lower() in strange
    }
    assert found == set()


def test_every_page_is_in_english(pages: list[Path]) -> None:
    for page in pages:
        tree = html.fromstring(page.read_text("utf-8"))
        assert tree.get("lang") == "en", page
        assert {node.get("lang") for node in tree.iter() if node.get("lang")} == {"en"}, page


def test_its_addresses(built_english: Path) -> None:
    site = built_english / "site"
    for folder in ("essays", "arguments", "authors", "search", "overview", "clashes", "words", "rights", "account"):
        assert (site / folder / "index.html").is_file(), folder
    (*_, slug) = sorted(path.name for path in (site / "essays").iterdir() if path.is_dir())
    assert (site / f"account/{slug}/index.html").is_file() and (site / f"data/account/{slug}.json").is_file()
    assert (site / "account/rules/index.html").is_file() and (site / "data/citations").is_dir()


def test_files_for_programs(built_english: Path) -> None:
    data = built_english / "site/data"
    collection: dict[str, Any] = json.loads((data / "collection.json").read_text("utf-8"))
    assert collection["language"] == "en" and {essay["language"] for essay in collection["essays"]} == {"en"}
    assert len(collection["arguments"]) >= 8
    passages = [passage for argument in collection["arguments"] for passage in argument["passages"]]
    assert len(passages) >= 30
    notes = json.loads((data / "annotations.jsonld").read_text("utf-8"))["first"]["items"]
    assert {note["target"]["language"] for note in notes} == {"en"}
    stances = {pack("en")(f"stance.{passage['stance']}") for passage in passages}
    assert {body["value"] for note in notes for body in note["body"] if "value" in body} >= stances
    rows = list(csv.reader((data / "matrix.csv").read_text("utf-8-sig").splitlines()))
    found = {(argument["id"], p["essay"]) for argument in collection["arguments"] for p in argument["passages"]}
    assert {(row[0], row[2]) for row in rows[1:] if row[-2] == "found"} == found and len(rows) > len(found)


def test_texts_are_cited_in_english(built_english: Path) -> None:
    site = built_english / "site/essays"
    colby = " ".join(
        html.fromstring((site / "a-park-is-not-a-kennel/index.html").read_text("utf-8")).text_content().split()
    )
    assert "Colby, H. (2021, March 12). A park is not a kennel. Off the lead? (Weerklank)." in colby
    assert "(Colby, 2021, para. 1)" in colby
    pryce = " ".join(html.fromstring((site / "let-them-run/index.html").read_text("utf-8")).text_content().split())
    assert "Pryce, O. (2021, April 2). Let them run. The Marsh Lane Messenger. Off the lead? (Weerklank)." in pryce


def test_nothing_of_the_web_pages_is_left(built_english: Path) -> None:
    collection = json.loads((built_english / "site/data/collection.json").read_text("utf-8"))
    said = " ".join(block["text"] for essay in collection["essays"] for block in essay["blocks"])
    assert not re.search(r"Skip to|Share|Leave a reply|my rolls went|Get a life|Lovely piece|All rights", said)
    authors = {essay["slug"]: essay["authors"] for essay in collection["essays"]}
    assert authors["two-hours-at-dawn"] == ["Tom Balderstone"] and authors["what-the-lapwings-know"] == ["Miriam Aske"]
    assert {essay["date"] for essay in collection["essays"]} == {
        "2021-03-12",
        "2021-04-02",
        "2021-05",
        "2021-06-09",
        "2021",
    }
