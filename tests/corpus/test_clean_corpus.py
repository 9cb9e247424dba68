"""A corpus: the same bytes whatever does the work, in whatever order, and however often it was killed."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.copies import ROOT
from tests.corpus.made_corpus import SHARD, files, make_folder, run, text
from tests.made_files import made_docx
from weerklank.corpus import shards, shards_made
from weerklank.corpus.clean_corpus import clean_corpus
from weerklank.corpus.engines import Engine, engine
from weerklank.corpus.shard_file import IN_WORK, STATE
from weerklank.corpus.shards import Shard
from weerklank.model.errors import InputError, MachineError
from weerklank.state.workers import SERIAL, Serial


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SIZE", SHARD)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder of scrapes, and the files that one process makes of it without interruption."""
    folder = make_folder(tmp_path_factory.mktemp("corpus") / "in")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SIZE", SHARD)
        run(folder, folder.parent / "out")
    return folder, files(folder.parent / "out")


def lines(made: dict[str, bytes]) -> list[dict[str, Any]]:
    told = (data for name, data in sorted(made.items()) if name.startswith("records/"))
    return [json.loads(line) for data in told for line in data.decode().splitlines()]


def test_what_is_made(made: tuple[Path, dict[str, bytes]]) -> None:
    records = lines(made[1])
    assert len(made[1]) > 6
    assert {path for record in records for path in (record["path"], *record["also"])} == {
        *(f"{'meer/' if n % 3 else ''}{n:03}{'.html' if n % 6 == 5 else '.txt'}" for n in range(24)),
        "nog-eens.txt",
    }
    assert [record["also"] for record in records if record["also"]] == [["nog-eens.txt"]]
    assert [record["sha256"] for record in records] == sorted(record["sha256"] for record in records)
    failed = [json.loads(line) for line in made[1]["errors.jsonl"].decode().splitlines()]
    assert [each["path"] for each in failed] == ["leeg.txt", "stuk.txt"]
    assert all(each["what"] and each["remedy"] for each in failed)
    assert "seeds" not in made[1]["errors.jsonl"].decode()
    summary = json.loads(made[1]["corpus.json"])
    assert (summary["texts"], summary["failed"], summary["languages"]) == (24, 2, {"nl": 24})
    assert summary["words"] == sum(record["words"] for record in records)


def test_a_listing_in_any_order_and_other_executors(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, wanted = made
    names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.*"), reverse=True)]
    listing = folder / "lijst"
    listing.write_text(
        "\n".join(name for name in names if name.endswith((".txt", ".html")) and name[0] != "."), "utf-8"
    )
    threads = Engine(lambda: ThreadPoolExecutor(3), 3)
    run(listing, tmp_path / "a", threads)
    listing.unlink()
    assert same(files(tmp_path / "a"), wanted)
    run(folder, tmp_path / "b", engine("processes", 2))
    assert same(files(tmp_path / "b"), wanted)


class Killed(BaseException):
    """What ends a run anywhere."""


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 60), max_size=3))
def test_killed_anywhere_it_goes_on(made: tuple[Path, dict[str, bytes]], kills: list[int]) -> None:
    """A run ends at the nth write or renaming of a file: whatever it leaves, the same again gives the same."""
    folder, wanted = made
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        for kill in kills:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(shards, "SIZE", SHARD)
                for name in ("replace", "write_bytes", "write_text"):
                    patch.setattr(Path, name, _until(kill, getattr(Path, name)))
                with suppress(Killed):
                    run(folder, out)
        run(folder, out)
        assert same(files(out), wanted)


def same(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    """Compared here, so that a difference is told of without all that is the same."""
    return one == other


def _until(count: int, do: Callable[..., Any]) -> Callable[..., Any]:
    left = [count]

    def counted(*arguments: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return do(*arguments, **named)

    return counted


@pytest.mark.parametrize("after", [pytest.param(1, marks=pytest.mark.every), 4])
def test_a_killed_process_and_the_same_again(made: tuple[Path, dict[str, bytes]], tmp_path: Path, after: int) -> None:
    """`kill -9` once some files are there."""
    folder, wanted = made
    script = (
        f"import sys; from weerklank.corpus import shards, __main__; shards.SIZE = {SHARD}; sys.exit(__main__.main())"
    )
    command = [sys.executable, "-c", script, str(folder), str(tmp_path), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and len(list((tmp_path / "records").glob("0*"))) < after:
            time.sleep(0.01)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    there = {path: path.stat().st_mtime_ns for path in (tmp_path / "records").glob("0*")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert same(files(tmp_path), wanted)
    assert [path for path, when in there.items() if path.stat().st_mtime_ns == when]


def test_a_worker_that_is_killed(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, wanted = made
    killed: list[int] = []

    def kill_one(words: str) -> None:
        children = multiprocessing.active_children()
        if children and not killed and children[0].pid:
            killed.append(children[0].pid)
            os.kill(children[0].pid, signal.SIGKILL)

    clean_corpus(folder, tmp_path, engine("processes", 2), "jsonl", kill_one)
    assert killed and same(files(tmp_path), wanted)


def test_a_text_that_processes_die_of(tmp_path: Path) -> None:
    """The others are made; it is named. Here a package ends the process that reads a Word file."""
    folder = make_folder(tmp_path / "in", 6)
    (folder / "dodelijk.docx").write_bytes(made_docx("<w:p><w:r><w:t>De brug is dicht.</w:t></w:r></w:p>"))
    (tmp_path / "before").mkdir()
    (tmp_path / "before/mammoth.py").write_text("import os\n\ndef convert_to_html(*a, **k):\n    os._exit(9)\n")
    command = [sys.executable, "-m", "weerklank.corpus", str(folder), str(tmp_path / "out"), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path / 'before'}{os.pathsep}{ROOT / 'scripts'}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = files(tmp_path / "out")
    failed = {each["path"]: each["what"] for each in map(json.loads, found["errors.jsonl"].splitlines())}
    assert set(failed) == {"dodelijk.docx", "leeg.txt", "stuk.txt"} and "died" in failed["dodelijk.docx"]
    assert len(lines(found)) == 6


class Dying(Serial):
    """Its workers die before they read anything."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor())
        return future


def test_workers_that_die_at_once_are_told_of(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="--jobs"):
        run(made[0], tmp_path, Engine(lambda: nullcontext(Dying())))
    run(made[0], tmp_path)
    assert same(files(tmp_path), made[1])


def test_a_text_at_which_workers_go_on_dying(
    made: tuple[Path, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it does no harm alone: after three deaths it is left out, and the rest goes on."""
    starts: list[int] = []
    bad = next(record for record in lines(made[1]) if record["path"] == "003.txt")["sha256"]

    class Fragile(Serial):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            shard, out, deadly = args
            if bad in deadly or all(scrape.sha256 != bad for scrape in shard.scrapes):
                return super().submit(fn, *args, **kwargs)
            (Path(out) / STATE / f"{shard.name}{IN_WORK}").write_text(bad, "ascii")
            return Dying().submit(fn)

    @contextmanager
    def start() -> Iterator[Serial]:
        starts.append(1)
        yield Fragile()

    monkeypatch.setattr(shards_made, "_ends_a_process", lambda scrape: False)
    finished = run(made[0], tmp_path, Engine(start))
    assert (len(starts), finished.texts, finished.failed) == (4, 23, 3)


def test_damage_is_made_anew_and_what_is_whole_is_not(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, wanted = made
    run(folder, tmp_path)
    first, *rest = sorted((tmp_path / "records").iterdir())
    first.write_bytes(first.read_bytes()[:-9])
    before = {path: path.stat().st_mtime_ns for path in rest}
    run(folder, tmp_path)
    assert same(files(tmp_path), wanted)
    assert {path: path.stat().st_mtime_ns for path in rest} == before


def test_a_text_more_changes_one_shard(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder = shutil.copytree(made[0], tmp_path / "in")
    run(folder, tmp_path / "out")
    (folder / "nieuw.txt").write_text(text(77, 2), "utf-8")
    run(folder, tmp_path / "out")
    now = files(tmp_path / "out")
    assert len([name for name in now if name.startswith("records/") and name not in made[1]]) == 1
    assert len(now) in (len(made[1]), len(made[1]) + 1)


def test_no_more_is_held_than_is_in_work() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Shard]:
        for number in range(1_000):
            taken.append(number)
            yield Shard(f"{number}", "jsonl", "", ())

    class Waiting(Serial):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return SERIAL.submit(lambda: args[0].name)

    each = shards_made.shards_made(endless(), Path(), Engine(lambda: nullcontext(Waiting()), 3))
    next(each)
    assert len(taken) == 6


def test_what_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder and no file"):
        run(tmp_path / "niets", tmp_path / "out")
    (tmp_path / "bestand").write_text("a", "utf-8")
    with pytest.raises(InputError, match="is no folder"):
        run(tmp_path, tmp_path / "bestand")
    (tmp_path / "lijst").write_text("weg.txt\nplaat.png\n../over\0.txt\n", "utf-8")
    (tmp_path / "plaat.png").write_bytes(b"\x89PNG")
    finished = run(tmp_path / "lijst", tmp_path / "out")
    assert (finished.texts, finished.failed) == (0, 3)


def test_parquet_holds_the_same(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    from pyarrow import parquet

    run(made[0], tmp_path, form="parquet")
    rows = [row for path in sorted((tmp_path / "records").iterdir()) for row in parquet.read_table(path).to_pylist()]
    counted = ("asides", "masked", "ledger", "counts")
    assert [{**row, **{name: dict(row[name]) for name in counted}} for row in rows] == lines(made[1])


def test_what_does_not_fit_one_site_is_said(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    finished = run(made[0], tmp_path)
    assert len(list(finished.told())) == 1
    finished.texts = 2_500
    assert "make 3 collections or more" in list(finished.told())[-1]
