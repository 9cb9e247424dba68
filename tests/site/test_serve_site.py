"""The finished site by real requests, as a host would answer them."""

from __future__ import annotations

import gzip
import http.client
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.site.checkout import ROOT, write
from weerklank.model.errors import InputError, MachineError
from weerklank.site.headers import ASK_AGAIN, FOR_EVER, HEADERS
from weerklank.site.host_answer import answer, kind
from weerklank.site.serve_site import built_for, make_server, serve_site


class Host:
    """A served site to ask."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


def served(site: Path, prefix: str) -> Iterator[Host]:
    with make_server(site, prefix, "127.0.0.1", 0, quiet=True) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Host(server.server_port)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Host]:
    yield from served(built_site, "/")


@pytest.fixture(scope="module")
def below(built_site: Path) -> Iterator[Host]:
    yield from served(built_site, "/onder/een/pad/")


def test_readers_who_hang_up_leave_no_traceback(
    host: Host, built_site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    large = max((p for p in built_site.rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    path = large.relative_to(built_site).as_posix()
    for _ in range(5):
        for request in (b"", b"GET /", f"GET /{path} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 8):
            with socket.create_connection(("127.0.0.1", host.port)) as reader:
                reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # reset, no goodbye
                reader.sendall(request)
    assert host.ask("/essays/")[0].status == 200
    assert "Traceback" not in capfd.readouterr().err


def test_a_page_with_its_headers(host: Host, built_site: Path) -> None:
    response, body = host.ask("/essays/", Accept_Encoding="gzip, deflate, br")
    assert response.status == 200
    for name, value in HEADERS:
        assert response.headers[name] == value
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Cache-Control"] == ASK_AGAIN
    assert int(response.headers["Content-Length"]) == len(body)
    page = (built_site / "essays/index.html").read_bytes()
    assert gzip.decompress(body) == page
    assert len(body) < len(page) / 2
    assert "Python" not in response.headers["Server"]


def test_files_for_machines_are_kept_out_of_search_engines(host: Host) -> None:
    said = {path: host.ask(path)[0].headers["X-Robots-Tag"] for path in ("/", "/data/matrix.csv", "/essays/")}
    assert said == {"/": None, "/data/matrix.csv": "noindex", "/essays/": None}


def test_without_gzip_and_head(host: Host, built_site: Path) -> None:
    plain, body = host.ask("/essays/")
    assert body == (built_site / "essays/index.html").read_bytes()
    head, nothing = host.ask("/essays/", "HEAD")
    assert nothing == b""
    assert dict(head.headers.items()) | {"Date": ""} == dict(plain.headers.items()) | {"Date": ""}


def test_what_is_not_there(host: Host, built_site: Path) -> None:
    """The site's own page, as 404; no list of a folder's files, no hidden file, nothing outside the site."""
    lost = (built_site / "404.html").read_bytes()
    for path in (
        "/nergens/", "/assets/", "/data/essays/", "/_headers", "/.nojekyll", "//etc/passwd", "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd", "/essays/..%2f..%2f..%2fetc/passwd", "/%00", "/a%ff", "/essays//", "/\\..\\x",
    ):  # fmt: skip
        response, body = host.ask(path)
        assert response.status == 404, path
        assert body == lost, path
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert response.headers["Content-Security-Policy"] == dict(HEADERS)["Content-Security-Policy"]


def test_a_folder_without_its_slash(host: Host, below: Host) -> None:
    response, _ = host.ask("/essays")
    assert (response.status, response.headers["Location"]) == (301, "/essays/")
    response, _ = below.ask("/onder/een/pad")
    assert (response.status, response.headers["Location"]) == (301, "/onder/een/pad/")
    assert below.ask("/onder/een/pad/essays/")[0].status == 200
    assert below.ask("/essays/")[0].status == 404


def test_asked_again(host: Host) -> None:
    first, _ = host.ask("/assets/weerklank.css", Accept_Encoding="gzip")
    for asked in (
        {"If_None_Match": first.headers["ETag"]},
        {"If_None_Match": '"x", ' + first.headers["ETag"]},
        {"If_Modified_Since": first.headers["Last-Modified"]},
    ):
        again, body = host.ask("/assets/weerklank.css", Accept_Encoding="gzip", **asked)
        assert (again.status, body) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    assert host.ask("/assets/weerklank.css", If_None_Match='"x"')[0].status == 200


def test_a_part(host: Host, built_site: Path) -> None:
    whole = (built_site / "assets/weerklank.css").read_bytes()
    for asked, part in (("bytes=0-9", whole[:10]), ("bytes=-5", whole[-5:]), ("bytes=10-", whole[10:])):
        response, body = host.ask("/assets/weerklank.css", Range=asked)
        assert (response.status, body) == (206, part)
    assert host.ask("/assets/weerklank.css", Range="bytes=99999999-")[0].status == 416
    assert host.ask("/assets/weerklank.css", Range="regels=1-2")[0].status == 200


def test_the_search_index_may_be_kept(host: Host, built_site: Path) -> None:
    name = next((built_site / "pagefind/index").iterdir()).name
    response, _ = host.ask(f"/pagefind/index/{name}", Accept_Encoding="gzip")
    assert response.headers["Cache-Control"] == FOR_EVER
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Encoding"] is None
    assert host.ask("/pagefind/pagefind.js")[0].headers["Cache-Control"] == ASK_AGAIN


def test_other_methods(host: Host) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        response, _ = host.ask("/essays/", method)
        assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD")


def test_every_file_has_a_type(built_site: Path) -> None:
    """With 'nosniff' a file of another type than its own does not load."""
    types = {p.suffix: kind(p.name) for p in built_site.rglob("*") if p.is_file()}
    assert types[".js"] == "text/javascript; charset=utf-8"
    assert types[".json"] == "application/json; charset=utf-8"
    assert types[".svg"] == "image/svg+xml; charset=utf-8"
    for name, said in (
        ("a.jsonld", "application/ld+json"),
        ("a.atom", "application/atom+xml"),
        ("a.txt", "text/plain"),
    ):
        assert kind(name) == f"{said}; charset=utf-8"
    assert kind("a.wasm") == "application/wasm"


def test_where_it_was_built_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "404.html", '<link rel="stylesheet" href="/lezen/assets/weerklank.css">')
    assert built_for(tmp_path) == "/lezen/"
    assert built_for(tmp_path / "nergens") == "/"
    write(tmp_path / "index.html", "")
    monkeypatch.setattr("http.server.ThreadingHTTPServer.serve_forever", lambda _: None)
    serve_site(tmp_path, port=0)
    assert "/lezen/ (Ctrl-C ends it)" in capsys.readouterr().err
    serve_site(tmp_path, "/elders/", port=0)
    assert "Its 404 page was built for /lezen/" in capsys.readouterr().err


def test_no_site_yet_and_a_port_that_is_taken(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no site to serve; build one: make site"):
        make_server(tmp_path / "site", "/", "127.0.0.1", 0)
    write(tmp_path / "index.html", "")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(MachineError, match="take another: --port"):
            make_server(tmp_path, "/", "127.0.0.1", taken.getsockname()[1])
    assert answer(tmp_path, "/", "/x", {}).status == 404  # without a page of its own


COMMAND = """
import sys, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests may ignore it
from weerklank import cli
sys.exit(cli.main(["-C", sys.argv[1], "serve-site", *sys.argv[2:]]))
"""


def test_the_command(built_site: Path, tmp_path: Path) -> None:
    """It says where the site is, ends at Ctrl-C, and a port that is taken is the machine's fault (3)."""
    (tmp_path / "site").symlink_to(built_site)
    (tmp_path / "seeds").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-c", COMMAND, str(tmp_path), "--port"]
    with subprocess.Popen(
        [*command, "0", "--path", "/x"], env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            _check_command(server, command, environment)
        finally:
            server.kill()


def _check_command(server: subprocess.Popen[str], command: list[str], environment: dict[str, str]) -> None:
    assert server.stderr
    said = server.stderr.readline()
    port = int(said.split("127.0.0.1:")[1].split("/")[0])
    assert "(Ctrl-C ends it)" in said
    assert Host(port).ask("/x/essays/")[0].status == 200
    taken = subprocess.run([*command, str(port)], env=environment, capture_output=True, text=True, check=False)
    assert taken.returncode == 3
    assert f"127.0.0.1:{port}" in taken.stderr
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0
