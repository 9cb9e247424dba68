"""The finished site, served as a host would (headers, gzip, 404, sub-path): for checking, not for the web."""

from __future__ import annotations

import errno
import re
import socketserver
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.site.host_answer import Answer, answer

_STYLESHEET = re.compile(r'<link rel="stylesheet" href="(/(?:[^"]*/)?)assets/[^"]*"')


class Handler(BaseHTTPRequestHandler):
    """Answers each request with a file of folder `site`, which lies at `prefix`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, site: Path, prefix: str, quiet: bool = False) -> None:
        self._site, self._prefix, self._quiet = site, prefix, quiet
        super().__init__(*args)  # type: ignore[arg-type]

    def version_string(self) -> str:
        """What it is, and not what it runs on."""
        return "weerklank"

    def do_GET(self) -> None:
        """Answer; to HEAD with headers alone."""
        asked = {name.lower(): value for name, value in self.headers.items()}
        self._send(answer(self._site, self._prefix, self.path, asked, self.command))

    do_HEAD = do_GET

    def _send(self, made: Answer) -> None:
        self.send_response(made.status)
        for name, value in made.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in made.headers and made.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(made.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(made.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request for a file; with the same headers as any answer."""
        refused = answer(self._site, self._prefix, "/", {}, "POST")
        status = HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else HTTPStatus(code)
        self.close_connection = True
        self._send(Answer(status, {**refused.headers, "Connection": "close"}))

    def log_message(self, format: str, *args: object) -> None:
        """One line a request on standard error."""
        if not self._quiet:
            super().log_message(format, *args)


class ForgivesHangUps(socketserver.BaseServer):
    """A server whose readers may go before they have their answer: that is no error of ours."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of what went wrong with a request, if it was not the reader who went."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Server(ForgivesHangUps, ThreadingHTTPServer):
    """Answers several readers at once."""


def built_for(site: Path) -> str:
    """The path that the 404 page counts on: '/' where the site does not know its address."""
    page = site / "404.html"
    found = _STYLESHEET.search(page.read_text("utf-8")) if page.is_file() else None
    return found[1] if found else "/"


def make_server(site: Path, prefix: str, host: str, port: int, quiet: bool = False) -> ThreadingHTTPServer:
    """A server of the site in folder `site`; the caller runs and closes it.

    InputError where there is no site, MachineError where the port cannot be had.
    """
    if not (site / "index.html").is_file():
        raise InputError([Problem(f"{site.name}/", "there is no site to serve", "build one: make site")])
    try:
        return Server((host, port), partial(Handler, site=site, prefix=prefix, quiet=quiet))
    except OSError as error:
        remedy = "stop what uses that port, or take another: --port" if error.errno == errno.EADDRINUSE else "--port"
        raise MachineError(f"cannot serve on {host}:{port}: {error.strerror}; {remedy}") from error


def serve_site(site: Path, prefix: str | None = None, host: str = "127.0.0.1", port: int = 8080) -> None:
    """Serve until interrupted. `prefix` is the path that the site lies at, that which it was built for where None."""
    known = built_for(site)
    prefix = known if prefix is None else prefix
    with make_server(site, prefix, host, port) as server:
        print(f"The site is at http://{host}:{server.server_port}{prefix} (Ctrl-C ends it)", file=sys.stderr)
        if known not in ("/", prefix):  # without an address it seeks them in the folders above
            told = f"Its 404 page was built for {known}, and finds its styles and links only there."
            print(f"{told} For another path: make site BASE_URL=https://…{prefix}", file=sys.stderr)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print(file=sys.stderr)
