"""The links of finished pages: what each leads to, and whether it is there."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import etree, html

_LOADED = ("src", "action", "poster", "data", "formaction")
_ANCHORS = etree.XPath("//a/@href | //area/@href | //blockquote/@cite | //q/@cite", smart_strings=False)
_LOADS = etree.XPath("|".join(f"//@{name}" for name in _LOADED), smart_strings=False)
_OTHERS = etree.XPath("//*[@href][not(self::a or self::area)] | //*[@cite][not(self::blockquote or self::q)]")
_SETS = etree.XPath("//@srcset", smart_strings=False)
_SPEAKS_OF = {"canonical", "license", "author", "alternate"}  # <link> that loads nothing
_ABSENT = "nothing there"
_NOT_FOUND = "404.html"


def links_of(tree: html.HtmlElement) -> dict[str, bool]:
    """The references in a page as written, each once: whether the browser fetches it unasked."""
    found = dict.fromkeys((target.strip() for target in _ANCHORS(tree)), False)
    for element in _OTHERS(tree):
        speaks = element.tag == "link" and set((element.get("rel") or "").split()) <= _SPEAKS_OF
        for target in (element.get("href"), element.get("cite")):
            if target is not None:
                found[target.strip()] = not speaks or found.get(target.strip(), False)
    found |= dict.fromkeys((target.strip() for target in _LOADS(tree)), True)
    found |= {part.split()[0]: True for value in _SETS(tree) for part in value.split(",") if part.split()}
    return found


class Links:
    """The links of the pages of one site: its `files`, what tells the ids on a page (None where that is none), and its
    address on a server.
    """

    def __init__(self, files: Collection[str], ids_of: Callable[[str], Collection[str] | None], base: str) -> None:
        self._files, self._ids_of, self._base = files, ids_of, base
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    @property
    def targets(self) -> set[str]:
        """The files that the links lead to that were asked for."""
        return {target for target, what in self._known.values() if not what}

    def wrong(self, page: str, links: Mapping[str, bool]) -> Iterator[tuple[str, str]]:
        """(target, what is wrong with it) of the links of a page."""
        here = page.rpartition("/")[0]
        for target, loads in links.items():
            if what := self._wrong(page, here, target, loads):
                yield target, what

    def _wrong(self, page: str, here: str, link: str, loads: bool) -> str:
        """What is wrong with the link, '' where nothing is."""
        parts = _taken_apart(link)
        if parts is None:
            return "not a URL"
        if parts.scheme or parts.netloc:
            if loads:
                return "loads from outside the site"
            return "" if parts.scheme in ("http", "https", "mailto") else f"a link may not go to {parts.scheme or '//'}"
        target, what = self._file(page, here, unquote(parts.path)) if parts.path else (page, "")
        fragment = unquote(parts.fragment.split(":~:")[0])
        if what or not fragment or (ids := self._ids_of(target)) is None or fragment in ids:
            return what
        return f"no id '{fragment}' there"

    def _file(self, page: str, here: str, path: str) -> tuple[str, str]:
        """The file that a server answers with, and what is wrong ('' where it is there)."""
        if path.startswith("/"):
            if page != _NOT_FOUND:
                return "", "starts at the server's root, which breaks under a sub-path"
            if not path.startswith(self._base):
                return "", "leaves the site"
            path = path.removeprefix(self._base)
        elif page == _NOT_FOUND:
            path = path.lstrip("./")  # it looks for its styles and script in every folder above
        while here and path.startswith("../"):
            here, path = here.rpartition("/")[0], path[3:]
        known = self._known.get((here, path))
        if known is None:
            known = self._known[here, path] = self._answer(here, path)
        return known

    def _answer(self, here: str, path: str) -> tuple[str, str]:
        target = posixpath.normpath(posixpath.join(here, path))
        target = "" if target == "." else target
        if target.startswith(".."):
            return target, "leaves the site"
        index = posixpath.join(target, "index.html")
        if not target or path in ("", ".", "..") or path.endswith(("/", "/.", "/..")):
            return index, "" if index in self._files else _ABSENT
        if target in self._files:
            return target, ""
        return (index, "needs a slash at the end") if index in self._files else (target, _ABSENT)


@lru_cache(1 << 16)
def _taken_apart(link: str) -> SplitResult | None:
    """Most links stand on many pages."""
    try:
        return urlsplit(link)
    except ValueError:
        return None
