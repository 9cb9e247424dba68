"""CITATION.cff is valid by its format's schema, and Zenodo is told of nothing that may not be passed on."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.copies import ROOT
from tests.exports.collection import collection as made_of
from tests.hostile.strings import strings
from weerklank.exports.deposit import deposit_files
from weerklank.model import Collection, Sidecar
from weerklank.model.frozen import Changes, FrozenEdition

EDITION = FrozenEdition(3, "2026-05-06", "", "a" * 64, "b" * 64, "0.1.0", Changes(), Changes(), (0, 0, 0))


class _Plain(yaml.SafeLoader):
    """YAML in which a day is a string, as JSON has it."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def valid(text: str) -> dict[str, Any]:
    import jsonschema  # late: see tests/json_schema.py

    schema = json.loads(gzip.decompress((Path(__file__).parent / "cff/schema.json.gz").read_bytes()))
    data: dict[str, Any] = yaml.load(text, _Plain)  # noqa: S506 - a safe loader
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    return data


def collection(words: list[str], site_url: str | None = None) -> Collection:
    made = made_of(words, site_url)
    return replace(made, config=replace(made.config, repository="https://git.example/k"))


def licensed(made: Collection, *basis: str, status: str = "licence") -> Collection:
    bases = basis * len(made.essays) if len(basis) == 1 else basis
    sidecars = [Sidecar(rights_status=status, rights_basis=each) for each in bases]
    essays = zip(made.essays, sidecars, strict=True)
    return replace(made, essays=tuple(replace(e, seed=replace(e.seed, sidecar=s)) for e, s in essays))


def test_the_tool_s_own_is_valid() -> None:
    assert valid((ROOT / "CITATION.cff").read_text("utf-8"))["title"] == "Weerklank"


def test_a_collection_s_is_valid() -> None:
    data = valid(deposit_files(collection(["brood"], "https://k.example/"), EDITION)["CITATION.cff"])
    assert (data["type"], data["version"], data["date-released"]) == ("dataset", "3", "2026-05-06")
    assert (data["authors"], data["url"]) == ([{"name": "brood"}], "https://k.example/")
    assert "license" not in data


def test_no_words_make_it_invalid() -> None:
    for words in strings()[::3]:
        if words.strip() and words.isprintable():
            made = collection(["brood"])
            config = replace(made.config, title=words, description=words, editors=(words,))
            assert valid(deposit_files(replace(made, config=config), EDITION)["CITATION.cff"])["title"] == words


def test_without_editors_or_texts_there_is_nobody_to_cite() -> None:
    made = collection(["brood"])
    assert deposit_files(replace(made, config=replace(made.config, editors=())), EDITION) == {}
    assert deposit_files(replace(made, essays=()), EDITION) == {}


def test_zenodo_hears_of_what_one_licence_covers() -> None:
    files = deposit_files(licensed(collection(["brood", "zout"]), "CC BY-SA 4.0"), EDITION)
    told = json.loads(files[".zenodo.json"])
    assert (told["license"], told["access_right"], told["version"]) == ("cc-by-sa-4.0", "open", "3")
    assert valid(files["CITATION.cff"])["license"] == "CC-BY-SA-4.0"


@pytest.mark.parametrize("basis", [("CC BY 4.0", "CC BY-ND 4.0"), ("CC BY 4.0", "brief van 3 mei"), ("ja", "ja")])
def test_zenodo_hears_of_nothing_else(basis: tuple[str, ...]) -> None:
    made = collection(["brood", "zout"])
    assert set(deposit_files(licensed(made, *basis), EDITION)) == {"CITATION.cff"}
    assert set(deposit_files(licensed(made, "CC BY 4.0", status="permission"), EDITION)) == {"CITATION.cff"}
    quoted = licensed(made, "CC BY 4.0")
    quoted = replace(quoted, essays=tuple(replace(essay, publish="quotes") for essay in quoted.essays))
    assert set(deposit_files(quoted, EDITION)) == {"CITATION.cff"}
