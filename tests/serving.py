"""A folder served on this machine under a sub-path, as any static host would."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PREFIX = "/onder/een/pad/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under PREFIX, with its own 404 page."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "nergens"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)
        return None

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output to itself."""


def served(folder: Path) -> Iterator[str]:
    """Serve `folder` until the generator ends; gives the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()
    thread.join()


def data_of(site: Path) -> dict[str, Any]:
    """The /data/collection.json of a built site, by which tests find its texts, arguments and passages."""
    data: dict[str, Any] = json.loads((site / "data/collection.json").read_text("utf-8"))
    return data
