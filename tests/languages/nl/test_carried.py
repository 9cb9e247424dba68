"""The data on Dutch words are their makers', byte for byte, and say so."""

from __future__ import annotations

import hashlib
from pathlib import Path

from weerklank.languages.nl.lexicon import carried, frequency, spelling
from weerklank.release.sbom import read_carried

FOLDER = Path(__file__).resolve().parents[3] / "scripts/weerklank/languages/nl/data"
CARRIED = read_carried((FOLDER / "carried.toml").read_text("utf-8"))
PAPERS = {"README.md", "carried.toml", "opentaal-LICENSE.md"}


def test_nothing_was_changed() -> None:
    for each in CARRIED:
        assert hashlib.sha256(carried(each.file)).hexdigest() == each.sha256


def test_each_file_has_its_source_and_licence() -> None:
    assert {path.name for path in FOLDER.iterdir()} == PAPERS | {each.file for each in CARRIED}
    said = (FOLDER / "README.md").read_text("utf-8")
    assert all(each.file in said and each.version in said and each.url in said for each in CARRIED)


def test_they_are_what_the_cleaner_reads() -> None:
    assert spelling().known("gemeenteraad") and not spelling().known("gemeentteraad")
    assert frequency("de") > frequency("burger") > frequency("gemeentteraad") == 0
