"""Every pack that speaks to readers is whole: each word, address, page, reason and file of the reference language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from weerklank import cli
from weerklank.build.new_collection import new_files
from weerklank.clean.web.residue import plain
from weerklank.languages import PARTS, known, lacks, missing
from weerklank.languages import pack as packs
from weerklank.languages.pack import REFERENCE, PackError, pack
from weerklank.languages.rule_words import NAME, rules_in, untold
from weerklank.languages.rules import Rule
from weerklank.pages.own_pages import own_pages

HERE = Path(packs.__file__).parent
WHOLE = [each.code for each in packs.packs()]
OTHERS = [code for code in WHOLE if code != REFERENCE]


def test_a_pack_has_every_part() -> None:
    begun = [code for code in known() if (HERE / code / "interface.toml").is_file()]
    told = [f"languages/{code}: lacks {part.path.format(code)}: {part.what}" for code in begun for part in lacks(
        code, "readers", "texts"
    )]  # fmt: skip
    assert told == []
    assert set(begun) == set(WHOLE) and REFERENCE in WHOLE


@pytest.mark.parametrize("code", OTHERS)
def test_what_a_pack_lacks_is_told_by_file_and_key(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (REFERENCE, code):
        for file in ("interface.toml", "addresses.toml"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / file).write_text((HERE / name / file).read_text("utf-8"), "utf-8")
    words = tmp_path / code / "interface.toml"
    words.write_text(re.sub(r"(?m)^close = .*\n", "", words.read_text("utf-8"), count=1), "utf-8")
    monkeypatch.setattr(packs, "_HERE", tmp_path)
    with pytest.raises(PackError, match=f"^languages/{code}/interface.toml: lacks [a-z]+.close$"):
        pack.__wrapped__(code)


@pytest.mark.parametrize("code", OTHERS)
def test_a_pack_has_words_for_every_rule(code: str) -> None:
    table: dict[str, Any] = tomllib.loads((HERE / code / NAME).read_text("utf-8"))
    assert [f"languages/{code}/{NAME}: lacks [{name}]" for name in untold(code)] == []
    assert sorted(set(table) - set(rules_in(code))) == []
    told = list(rules_in(code).values())
    assert [each.name for each in told if not re.fullmatch(r"(?s)[A-Z].{15,160}\.", each.reason)] == []
    assert [each.name for each in told if not re.fullmatch(r"[a-zA-Z].{2,70}[^.]", each.label)] == []
    assert [each.name for each in told if not (each.change or each.keeps)] == []


def residue() -> Iterator[tuple[str, Rule]]:
    for code in OTHERS:
        yield from ((code, each) for each in rules_in(code).values() if not each.change)


@pytest.mark.parametrize(
    ("code", "rule"), list(residue()), ids=lambda each: each if isinstance(each, str) else each.name
)
def test_examples_are_what_the_rule_does(code: str, rule: Rule) -> None:
    pattern = re.compile(rule.pattern)
    assert [line for line in rule.removes if not pattern.fullmatch(plain(line))] == []
    assert [line for line in rule.keeps if pattern.fullmatch(plain(line))] == []


@pytest.mark.parametrize("code", OTHERS)
def test_its_pages_are_as_many_and_name_every_key(code: str) -> None:
    ours, theirs = own_pages(pack(REFERENCE)), own_pages(pack(code))
    assert len(theirs) == len(ours)
    handbooks = [
        next(text for name, text in pages.items() if "| `index_unlicensed` |" in text) for pages in (ours, theirs)
    ]
    rows = [set(re.findall(r"^\| (`.*?`) \|", text, re.M)) for text in handbooks]
    assert rows[0] == rows[1]


def _kinds(files: dict[str, str]) -> list[str]:
    """The names of files, of texts and arguments without their own words."""
    return sorted(re.sub(r"[^/]+(?=\.(?:txt|md)$)", "*", name) for name in files)


@pytest.mark.parametrize("code", OTHERS)
def test_its_pages_have_the_same_licences_and_settings(code: str) -> None:
    for holds, row in (
        ("| babel |", r"^\| ([a-z0-9][\w.-]*) \| ([^|]*) \|[^|]*\|$"),  # packages and their licences
        ("server_name", r"^ +(.*(?:Content-Security|Permissions-Policy|Cross-Origin|gzip_types).*)$"),
    ):
        pages = (own_pages(pack(each)).values() for each in (REFERENCE, code))
        ours, theirs = (re.findall(row, next(text for text in each if holds in text), re.M) for each in pages)
        heads = sum("licen" in str(each) for each in ours[:20])  # of the tables
        assert len(ours) == len(theirs) > 5 and len(set(ours) - set(theirs)) <= heads


@pytest.mark.parametrize("code", OTHERS)
def test_an_example_lies_in_a_new_collection(code: str) -> None:
    ours, theirs = new_files(REFERENCE, "Proef"), new_files(code, "Trial")
    assert _kinds(ours) == _kinds(theirs)
    assert f"language: {code}" in theirs["mkdocs.yml"] and f"language: {code}" in theirs["seeds/collection.yml"]
    assert not [name for name, text in theirs.items() if re.search("@[A-Z]+@", text)]


def test_a_language_without_an_interface_is_told_what_it_lacks() -> None:
    assert len(missing("de")) >= 5
    assert {part.what for part in PARTS if part.serves != "scans"} == set(missing("fr"))
    assert missing("../nl") and missing("") and missing("n.l")


def test_the_command_lists_what_each_pack_serves(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["languages"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^en  English: a collection's pages; texts, cleaned and searched", said, re.M)
    assert re.search(r"^de  German: texts, cleaned and searched", said, re.M)
    assert re.search(r"^    not a collection's pages: lacks the words of the pages", said, re.M)
