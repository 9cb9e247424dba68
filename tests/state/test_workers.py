"""Processes that work: there when there is work, gone with whoever started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.copies import ROOT
from weerklank.state.workers import SERIAL, processes, width


def test_one_job_is_this_process() -> None:
    with processes(1) as workers:
        assert workers is SERIAL and width(workers) == 1
        assert workers.submit(os.getpid).result() == os.getpid()
        assert isinstance(workers.submit(int, "een").exception(), ValueError)


def test_none_starts_before_there_is_work() -> None:
    before = multiprocessing.active_children()
    with processes(3) as workers:
        assert width(workers) == 3
        assert multiprocessing.active_children() == before


def test_they_are_others_and_end_with_the_block() -> None:
    before = set(multiprocessing.active_children())
    with processes(2) as workers:
        assert os.getpid() not in set(workers.map(os.getppid, [])) | {workers.submit(os.getpid).result()}
    assert set(multiprocessing.active_children()) <= before


def test_they_end_with_an_interruption() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(KeyboardInterrupt), processes(2) as workers:
        workers.submit(time.sleep, 600)
        raise KeyboardInterrupt
    for child in set(multiprocessing.active_children()) - before:
        child.join()
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_they_end_where_their_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import os, time\nfrom weerklank.state.workers import processes\nif __name__ == '__main__':\n"
        "    with processes(2) as workers:\n        print(workers.submit(os.getpid).result(), flush=True)\n"
        "        workers.submit(time.sleep, 100_000).result()\n"
    )
    (tmp_path / "parent.py").write_text(script, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, str(tmp_path / "parent.py")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        assert parent.stdout.readline()
        parent.send_signal(signal.SIGKILL)
        assert parent.stdout.read() == ""  # until the last that has it open is gone: parent and workers
