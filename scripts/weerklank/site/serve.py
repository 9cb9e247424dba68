"""Live preview: an edit in seeds/ or docs/ shows in the browser, and so does what is wrong with it."""

from __future__ import annotations

import json
import os
import secrets
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer

from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.read.safe_files import is_clutter
from weerklank.search import SearchDocument, write_index
from weerklank.site.headers import HEADERS
from weerklank.site.new_site import NewSite
from weerklank.site.own_requests import DESK, refusal
from weerklank.site.render import render_pages
from weerklank.site.serve_site import ForgivesHangUps
from weerklank.site.theme_templates import THEME
from weerklank.state.kept import keeping
from weerklank.state.memory import Memory

_PAUSE = 0.3  # seconds between two looks at whether a file changed
_MOVES = 0.05  # seconds between two moves of one save
_SHARE = 0.02  # of the time that looking may take, where there are thousands of files
StartResponse = Callable[..., Any]
Regenerate = Callable[[Path], Sequence[SearchDocument]]


class Desk(Protocol):
    """What editors have beside the pages; it never comes into a site."""

    problems: Sequence[Problem]

    def markup(self, token: str) -> str:
        """What each page of the preview ends with: what is wrong now, and the way to the desk's own files."""

    def failure(self, token: str) -> str:
        """The page that stands for all others while there are none."""

    def file(self, name: str) -> tuple[str, bytes] | None:
        """One of its own files, with its type."""

    def answer(self, name: str, asked: dict[str, Any]) -> dict[str, Any]:
        """Do what a page asks; InputError where that cannot be."""


def serve(root: Path, regenerate: Regenerate, desk: Desk, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve a preview of checkout `root` until interrupted; site/ is not touched.

    `regenerate` writes, in the folder that it is given, what is to be rendered, and nothing that is watched; it gives
    what can be searched. It is called at the start and after each edit. Its InputErrors are shown, also in the
    browser, and the last good pages stay. Raises MachineError where the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        preview = Preview(root, Path(folder) / "site", regenerate, desk)
        preview.refresh()
        try:
            server = PreviewServer(preview, host, port, desk)
            threading.Thread(target=server.look_for_changes, daemon=True).start()
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

    def __init__(self, preview: Preview, host: str, port: int, desk: Desk) -> None:
        super().__init__(preview.refresh, host, port, str(preview.site))
        self._preview, self._desk = preview, desk
        self._watched_paths = {"": 1}  # MkDocs' own watching tells of a file twice; pages reload where it watches
        self.error_handler = self._error_page
        self._hosts = {f"{name}:{port}" for name in (host, "localhost", "127.0.0.1", "[::1]")}
        self._nonce, self._token = secrets.token_urlsafe(), secrets.token_urlsafe()
        policy = f"'nonce-{self._nonce}' 'wasm-unsafe-eval'"
        self._headers = [(name, value.replace("'wasm-unsafe-eval'", policy)) for name, value in HEADERS]

    def look_for_changes(self) -> None:
        """Build anew whenever a file that the preview is made of changed; until the server ends."""
        pause = threading.Event()
        while not self._shutdown:
            before = time.thread_time()
            if changed := self._preview.has_changed():
                pause.wait(_MOVES)  # a program may save in several of them
                while self._preview.has_changed():
                    pause.wait(_MOVES)
                self._build()
            pause.wait(max(_PAUSE, (time.thread_time() - before) / _SHARE))
            if not changed:
                self._preview.index()

    def _build(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer as MkDocs does, with our headers; or for the desk; or refuse."""

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, *self._headers], *rest)

        if refused := refusal(environ, self._hosts, self._token):
            start(refused, [("Content-Type", "text/plain; charset=utf-8"), ("Allow", "GET, HEAD")])
            body: Iterable[bytes] = [refused.encode()]
        elif environ["PATH_INFO"].startswith(DESK):
            status, kind, data = self._at_desk(environ)
            start(status, [("Content-Type", kind), ("Cache-Control", "no-store")])
            body = [data]
        else:
            body = super().serve_request(environ, start)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if isinstance(body, FileWrapper):
            body.close()
        return []

    def _at_desk(self, environ: dict[str, Any]) -> tuple[str, str, bytes]:
        """The status, type and body of what the desk answers."""
        name = environ["PATH_INFO"].removeprefix(DESK)
        if environ["REQUEST_METHOD"] != "POST":
            found = self._desk.file(name)
            return ("200 OK", *found) if found else ("404 Not Found", "text/plain; charset=utf-8", b"404")
        status, said = "200 OK", {}
        try:
            asked = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
            said = self._desk.answer(name, asked if isinstance(asked, dict) else {})
        except (InputError, MachineError) as error:
            status, said = "422 Unprocessable Content", {"error": str(error)}
        except (ValueError, RecursionError):
            status, said = "400 Bad Request", {"error": "no JSON"}
        if self._preview.has_changed():
            self._build()
        return status, "application/json", json.dumps(said, ensure_ascii=False).encode()

    def _error_page(self, code: int) -> bytes | None:
        """The page for an HTTP error, where there is one; while there are no pages at all, what is wrong."""
        if self._preview.has_pages:
            page = self._preview.site / f"{code}.html"
            return page.read_bytes() if page.is_file() else None
        return self._reloading(self._desk.failure(self._token).encode(), self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The desk, and MkDocs' script that reloads the page, as the policy lets it run."""
        before, end, after = content.rpartition(b"</body>")
        return self._reloading(before + self._desk.markup(self._token).encode() + end + after, epoch)

    def _reloading(self, content: bytes, epoch: int) -> bytes:
        made: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, script, after = made.rpartition(b"<script>")
        return before + script.replace(b">", f' nonce="{self._nonce}">'.encode()) + after


class Preview:
    """The pages of a preview in folder `site`, made anew by `refresh`."""

    def __init__(self, root: Path, site: Path, regenerate: Regenerate, desk: Desk) -> None:
        self.site = site
        self._docs = site.with_name("docs")
        self._docs.mkdir(parents=True, exist_ok=True)
        self._root, self._regenerate, self._desk = root, regenerate, desk
        self._pages, self._memory = NewSite(site, site), Memory()
        self._documents: Sequence[SearchDocument] = ()  # of the last pages, and of the last index
        self._indexed: Sequence[SearchDocument] = ()
        self._built_from: object = None
        self._told_of: object = None
        self._telling = threading.Lock()

    @property
    def has_pages(self) -> bool:
        """Whether a build has succeeded."""
        return (self.site / "index.html").is_file()

    def has_changed(self) -> bool:
        """Whether a file changed since the last refresh began; of each state of the files it tells once."""
        now = self._signature()
        with self._telling:
            is_new = now not in (self._built_from, self._told_of)
            self._told_of = now if is_new else self._told_of
        return is_new

    def refresh(self) -> None:
        """Bring the pages up to date. Only changed pages are rendered; what can be searched follows: `index`."""
        self._built_from = self._signature()
        try:
            documents = self._regenerate(self._docs)
            self._desk.problems = self._render()
            self._documents = documents
        except InputError as error:
            self._desk.problems = error.problems
            print(error, file=sys.stderr)
        except MachineError as error:
            self._desk.problems = (Problem("weerklank", str(error)),)
            print(error, file=sys.stderr)

    def index(self) -> None:
        """Let what can be searched be what the pages say, where that is not so yet."""
        documents = self._documents
        if documents == self._indexed:
            return
        self._indexed = documents
        try:
            with keeping(self._root) as kept, tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
                made = Path(folder) / "pagefind"
                write_index(documents, made, Path(folder) / "shadow", kept)
                self._pages.copy_folder("pagefind", made)
        except (MachineError, OSError) as error:
            print(error, file=sys.stderr)

    def _render(self) -> Sequence[Problem]:
        """The pages; what MkDocs has to say of them does not keep them back."""
        try:
            with keeping(self._root, memory=self._memory) as kept:
                render_pages(self._root, self._pages, docs=self._docs, preview=True, kept=kept)
        except InputError as error:
            print(error, file=sys.stderr)
            return error.problems
        return ()

    def _signature(self) -> object:
        """The files that the preview is made of, with their times and lengths; locks are no edits."""
        tops = [self._root / "seeds", self._root / "docs", THEME]
        files = [
            entry
            for top in tops
            for entry in _files(top)
            if not (entry.name.endswith(".lock") or is_clutter(entry.name))
        ]
        return [(self._root / "mkdocs.yml", _state(self._root / "mkdocs.yml")), *((e.path, _state(e)) for e in files)]


def _files(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """All files below a folder, in order, but for what Python leaves beside its modules."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # gone between two looks
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path) if entry.name != "__pycache__" else ()
        else:
            yield entry


def _state(file: Path | os.DirEntry[str]) -> object:
    try:
        found = file.stat()
        return found.st_mtime_ns, found.st_size
    except OSError:  # gone between two looks
        return None
