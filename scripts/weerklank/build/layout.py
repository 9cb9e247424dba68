"""Where a page lies in docs/: in a folder of its own, so that its file stands where its address is.

MkDocs takes a link in raw HTML as relative to the page's address, Zensical as relative to its file.
With `essays/a/index.md` for `/essays/a/` both read the same link alike.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator, Mapping

from weerklank.state.kept import NOTHING_KEPT, Kept

_LINK = re.compile(r"\]\(([\w./-]+\.md)(?=(?:#[\w-]+)?\))")  # begins with what is quickly found


class LaidOut(Mapping[str, str]):
    """Pages by name ('essays/a.md', whose Markdown links name pages so) as files of docs/, links and all: each is made
    when it is asked for. Of the files some may be left out.

    Lists ('essays/index.md'), pages at the top and what is no page keep their place. Foreign words
    hold no link: their brackets were escaped.

    >>> dict(LaidOut({"essays/a.md": "[b](b.md#p1)", "essays/b.md": "[alle](index.md)", "essays/index.md": ""}))
    {'essays/a/index.md': '[b](../b/index.md#p1)', 'essays/b/index.md': '[alle](../index.md)', 'essays/index.md': ''}
    """

    def __init__(self, pages: Mapping[str, str], kept: Kept = NOTHING_KEPT, left_out: Container[str] = ()) -> None:
        self._pages, self._kept = pages, kept
        self._links_to = kept.same("names of pages", frozenset(pages))
        self._names = {file: name for name in pages if (file := _file(name)) not in left_out}

    def __getitem__(self, file: str) -> str:
        name = self._names[file]
        text = self._pages[name]
        return self._kept.remembered(_moved, name, text, self._links_to) if name.endswith(".md") else text

    def __contains__(self, file: object) -> bool:
        return file in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _file(name: str) -> str:
    """The file of a page, by its name."""
    folder, base = posixpath.split(name)
    return name if not folder or base == "index.md" or not base.endswith(".md") else f"{name[:-3]}/index.md"


def _moved(name: str, text: str, pages: frozenset[str]) -> str:
    """The text of a page with its Markdown links as they are from its file; the front matter has none."""
    before, here = posixpath.dirname(name), posixpath.dirname(_file(name))

    def link(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(before, match[1]))
        return f"]({posixpath.relpath(_file(target) if target in pages else target, here or '.')}"

    if not _LINK.search(text):
        return text  # itself, not a copy
    head, fence, body = text.partition("\n---\n")
    return head + fence + _LINK.sub(link, body) if fence else _LINK.sub(link, text)
