"""Live preview: an edit in seeds/ or docs/ shows in the browser."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from weerklank.model.errors import InputError, MachineError
from weerklank.search import SearchDocument, write_index
from weerklank.site.render import THEME, render_pages

Regenerate = Callable[[], Sequence[SearchDocument]]


def serve(root: Path, regenerate: Regenerate, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve a preview of checkout `root` until interrupted; site/ is not touched.

    `regenerate` writes docs/ anew from seeds/ and gives what can be searched; it is called at the
    start and after each edit. Its InputErrors are shown, and the last good pages stay. Raises
    MachineError where the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        preview = Preview(root, Path(folder) / "site", regenerate)
        preview.refresh()
        try:
            server = LiveReloadServer(preview.refresh, host, port, str(preview.site))
            server.error_handler = preview.error_page
            for path in (*(root / name for name in ("seeds", "docs", "mkdocs.yml")), THEME):
                server.watch(str(path))
            print(f"Preview: {server.url} (Ctrl-C ends it)", file=sys.stderr)
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            server.shutdown()
        except OSError as error:
            raise MachineError(f"cannot serve on {host}:{port}: {error.strerror}; stop what uses that port") from error


class Preview:
    """The pages of a preview in folder `site`, made anew by `refresh`."""

    def __init__(self, root: Path, site: Path, regenerate: Regenerate) -> None:
        self.site = site
        self._root, self._regenerate = root, regenerate
        self._shape: object = None

    def refresh(self) -> None:
        """Bring the pages up to date. Only changed pages are rendered, unless the set of pages, the
        theme or the configuration changed.
        """
        try:
            documents = self._regenerate()
            self._render()
            shutil.rmtree(self.site / "pagefind", ignore_errors=True)
            with tempfile.TemporaryDirectory() as shadow:
                write_index(documents, self.site / "pagefind", Path(shadow))
        except (InputError, MachineError) as error:
            print(error, file=sys.stderr)

    def _render(self) -> None:
        """The pages; what MkDocs has to say of them is shown, and does not keep them back."""
        shape = _shape(self._root)
        dirty, self._shape = shape == self._shape, shape
        try:
            render_pages(self._root, self.site, dirty=dirty, preview=True)
        except InputError as error:
            print(error, file=sys.stderr)

    def error_page(self, code: int) -> bytes | None:
        """The page for an HTTP error, where there is one."""
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def _shape(root: Path) -> object:
    """What a partial rendering cannot follow: which pages there are, the theme, the configuration."""
    inputs = [root / "mkdocs.yml", *THEME.rglob("*.html")]
    return sorted((root / "docs").rglob("*.md")), [(p, p.stat().st_mtime_ns) for p in sorted(inputs)]
