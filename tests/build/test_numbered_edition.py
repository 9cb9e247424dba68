"""An edition is frozen in a real git repository, named by citations, and had again from it, byte for byte."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.copies import ROOT, build, copy_built, run_here
from tests.pages.collection import BAKE, OPEN, SEEDS, made
from weerklank.build.settle import merged_days
from weerklank.collection import editions
from weerklank.collection.freezing import freeze, hashes
from weerklank.model.frozen import FrozenEdition

DAY, LATER = "2026-03-04", "2026-05-06"
HASHED = ("a" * 64, "b" * 64)


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    known = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A"}
    known |= {"GIT_COMMITTER_EMAIL": "a@b.example", "PYTHONPATH": str(root / "scripts")}
    return subprocess.run(command, cwd=root, env={**os.environ, **known}, capture_output=True, text=True, check=False)


def weerklank(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_here(root, *arguments)


def commit(root: Path) -> None:
    for command in (("add", "-A"), ("commit", "-q", "-m", "x")):
        done = run(root, "git", *command)
        assert done.returncode == 0, done.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def root(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with edition 1 of the example, its site kept aside, and a text that changed since."""
    root = copy_built(tmp_path_factory.mktemp("frozen"), built)
    (root / "scripts/weerklank").unlink()
    shutil.copytree(ROOT / "scripts/weerklank", root / "scripts/weerklank")  # git is to have the tool too
    (root / ".gitignore").write_text("/site/\n/.weerklank/\n__pycache__/\n/kept/\n/again\n", "utf-8")
    run(root, "git", "init", "-q", "-b", "main")
    commit(root)
    done = weerklank(root, "edition", "--name", "Voor het congres")
    assert done.returncode == 0, done.stderr
    assert (done := run_here(root, "build", "--quiet")).returncode == 0, done.stderr
    commit(root)
    again = weerklank(root, "edition")
    (root / "again").write_text(f"{again.returncode} {again.stderr}", "utf-8")
    shutil.copytree(root / "site", root / "kept")
    text = root / "seeds/003-brief.yml"
    text.write_text(text.read_text("utf-8") + "note: 'Later gevonden.'\n", "utf-8")
    assert (done := run_here(root, "build", "--quiet")).returncode == 0, done.stderr
    commit(root)
    return root


def test_an_edition_is_had_again_byte_for_byte(root: Path, tmp_path: Path) -> None:
    assert contents(root / "site") != contents(root / "kept")
    done = weerklank(root, "edition", "--restore", "1", str(tmp_path / "een"))
    assert done.returncode == 0, done.stderr
    assert build(tmp_path / "een", "--quiet").returncode == 0
    first, again = contents(root / "kept"), contents(tmp_path / "een/site")
    assert first.keys() == again.keys()
    assert [name for name, data in first.items() if again[name] != data] == []


def test_citations_name_it_as_long_as_the_text_is_the_same(root: Path) -> None:
    data = json.loads((root / "site/data/collection.csl.json").read_text("utf-8"))
    year = json.loads((root / "seeds/editions.lock").read_text("utf-8"))["editions"][0]["day"][:4]
    numbered = {item["id"]: f"editie 1, {year}" in item.get("archive", "") for item in data}
    assert numbered.pop("brief-aan-de-wethouder") is False
    assert numbered.pop("de-bus-die-niet-komt") is False, "what is only listed was not read here"
    assert set(numbered.values()) == {True}


def test_the_page_of_editions_tells_what_came(root: Path) -> None:
    page = (root / "site/edities/index.html").read_text("utf-8")
    assert "Editie 1" in page
    assert "Voor het congres" in page
    assert "Nieuw: 6 teksten" in page


def test_the_same_state_is_not_frozen_twice(root: Path) -> None:
    said = (root / "again").read_text("utf-8")
    assert said.startswith("1 ")
    assert "nothing changed since edition 1" in said


def test_docs_must_be_what_the_seeds_give(root: Path) -> None:
    text = root / "seeds/003-brief.yml"
    before = text.read_text("utf-8")
    text.write_text(before.replace("Later", "Nog later"), "utf-8")
    done = weerklank(root, "edition")
    text.write_text(before, "utf-8")
    assert done.returncode == 1
    assert "make site" in done.stderr


@pytest.mark.parametrize("number", ["7", "0", "x"])
def test_an_edition_that_never_was(root: Path, tmp_path: Path, number: str) -> None:
    done = weerklank(root, "edition", "--restore", number, str(tmp_path / "x"))
    assert done.returncode == 1
    assert "no commit" in done.stderr
    assert not (tmp_path / "x").exists()


def test_an_edition_does_not_go_into_the_checkout(root: Path) -> None:
    done = weerklank(root, "edition", "--restore", "1", str(root / "een"))
    assert done.returncode == 1
    assert "outside" in done.stderr
    assert not (root / "een").exists()


def frozen_lock() -> tuple[editions.Lock, FrozenEdition]:
    edition = made()
    _, lock = editions.dated(edition.collection, editions.Lock(), DAY)
    return freeze(lock, edition.collection, DAY, "", HASHED, "0.1.0 x")


def test_what_changed_since_the_last_edition() -> None:
    lock, first = frozen_lock()
    assert (first.number, len(first.texts.added), len(first.claims.added)) == (1, 2, 2)
    assert editions.load(editions.dump(lock)) == lock
    changed = replace(SEEDS[1], text=SEEDS[1].text.replace("Zo hoort het.", "Zo hoort het eigenlijk."))
    whole = made(BAKE, OPEN, seeds=(SEEDS[0], changed)).collection
    now = replace(whole, arguments=tuple(each for each in whole.arguments if each.id == OPEN.id))
    collection, later = editions.dated(now, lock, LATER)
    assert {essay.slug: bool(essay.edition) for essay in collection.essays} == {
        "brood-op-zondag": True,
        "laat-de-bakker-slapen": False,
    }
    assert editions.load(editions.dump(later)) == later
    _, second = freeze(later, collection, LATER, "", HASHED, "0.1.0 x")
    assert (second.number, second.texts.added, second.texts.changed, second.texts.removed) == (2, (), ("b_slaper",), ())
    assert second.claims.removed == (BAKE.id,)
    assert second.passages == (0, 0, len(BAKE.entries))


def test_a_text_that_was_taken_down_keeps_no_digest() -> None:
    lock, _ = frozen_lock()
    whole = made().collection
    collection = replace(whole, essays=whole.essays[:1], arguments=())
    stem = SEEDS[1].stem
    _, later = editions.dated(collection, lock, LATER, {stem})
    assert {later.texts[stem].digest, later.texts[stem].frozen} == {"-"}
    gone = set(lock.passages) - set(collection.passages)
    assert {later.passages[own].digest for own in gone} == {"-"}


def test_two_branches_keep_the_edition_of_the_side_that_has_it() -> None:
    lock, edition = frozen_lock()
    plain = replace(lock, editions=(), texts={n: replace(e, frozen="") for n, e in lock.texts.items()})
    for one, other in ((plain, lock), (lock, plain)):
        assert merged_days(one, other).editions == (edition,)
        assert merged_days(one, other).texts == lock.texts


def test_a_passage_has_its_days_where_they_are_known() -> None:
    collection, lock = editions.dated(made().collection, editions.Lock(), DAY)
    assert {(p.created, p.modified) for p in collection.passages.values()} == {(DAY, DAY)}
    noted = replace(OPEN, entries=(replace(OPEN.entries[0], note="Zie daar."), *OPEN.entries[1:]))
    later, _ = editions.dated(made(BAKE, noted).collection, lock, LATER)
    days = {p.quote: (p.created, p.modified) for p in later.passages.values()}
    assert days.pop(OPEN.entries[0].quote) == (DAY, LATER)
    assert set(days.values()) == {(DAY, DAY)}


def test_a_passage_older_than_what_the_lock_knows_has_no_day() -> None:
    _, lock = editions.dated(made().collection, editions.Lock(), DAY)
    changed = replace(lock.arguments[OPEN.id], updated=LATER)
    older = replace(lock, passages={}, arguments={**lock.arguments, OPEN.id: changed})
    collection, kept = editions.dated(made().collection, older, LATER)
    for passage in collection.passages.values():
        assert (passage.created, passage.modified) == (("", "") if passage.argument == OPEN.id else (DAY, DAY))
    assert editions.load(editions.dump(kept)) == kept


def test_the_hashes_are_of_all_but_the_locks(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/example/seeds", tmp_path / "seeds")
    before = hashes(tmp_path / "seeds")
    (tmp_path / "seeds/editions.lock").write_text("{}", "utf-8")
    assert hashes(tmp_path / "seeds") == before
    (tmp_path / "seeds/arguments/x.md").write_text("x", "utf-8")
    now = hashes(tmp_path / "seeds")
    assert (now[0] == before[0], now[1] == before[1]) == (True, False)
