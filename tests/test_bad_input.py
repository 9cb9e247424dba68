"""Bad input in a copy of the checkout: exit 1, every error at once, and site/ as it was."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import copies
from weerklank import cli

Build = Callable[[], str]


@pytest.fixture
def checkout(tmp_path: Path, built: Path) -> Iterator[Path]:
    """A copy of what a build needs, with a last good site."""
    copies.copy_built(tmp_path, built)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good site")
    docs = {p: p.read_bytes() for p in (tmp_path / "docs").rglob("*") if p.is_file()}
    yield tmp_path
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["index.html"]
    assert (tmp_path / "site" / "index.html").read_text() == "the last good site"
    assert {p: p.read_bytes() for p in (tmp_path / "docs").rglob("*") if p.is_file()} == docs


@pytest.fixture
def build(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """The build script in this process, which must refuse; gives what it says."""

    def run() -> str:
        assert cli.main(["-C", str(checkout), "build"]) == 1
        return capsys.readouterr().err

    return run


def new_text(checkout: Path, name: str, text: str) -> None:
    (checkout / "seeds" / name).write_text(text, "utf-8")


ESSAY = "Een titel\n\n1 mei 2020\n\nEen alinea met genoeg woorden om een alinea van een tekst te kunnen zijn.\n"


def first_text(checkout: Path) -> Path:
    return sorted((checkout / "seeds").glob("*.txt"))[0]


def first_argument(checkout: Path) -> Path:
    return sorted((checkout / "seeds" / "arguments").glob("*.md"))[0]


def test_a_changed_seed(checkout: Path, build: Build) -> None:
    seed = first_text(checkout)
    seed.write_bytes(seed.read_bytes() + b"!")
    assert f"seeds/{seed.name}: changed since it was sealed" in build()


def test_a_quote_that_no_longer_matches(checkout: Path, build: Build) -> None:
    argument = first_argument(checkout)
    text = argument.read_text("utf-8")
    at = text.index("quote: ") + 9
    argument.write_text(text[:at] + "qq" + text[at:], "utf-8")
    said = build()
    assert f"seeds/arguments/{argument.name}: passage 1: quote not found in " in said
    assert "nearest (§" in said


def test_a_quote_that_matches_twice(checkout: Path, build: Build) -> None:
    new_text(checkout, "zz.txt", ESSAY.replace("woorden om", "woorden om te lezen en woorden om"))
    argument = checkout / "seeds" / "arguments" / "zz-proef.md"
    entry = '  - {essay: een-titel, stance: for, quote: "woorden om"}'
    argument.write_text(f'---\nclaim: "Woorden zijn er genoeg."\npassages:\n{entry}\n---\nTja.\n', "utf-8")
    assert "zz-proef.md: passage 1: quote found in 2 places of een-titel; tell them apart with" in build()


def test_an_unknown_key_in_a_sidecar(checkout: Path, build: Build) -> None:
    new_text(checkout, "zz.txt", ESSAY)
    new_text(checkout, "zz.yml", "titel: Iets\n")
    said = build()
    assert "seeds/zz.yml" in said
    assert "'title'" in said


def test_invalid_yaml(checkout: Path, build: Build) -> None:
    new_text(checkout, "zz.txt", ESSAY)
    new_text(checkout, "zz.yml", "title: [open\n")
    assert "seeds/zz.yml: line 1, column 8: invalid YAML: a '[' is not closed" in build()


def test_two_texts_with_one_slug(checkout: Path, build: Build) -> None:
    new_text(checkout, "zy.txt", ESSAY)
    new_text(checkout, "zz.txt", ESSAY)
    assert "seeds/zz.txt: would have the page /essays/een-titel/, which seeds/zy.txt has already" in build()


def test_texts_without_a_title_have_no_clash_of_pages(checkout: Path, build: Build) -> None:
    nameless = ESSAY.partition("\n\n")[2].partition("\n\n")[2]
    for name in ("zy.txt", "zz.txt"):
        new_text(checkout, name, nameless)
    said = build()
    assert said.count("no title found") == 2
    assert "would have the page" not in said


def test_a_text_without_a_title_hides_no_misfit_of_another(checkout: Path, build: Build) -> None:
    new_text(checkout, "zy.txt", ESSAY.partition("\n\n")[2].partition("\n\n")[2])
    new_text(checkout, "zz.txt", ESSAY)
    new_text(checkout, "zz.yml", "drop: [dat staat er niet]\n")
    said = build()
    assert "no title found" in said
    assert "seeds/zz.yml: drop" in said


@pytest.mark.parametrize("text", ["", " \n\n\t\n"])
def test_an_empty_seed(checkout: Path, build: Build, text: str) -> None:
    new_text(checkout, "zz.txt", text)
    assert "seeds/zz.txt: " in build()


def test_a_text_that_is_not_utf_8(checkout: Path, build: Build) -> None:
    (checkout / "seeds" / "zz.txt").write_bytes("Eén cliënt\n".encode("cp1252"))
    said = build()
    assert "seeds/zz.txt" in said
    assert "iconv" in said


def test_all_errors_are_listed_at_once(checkout: Path, build: Build) -> None:
    seed = first_text(checkout)
    seed.write_bytes(seed.read_bytes() + b"!")
    new_text(checkout, "zz.txt", "")
    new_text(checkout, "collection.yml", "title: Iets\ntaal: nl\n")
    first_argument(checkout).write_text("---\nclaim: [\n---\n", "utf-8")
    said = build()
    for name in (seed.name, "zz.txt", "collection.yml", first_argument(checkout).name):
        assert f"error: seeds/{name}" in said or f"error: seeds/arguments/{name}" in said
    assert "errors; nothing was published." in said


def test_a_page_of_docs_changed_by_hand(checkout: Path, build: Build) -> None:
    page = sorted((checkout / "docs/argumenten").glob("*/index.md"))[0]
    subprocess.run(["git", "-C", str(checkout), "init", "-q"], check=True)
    subprocess.run(["git", "-C", str(checkout), "add", "docs"], check=True)
    page.write_text(page.read_text("utf-8") + "\nMet de hand erbij.\n", "utf-8")
    said = build()
    page.write_text(page.read_text("utf-8").removesuffix("\nMet de hand erbij.\n"), "utf-8")
    name = page.relative_to(checkout).as_posix()
    assert f"error: {name}: is written by the build, and what was changed in it by hand would be lost" in said


def test_a_lock_that_went_missing(checkout: Path, build: Build) -> None:
    (checkout / "seeds/anchors.lock").unlink()
    assert "seeds/anchors.lock: is missing, and docs/ has texts published with it" in build()
