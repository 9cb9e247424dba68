"""Lists of a large collection are light: what would fill them is told in short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from weerklank.build.every_file import pages
from weerklank.build.inputs import read
from weerklank.exports import data_files
from weerklank.model import Collection
from weerklank.model.loss import EVERYTHING
from weerklank.pages.lessons import lessons_index
from weerklank.pages.word_pages import word_page, word_pages


@pytest.fixture(scope="module")
def example() -> Collection:
    return read(Path(EXAMPLE), EVERYTHING).edition.collection


def test_rare_words_without_their_places(example: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lessons_index.page(example)
    monkeypatch.setattr(lessons_index, "_MANY", 1)
    brief = lessons_index.page(example)
    rare = re.findall(r"<li(?: lang=\"\w+\")?>([^ <]+) <span class=\"wk-counts\">", whole)
    said = re.findall(r"<dd[^>]*>(.*)</dd>", brief)
    assert len(rare) > 3 and ", ".join(said).split(", ") == rare
    assert "#p" in whole and "#p" not in brief and "waarin ze staan" not in brief


def test_files_by_their_names(example: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    names = list(pages(example))
    assert "tei/" in (whole := data_files.page(names, example)) and "<li>" in whole
    monkeypatch.setattr(data_files, "_MANY", 1)
    light = data_files.page(names, example)
    assert "<li>" not in light and "tei/…" in light and f"{len(example.essays)} bestanden; elk heet als" in light
    assert set(re.findall(r'href="([^"]+)"', light)) < set(re.findall(r'href="([^"]+)"', whole))


def test_texts_without_a_word_are_counted(example: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = word_pages(example)
    monkeypatch.setattr(word_page, "_MANY", 1)
    light = word_pages(example)
    rows = re.compile(r"<tr><th scope=\"row\"><a .*?</tr>")
    name = next(name for name in whole if "<td>0</td><td>0</td><td>0</td>" in whole[name] and "wk-kwic" in whole[name])
    unused = [row for row in rows.findall(whole[name]) if "<td>0</td><td>0</td><td>0</td>" in row]
    assert [row for row in rows.findall(whole[name]) if row not in unused] == rows.findall(light[name])
    told = f"Niet in deze tabel: {example.say('count.texts', n=len(unused))} waarin het woord niet staat."
    assert told in light[name] and "Niet in deze tabel" not in whole[name]
