"""Dask does the work: two workers in processes of their own, one of them killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest
from distributed import LocalCluster

from tests.corpus.made_corpus import SHARD, files, make_folder, run
from weerklank.corpus import shards
from weerklank.corpus.clean_corpus import clean_corpus
from weerklank.corpus.engines import engine


def test_the_same_bytes_also_where_a_worker_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SIZE", SHARD)
    folder = make_folder(tmp_path / "in")
    killed: list[int | None] = []
    run(folder, tmp_path / "serial")

    def kill_one(words: str) -> None:
        for child in multiprocessing.active_children() if not killed else ():
            killed.append(child.pid)
            os.kill(child.pid or 0, signal.SIGKILL)
            break

    clean_corpus(folder, tmp_path / "dask", engine("dask", 2), "jsonl", kill_one)
    assert killed and files(tmp_path / "dask") == files(tmp_path / "serial")


def test_a_cluster_that_runs_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SIZE", SHARD)
    folder = make_folder(tmp_path / "in", 6)
    run(folder, tmp_path / "serial")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster:  # type: ignore[no-untyped-call]
        run(folder, tmp_path / "dask", engine("dask", 2, cluster.scheduler_address))
    assert files(tmp_path / "dask") == files(tmp_path / "serial")
