"""Several processes build what one builds: the same bytes, the same errors, and the last good site when stopped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.build.test_full_and_incremental import files, made
from tests.copies import EXAMPLE, settings
from weerklank import clean
from weerklank.build import checkout
from weerklank.model.errors import InputError
from weerklank.model.loss import EVERYTHING
from weerklank.state import ahead
from weerklank.state.workers import Serial

PAGE = "<html><head><title>De sluis</title></head><body><article><h1>De sluis</h1>{}</article></body></html>"
BODY = "<p>De sluis is dicht, en wie naar de overkant moet, wacht tot de avond valt.</p>" * 3


@pytest.fixture(autouse=True)
def _anything_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH", 0.0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")


class Watched(Serial):
    """Says that it works at two tasks, does them here, and remembers which."""

    jobs = 2

    def __init__(self, instead: Callable[[], object] | None = None) -> None:
        self.done: set[str] = set()
        self._instead = instead

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        assert isinstance(fn, partial)
        self.done.add(fn.args[0].__name__ if fn.args and callable(fn.args[0]) else fn.func.__name__)
        return super().submit(self._instead) if self._instead else super().submit(fn, *args, **kwargs)


def working(monkeypatch: pytest.MonkeyPatch, executor: Executor) -> None:
    """Have builds work with this Executor."""

    @contextmanager
    def given(jobs: int) -> Iterator[Executor]:
        yield executor

    monkeypatch.setattr(checkout, "processes", given)


def build(root: Path, jobs: int = 2) -> dict[str, bytes]:
    checkout.build(root, EVERYTHING, quiet=True, jobs=jobs)
    return files(root)


def with_pages(root: Path) -> Path:
    """A collection with two web pages among its texts."""
    for number in (1, 2):
        (root / f"seeds/p{number}.html").write_text(PAGE.format(BODY.replace("avond", f"avond {number}")), "utf-8")
        (root / f"seeds/p{number}.yml").write_text(f"slug: pagina-{number}\n", "utf-8")
    return root


def same(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.mark.parametrize("most", [2, pytest.param(3, marks=pytest.mark.every)])
def test_the_same_bytes_with_one_and_with_several(tmp_path: Path, most: int) -> None:
    built = []
    for jobs in (1, most):
        root = tmp_path / str(jobs)
        shutil.copytree(EXAMPLE / "seeds", root / "seeds")
        (root / "docs").mkdir()
        settings(root)
        (root / "requirements.txt").write_text("", "utf-8")
        built.append(build(root, jobs))
    assert len(built[0]) > 100
    assert same(*built) == []


def test_all_that_takes_long_is_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build(with_pages(made(tmp_path / "a")), 1)
    workers = Watched()
    working(monkeypatch, workers)
    assert same(build(with_pages(made(tmp_path / "b"))), alone) == []
    assert workers.done == {"_read", "_cleaned", "_together", "_found", "_text_pdf", "_share", "picture", "_record"}


def test_nothing_is_handed_out_where_there_is_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    workers = Watched()
    working(monkeypatch, workers)
    build(with_pages(made(tmp_path / "a")))
    assert workers.done == set()


@pytest.mark.parametrize("error", [BrokenExecutor, ValueError, MemoryError])
def test_workers_that_fail_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail() -> object:
        raise error

    alone = build(made(tmp_path / "a"), 1)
    working(monkeypatch, Watched(fail if error is BrokenExecutor else None))
    if error is not BrokenExecutor:
        monkeypatch.setattr(ahead, "_tried", lambda make, given: None)
    assert same(build(made(tmp_path / "b")), alone) == []


def test_a_fault_is_told_of_as_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a page that holds no text, and a text on which the cleaner itself fails."""
    root = with_pages(made(tmp_path / "a"))
    (root / "seeds/p2.html").write_text("<html><head><title>De sluis</title></head><body></body></html>", "utf-8")
    with pytest.raises(InputError) as one:
        build(root, 1)
    with pytest.raises(InputError) as two:
        build(root, 2)
    assert str(two.value) == str(one.value) and "seeds/p2.html" in str(one.value)
    (root / "seeds/p2.html").write_text(PAGE.format(BODY), "utf-8")
    clean_seed = clean.clean_seed
    monkeypatch.setattr(clean, "clean_seed", lambda seed: clean_seed(seed) if seed.stem != "b" else 1 / 0)
    working(monkeypatch, Watched())
    with pytest.raises(InputError, match="seeds/b.txt: Weerklank itself fails on it"):
        build(root)


def test_an_interruption_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> object:
        raise KeyboardInterrupt

    root = made(tmp_path / "a")
    before = build(root, 1)
    (root / "seeds/c.txt").write_text("De molen\n\nDoor Piet Bos\n\nEen molen maalt graan tot meel.\n", "utf-8")
    (root / "seeds/d.txt").write_text("De mol\n\nDoor Piet Bos\n\nEen mol graaft een gang tot de sloot.\n", "utf-8")
    working(monkeypatch, Watched(stop))
    with pytest.raises(KeyboardInterrupt):
        build(root)
    assert same(files(root), before) == []
