"""The pages of the words in dispute: what a reader is told, also of short texts, excerpts and nothing at all."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from lxml import html

from tests.pages.collection import made
from tests.words.test_count import collected
from weerklank.languages.pack import pack
from weerklank.model import Collection
from weerklank.pages.word_pages import word_pages
from weerklank.pages.word_pages.words_index import slugs


def rows(page: str) -> list[list[str]]:
    """The rows of the tables of a page, as words."""
    tree = html.fromstring(f"<div>{page.split('---', 2)[2]}</div>")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")] for row in tree.xpath("//tr")]


def test_the_table_says_share_and_count_for_each_text() -> None:
    collection = collected(("Een klant. " * 150,), ("De cliënt/burger. " * 150,))
    page = word_pages(collection)["woorden/index.md"]
    assert [row[1:] for row in rows(page)] == [
        ["klant", "cliënt", "burger"],
        ["500,0 150×", "0", "0"],
        ["0", "333,3 150×", "333,3 150×"],
        ["200,0 150×", "200,0 150×", "200,0 150×"],
    ]
    assert [row[0].split()[-2:] for row in rows(page)[1:]] == [
        ["300", "woorden"],
        ["450", "woorden"],
        ["750", "woorden"],
    ]
    assert 'href="../woorden/klant/#tekst-tekst-0"' in page


def test_a_text_of_a_few_words_is_no_champion() -> None:
    collection = collected(("klant " * 60,), ("Een klant. " * 150,))
    page = word_pages(collection)["woorden/index.md"]
    assert rows(page)[1][0].endswith("60 woorden: korte tekst")
    tints = [cell.get("class") for cell in html.fromstring(page.split("---", 2)[2]).xpath("//tr/td[1]")]
    assert tints == ["wk-short", "wk-most", None]


def test_a_place_reads_as_the_text_does() -> None:
    page = word_pages(collected(("Dit heet “klant”, zei zij.",)))["woorden/klant.md"]
    (place,) = html.fromstring(f"<div>{page.split('---', 2)[2]}</div>").xpath("//li[span]")
    assert place.text_content() == "§ 1 Dit heet “klant”, zei zij."


def test_of_excerpts_only_the_count_is_given() -> None:
    collection = collected(("klant " * 400,), ("klant " * 7,), ())
    shown = ("full", "quotes", "closed")
    essays = tuple(replace(essay, publish=how) for essay, how in zip(collection.essays, shown, strict=True))  # type: ignore[arg-type]
    pages = word_pages(replace(collection, essays=essays))
    table = rows(pages["woorden/index.md"])[1:]
    assert [row[1] for row in table] == ["1000,0 400×", "7×", "–", "1000,0 400×"]
    assert table[1][0].endswith("7 woorden: alleen geciteerde passages geteld")
    assert table[2][0].endswith("niet getoond")
    assert [row[1:] for row in rows(pages["woorden/klant.md"])[2:4]] == [["–", "7", "7", "0"], ["–"] * 4]


def test_forms_are_shown_apart() -> None:
    collection = collected(("Klanten, klant, klant, klánt, overheidsklant, klantmanager, klantschap.",))
    page = word_pages(collection)["woorden/klant.md"]
    tree = html.fromstring(page.split("---", 2)[2])
    names = [each.text_content().strip() for each in tree.xpath("//dt")]
    forms = [" ".join(each.text_content().split()) for each in tree.xpath("//dd")]
    assert dict(zip(names, forms, strict=True)) == {
        "Het woord zelf": "klant 2×, klanten 1×",
        "Anders gespeld": "klánt 1×",
        "Samenstellingen die erop eindigen": "overheidsklant 1×",
        "Samenstellingen met het woord voorop of in het midden": "klantmanager 1×",
        "Afleidingen, niet meegeteld": "klantschap 1×",
    }


def test_every_place_has_its_line_with_a_link() -> None:
    collection = collected(("Geen woord.", "Zo is de klant koning, klant."))
    page = word_pages(collection)["woorden/klant.md"]
    lines = [" ".join(li.text_content().split()) for li in html.fromstring(page.split("---", 2)[2]).xpath("//li")]
    assert lines == ["§ 2 Zo is de klant koning, klant.", "§ 2 Zo is de klant koning, klant."]
    assert page.count('href="../../essays/tekst-0/#p2"') == 2


def test_a_place_in_a_marked_passage_has_its_stance() -> None:
    edition = made()
    config = replace(edition.collection.config, words=("bakker", "brood"))
    page = word_pages(replace(edition.collection, config=config))["woorden/bakker.md"]
    link = r'<a href="../../argumenten/zondag-open/#(zondag-open-\d)" class="wk-stance wk-for" data-of="\1"'
    assert re.search(link + r'(?: data-weight="key")?>voor</a>', page)


def test_many_places_are_folded() -> None:
    few, many = collected(("klant " * 300,)), collected(("klant " * 301,))
    assert "<details" in word_pages(few)["woorden/klant.md"]
    assert " open>" in word_pages(few)["woorden/klant.md"]
    assert " open>" not in word_pages(many)["woorden/klant.md"]


def test_an_author_of_several_texts_has_a_row() -> None:
    collection = collected(("klant " * 300,), ("burger " * 300,))
    author = collection.essays[0].authors[0]
    assert [f"{author} 2 teksten 600 woorden", "500,0", "300", "300", "0"] in rows(
        word_pages(collection)["woorden/klant.md"]
    )


def test_nothing_to_count() -> None:
    assert list(word_pages(collected(words=()))) == ["woorden/index.md", "data/words.json"]
    empty = word_pages(collected())
    assert "Geen van de teksten" in empty["woorden/klant.md"]
    assert json.loads(empty["data/words.json"])["words"][0]["count"] == 0
    assert "<table" not in empty["woorden/index.md"]


def test_the_data_lead_from_word_to_form_to_place() -> None:
    collection = collected(("Een klantmanager, client.",))
    data = json.loads(word_pages(collection)["data/words.json"])
    assert data["words"][0] == {
        "word": "klant",
        "url": "woorden/klant/",
        "count": 1,
        "texts": {"tekst-0": {"count": 1, "share": 333.33}},
        "forms": [
            {"form": "klantmanager", "kind": "modifier", "counted": True, "places": {"tekst-0": [["p1", 4, 16]]}}
        ],
    }
    assert data["texts"] == [{"slug": "tekst-0", "words": 3, "whole": True}]


def test_a_text_in_another_language_says_so() -> None:
    collection: Collection = collected(("The product.",), words=("product",))
    essay = collection.essays[0]
    sidecar = replace(essay.seed.sidecar, language="en")
    english = replace(essay, seed=replace(essay.seed, sidecar=sidecar))
    page = word_pages(replace(collection, essays=(english,)))["woorden/product.md"]
    assert '<article lang="en">' in page


def test_addresses_are_never_shared() -> None:
    words = ["één", "een", "EEN", "index", "Ж", "x" * 60, "x" * 60 + "y"]
    assert len(set(slugs(pack("nl"), words).values())) == len(words)
