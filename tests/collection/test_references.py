"""What names a text or an argument follows it, and goes with it; every other line stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from weerklank.collection.references import read_files, renamed, without
from weerklank.model.errors import InputError

BREAD = """---
# over brood
claim: "Brood is rond."
related: [{id: soep, how: "warmer"}, {id: soep-2, how: "ook warm"}]
passages:
  - {essay: de-kade, stance: for, quote: "Brood."}   # de kade
  - essay: de-brug
    stance: against
    quote: "de-kade"
  - {essay: de-kade-2, stance: nuance, quote: "Rond."}
clash: [[1, 2], [brood-4, 3]]
examined: [de-brug, de-kade]
---
Zie [de kade](../essays/de-kade.md) en [soep](soep.md), of [hier](#brood-1), [daar](#brood-10) en [soep 2](soep-2.md).
"""
FILES = {
    "arguments/brood.md": BREAD,
    "arguments/soep.md": '---\nclaim: "Soep."\nwas: [bouillon]\n---\nSoep.\n',
    "collection.yml": "title: de-kade\nquestions:\n  - {id: soep, title: Soep, arguments: [soep]}\n"
    "  - {id: eten, title: Eten, arguments: [brood, soep-2]}\n",
    "000-kade.yml": "slug: de-kade\nexamined: [brood, soep]\n",
    "takedown.txt": "# de-kade\nde-kade#p3\nde-kade\nde-kade-2\n",
}


def changed(after: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The lines that differ, by file."""
    found = {}
    for name, text in after.items():
        pairs = zip(FILES.get(name, "").splitlines(), text.splitlines(), strict=False)
        if rows := [(old, new) for old, new in pairs if old != new]:
            found[name] = rows
    return found


def test_a_text_gets_another_slug() -> None:
    found = changed(renamed(FILES, "text", "de-kade", "aan-de-kade"))
    assert {name: [new for _, new in rows] for name, rows in found.items()} == {
        "arguments/brood.md": [
            '  - {essay: aan-de-kade, stance: for, quote: "Brood."}   # de kade',
            "examined: [de-brug, aan-de-kade]",
            BREAD.splitlines()[-1].replace("essays/de-kade.md", "essays/aan-de-kade.md"),
        ],
        "takedown.txt": ["aan-de-kade#p3", "aan-de-kade"],
    }


def test_an_argument_gets_another_id() -> None:
    after = renamed(FILES, "argument", "soep", "warme-soep")
    assert "arguments/soep.md" not in after
    assert after["arguments/warme-soep.md"].startswith('---\nclaim: "Soep."\nwas: [bouillon, soep]\n')
    assert "{id: warme-soep, how:" in after["arguments/brood.md"] and "{id: soep-2, how:" in after["arguments/brood.md"]
    assert "[soep](warme-soep.md)" in after["arguments/brood.md"] and "(soep-2.md)" in after["arguments/brood.md"]
    assert "{id: soep, title: Soep, arguments: [warme-soep]}" in after["collection.yml"]
    assert after["000-kade.yml"] == "slug: de-kade\nexamined: [brood, warme-soep]\n"
    assert after["takedown.txt"] == FILES["takedown.txt"]


def test_a_text_goes() -> None:
    after = without(FILES, "text", "de-kade", ["brood-1"])
    text = after["arguments/brood.md"]
    assert "essay: de-kade," not in text and "essay: de-kade-2" in text and 'quote: "de-kade"' in text
    assert "examined: [de-brug]" in text
    assert "Zie de kade en [soep](soep.md), of hier, [daar](#brood-10)" in text
    clash = text.partition("clash:")[2].partition("examined")[0].split()
    assert "".join(clash) in ("[[brood-4,2]]", "-[brood-4,2]")
    assert text.startswith(BREAD[: BREAD.index("passages")])


def test_an_argument_goes() -> None:
    after = without(FILES, "argument", "soep", ["soep-1"])
    assert "arguments/soep.md" not in after
    assert after["collection.yml"] == "title: de-kade\nquestions:\n" + FILES["collection.yml"].splitlines()[-1] + "\n"
    assert 'related: [{id: soep-2, how: "ook warm"}]' in after["arguments/brood.md"]
    assert "en soep, of [hier](#brood-1)" in after["arguments/brood.md"]
    assert after["000-kade.yml"] == "slug: de-kade\nexamined: [brood]\n"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds/arguments").mkdir(parents=True)
    for name, text in FILES.items():
        (tmp_path / "seeds" / name).write_text(text)
    assert read_files(tmp_path / "seeds") == FILES
    (tmp_path / "seeds/arguments/brood.md").write_text(BREAD.replace('"Brood is rond."', '"Brood'))
    with pytest.raises(InputError, match=r"seeds/arguments/brood\.md: cannot be read"):
        read_files(tmp_path / "seeds")


LESSON = """---
title: "Aan het water"
stops:
  - {essay: de-kade, from: p1, question: "Wat staat er?"}   # de kade
  - {argument: soep}
  - {clash: soep}
  - {word: soep}
task: "Lees de-kade."
---
Zie [de kade](../essays/de-kade.md#p1) en [soep](../argumenten/soep.md).
"""


def test_the_stops_of_a_lesson_follow_a_name_and_go_with_it() -> None:
    files = {**FILES, "lessons/water.md": LESSON}
    text = renamed(files, "text", "de-kade", "aan-de-kade")["lessons/water.md"]
    assert text == LESSON.replace("{essay: de-kade,", "{essay: aan-de-kade,").replace("/de-kade.md", "/aan-de-kade.md")
    claim = renamed(files, "argument", "soep", "warme-soep")["lessons/water.md"]
    assert [row for row in claim.splitlines() if "warme-soep" in row] == [
        "  - {argument: warme-soep}",
        "  - {clash: warme-soep}",
        "Zie [de kade](../essays/de-kade.md#p1) en [soep](../argumenten/warme-soep.md).",
    ]
    assert "{word: soep}" in claim
    left = without(files, "argument", "soep", [])["lessons/water.md"]
    assert "soep}" not in left.replace("{word: soep}", "")
    assert "en soep." in left
