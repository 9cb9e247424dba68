"""/data/tei/: each text as TEI P5 (tei-c.org), and all of them in one `teiCorpus`.

The ids of a text are its own ('p7'); in the corpus the text's slug stands before them ('text.weg-met-de-klant.p7').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from xml.etree import ElementTree as ET

from weerklank.exports.tei.tei_header import editors, header_of, header_of_all
from weerklank.exports.tei.tei_text import passages_of, text_of
from weerklank.model import Collection, Essay
from weerklank.pages.made_of import Files, MadeOf
from weerklank.state.kept import NOTHING_KEPT, Kept

FOLDER = "data/tei"
_NAMESPACE = ' xmlns="http://www.tei-c.org/ns/1.0"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TAG = re.compile(r"<[A-Za-z][^>]*>")
_OWN = re.compile(r'( xml:id=")|( (?:ana|from|to|source|resp)=")([^"]*)')


def files(
    collection: Collection, made_of: MadeOf | None = None, kept: Kept = NOTHING_KEPT
) -> Iterator[tuple[str, str]]:
    """Every file by its name under docs/; none of a collection without texts."""
    if not collection.essays:
        return
    made_of = made_of or MadeOf(collection)
    parts = [f"<teiCorpus{_NAMESPACE}>\n{ET.tostring(header_of_all(collection), 'unicode')}"]
    for essay in collection.essays:
        name = f"{FOLDER}/{essay.slug}.xml"
        text = made_of.pages(*inside(essay, made_of))[name]
        parts.append(kept.remembered(_in_corpus, text, essay.slug))
        yield name, f"{_DECLARATION}<TEI{_NAMESPACE}>{text}</TEI>\n"
    yield f"{FOLDER}/index.xml", f"{_DECLARATION}{''.join(parts)}</teiCorpus>\n"


def inside(essay: Essay, made_of: MadeOf) -> tuple[str, Collection, Files]:
    """How `MadeOf.pages` makes what stands in the `TEI` of one text, as far as it may be shown, by the file's name."""
    name = f"{FOLDER}/{essay.slug}.xml"
    return name, made_of.text(essay), partial(_inside, name, essay)


def _inside(name: str, essay: Essay, collection: Collection) -> dict[str, str]:
    parts = [
        header_of(essay, collection),
        passages_of(essay, collection, editors(collection.config)),
        text_of(essay, collection),
    ]
    return {name: "\n" + "".join(ET.tostring(part, "unicode") for part in parts if part is not None)}


def _in_corpus(text: str, slug: str) -> str:
    """The text with ids that are its own among those of all texts. A '<' is a tag: in words it is written '&lt;'."""

    def named(match: re.Match[str]) -> str:
        pointers = " ".join(f"#text.{slug}.{to[1:]}" for to in (match[3] or "").split())
        return f"{match[1]}text.{slug}." if match[1] else f"{match[2]}{pointers}"

    return f"<TEI>{_TAG.sub(lambda tag: _OWN.sub(named, tag[0]), text)}</TEI>\n"
