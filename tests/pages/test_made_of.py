"""A page sees no more than the key by which it is kept: it is the page that the whole collection gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from weerklank.build.inputs import read
from weerklank.exports import annotations as web_annotations
from weerklank.exports import argdown, data_files
from weerklank.exports.tei import tei
from weerklank.markup import long_lists
from weerklank.model import Collection
from weerklank.model.loss import EVERYTHING
from weerklank.pages import argument, arguments_index, authors, citation, clashes, data, essay, overview
from weerklank.pages.account import accounts_index, rules_page
from weerklank.pages.lessons import lessons_index
from weerklank.pages.made_of import MadeOf
from weerklank.pages.word_pages import word_page, words_index
from weerklank.pages.word_pages.words_data import words_json
from weerklank.state.kept import Kept
from weerklank.words.count import count


@pytest.fixture(scope="module")
def example() -> Collection:
    return read(Path(EXAMPLE), EVERYTHING).edition.collection


def test_the_page_of_a_text_is_that_of_the_whole_collection(example: Collection) -> None:
    made_of = MadeOf(example)
    for number, each in enumerate(example.essays):
        seen, place = made_of.reader(each)
        assert essay.page(each, place, seen) == essay.page(each, number, example), each.slug
    assert len(example.essays) > 3


def test_what_is_told_of_a_text_alone_is_what_the_whole_collection_tells(example: Collection) -> None:
    made_of = MadeOf(example)
    for each in example.essays:
        seen = made_of.text(each)
        assert data.essay_json(each, seen) == data.essay_json(each, example)
        assert next(tei.files(seen))[1] == dict(tei.files(example))[f"{tei.FOLDER}/{each.slug}.xml"]


def test_the_parts_of_long_lists_are_those_of_the_whole_collection(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    made_of = MadeOf(example)
    for item in example.arguments:
        assert argument.pages(item, made_of.argument(item)) == argument.pages(item, example), item.id
    seen = overview.pages(example, made_of)
    parts = long_lists.by_year(example.say, "overzicht/index.md", example.essays)
    assert seen == {part.name: overview.page(example, part) for part in parts}


def test_the_pages_of_arguments_and_authors_are_those_of_the_whole_collection(example: Collection) -> None:
    made_of = MadeOf(example)
    for item in example.arguments:
        assert argument.page(item, made_of.argument(item)) == argument.page(item, example), item.id
    for author in authors.authors(example):
        own = {essay.slug for essay in author.essays}
        said = (replace(a, passages=tuple(p for p in a.passages if p.essay in own)) for a in example.arguments)
        whole = replace(example, essays=author.essays, arguments=tuple(said))
        assert authors.page(author.name, made_of.texts(e.slug for e in author.essays)) == authors.page(
            author.name, whole
        ), author.name


@pytest.mark.parametrize(
    ("page", "outlined"),
    [
        (arguments_index.page, False),
        (arguments_index.matrix_csv, False),
        (overview.page, False),
        (clashes.page, False),
        (authors.index, False),
        (argdown.arguments_argdown, False),
        (web_annotations.annotations_jsonld, True),
    ],
)
def test_a_list_is_that_of_the_whole_collection(
    example: Collection, page: Callable[[Collection], object], outlined: bool
) -> None:
    made_of = MadeOf(example)
    seen = replace(made_of.listed(outlined), dated=example.dated if outlined else None)
    assert page(seen) == page(example)


@pytest.mark.parametrize(
    "page",
    [
        accounts_index.overview,
        rules_page.page,
        partial(data_files.page, ["feed.xml", "data/collection.json"]),
        lambda seen: words_index.pages(seen, count(seen)),
        lessons_index.pages,
        lambda seen: words_json(seen, count(seen)),
    ],
)
def test_a_page_of_texts_alone_is_that_of_the_whole_collection(
    example: Collection, page: Callable[[Collection], object]
) -> None:
    assert page(MadeOf(example).unargued) == page(example)


def test_citations_are_those_of_the_whole_collection(example: Collection) -> None:
    assert citation.files(replace(MadeOf(example).listed(), arguments=())) == citation.files(example)


def test_a_word_is_told_of_without_arguments_but_for_its_places(example: Collection) -> None:
    counted = count(example)
    told = [word_page.of_text(each, counted, example) for each in example.essays]
    for word in counted.words:
        alone = word_page.pages(word, "woorden/a.md", MadeOf(example).unargued, counted, told)
        assert alone == word_page.pages(word, "woorden/a.md", example, counted, told)
    assert counted.words


def test_pages_of_the_same_sources_are_told_apart_by_their_names(example: Collection) -> None:
    made_of = MadeOf(example, Kept())
    seen = made_of.texts(example.by_slug)
    assert [made_of.page(name, seen, partial(_named, name)) for name in "abab"] == ["a", "b", "a", "b"]


def _named(name: str, seen: Collection) -> str:
    return name


def test_a_changed_word_makes_what_shows_it_and_nothing_else(example: Collection) -> None:
    """The text's own page, and those of arguments that quote the paragraph; no list."""
    made: list[str] = []
    kept = Kept()

    def pages(collection: Collection) -> list[str]:
        made.clear()
        made_of = MadeOf(collection, kept)
        for each in collection.essays:
            made_of.page(each.slug, made_of.text(each), partial(_made, each.slug))
        for item in collection.arguments:
            made_of.page(item.id, made_of.argument(item), partial(_made, item.id))
        made_of.page("list", made_of.listed(), partial(_made, "list"))
        return list(made)

    def _made(name: str, seen: Collection) -> str:
        made.append(name)
        return name

    quoted = {p.unit: p.argument for p in example.passages.values() if p.essay == example.essays[0].slug}
    first = example.essays[0]
    marked = next(u for u in first.units if u.id in quoted)
    units = tuple(replace(u, text=f"{u.text} Ook.") if u is marked else u for u in first.units)
    changed = replace(example, essays=(replace(first, units=units), *example.essays[1:]))
    assert len(pages(example)) == len(example.essays) + len(example.arguments) + 1
    assert pages(example) == []
    again = pages(changed)
    naming = [a.id for a in example.arguments if any(p.essay == first.slug for p in a.passages)]
    assert again == [first.slug, *naming]
