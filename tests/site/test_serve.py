"""The live preview: edits show, and mistakes do not end it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from tests.site.checkout import DOCUMENTS, ROOT, make_checkout, write
from weerklank.model.errors import InputError, Problem
from weerklank.site import SearchDocument
from weerklank.site.own_requests import LONGEST_BODY, TOKEN_HEADER, refusal
from weerklank.site.serve import Preview

PAGE = "---\ntitle: Auteurs\n---\n\n{}\n"


class Desk:
    """A desk that shows what is wrong, and answers with what it was asked."""

    problems: Sequence[Problem] = ()

    def markup(self, token: str) -> str:
        return f"<i data-token='{token}'>{' '.join(map(str, self.problems))}</i>"

    def failure(self, token: str) -> str:
        return f"<html><body>{self.markup(token)}</body></html>"

    def file(self, name: str) -> tuple[str, bytes] | None:
        return ("text/javascript", b"1") if name == "panel.js" else None

    def answer(self, name: str, asked: dict[str, Any]) -> dict[str, Any]:
        if name == "wrong":
            raise InputError([Problem("seeds/a.txt", "is wrong")])
        return {name: asked}


def test_refresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_checkout(tmp_path / "checkout")
    words = "eerst"

    def regenerate(rendered: Path) -> Sequence[SearchDocument]:
        if words == "fout":
            raise InputError([Problem("seeds/x.txt", "is empty")])
        write(root / "docs/auteurs/index.md", PAGE.format(words))
        shutil.copytree(root / "docs", rendered, dirs_exist_ok=True)
        return DOCUMENTS

    desk = Desk()
    preview = Preview(root, tmp_path / "site", regenerate, desk)
    assert not preview.has_pages
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
    assert [str(problem) for problem in desk.problems] == ["seeds/x.txt: is empty"]
    preview.index()
    assert len(list((tmp_path / "site/pagefind").glob("*.pf_meta"))) == 1
    words = "goed"
    preview.refresh()
    assert desk.problems == () and preview.has_pages


def test_a_change_is_told_of_once_and_what_the_build_writes_never(tmp_path: Path) -> None:
    root = make_checkout(tmp_path / "checkout")
    builds = []

    def regenerate(rendered: Path) -> Sequence[SearchDocument]:
        builds.append(1)
        write(root / "seeds/anchors.lock", f"{len(builds)}")
        shutil.copytree(root / "docs", rendered, dirs_exist_ok=True)
        return DOCUMENTS

    preview = Preview(root, tmp_path / "site", regenerate, Desk())
    preview.refresh()
    assert not preview.has_changed()
    for number in range(3):
        write(root / "seeds/a.txt", "x" * (number + 1))
        assert preview.has_changed() and not preview.has_changed()
        preview.refresh()
        assert not preview.has_changed()
    for name in ("seeds/.a.txt.swp", "seeds/a.txt~", "docs/anchors.lock"):
        write(root / name, "van een programma")
    assert not preview.has_changed()
    built = len(builds)
    preview.index()
    assert len(builds) == built and (tmp_path / "site/pagefind/pagefind-entry.json").is_file()


SERVE = """
import shutil, sys, pathlib
from weerklank.model.errors import InputError, Problem
from weerklank.site.serve import serve
from tests.site.checkout import DOCUMENTS
from tests.site.test_serve import Desk
root = pathlib.Path(sys.argv[1])
def regenerate(rendered):
    words = (root / "seeds/a.txt").read_text()
    if words == "fout":
        raise InputError([Problem("seeds/a.txt: line 1", "is wrong")])
    shutil.copytree(root / "docs", rendered, dirs_exist_ok=True)
    (rendered / "auteurs/index.md").write_text(f"---\\ntitle: Auteurs\\n---\\n\\n{words}\\n")
    return DOCUMENTS
serve(root, regenerate, Desk(), port=int(sys.argv[2]))
"""


def test_an_edit_in_seeds_shows_and_so_does_what_is_wrong_from_the_start(tmp_path: Path) -> None:
    root = make_checkout(tmp_path / "checkout")
    write(root / "seeds/a.txt", "fout")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(root), str(port)], env=environment)
    try:
        _wait_for(port, "seeds/a.txt: line 1: is wrong")
        write(root / "seeds/a.txt", "eerst")
        assert "is wrong" not in _wait_for(port, "eerst")
        _answers_its_own_readers_only(port)
        write(root / "seeds/a.txt", "fout")
        assert "eerst" in _wait_for(port, "seeds/a.txt: line 1: is wrong")
        write(root / "seeds/a.txt", "later")
        assert "is wrong" not in _wait_for(port, "later")
    finally:
        server.terminate()
        server.wait()


def _ask(
    port: int, path: str, method: str = "GET", host: str | None = None, body: str | None = None, **more: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {name.replace("_", "-"): value for name, value in more.items()}
    connection.request(method, path, body and body.encode(), headers={"Host": host or f"127.0.0.1:{port}", **headers})
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
    _lets_its_own_pages_alone_write(port)


def _lets_its_own_pages_alone_write(port: int) -> None:
    page = _ask(port, "/auteurs/")[1].decode()
    token = re.search(r"data-token='([\w-]+)'", page)
    assert token
    ours = {"X_Weerklank_Token": token[1], "Origin": f"http://127.0.0.1:{port}", "Content_Type": "application/json"}
    answer, body = _ask(port, "/weerklank-desk/save", "POST", body='{"a": "é"}', **ours)
    assert (answer.status, json.loads(body)) == (200, {"save": {"a": "é"}})
    answer, body = _ask(port, "/weerklank-desk/wrong", "POST", body="{}", **ours)
    assert (answer.status, json.loads(body)) == (422, {"error": "seeds/a.txt: is wrong"})
    assert _ask(port, "/weerklank-desk/save", "POST", body="geen JSON", **ours)[0].status == 400
    assert _ask(port, "/weerklank-desk/panel.js")[1] == b"1"
    assert _ask(port, "/weerklank-desk/anders.js")[0].status == 404


OURS = {
    "REQUEST_METHOD": "POST",
    "PATH_INFO": "/weerklank-desk/save",
    "HTTP_HOST": "127.0.0.1:8000",
    "HTTP_ORIGIN": "http://127.0.0.1:8000",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "HTTP_X_WEERKLANK_TOKEN": "geheim",
    "CONTENT_TYPE": "application/json",
    "CONTENT_LENGTH": "2",
}


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, ""),
        ({"HTTP_SEC_FETCH_SITE": None}, ""),  # an old browser
        ({"HTTP_X_WEERKLANK_TOKEN": None}, "403"),
        ({"HTTP_X_WEERKLANK_TOKEN": "geheimX"}, "403"),
        ({"HTTP_X_WEERKLANK_TOKEN": "é"}, "403"),
        ({"HTTP_ORIGIN": None}, "403"),
        ({"HTTP_ORIGIN": "null"}, "403"),  # a frame without rights, a page from the disk
        ({"HTTP_ORIGIN": "https://kwaad.voorbeeld"}, "403"),
        ({"HTTP_ORIGIN": "http://127.0.0.1:8001"}, "403"),  # another program on this machine
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403"),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, "403"),
        ({"CONTENT_TYPE": "application/x-www-form-urlencoded"}, "403"),  # a form
        ({"CONTENT_TYPE": "text/plain"}, "403"),
        ({"HTTP_HOST": "kwaad.voorbeeld:8000", "HTTP_ORIGIN": "http://kwaad.voorbeeld:8000"}, "421"),  # DNS rebinding
        ({"PATH_INFO": "/essays/"}, "405"),
        ({"REQUEST_METHOD": "PUT"}, "405"),
        ({"REQUEST_METHOD": "OPTIONS"}, "405"),  # a browser asks whether another page may
        ({"CONTENT_LENGTH": None}, "413"),
        ({"CONTENT_LENGTH": str(LONGEST_BODY + 1)}, "413"),
    ],
)
def test_a_page_elsewhere_cannot_write(change: dict[str, str | None], status: str) -> None:
    environ = {name: said for name, said in {**OURS, **change}.items() if said is not None}
    assert f"HTTP_{TOKEN_HEADER.upper().replace('-', '_')}" == "HTTP_X_WEERKLANK_TOKEN"
    assert refusal(environ, {"127.0.0.1:8000", "localhost:8000"}, "geheim")[:3] == status


def _wait_for(port: int, words: str) -> str:
    """The page, once it has these words."""
    for _ in range(200):
        try:
            page = _ask(port, "/auteurs/")[1].decode()
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.1)
    raise AssertionError(f"'{words}' did not show")
