"""The bill of materials: every package of the lock, once, with its hashes, in a form that CycloneDX itself accepts."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from weerklank.model.errors import InputError
from weerklank.release.dist import make_bill
from weerklank.release.sbom import bill_of_materials, installed_licences, read_lock

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.txt").read_text("utf-8")


def test_it_is_valid_and_whole() -> None:
    text = bill_of_materials(read_lock(LOCK), installed_licences())
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    packages = [c["name"] + "==" + c["version"] for c in bill["components"]]
    assert sorted(packages) == sorted(re.findall(r"^([\w.-]+==[\w.]+)", LOCK, re.M))
    hashes = [h["content"] for c in bill["components"] for h in c["hashes"]]
    assert sorted(hashes) == sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", LOCK))
    refs = {c["bom-ref"] for c in bill["components"]} | {"weerklank"}
    assert {d["ref"] for d in bill["dependencies"]} == refs
    reached, todo = set(), ["weerklank"]
    asks = {d["ref"]: d.get("dependsOn", []) for d in bill["dependencies"]}
    assert set().union(*asks.values()) <= refs
    while todo:
        if (ref := todo.pop()) not in reached:
            reached.add(ref)
            todo += asks[ref]
    assert reached == refs  # nothing is locked that nobody asks for
    said = {c["name"]: c.get("licenses") for c in bill["components"]}
    assert said["mkdocs-material"] == [{"license": {"id": "MIT"}}]
    assert bill["metadata"]["component"]["name"] == "weerklank"


def test_the_data_that_are_carried_are_in_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    text = make_bill(tmp_path).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    data = {c["name"]: c for c in json.loads(text)["components"] if c["type"] == "data"}
    assert data["wordfreq (large_nl.msgpack.gz)"]["licenses"] == [{"license": {"id": "CC-BY-SA-4.0"}}]
    assert all(len(each["hashes"]) == 1 and each["version"] for each in data.values())


def test_the_same_bytes_and_licences_only_where_known() -> None:
    packages = read_lock(LOCK)
    assert bill_of_materials(packages, {}) == bill_of_materials(read_lock(LOCK), {})
    assert "licenses" not in json.loads(bill_of_materials(packages, {}))["components"][0]
    licences = {"a": ["MIT License"], "b": ["MIT", "BSD License"], "c": ["Apache-2.0 AND CNRI-Python"]}
    lock = "a==1\n    # via weerklank\nb==2 ; sys_platform == 'win32'\n    # via a\nc==3\n    # via weerklank\n"
    text = bill_of_materials(read_lock(lock), licences)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    one, two, three = json.loads(text)["components"]
    assert one["licenses"] == [{"license": {"name": "MIT License"}}]
    assert [each["license"]["name"] for each in two["licenses"]] == ["BSD License", "MIT"]
    assert three["licenses"] == [{"expression": "Apache-2.0 AND CNRI-Python"}]
    assert two["properties"][0]["value"] == "sys_platform == 'win32'"


def test_what_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a line of a lock: 'git"):
        read_lock("a==1\ngit+https://voorbeeld.nl/a\n")
    (tmp_path / "requirements.txt").write_text("a>=1\n")
    with pytest.raises(InputError, match="not a line of a lock"):
        make_bill(tmp_path)


def test_it_is_written(tmp_path: Path) -> None:
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    path = make_bill(tmp_path)
    assert path == tmp_path / "dist/weerklank-sbom.cdx.json"
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert json.loads(path.read_text("utf-8"))["specVersion"] == "1.6"
