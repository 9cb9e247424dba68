"""A book as EPUB 3: a zip of XHTML that every reading device shows, the same bytes for the same book.

The formats: EPUB 3.3 and EPUB Accessibility 1.1 (W3C Recommendations, 25 May 2023). Notes are `noteref` and
`footnote`, which devices show on the spot; the list of pages is that of the paragraphs, by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from weerklank.exports.book.book import Book
from weerklank.exports.book.chapters import Chapter, chapters, stylesheet
from weerklank.exports.zipped import zipped
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.pages.template import render
from weerklank.state.kept import NOTHING_KEPT, Kept

_TYPE = "application/epub+zip"
_NAMES = "http://www.idpf.org/2007/opf"
_CORE = "http://purl.org/dc/elements/1.1/"
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityHazard", "none"),
)


def epub(book: Book, say: Pack, kept: Kept = NOTHING_KEPT) -> bytes:
    """The EPUB of a book; the pages of texts may be `kept`."""
    bound = chapters(book, say, epub=True, kept=kept)
    made = {f"EPUB/{chapter.name}": chapter.markup for chapter in bound}
    made |= {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/book.css": stylesheet(),
        "EPUB/nav.xhtml": _navigation(book, bound, say),
        "EPUB/package.opf": _package(book, bound, say),
    }
    return zipped({name: text.encode() for name, text in made.items()}, mimetype=_TYPE)


def _navigation(book: Book, bound: Sequence[Chapter], say: Pack) -> str:
    first = next((c for c in bound if c.part == "texts"), bound[0])
    return render(
        say,
        "book/nav",
        ours=book.language,
        contents=[(c.name, c.title, c.language, c.below) for c in bound],
        landmarks=[
            ("toc", "#toc", say("book.contents")),
            ("titlepage", bound[0].name, say("book.title_page")),
            ("bodymatter", first.name, say("book.to_text")),
            ("bibliography", "sources.xhtml", say("book.sources")),
            ("colophon", "colophon.xhtml", say("book.colophon")),
        ],
        paragraphs=list(_paragraphs(book, say)),
    )


def _paragraphs(book: Book, say: Pack) -> Iterator[tuple[str, str]]:
    """Where each numbered paragraph stands; of several texts its number alone would name none."""
    for text in book.texts:
        for block in text.blocks:
            if block.number:
                yield (
                    f"text-{text.slug}.xhtml#{block.id}-number",
                    say("book.paragraph_of", number=block.number, title=text.title),
                )


def _package(book: Book, bound: Sequence[Chapter], say: Pack) -> str:
    items = [tag("item", id="nav", href="nav.xhtml", properties="nav", **{"media-type": "application/xhtml+xml"})]
    items += [tag("item", id="css", href="book.css", **{"media-type": "text/css"})]
    items += [
        tag("item", id=f"c{n}", href=chapter.name, **{"media-type": "application/xhtml+xml"})
        for n, chapter in enumerate(bound)
    ]
    order = [tag("itemref", idref=f"c{n}") for n, _ in enumerate(bound)]
    order.insert(1, tag("itemref", idref="nav"))
    body = [tag("metadata", *_metadata(book, say), **{"xmlns:dc": _CORE})]
    body += [tag("manifest", join(items, "\n")), tag("spine", join(order, "\n"))]
    names = {"xmlns": _NAMES, "version": "3.0", "unique-identifier": "name", "xml:lang": book.language}
    whole = tag("package", join(body, "\n"), **names)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{whole}\n'


def _metadata(book: Book, say: Pack) -> Iterator[Html]:
    name = book.urn or uuid5(NAMESPACE_URL, book.address or book.title).urn
    yield tag("dc:identifier", name, id="name")
    yield tag("dc:title", book.title, id="title")
    yield tag("dc:language", book.language)
    for number, author in enumerate(book.authors):
        yield tag("dc:creator", author, id=f"author{number}")
    for number, editor in enumerate(book.editors):
        yield tag("dc:contributor", editor, id=f"editor{number}")
        yield _meta("role", "edt", refines=f"#editor{number}", scheme="marc:relators")
    if book.about:
        yield tag("dc:description", book.about[0])
    yield tag("dc:date", book.day)
    yield tag("dc:source", book.address or name, id="pages")
    yield _meta("source-of", "pagination", refines="#pages")
    yield _meta("dcterms:modified", f"{book.day}T00:00:00Z")
    for key, value in _ACCESS:
        yield _meta(key, value)
    if any(block.number for text in book.texts for block in text.blocks):
        yield _meta("schema:accessibilityFeature", "pageNavigation")
        yield _meta("schema:accessibilityFeature", "pageBreakMarkers")
    yield _meta("schema:accessibilitySummary", say("book.accessible"))


def _meta(key: str, value: str, **more: str) -> Html:
    return tag("meta", value, property=key, **more)
