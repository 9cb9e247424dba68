"""The JSON Schemas say what the readers say, as far as a schema can: tried both ways."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.cases import cases
from tests.copies import EXAMPLE, ROOT
from weerklank.collection import argument_files, lesson_files, schemas, sidecar
from weerklank.collection.keys import ARGUMENT, COLLECTION, GLOSS, LESSON, PASSAGE, SIDECAR, STOP
from weerklank.collection.yaml_edit import FRONT_MATTER
from weerklank.collection.yaml_forms import PERSONAL, PUBLISH
from weerklank.model import RELATIONS, STANCES, VOICES
from weerklank.model.errors import InputError


class Core(yaml.SafeLoader):
    """YAML 1.2 as the editors' programs read it: 'no' is a word, and a date is one too."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"-?[0-9]+", list("-0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)

SCHEMAS = {kind: json.loads(schemas.schema(kind)) for kind in schemas.KINDS}
STOPS = SCHEMAS["lesson"]["properties"]["stops"]["items"]
PASSAGES = SCHEMAS["argument"]["properties"]["passages"]["items"]["properties"]


def accepted(kind: str, text: str) -> bool:
    return bool(Draft7Validator(SCHEMAS[kind]).is_valid(yaml.load(text, Loader=Core)))


def front(text: str) -> str:
    match = FRONT_MATTER.match(text)
    return match[2] if match and match[2] else ""


def test_keys_and_words_are_those_of_the_readers() -> None:
    for kind, keys in {"argument": ARGUMENT, "sidecar": SIDECAR, "collection": COLLECTION, "lesson": LESSON}.items():
        Draft7Validator.check_schema(SCHEMAS[kind])
        assert set(SCHEMAS[kind]["properties"]) == set(keys)
    assert set(PASSAGES) == set(argument_files.PASSAGE_KEYS) == set(PASSAGE)
    assert set(STOPS["properties"]) == set(lesson_files.STOP_KEYS) == set(STOP)
    assert set(SCHEMAS["lesson"]["properties"]["gloss"]["items"]["properties"]) == set(GLOSS)
    related = SCHEMAS["argument"]["properties"]["related"]["items"]["properties"]
    rights = SCHEMAS["sidecar"]["properties"]["rights"]["properties"]["status"]
    for found, words in (
        (PASSAGES["stance"], STANCES),
        (PASSAGES["voice"], VOICES),
        (PASSAGES["weight"], argument_files.WEIGHTS),
        (related["type"], RELATIONS),
        (rights, sidecar.RIGHTS),
        (SCHEMAS["sidecar"]["properties"]["publish"], PUBLISH),
        (SCHEMAS["collection"]["properties"]["publish"], PUBLISH),
        (SCHEMAS["sidecar"]["properties"]["personal"], PERSONAL),
    ):
        assert {word for word in found["enum"] if word} == set(words)


@pytest.mark.parametrize("seeds", [EXAMPLE / "seeds", ROOT / "scripts/weerklank/languages/nl/new/seeds"], ids=str)
def test_what_is_published_is_accepted(seeds: Path) -> None:
    for path in [*seeds.glob("*.yml"), *seeds.glob("*/*.md")]:
        kind = path.parent.name.removesuffix("s") if path.suffix == ".md" else "sidecar"
        kind = "collection" if path.name == "collection.yml" else kind
        text = path.read_text().replace("@TITLE@", "Titel")
        assert accepted(kind, front(text) if path.suffix == ".md" else text), path


def _read_sidecar(text: str) -> object:
    return sidecar.read_sidecar(text.encode(), "seeds/a.yml")


def _read_argument(text: str) -> object:
    return argument_files.read_argument(text.encode(), "een-argument", "seeds/arguments/een-argument.md")


def _read_lesson(text: str) -> object:
    return lesson_files.read_lesson(text.encode(), "een-les", "seeds/lessons/een-les.md")


READERS: dict[str, Callable[[str], object]] = {
    "sidecar": _read_sidecar,
    "argument": _read_argument,
    "lesson": _read_lesson,
}


@pytest.mark.parametrize(
    ("kind", "name", "read"),
    [(kind, f"read-{kind}", read) for kind, read in READERS.items()],
)
def test_what_a_reader_accepts_the_schema_accepts(kind: str, name: str, read: Callable[[str], object]) -> None:
    tried = 0
    for title, before, _ in cases(name):
        try:
            read(before)
        except InputError:
            continue
        tried += 1
        assert accepted(kind, before if kind == "sidecar" else front(before)), title
    assert tried > 3


WRONG = [
    ("sidecar", "titel: x"),
    ("sidecar", "authors: Jan Jansen"),
    ("sidecar", "authors: [{groep: x}]"),
    ("sidecar", "date: 14 maart 2016"),
    ("sidecar", "approximate: misschien"),
    ("sidecar", "source: {name: x, link: y}"),
    ("sidecar", "source: {url: 'ftp://x.voorbeeld'}"),
    ("sidecar", "rights: {status: vrij}"),
    ("sidecar", "publish: alles"),
    ("sidecar", "language: Nederlands"),
    ("sidecar", "readings: [{found: x}]"),
    ("sidecar", "comments: veel"),
    ("sidecar", "slug: Een Titel"),
    ("sidecar", "ends: []"),
    ("sidecar", "personal: ja"),
    ("argument", "passages: []"),
    ("argument", "claim: ''"),
    ("argument", "claim: x\npassages: [{essay: a, stance: voor, quote: b}]"),
    ("argument", "claim: x\npassages: [{essay: a, stance: for}]"),
    ("argument", "claim: x\npassages: [{essay: a, stance: for, quote: b, weight: zwaar}]"),
    ("argument", "claim: x\npassages: [{essay: a, stance: for, quote: b, citaat: c}]"),
    ("argument", "claim: x\npassages: [los]"),
    ("argument", "claim: x\npoles: {for: a}"),
    ("argument", "claim: x\nrelated: [{id: a}]"),
    ("argument", "claim: x\nrelated: [{id: a, how: b, type: reden}]"),
    ("argument", "claim: x\nclash: [1, 2, 3]"),
    ("argument", "claim: x\nexamined: a"),
    ("lesson", "minutes: 45"),
    ("lesson", "title: x\nminutes: 0"),
    ("lesson", "title: x\nstops: [{question: y}]"),
    ("lesson", "title: x\nstops: [{essay: a, word: b}]"),
    ("lesson", "title: x\nstops: [{argument: a, from: p1}]"),
    ("lesson", "title: x\nstops: [{essay: a, to: p1}]"),
    ("lesson", "title: x\nstops: [{essay: a, from: 4}]"),
    ("lesson", "title: x\nworksheet: [quiz]"),
    ("lesson", "title: x\ngloss: [{word: a}]"),
]


@pytest.mark.parametrize(("kind", "text"), WRONG, ids=[text[:40] for _, text in WRONG])
def test_what_the_schema_refuses_the_reader_refuses(kind: str, text: str) -> None:
    assert not accepted(kind, text)
    with pytest.raises(InputError):
        READERS[kind](text if kind == "sidecar" else f"---\n{text}\n---\nTekst.\n")


def test_a_file_finds_its_schema(tmp_path: Path) -> None:
    (tmp_path / schemas.FOLDER).mkdir(parents=True)
    schemas.lay_down(tmp_path / schemas.FOLDER)
    for kind, folder in (
        ("collection", "seeds"),
        ("sidecar", "seeds"),
        ("argument", "seeds/arguments"),
        ("lesson", "seeds/lessons"),
    ):
        named = schemas.comment(kind).partition("$schema=")[2].strip()
        assert json.loads((tmp_path / folder).joinpath(named).resolve().read_text()) == SCHEMAS[kind]


def test_the_files_of_a_new_collection_name_their_schemas() -> None:
    seeds = ROOT / "scripts/weerklank/languages/nl/new/seeds"
    assert (seeds / "collection.yml").read_text("utf-8").startswith(schemas.comment("collection"))
    for kind in ("argument", "lesson"):
        for path in (seeds / f"{kind}s").iterdir():
            assert path.read_text("utf-8").startswith("---\n" + schemas.comment(kind))
