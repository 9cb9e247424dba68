"""A Word document (.docx) as text: its headings, lists, quotations and notes, by mammoth."""

from __future__ import annotations

import io
from collections.abc import Iterator

import mammoth

from weerklank.read.hardened_xml import name_of, read_xml
from weerklank.read.html import whole_page
from weerklank.read.zip_files import ZipParts

_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_CHANGES = {"ins", "del", "moveFrom", "moveTo"}
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""


def read_docx(data: bytes, where: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """The text of a document, what its properties say of it (field, value), and what an editor must know.

    What was deleted under tracked changes and what comments say is left out. InputError where it is none, or damaged.
    """
    parts = ZipParts(data, where)
    if _MAIN not in parts.names:
        raise parts.refused("is no Word document (.docx)", "save it as .docx")
    trees = {name: read_xml(parts.read(name), where) for name in parts.names if name.endswith((".xml", ".rels"))}
    try:
        page = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=lambda image: []).value
    except Exception as error:  # whatever the library trips over in a stranger's file
        raise parts.refused(f"cannot be read as a Word document ({type(error).__name__})") from None
    names = {name_of(element) for element in trees[_MAIN].iter()}
    notes = ["holds tracked changes: read as if all were accepted"] if names & _CHANGES else []
    notes += ["holds comments: left out"] if "commentReference" in names else []
    core = trees.get(_CORE)
    return whole_page(page, where), list(_said(core)) if core is not None else [], notes


def _said(core: object) -> Iterator[tuple[str, str]]:
    fields = {"title": "title", "creator": "author", "created": "date"}
    for element in core.iter():  # type: ignore[attr-defined]
        if (field := fields.get(name_of(element))) and (element.text or "").strip():
            yield field, element.text.strip()
