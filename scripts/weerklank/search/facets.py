"""What a search can be narrowed down by: author, argument, stance and year of each text.

A file of our own, for Pagefind's filters with more than one value make builds differ byte by byte.
Texts are named as Pagefind names them (the stems of its fragment files), so that the browser can
count without loading the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from weerklank.model import STANCES
from weerklank.search.document import SearchDocument


def write_facets(documents: Sequence[SearchDocument], names: dict[str, str], out: Path) -> None:
    """Write facets.json into folder `out`; `names` are Pagefind's for the pages, by their addresses."""
    texts = [document for document in documents if document.kind == "text"]
    authors = _numbered(author for document in texts for author in document.authors)
    claims = {document.url.strip("/").rpartition("/")[2]: document.title for document in documents}
    arguments = _numbered(argument for document in texts for argument, *_ in document.passages)
    rows = [_row(document, authors, arguments) for document in texts]
    data = {
        "authors": list(authors),
        "arguments": [[name, claims.get(name, name)] for name in arguments],
        "texts": {names[document.url]: row for document, row in zip(texts, rows, strict=True)},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    (out / "facets.json").write_text(text, "utf-8", newline="\n")


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted(set(names)))}


def _row(document: SearchDocument, authors: dict[str, int], arguments: dict[str, int]) -> list[Any]:
    """[year or 0, [author, …], [argument * number of STANCES + stance, …]]."""
    taken = {(argument, stance) for argument, stance, *_ in document.passages}
    passages = {arguments[argument] * len(STANCES) + STANCES.index(stance) for argument, stance in taken}
    return [document.year or 0, [authors[name] for name in document.authors], sorted(passages)]
