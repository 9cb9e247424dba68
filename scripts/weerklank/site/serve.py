"""Live preview: an edit in seeds/ or docs/ shows in the browser."""

from __future__ import annotations

import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer

from weerklank.model.errors import InputError, MachineError
from weerklank.search import SearchDocument, write_index
from weerklank.site.headers import HEADERS
from weerklank.site.render import THEME, render_pages
from weerklank.site.serve_site import ForgivesHangUps

_LONGEST_PATH = 2000  # characters of an address: a file name has 255, and a number to wait for some 20
StartResponse = Callable[..., Any]
Regenerate = Callable[[Path], Sequence[SearchDocument]]


def serve(root: Path, regenerate: Regenerate, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve a preview of checkout `root` until interrupted; site/ is not touched.

    `regenerate` writes docs/ anew from seeds/ and, in the folder that it is given, what is to be rendered; it gives
    what can be searched. It is called at the start and after each edit. Its InputErrors are shown, and the last good
    pages stay. Raises MachineError where the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        preview = Preview(root, Path(folder) / "site", regenerate)
        preview.refresh()
        try:
            server = PreviewServer(preview.refresh, host, port, str(preview.site))
            server.error_handler = preview.error_page
            for path in (*(root / name for name in ("seeds", "docs", "mkdocs.yml")), THEME):
                server.watch(str(path))
            print(f"Preview: {server.url} (Ctrl-C ends it)", file=sys.stderr)
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            server.shutdown()
        except OSError as error:
            raise MachineError(f"cannot serve on {host}:{port}: {error.strerror}; stop what uses that port") from error


class PreviewServer(ForgivesHangUps, LiveReloadServer):
    """MkDocs' server, that answers only to who asks for this machine by its name, with the site's own policy.

    A page elsewhere whose host was made to lead here (DNS rebinding) would else read a draft.
    """

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: str) -> None:
        super().__init__(builder, host, port, root)
        self._hosts = {f"{name}:{port}" for name in (host, "localhost", "127.0.0.1", "[::1]")}
        self._nonce = secrets.token_urlsafe()
        policy = f"'nonce-{self._nonce}' 'wasm-unsafe-eval'"
        self._headers = [(name, value.replace("'wasm-unsafe-eval'", policy)) for name, value in HEADERS]

    def serve_request(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer as MkDocs does, with our headers; or refuse."""

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, *self._headers], *rest)

        refused = self._refusal(environ)
        if refused:
            start(refused, [("Content-Type", "text/plain; charset=utf-8"), ("Allow", "GET, HEAD")])
            body: Iterable[bytes] = [refused.encode()]
        else:
            body = super().serve_request(environ, start)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if isinstance(body, FileWrapper):
            body.close()
        return []

    def _refusal(self, environ: dict[str, Any]) -> str:
        """The status with which a request is refused, '' where it is not."""
        if environ.get("HTTP_HOST", "").lower() not in self._hosts:
            return "421 Misdirected Request"
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return "405 Method Not Allowed"
        path = environ["PATH_INFO"]
        return "404 Not Found" if "\0" in path or len(path) > _LONGEST_PATH else ""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """MkDocs' script that reloads the page, as the policy lets it run."""
        made: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, script, after = made.rpartition(b"<script>")
        return before + script.replace(b">", f' nonce="{self._nonce}">'.encode()) + after


class Preview:
    """The pages of a preview in folder `site`, made anew by `refresh`."""

    def __init__(self, root: Path, site: Path, regenerate: Regenerate) -> None:
        self.site = site
        self._docs = site.with_name("docs")
        self._docs.mkdir(parents=True, exist_ok=True)
        self._root, self._regenerate = root, regenerate
        self._shape: object = None

    def refresh(self) -> None:
        """Bring the pages up to date. Only changed pages are rendered, unless the set of pages, the
        theme or the configuration changed.
        """
        try:
            documents = self._regenerate(self._docs)
            self._render()
            shutil.rmtree(self.site / "pagefind", ignore_errors=True)
            with tempfile.TemporaryDirectory() as shadow:
                write_index(documents, self.site / "pagefind", Path(shadow))
        except (InputError, MachineError) as error:
            print(error, file=sys.stderr)

    def _render(self) -> None:
        """The pages; what MkDocs has to say of them is shown, and does not keep them back."""
        shape = _shape(self._root, self._docs)
        dirty, self._shape = shape == self._shape, shape
        try:
            render_pages(self._root, self.site, docs=self._docs, dirty=dirty, preview=True)
        except InputError as error:
            print(error, file=sys.stderr)

    def error_page(self, code: int) -> bytes | None:
        """The page for an HTTP error, where there is one."""
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def _shape(root: Path, docs: Path) -> object:
    """What a partial rendering cannot follow: which pages there are, the theme, the configuration."""
    inputs = [root / "mkdocs.yml", *THEME.rglob("*.html")]
    return sorted(docs.rglob("*.md")), [(p, p.stat().st_mtime_ns) for p in sorted(inputs)]
