"""What is kept is given again for the same inputs only, and never where it is not what was laid down."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.clean import clean
from weerklank.model import Block, Cleaned, Sidecar
from weerklank.state import kept as module
from weerklank.state.kept import FILE, NOTHING_KEPT, Kept, keeping
from weerklank.state.records import dump, load
from weerklank.state.safe_writing import remove


class Maker:
    """Makes the same bytes, and counts how often."""

    def __init__(self, data: bytes = b"brood") -> None:
        self.data, self.count = data, 0

    def __call__(self) -> bytes:
        self.count += 1
        return self.data


def asked(
    root: Path, make: Callable[[], bytes], inputs: str = "a", kind: str = "x", write: bool = True, whole: bool = True
) -> bytes:
    with keeping(root, write, whole) as kept:
        return kept(kind, inputs, make)


def test_it_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    assert asked(tmp_path, make) == asked(tmp_path, make) == b"brood"
    assert make.count == 1
    asked(tmp_path, make, kind="y")
    asked(tmp_path, make, "b")
    assert make.count == 3


def test_another_tool_makes_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    asked(tmp_path, make)
    monkeypatch.setattr(module, "tool", lambda: "a newer one")
    asked(tmp_path, make)
    assert make.count == 2


def test_a_whole_run_leaves_only_what_it_used(tmp_path: Path) -> None:
    make = Maker()
    asked(tmp_path, make, "a")
    asked(tmp_path, make, "of another kind", kind="y")
    asked(tmp_path, make, "b", whole=False)
    asked(tmp_path, make, "b")
    with keeping(tmp_path, write=False) as kept:
        there = [kept.found(*entry) is not None for entry in (("x", "a"), ("x", "b"), ("y", "of another kind"))]
        assert there == [False, True, True]


def test_the_file_gets_smaller_with_what_it_holds(tmp_path: Path) -> None:
    with keeping(tmp_path) as kept:
        for number in range(50):
            kept("x", str(number), lambda: os.urandom(20_000))
    most = (tmp_path / FILE).stat().st_size
    asked(tmp_path, Maker(), "x")
    assert most > 1_000_000 and (tmp_path / FILE).stat().st_size < most / 10


def test_words_lie_there_compressed(tmp_path: Path) -> None:
    words = b"Een zin die steeds wordt herhaald. " * 20_000
    assert asked(tmp_path, Maker(words)) == asked(tmp_path, Maker(b"")) == words
    assert (tmp_path / FILE).stat().st_size < len(words) / 5


def test_a_run_that_failed_keeps_what_it_made_and_takes_nothing_away(tmp_path: Path) -> None:
    make = Maker()
    asked(tmp_path, make, "a")
    with pytest.raises(ValueError, match="wrong"), keeping(tmp_path) as kept:
        kept("x", "b", make)
        raise ValueError("wrong")
    with keeping(tmp_path, write=False) as kept:
        assert kept.found("x", "a") and kept.found("x", "b")


def test_what_only_reads_writes_nothing(tmp_path: Path) -> None:
    asked(tmp_path, Maker(), write=False)
    assert not (tmp_path / ".weerklank").exists()


def test_nobody_reads_it_who_lacks_what_it_follows_from(tmp_path: Path) -> None:
    with keeping(tmp_path) as kept:
        assert kept("x", "Een scrape", lambda: b"wat een lezer schreef") == b"wat een lezer schreef"
    data = (tmp_path / FILE).read_bytes()
    assert b"lezer" not in data and b"scrape" not in data
    with keeping(tmp_path, write=False) as kept:
        assert kept.found("x", "Een scrape") == b"wat een lezer schreef"


def damaged(root: Path) -> list[Callable[[], object]]:
    """Ways to damage the store: not a database, cut off, an entry's bytes, one in another's place, other tables."""
    path = root / FILE

    def run(*statements: str) -> None:
        with closing(sqlite3.connect(path)) as store, store:
            for each in statements:
                store.execute(each)

    def replaced(by: Callable[[Path], object]) -> None:
        remove(path)
        by(path)

    secret = root / "geheim"
    secret.write_bytes(b"Niet om te lezen.")
    return [
        lambda: path.write_bytes(b""),
        lambda: path.write_bytes(b"geen databank" * 999),
        lambda: path.write_bytes(path.read_bytes()[:5000]),
        lambda: run("UPDATE kept SET data = zeroblob(length(data))"),
        lambda: run("UPDATE kept SET data = 'kwaad'"),
        lambda: run("UPDATE kept SET data = NULL"),
        lambda: run("UPDATE kept SET (seal, data) = (SELECT seal, data FROM kept WHERE kind = 'other')"),
        lambda: run("DROP TABLE kept", "CREATE TABLE kept (brood)"),
        lambda: run("DROP TABLE kept", "CREATE VIEW kept AS SELECT 1 AS key, 1 AS kind, 1 AS seal, 1 AS data"),
        lambda: replaced(lambda p: p.mkdir()),
        lambda: replaced(lambda p: p.symlink_to(secret)),
        lambda: replaced(lambda p: p.symlink_to(p)),
    ]


@pytest.mark.parametrize("way", range(12))
def test_damage_is_made_good(tmp_path: Path, way: int) -> None:
    make = Maker()
    asked(tmp_path, make)
    asked(tmp_path, Maker(b"kwaad"), kind="other")
    damaged(tmp_path)[way]()
    assert asked(tmp_path, make) == b"brood"
    assert asked(tmp_path, make) == b"brood"
    assert make.count == 2
    assert (tmp_path / "geheim").read_bytes() == b"Niet om te lezen."


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "brood").touch()
    make = Maker()
    with keeping(tmp_path / "brood") as kept:  # no folder
        assert kept("x", "a", make) == b"brood"
    assert NOTHING_KEPT("x", "a", make) == NOTHING_KEPT("x", "a", make) == b"brood"
    assert make.count == 3


def test_another_command_that_writes_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    asked(tmp_path, Maker())
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert asked(tmp_path, Maker(b"vers"), "b") == b"vers"
    make = Maker()
    asked(tmp_path, make)
    assert make.count == 0


@dataclass(frozen=True)
class Tree:
    name: str | None
    pairs: tuple[tuple[int, str], ...] = ()
    trees: tuple[Tree, ...] = ()
    known: dict[str, tuple[int, ...]] | None = None


words = st.none() | st.text(st.characters(exclude_categories=[]), max_size=4)
pairs = st.lists(st.tuples(st.integers(), st.text(max_size=3)), max_size=3).map(tuple)
known = st.none() | st.dictionaries(st.text(max_size=2), st.lists(st.integers(), max_size=2).map(tuple), max_size=2)
trees = st.recursive(
    st.builds(Tree, words, pairs),
    lambda inner: st.builds(Tree, words, pairs, st.lists(inner, max_size=3).map(tuple), known),
    max_leaves=6,
)


@given(trees)
def test_a_record_comes_back(tree: Tree) -> None:
    assert load(Tree, dump(tree)) == tree


def test_a_cleaned_text_comes_back() -> None:
    cleaned = clean("De brug\n\nDoor Anna Bos\n\n> Een brug.\n\nDe brug is dicht, en dat is jam-\nmer.\n\nReageer\n")
    assert load(Cleaned, dump(cleaned)) == cleaned
    assert load(Sidecar, dump(Sidecar(slug="brug", readings=(("a", "b"),)))) == Sidecar("brug", readings=(("a", "b"),))


def test_another_record_is_refused() -> None:
    with pytest.raises(ValueError, match="Block has 4 fields"):
        load(Block, b'["paragraph","brood"]')


def test_one_run_finds_what_it_made(tmp_path: Path) -> None:
    make = Maker()
    with keeping(tmp_path) as kept:
        kept("x", "a", make)
        kept("x", "a", make)
    assert make.count == 1
    assert isinstance(kept, Kept)
