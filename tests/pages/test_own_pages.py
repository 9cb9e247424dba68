"""The pages that come with a language: written by the build, unless the collection has one of its own."""

from __future__ import annotations

from pathlib import Path

from tests.copies import write_docs
from tests.pages.collection import SLEEPER
from weerklank.build.docs_folder import drift
from weerklank.build.inputs import read
from weerklank.collection.keys import ARGUMENT, COLLECTION, PASSAGE, SIDECAR
from weerklank.languages.pack import pack
from weerklank.pages.own_pages import own_pages


def test_every_page_says_how_to_make_it_ones_own() -> None:
    pages = own_pages(pack("nl"))
    assert {"over.md", "zoeken.md", "rechten.md", "toegankelijkheid.md", "beheer/index.md"} <= pages.keys()
    assert all("\ngenerated: 'Deze pagina hoort bij Weerklank." in text for text in pages.values())


def test_the_handbook_has_every_key() -> None:
    handbook = own_pages(pack("nl"))["beheer/redactie.md"]
    keys = {*COLLECTION, *SIDECAR, *ARGUMENT, *PASSAGE}
    assert [key for key in sorted(keys) if f"`{key}`" not in handbook] == []


def test_a_page_by_hand_stays_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "seeds/arguments").mkdir(parents=True)
    (tmp_path / "seeds/a.txt").write_text(SLEEPER, "utf-8")
    (tmp_path / "seeds/collection.yml").write_text("title: Brood\nlanguage: nl\n", "utf-8")
    (tmp_path / "docs").mkdir()
    by_hand = "---\ntitle: Over ons\n---\n\n# Over ons\n"
    (tmp_path / "docs/over.md").write_text(by_hand, "utf-8")
    write_docs(tmp_path, read(tmp_path).edition)
    assert (tmp_path / "docs/over.md").read_text("utf-8") == by_hand
    assert "# Zoeken" in (tmp_path / "docs/zoeken.md").read_text("utf-8")
    assert drift(tmp_path, read(tmp_path).edition) == []
    (tmp_path / "docs/zoeken.md").write_text((tmp_path / "docs/zoeken.md").read_text("utf-8") + "\nMeer.\n", "utf-8")
    assert [p.where for p in drift(tmp_path, read(tmp_path).edition)] == ["docs/zoeken.md"]
