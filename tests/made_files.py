"""Small originals made at run time: a PDF, hOCR, ALTO, a Word document, an EPUB."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

Set = tuple[float, float, float, str]
"""A line of a page: left, from the top, size, words."""

WORDS = (
    "Wie langs de kade loopt, ziet elke dag dezelfde drie boten liggen. Ze varen nooit meer uit, zegt de "
    "havenmeester, want de sluis is dicht. Daar gelooft de buurt niets van. De brug staat al een jaar open en "
    "niemand weet waarom dat zo is gebleven. Op het plein staat nog de oude weegschaal van de markt. "
)


def made_pdf(pages: Sequence[Sequence[Set]], info: Mapping[str, str] = {}) -> bytes:
    """A PDF of these pages, each 400 by 600 points, in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        marks = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {600 - y} Tm ({_plain(t)}) Tj ET\n" for x, y, size, t in page)
        stream = marks.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(b"<< %s >>" % b" ".join(f"/{key} ({_plain(said)})".encode("cp1252") for key, said in info.items()))
    return _written(objects)


def _plain(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(out)


def column(words: str, x: float, y: float, characters: int = 34, size: float = 10) -> list[Set]:
    """Running words as the lines of a column."""
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) >= characters:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(x, y + 12 * n, size, each) for n, each in enumerate([*lines, line])]


def made_zip(parts: Mapping[str, str]) -> bytes:
    """A zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return data.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def made_docx(body: str, more: Mapping[str, str] = {}) -> bytes:
    """A Word document with this body, in WordprocessingML with the prefix w."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    top = f'{relations}<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    below = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(("styles", "footnotes", "comments", "numbering"))
        if f"word/{kind}.xml" in more
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": f"{top}</Relationships>",
        "word/_rels/document.xml.rels": f"{relations}{below}</Relationships>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    return made_zip(parts | {name: said.replace("W", _W, 1) for name, said in more.items()})


def made_epub(chapters: Mapping[str, str], more: Mapping[str, str] = {}) -> bytes:
    """An EPUB of these chapters (file name -> HTML), in order, with a table of contents."""
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = '<itemref idref="nav"/>' + "".join(f'<itemref idref="{name}"/>' for name in chapters)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Boten</dc:title><dc:creator>Els de Wit</dc:creator></metadata><manifest>"
        f'<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    root = '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": root, "OEBPS/a.opf": opf}
    pages = {f"OEBPS/{name}": words for name, words in chapters.items()}
    return made_zip(parts | {"OEBPS/nav.xhtml": "<p>Inhoud</p>"} | pages | dict(more))
