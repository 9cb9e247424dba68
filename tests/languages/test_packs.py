"""A collection is in a language that there is a pack for; a text may be in another, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from weerklank.collection import read_collection, read_seeds
from weerklank.languages.pack import packs
from weerklank.model.errors import InputError


@pytest.mark.parametrize("language", ["de", "fy", "de-AT"])
def test_a_collection_without_a_pack_is_refused(tmp_path: Path, language: str) -> None:
    (tmp_path / "collection.yml").write_text(f"title: Brood\nlanguage: {language}\n", "utf-8")
    with pytest.raises(InputError) as refused:
        read_collection(tmp_path)
    (problem,) = refused.value.problems
    assert f"a collection in '{language}' cannot be built yet: the words of the pages" in problem.what
    assert problem.what.endswith("(line 2)")
    assert problem.remedy.startswith("a collection can be in: en, nl;")


@pytest.mark.parametrize("language", ["nl", "nl-BE", "en", "en-GB"])
def test_a_collection_with_a_pack(tmp_path: Path, language: str) -> None:
    (tmp_path / "collection.yml").write_text(f"title: Brood\nlanguage: {language}\n", "utf-8")
    assert read_collection(tmp_path).language == language


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", ""),
        ("nl-BE", ""),
        ("en", ""),
        ("de", ""),
        ("fr", "seeds/a.yml: language: fr: no rules for menus and comments in this language are known"),
    ],
)
def test_a_text_whose_language_the_cleaner_does_not_know(tmp_path: Path, language: str, told: str) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("Brood\n\nDe bakker sliep, en niemand at die dag brood.\n", "utf-8")
    (folder / "a.yml").write_text(f"language: {language}\n", "utf-8")
    notes = [str(note) for note in read_seeds(folder).notes]
    assert [note.split(";")[0] for note in notes] == ([told] if told else [])


def test_a_folder_with_every_part_is_a_pack() -> None:
    assert [each.code for each in packs()] == ["en", "nl"]
