"""Finished pages that are kept: what MkDocs made of a page before, where all that it made it of is the same.

MkDocs' own partial rendering goes by the times of files, and is silently wrong where a page was removed or got another
name, where the settings or the theme changed, and where a file is older than it was. Here a page is what it is by the
bytes of its Markdown, by its frame: the settings and the theme, and by whether the files are there to which it leads.
What is kept is put in its place; MkDocs renders what is not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from weerklank.site.new_site import NewSite
from weerklank.site.theme_templates import take_templates, theme_now
from weerklank.state.digests import Digests
from weerklank.state.kept import Kept

_NAME = "weerklank"  # of the theme
_PLAIN = {"toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "def_list", "abbr", "admonition"}
"""Extensions that read nothing but the page; 'snippets', say, reads other files."""
_HOME = "index.md"
IN_EVERY_FOOT = ("contact", "contact_words", "removal")
"""Keys of the home page's front matter that the theme reads on every page."""


class _Files(Files):
    """MkDocs' files, and for which of them a page `asked`: how each stands, '' where there is none."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.asked: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        self.asked[path] = self.standing(path)
        return super().get_file_from_path(path)

    def standing(self, path: str) -> str:
        file = super().get_file_from_path(path)
        return file.inclusion.name if file else ""


class KeptPages:
    """The pages of one rendering into a new site: placed before it, and in between MkDocs asks for the anchors; `keep`
    after it.

    With `only` given these pages are rendered, those that it must read anyway, and no other file is made.
    """

    def __init__(
        self, kept: Kept, config: MkDocsConfig, kind: str, site: NewSite, only: Collection[str] | None = None
    ) -> None:
        self._kept, self._kind, self._site = kept, kind, site
        self._only = None if only is None else {*only, *_untitled(config.nav)}
        self._records: dict[str, dict[str, Any]] = {}  # of the pages that were kept, by their source
        self._inputs: dict[str, str] = {}  # of the others
        self._asked: dict[str, dict[str, str]] = {}  # by them, for which files
        self._files = _Files(())
        self._theme = theme_now()
        self._static = config.theme.static_templates
        self._is_known = _is_known(config)
        take_templates(config, self._theme)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the files that are no pages in their places, and the pages that are kept; MkDocs makes the others: all,
        into an empty folder, where one cannot tell what it makes them of.
        """
        frame = _frame(config, files, self._theme) if self._is_known else None
        always = set(_untitled(config.nav))
        pages = set() if frame is None else {page.dest_uri for page in files.documentation_pages()}
        self._files = _Files(files)
        if frame is None:
            self._site.settle()
        for name in self._site.names:
            if name.endswith(".html") and name not in pages and name not in self._static:
                self._site.clear(name)  # an older page of a preview
        for name in self._static:
            self._site.loosen(name)
        for file in files:
            if self._passes_over(file.src_uri) or self._is_placed(file, frame, file.src_uri in always):
                file.is_modified = _is_there  # type: ignore[method-assign]
            else:
                file.is_modified = _is_to_be_made  # type: ignore[method-assign]
                self._site.loosen(file.dest_uri)
        return self._files

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """The page will be rendered: note which files it asks for."""
        self._asked[page.file.src_uri] = self._files.asked = {}
        return markdown

    def _is_placed(self, file: File, frame: str | None, render: bool) -> bool:
        if frame is None:
            return False
        if file.is_documentation_page():
            return self._place(file, frame, render)
        if not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            self._site.copy(file.dest_uri, str(file.abs_src_path))
        return True

    def _place(self, page: File, frame: str, render: bool) -> bool:
        """Put a page in its place if it is kept; whether it was."""
        inputs = _inputs(frame, page, self._site.digests)
        known = None if render else self._kept.held(inputs, (), lambda: self._kept.found(_links(self._kind), inputs))
        if known:
            record = json.loads(known)
            is_same = all(self._files.standing(path) == was for path, was in record["asked"].items())
            if is_same and self._is_kept(page.dest_uri, inputs, record["digest"]):
                self._records[page.src_uri] = record
                return True
        self._inputs[page.src_uri] = inputs
        return False

    def _is_kept(self, name: str, inputs: str, digest: str) -> bool:
        """Whether the page of this digest is there, was in the last site, or is kept apart; then it is placed."""
        if self._site.keep(name, digest):
            self._kept.use(self._kind, inputs)
            return True
        html = self._kept.found(self._kind, inputs)
        if html is not None:
            self._site.write(name, html)
        return html is not None

    def _passes_over(self, source: str) -> bool:
        return self._only is not None and source not in self._only

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell MkDocs what it would know of the kept pages, had it read them: their anchors, and where they link to."""
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
        for name in self._static:
            self._note(name)
        for source, inputs in self._inputs.items():
            page = self._files.src_uris[source].page
            if page is None or source not in self._asked:  # MkDocs did not come to it
                continue
            digest = self._note(page.file.dest_uri)
            if source in words:
                continue
            links = {to.src_uri: anchors for to, anchors in (page.links_to_anchors or {}).items()}
            record = {"digest": digest, "ids": sorted(page.present_anchor_ids or ()), "links": links}
            record["asked"] = self._asked[source]
            self._kept.keep(_links(self._kind), inputs, json.dumps(record).encode())
            self._kept.keep(self._kind, inputs, Path(page.file.abs_dest_path).read_bytes())

    def _note(self, name: str) -> str:
        """The digest of what MkDocs made, if it did; the site knows of it then."""
        digest = self._site.digests(self._site.folder / name)
        if digest:
            self._site.wrote(name, digest)
        return digest


def missing(kept: Kept, config: MkDocsConfig, kind: str, digests: Digests) -> list[str]:
    """The pages that a rendering would keep and that are not kept yet."""
    if not _is_known(config):
        return []
    files = get_files(config)
    frame, always = _frame(config, files, theme_now()), set(_untitled(config.nav))
    pages = (page for page in files.documentation_pages() if page.src_uri not in always)
    return [each.src_uri for each in pages if kept.lacks(kind, _inputs(frame, each, digests))]


def _links(kind: str) -> str:
    """As what is kept which ids a page has and where it links to."""
    return f"links of a {kind}"


def _inputs(frame: str, page: File, digests: Digests) -> str:
    return f"{frame}\0{page.src_uri}\0{page.inclusion.name}\0{digests(str(page.abs_src_path))}"


def _is_there() -> bool:
    return False


def _is_to_be_made() -> bool:
    return True


def _is_known(config: MkDocsConfig) -> bool:
    """Whether one can tell all that a page is made of: these settings bring nothing but what we know."""
    if config.theme.name != _NAME or config.theme.custom_dir or config.plugins or config.hooks:
        return False
    return config.nav is not None and set(config.markdown_extensions) <= _PLAIN


def _frame(config: MkDocsConfig, files: Files, now: object) -> str:
    """All that a page is made of beside its Markdown and the files to which it leads."""
    with Path(config.config_file_path).open("rb") as file:
        said = yaml_load(file)  # with what it takes from the environment and from other files
    titles = [files.src_uris[name].content_bytes for name in sorted(_untitled(config.nav)) if name in files.src_uris]
    return hashlib.sha256(repr((said, titles, _foot(files), now)).encode("utf-8", "surrogateescape")).hexdigest()


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
