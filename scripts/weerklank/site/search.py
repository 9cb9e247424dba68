"""The search index: Pagefind over shadow pages, one for each text or argument, thrown away afterwards.

A shadow page holds what can be found and nothing else: no notes, no numbers, no interface. Before
each paragraph stands an anchor; Pagefind keeps the anchors with their word positions, so that
docs/assets/search.js leads from a hit to its paragraph.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from weerklank.errors import MachineError

_USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What can be found on one page.

    `url` is the page's address from the site's root, with a slash at the end ('essays/een-slug/');
    `paragraphs` are (id on that page, text); an empty id leads to the top of the page.
    """

    url: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    paragraphs: tuple[tuple[str, str], ...]
    kind: str = "text"  # or "argument"


def write_index(documents: Sequence[SearchDocument], out: Path, shadow: Path) -> None:
    """Index `documents` into folder `out`; `shadow` is a folder of ours for the shadow pages.

    The same documents give the same bytes. Raises MachineError where Pagefind fails.
    """
    for document in documents:
        page = shadow / document.url / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_page(document), "utf-8")
    if not documents:
        return
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(shadow), "--output-path", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-300:]
        raise MachineError(f"Pagefind could not make the search index: {said or done.returncode}")
    _keep_used(out)


def _page(document: SearchDocument) -> str:
    """One shadow page. The year and names are fields; title and names can be found, and weigh more."""
    names = ", ".join(document.authors)
    fields = {"authors": names, "year": str(document.year or ""), "kind": document.kind}
    meta = "".join(f'<meta data-pagefind-meta="{k}[content]" content="{escape(v)}">' for k, v in fields.items() if v)
    body = "".join(f"<p>{_anchor(name)}{escape(_words(text))}</p>\n" for name, text in _anchored(document.paragraphs))
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(document.title)}</title></head>\n'
        f"<body data-pagefind-body>{meta}<h1>{escape(document.title)}</h1>\n"
        f'<p data-pagefind-weight="5">{escape(names)}</p>\n{body}</body></html>\n'
    )


def _anchored(paragraphs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The paragraphs with each anchor moved up before the headings over its paragraph: these have
    none of their own (they would outrank the text under them), and lead to what they stand over.
    """
    headings: list[str] = []
    for name, text in paragraphs:
        if not name:
            headings.append(text)
            continue
        for place, words in enumerate((*headings, text)):
            yield "" if place else name, words
        headings = []
    yield from (("", text) for text in headings)


def _anchor(name: str) -> str:
    return f'<a id="{escape(name)}"></a>' if name else ""


def _words(text: str) -> str:
    """A paragraph without the marks before its list items: an excerpt runs on in one line."""
    return re.sub(r"(?m)^- ", "", text)


def _keep_used(out: Path) -> None:
    """Take away Pagefind's own interfaces: the pages use none of them."""
    used = {path for pattern in _USED for path in out.glob(pattern)}
    for path in out.iterdir():
        if path not in used:
            path.unlink()
