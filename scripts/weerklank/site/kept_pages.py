"""Finished pages that are kept: what MkDocs made of a page before, where all that it made it of is the same.

MkDocs' own partial rendering goes by the times of files, and is silently wrong where a page was removed or got another
name, where the settings or the theme changed, and where a file is older than it was. Here a page is what it is by the
bytes of its Markdown and by its frame: the settings, the theme and which files there are. What is kept is put in its
place; MkDocs renders what is not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from weerklank.site.theme_templates import take_templates, theme_now
from weerklank.state.kept import Kept

_NAME = "weerklank"  # of the theme
_PLAIN = {"toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "def_list", "abbr", "admonition"}
"""Extensions that read nothing but the page; 'snippets', say, reads other files."""
_HOME = "index.md"
IN_EVERY_FOOT = ("contact", "contact_words", "removal")
"""Keys of the home page's front matter that the theme reads on every page."""

_STATIC = ("404.html",)  # pages that the theme makes of no file


class KeptPages:
    """The pages of one rendering: `place` before it, `keep` after it, and in between MkDocs asks for the anchors.

    With `only` given these pages are rendered, those that it must read anyway, and no other file is made.
    """

    def __init__(self, kept: Kept, config: MkDocsConfig, kind: str, only: Collection[str] | None = None) -> None:
        self._kept, self._kind = kept, kind
        self._only = None if only is None else {*only, *_untitled(config.nav)}
        self._records: dict[str, dict[str, Any]] = {}  # of the pages that were kept, by their source
        self._inputs: dict[str, bytes] = {}  # of the others
        self._files: Files | None = None
        out = Path(config.site_dir)
        files = get_files(config)
        now = theme_now()
        take_templates(config, now)
        frame = _frame(config, files, now)
        pages = list(files.documentation_pages())
        _clear(out, () if frame is None else [Path(page.abs_dest_path) for page in pages])
        if frame is not None:
            always = set(_untitled(config.nav))
            for page in pages:
                self._place(page, frame, page.src_uri in always)

    def _place(self, page: File, frame: str, render: bool) -> None:
        """Put a page in its place if it is kept; else have MkDocs make it, which goes by what is there."""
        inputs = _inputs(frame, page)
        page_file = Path(page.abs_dest_path)
        data = None if render else self._kept.found(self._kind, inputs)
        if data is None:
            page_file.unlink(missing_ok=True)
            self._inputs[page.src_uri] = inputs
            return
        head, _, html = data.partition(b"\n")
        self._records[page.src_uri] = json.loads(head)
        if not (page_file.is_file() and page_file.read_bytes() == html):
            page_file.parent.mkdir(parents=True, exist_ok=True)
            page_file.write_bytes(html)
        made, source = page_file.stat(), Path(str(page.abs_src_path)).stat()
        if made.st_mtime_ns <= source.st_mtime_ns:
            os.utime(page_file, ns=(source.st_mtime_ns + 10**9, source.st_mtime_ns + 10**9))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Tell MkDocs that all files but those asked for are there already."""
        for file in files:
            if self._passes_over(file.src_uri):
                file.is_modified = _is_there  # type: ignore[method-assign]
        return files

    def _passes_over(self, source: str) -> bool:
        return self._only is not None and source not in self._only

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell MkDocs what it would know of the kept pages, had it read them: their anchors, and where they link to."""
        self._files = files
        for source, record in self._records.items():
            page = files.src_uris[source].page
            if page:
                page.present_anchor_ids = set(record["ids"])
                page.links_to_anchors = {files.src_uris[uri]: links for uri, links in record["links"].items()}
        home = files.src_uris.get(_HOME)
        if home and home.page and not home.page.meta:
            home.page.meta = _foot(files)
        return env

    def keep(self, said: Iterable[str]) -> None:
        """Keep what was rendered, but for pages of which MkDocs `said` something: it will have to say it again."""
        words = "\n".join(said)
        for source, inputs in self._inputs.items():
            page = self._files.src_uris[source].page if self._files else None
            if page is None or source in words or self._passes_over(source):
                continue
            links = {to.src_uri: anchors for to, anchors in (page.links_to_anchors or {}).items()}
            record = {"ids": sorted(page.present_anchor_ids or ()), "links": links}
            html = Path(page.file.abs_dest_path).read_bytes()
            self._kept.keep(self._kind, inputs, json.dumps(record).encode() + b"\n" + html)


def missing(kept: Kept, config: MkDocsConfig, kind: str) -> list[str]:
    """The pages that a rendering would keep and that are not kept yet."""
    files = get_files(config)
    frame, always = _frame(config, files, theme_now()), set(_untitled(config.nav))
    pages = (page for page in files.documentation_pages() if page.src_uri not in always)
    return [page.src_uri for page in pages if kept.lacks(kind, _inputs(frame, page))] if frame else []


def _inputs(frame: str, page: File) -> bytes:
    return f"{frame}\0{page.src_uri}\0".encode() + page.content_bytes


def _is_there() -> bool:
    return False


def _frame(config: MkDocsConfig, files: Files, now: object) -> str | None:
    """All that a page is made of beside its Markdown; None where that cannot be told."""
    extensions = set(config.markdown_extensions)
    if config.theme.name != _NAME or config.theme.custom_dir or config.plugins or config.hooks:
        return None
    if config.nav is None or not extensions <= _PLAIN:
        return None
    with Path(config.config_file_path).open("rb") as file:
        said = yaml_load(file)  # with what it takes from the environment and from other files
    titles = [files.src_uris[name].content_bytes for name in sorted(_untitled(config.nav)) if name in files.src_uris]
    names = sorted((file.src_uri, file.inclusion.name) for file in files)
    return hashlib.sha256(repr((said, titles, names, _foot(files), now)).encode("utf-8", "surrogateescape")).hexdigest()


def _foot(files: Files) -> dict[str, Any]:
    """What the home page says for the foot of every page."""
    home = files.src_uris.get(_HOME)
    said = get_data(home.content_string)[1] if home else {}
    return {key: said[key] for key in IN_EVERY_FOOT if key in said}


def _untitled(nav: Any) -> Iterator[str]:
    """The pages in the menu that it gives no title: they give it their own, and it stands on every page."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for each in nav:
            yield from _untitled(each)
    elif isinstance(nav, dict):
        for each in nav.values():
            if not isinstance(each, str):
                yield from _untitled(each)


def _clear(out: Path, own: Iterable[Path]) -> None:
    """Take away the pages in the folder `out` that are none of its own any more."""
    mine = set(own)
    for path in out.rglob("*.html"):
        if path not in mine and path.relative_to(out).as_posix() not in _STATIC:
            path.unlink()
