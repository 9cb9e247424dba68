"""A text of which the end is not certain stops the build once; once answered, nobody reads what was left out."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.copies import copy_tool, run_here
from tests.essays import ESSAYS

COMMENTS = (
    "\n\nFenna Dijkstra, Dokkum\n★★★★☆\nMijn vader heeft daar met zijn zuurstoffles gezeten tot hij niet meer kon.\n\n"
    "Gerrit Bijlsma, Lemmer\n★☆☆☆☆\nIk ging er elke middag heen met mijn therapeut, en nu zit ik thuis.\n"
)
PRIVATE = ("zuurstoffles", "therapeut", "Fenna", "Bijlsma")
ANSWER = 'ends: "Het levert een uitzicht op dat men niet hoeft te missen."\n'


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tool(tmp_path_factory.mktemp("question"))
    (root / "seeds").mkdir()
    (root / "seeds/collection.yml").write_text("title: Bankjes\nlanguage: nl\n", "utf-8")
    (root / "seeds/1.txt").write_text(ESSAYS["(stuk)"] + COMMENTS, "utf-8")
    return root


@pytest.fixture(scope="module")
def asked(checkout: Path) -> subprocess.CompletedProcess[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        return run_here(checkout, "build")


@pytest.fixture(scope="module")
def answered(checkout: Path, asked: subprocess.CompletedProcess[str]) -> Path:
    (checkout / "seeds/1.yml").write_text(ANSWER, "utf-8")
    done = run_here(checkout, "build")
    assert done.returncode == 0, done.stderr
    assert not any(word in done.stdout + done.stderr for word in PRIVATE)
    return checkout


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            yield path, (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")


def test_the_build_stops_and_shows_the_blocks_and_the_line_to_write(asked: subprocess.CompletedProcess[str]) -> None:
    assert asked.returncode == 1
    assert "seeds/1.txt: where the author's words end is not certain" in asked.stderr
    assert "write in seeds/1.yml: ends:" in asked.stderr
    assert all(word in asked.stderr for word in PRIVATE)
    assert "1 error; nothing was published" in asked.stderr


def test_a_log_that_anyone_may_read_does_not_show_them(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "seeds/1.yml").unlink(missing_ok=True)
    monkeypatch.setenv("CI", "true")
    done = run_here(checkout, "build")
    assert "is not certain" in done.stderr
    assert not any(word in done.stderr for word in PRIVATE)


def test_what_was_left_out_stands_nowhere(answered: Path) -> None:
    found = [
        (path, word)
        for folder in ("docs", "site", ".weerklank")
        for path, text in texts(answered / folder)
        for word in PRIVATE
        if word in text
    ]
    assert found == []


def test_the_essay_is_whole_and_the_account_counts_what_was_left_out(answered: Path) -> None:
    (page,) = (answered / "docs/essays").rglob("*bankje*/index.md")
    assert "niet hoeft te missen" in page.read_text("utf-8")
    (account,) = (answered / "site/verantwoording").glob("*bankje*/index.html")
    assert "bij de reacties van lezers, " in account.read_text("utf-8")


def test_an_answer_that_does_not_fit_stops_the_build(answered: Path) -> None:
    (answered / "seeds/1.yml").write_text('ends: "woorden die er niet staan"\n', "utf-8")
    done = run_here(answered, "build")
    (answered / "seeds/1.yml").write_text(ANSWER, "utf-8")
    assert done.returncode == 1
    assert "seeds/1.yml: 'ends: woorden die er niet staan' does not stand in the text" in done.stderr
    assert not any(word in done.stderr for word in PRIVATE)
