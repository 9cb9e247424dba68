"""Shadow pages: what Pagefind reads in place of the public pages, thrown away afterwards.

A shadow page holds what can be found and nothing else: no notes, no numbers, no interface. Before
each paragraph stands an anchor; Pagefind keeps the anchors with their places among the words, so
that the browser can lead from a hit to its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from weerklank.search.document import SearchDocument
from weerklank.search.seams import without_seams

AUTHORS = " ‖ "
"""Between the authors told with a result: a group's name may hold a comma."""
_AUTHOR_WEIGHT = 5  # a title weighs 7 of itself


def shadow_page(document: SearchDocument) -> str:
    """The HTML of the shadow page of a document whose seams are marked.

    Pagefind makes an index for each language that its pages say they are in, and there is one search: all say the
    interface's. What language the words are in is told with a result.
    """
    names, date = ", ".join(document.authors), f"<p>{escape(document.date)}</p>\n" if document.date else ""
    title, year = without_seams(document.title), str(document.year or "")
    fields = {"title": title, "authors": without_seams(AUTHORS.join(document.authors)), "year": year}
    fields |= {"kind": document.kind, "lang": document.language or ""}
    meta = "".join(f'<meta data-pagefind-meta="{k}[content]" content="{escape(v)}">' for k, v in fields.items() if v)
    rows = (
        (f'<a id="{escape(name)}"></a>' if name else "", text) for name, text in _headings_below(document.paragraphs)
    )
    body = "".join(f"<p>{anchor}{escape(text)}</p>\n" for anchor, text in rows)
    return (
        f'<!doctype html><html lang="{escape(document.interface)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n"
        f"<body data-pagefind-body>{meta}<h1>{escape(document.title)}</h1>\n"
        f'<p data-pagefind-weight="{_AUTHOR_WEIGHT}">{escape(names)}</p>\n{date}{body}</body></html>\n'
    )


def _headings_below(paragraphs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """The paragraphs with each anchor moved up to the heading above it, which so leads there."""
    waiting: list[str] = []
    for name, text in paragraphs:
        if not name:
            waiting.append(text)
            continue
        first, *rest = [*waiting, text]
        yield name, first
        yield from (("", line) for line in rest)
        waiting = []
    yield from (("", text) for text in waiting)
