"""A page sees no more than the key by which it is kept: it is the page that the whole collection gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.copies import EXAMPLE
from weerklank.build.inputs import read
from weerklank.exports import annotations as web_annotations
from weerklank.exports import argdown, data_files
from weerklank.exports.tei import tei
from weerklank.markup import long_lists
from weerklank.markup.long_lists import Part
from weerklank.model import STANCES, Collection, Essay, Passage, Stance
from weerklank.model.loss import EVERYTHING
from weerklank.pages import argument, arguments_index, authors, citation, clashes, data, essay, overview
from weerklank.pages.account import accounts_index, rules_page
from weerklank.pages.lessons import lessons_index
from weerklank.pages.made_of import MadeOf
from weerklank.pages.word_pages import word_page, word_pages, words_index
from weerklank.pages.word_pages.words_data import words_json
from weerklank.pictures.facts import order_of
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


class _Whole(MadeOf):
    """Lets each page of a list see the whole collection."""

    def part(self, part: Part[Essay], whole: Collection, write: Callable[..., str], *beside: object) -> dict[str, str]:
        return {part.name: write(part, whole, *beside)}


class _Noting(MadeOf):
    """Notes which pages of lists are written."""

    def __init__(self, collection: Collection, kept: Kept) -> None:
        super().__init__(collection, kept)
        self.written: list[str] = []

    def part(self, part: Part[Essay], whole: Collection, write: Callable[..., str], *beside: object) -> dict[str, str]:
        def noted(part: Part[Essay], seen: Collection, *beside: object) -> str:
            self.written.append(part.name)
            return write(part, seen, *beside)

        return super().part(part, whole, noted, *beside)


def _lists(collection: Collection, made_of: MadeOf) -> dict[str, str]:
    """The lists of texts that tell something of each."""
    seen = made_of.unargued
    found = essay.index(collection, made_of) | accounts_index.overview(seen, made_of)
    return found | lessons_index.pages(seen, made_of=made_of) | word_pages(collection, made_of=made_of)


def test_each_page_of_a_list_is_that_of_the_whole_collection(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    made = _lists(example, MadeOf(example))
    assert made == _lists(example, _Whole(example))
    assert sum(long_lists.list_of(example.say, name) != "" for name in made) > len(example.essays)


def test_a_changed_text_makes_anew_only_the_pages_of_lists_that_show_it(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    kept, last = Kept(), example.essays[-1]
    _lists(example, MadeOf(example, kept))
    again = _Noting(example, kept)
    _lists(example, again)
    assert again.written == []
    units = tuple(replace(unit, text=f"{unit.text} Ook.") for unit in last.units)
    changed = replace(example, essays=(*example.essays[:-1], replace(last, units=units)))
    made_of = _Noting(changed, kept)
    _lists(changed, made_of)
    shown = {p.name for p in long_lists.by_year(example.say, "essays/index.md", example.essays) if last in p.entries}
    assert {n for n in made_of.written if n.startswith("essays/jaar/")} == shown
    assert "verantwoording/index.md" in made_of.written


def _with_stance(collection: Collection, passage: Passage, stance: Stance) -> Collection:
    said = (
        replace(a, passages=tuple(replace(p, stance=stance) if p is passage else p for p in a.passages))
        for a in collection.arguments
    )
    return replace(collection, arguments=tuple(said))


def test_a_changed_stance_makes_anew_only_the_part_of_the_timeline_that_shows_it(
    example: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "MOST", 1)
    tried = ((p, _with_stance(example, p, s)) for p in example.passages.values() for s in STANCES if s != p.stance)
    passage, changed = next((p, c) for p, c in tried if order_of(c) == order_of(example))
    kept = Kept()
    before = overview.pages(example, MadeOf(example, kept))
    drawn: list[str] = []

    def noted(*given: Any, **named: Any) -> str:
        drawn.append(named["part"].name)
        return page(*given, **named)

    page = overview.page
    monkeypatch.setattr(overview, "page", noted)
    after = overview.pages(changed, MadeOf(changed, kept))
    own = [name for name in before if before[name] != after[name]]
    assert drawn == [name for name in before if name in own or name == "overzicht/index.md"]
    assert len(own) == 2 < len(before)


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
