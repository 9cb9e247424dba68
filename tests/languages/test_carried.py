"""The data on words are their makers', byte for byte, and say so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from weerklank.languages.carried_data import carried
from weerklank.languages.carried_data import frequency as frequency_in
from weerklank.languages.nl.lexicon import frequency, spelling
from weerklank.release.sbom import read_carried

LANGUAGES = Path(__file__).resolve().parents[2] / "scripts/weerklank/languages"
FOLDERS = sorted(LANGUAGES.glob("*/data"))
PAPERS = {"README.md", "carried.toml", "opentaal-LICENSE.md"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_nothing_was_changed_and_each_file_has_its_source_and_licence(folder: Path) -> None:
    data = read_carried((folder / "carried.toml").read_text("utf-8"))
    for each in data:
        assert hashlib.sha256(carried(folder.parent.name, each.file)).hexdigest() == each.sha256
    assert {path.name for path in folder.iterdir()} - PAPERS == {each.file for each in data}
    said = (folder / "README.md").read_text("utf-8")
    assert all(each.file in said and each.version in said and each.url in said for each in data)


def test_they_are_what_the_cleaner_reads() -> None:
    assert spelling().known("gemeenteraad") and not spelling().known("gemeentteraad")
    assert frequency("de") > frequency("burger") > frequency("gemeentteraad") == 0
    assert frequency_in("de", "und") > frequency_in("de", "Regierung") > 0
