"""A folder served on this machine under a sub-path, as any static host would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PREFIX = "/onder/een/pad/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under PREFIX, with its own 404 page."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "nergens"
        return super().translate_path("/" + inside)

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
