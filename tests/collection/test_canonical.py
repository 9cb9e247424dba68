"""The canonical form says the same, says it one way, and keeps what it cannot write better."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from tests.collection.test_yaml_edit import documents
from tests.copies import EXAMPLE
from weerklank.cli import main
from weerklank.collection import read_arguments
from weerklank.collection.canonical import canonical
from weerklank.collection.keys import ARGUMENT, SIDECAR


def data(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@given(documents())
def test_it_says_the_same_with_every_comment_and_is_its_own_canonical_form(text: str) -> None:
    made = canonical(text, ARGUMENT)
    assert data(made) == data(text)
    assert sorted(c.strip() for c in made.split("\n") if c.strip().startswith("#")) == sorted(
        c.strip() for c in text.split("\n") if c.strip().startswith("#")
    )
    assert made.count("# uitleg") == text.count("# uitleg")
    assert canonical(made, ARGUMENT) == made
    keys = [key for key in ARGUMENT if key in data(made)]
    assert [key for key in data(made) if key in keys] == keys


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Een twee\n", 'title: "Een twee"\n'),
        ("title: 'zo''n'\nslug: \"a-b\"\n", 'slug: a-b\ntitle: "zo\'n"\n'),
        ("approximate: yes\nprinted: \"false\"\n", "approximate: true\nprinted: false\n"),
        ("title:\t'Een twee'\nslug: a\n", 'slug: a\ntitle: "Een twee"\n'),
        ("authors:\n- Jan Jansen\n", 'authors: ["Jan Jansen"]\n'),
        ("authors:\n- Jan Jansen # zelf\n- Piet\n", 'authors:\n- "Jan Jansen" # zelf\n- Piet\n'),
        ("note: >\n  Een lange\n  noot.\n", "note: >\n  Een lange\n  noot.\n"),
        ("source: {url: 'https://a.voorbeeld', name: B}\n", 'source: {name: B, url: "https://a.voorbeeld"}\n'),
        ("title: a\n\n# van de kaft\nslug: b\n", "# van de kaft\nslug: b\ntitle: a\n\n"),
    ],
)  # fmt: skip
def test_one_way(before: str, after: str) -> None:
    assert canonical(before, SIDECAR) == after


def test_the_command_writes_only_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = Path(shutil.copytree(EXAMPLE / "seeds", tmp_path / "seeds"))
    said = read_arguments(seeds)
    assert main(["-C", str(tmp_path), "fmt", "--check"]) == 1
    assert "seeds/arguments/eerst-vragen.md: is not in canonical form" in capsys.readouterr().err
    assert main(["-C", str(tmp_path), "fmt"]) == 0
    assert read_arguments(seeds) == said
    assert main(["-C", str(tmp_path), "fmt", "--check"]) == 0
    path = seeds / "arguments/eerst-vragen.md"
    path.write_text(path.read_text().replace("stance: for", "stance: voor", 1))
    assert main(["-C", str(tmp_path), "fmt"]) == 1
    assert "for 'voor' write for" in capsys.readouterr().err
