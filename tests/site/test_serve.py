"""The live preview: edits show, and mistakes do not end it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.site.checkout import DOCUMENTS, ROOT, make_checkout, write
from weerklank.model.errors import InputError, Problem
from weerklank.site import SearchDocument
from weerklank.site.serve import Preview

PAGE = "---\ntitle: Auteurs\n---\n\n{}\n"


def test_refresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_checkout(tmp_path / "checkout")
    words = "eerst"

    def regenerate(rendered: Path) -> Sequence[SearchDocument]:
        if words == "fout":
            raise InputError([Problem("seeds/x.txt", "is empty")])
        write(root / "docs/auteurs/index.md", PAGE.format(words))
        shutil.copytree(root / "docs", rendered, dirs_exist_ok=True)
        return DOCUMENTS

    preview = Preview(root, tmp_path / "site", regenerate)
    page = tmp_path / "site/auteurs/index.html"
    preview.refresh()
    assert "eerst" in page.read_text()
    assert "Content-Security-Policy" not in page.read_text()  # it would refuse the reload script
    time.sleep(0.01)
    words = "[nergens](nergens.md)"
    preview.refresh()
    assert "nergens" in page.read_text()
    words = "fout"
    preview.refresh()
    assert "seeds/x.txt: is empty" in capsys.readouterr().err
    assert len(list((tmp_path / "site/pagefind").glob("*.pf_meta"))) == 1


SERVE = """
import shutil, sys, pathlib
from weerklank.site.serve import serve
from tests.site.checkout import DOCUMENTS
root = pathlib.Path(sys.argv[1])
def regenerate(rendered):
    words = (root / "seeds/a.txt").read_text()
    (root / "docs/auteurs/index.md").write_text(f"---\\ntitle: Auteurs\\n---\\n\\n{words}\\n")
    shutil.copytree(root / "docs", rendered, dirs_exist_ok=True)
    return DOCUMENTS
serve(root, regenerate, port=int(sys.argv[2]))
"""


def test_an_edit_in_seeds_shows(tmp_path: Path) -> None:
    root = make_checkout(tmp_path / "checkout")
    write(root / "seeds/a.txt", "eerst")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(root), str(port)], env=environment)
    try:
        _wait_for(port, "eerst")
        _answers_its_own_readers_only(port)
        write(root / "seeds/a.txt", "later")
        _wait_for(port, "later")
    finally:
        server.terminate()
        server.wait()


def _ask(port: int, path: str, method: str = "GET", host: str | None = None) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    return answer, answer.read()


def _answers_its_own_readers_only(port: int) -> None:
    page, body = _ask(port, "/auteurs/")
    policy = page.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([\w-]+)'", policy)
    assert nonce and body.count(f'<script nonce="{nonce[1]}">'.encode()) == 1
    assert "'unsafe-inline'" not in policy and "frame-ancestors 'self'" in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert _ask(port, "/auteurs/", host=f"localhost:{port}")[0].status == 200
    for host in ("kwaad.voorbeeld", f"kwaad.voorbeeld:{port}", "127.0.0.1", f"127.0.0.1:{port}.kwaad.voorbeeld"):
        refused, body = _ask(port, "/auteurs/", host=host)
        assert (refused.status, b"eerst" in body) == (421, False)
    for method in ("POST", "PUT", "DELETE", "TRACE", "OPTIONS", "BREW"):
        assert _ask(port, "/auteurs/", method)[0].status == 405
    head, body = _ask(port, "/auteurs/", "HEAD")
    assert (head.status, body) == (200, b"")
    for path in ("/%00", "/auteurs/%00", f"/livereload/{'9' * 5000}/1", "/../../etc/passwd", f"/{'x' * 3000}"):
        assert _ask(port, path)[0].status == 404, path


def _wait_for(port: int, words: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/auteurs/", timeout=2) as answer:
                if re.search(rf"\b{words}\b", answer.read().decode()):
                    return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"'{words}' did not show")
