"""Annotations made elsewhere become passages; what has no argument or no one place is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from weerklank.build.debate import read_debate
from weerklank.cli import main
from weerklank.collection import read_arguments
from weerklank.desk.import_annotations import import_annotations, read_annotations
from weerklank.exports.annotations import annotations_jsonld
from weerklank.model import Collection
from weerklank.model.errors import InputError

TEXT = "de-straat-is-geen-garage"
WORDS = "Natuurlijk zijn er mensen die niet zonder kunnen"


def hypothesis(exact: str, tags: list[str], **more: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": exact, **more}
    selectors = [{"type": "TextPositionSelector", "start": 3, "end": 9}, quote]
    page = f"https://lezen.voorbeeld/essays/{TEXT}/"
    return {"uri": page, "tags": tags, "text": "Zo staat het er.", "target": [{"source": page, "selector": selectors}]}


def recogito(exact: str, tags: list[str], **more: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": exact, **more}
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    body.append({"type": "TextualBody", "purpose": "commenting", "value": "Zo staat het er."})
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": body,
        "target": {"selector": [quote]},
    }


FORMS = [hypothesis, recogito]
WRAPPED: list[Callable[[list[Any]], Any]] = [
    lambda items: items,
    lambda items: {"rows": items, "total": len(items)},
    lambda items: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": items}},
]


@pytest.mark.parametrize("wrap", WRAPPED)
@pytest.mark.parametrize("form", FORMS)
def test_an_annotation_becomes_a_passage(
    form: Callable[..., Any], wrap: Callable[[list[Any]], Any], seeds: Path, whole: Collection
) -> None:
    items = [form(WORDS, ["plein-maakt-buren", "Tegen"]), form(WORDS, []), form("Dit schreef niemand.", ["x"])]
    done = import_annotations(seeds, whole, read_annotations(json.dumps(wrap(items)).encode(), "a.json"))
    entry = next(a for a in read_arguments(seeds) if a.id == "plein-maakt-buren").entries[-1]
    assert (entry.essay, entry.quote, entry.stance, entry.note) == (TEXT, WORDS, "against", "Zo staat het er.")
    assert [len(done.written), len(done.without_argument), done.not_found] == [1, 1, ("“Dit schreef niemand.”",)]
    assert WORDS in done.without_argument[0] and TEXT in done.without_argument[0]


def test_what_the_site_exports_is_there_already(seeds: Path, whole: Collection) -> None:
    before = {path: path.read_bytes() for path in seeds.rglob("*.md")}
    done = import_annotations(seeds, whole, read_annotations(annotations_jsonld(whole).encode(), "a.jsonld"))
    assert (done.known, done.written, done.without_argument) == (len(whole.passages), (), ())
    assert {path: path.read_bytes() for path in seeds.rglob("*.md")} == before


def test_words_that_stand_in_several_places_are_told_apart_by_what_is_around(whole: Collection, seeds: Path) -> None:
    unit = next(u for u in whole.by_slug[TEXT].units if u.text.count(" de ") > 1)
    at = unit.text.rindex(" de ") + 1
    item = hypothesis("de", ["plein-maakt-buren"], prefix=unit.text[:at][-30:], suffix=unit.text[at + 2 :][:30])
    done = import_annotations(seeds, whole, read_annotations(json.dumps([item]).encode(), "a.json"))
    assert len(done.written) == 1
    found = read_debate(seeds.parent).argument("plein-maakt-buren").passages
    assert (unit.id, at) in [(p.unit, p.start) for p in found if p.essay == TEXT]
    bare = read_annotations(json.dumps([hypothesis("de", ["plein-maakt-buren"])]).encode(), "a.json")
    assert import_annotations(seeds, whole, bare).not_found == ("“de”",)


@pytest.mark.parametrize("data", [b"\xff", b"{", b"[]", b'{"target": {}}', b'[{"target": [3, null]}]', b"[" * 5000])
def test_a_file_without_annotations_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match="a.json"):
        read_annotations(data, "a.json")


def test_the_command(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps([recogito(WORDS, ["plein-maakt-buren"])]))
    assert main(["-C", str(seeds), "import", str(tmp_path / "a.json")]) == 0
    assert "1 written:\n  seeds/arguments/plein-maakt-buren.md" in capsys.readouterr().err
    assert main(["-C", str(seeds), "import", str(tmp_path / "weg.json")]) == 1
