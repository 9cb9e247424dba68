"""/data/tei/: each text as TEI P5 (tei-c.org), and all of them in one `teiCorpus`.

The ids of a text are its own ('p7'); in the corpus the text's slug stands before them ('text.weg-met-de-klant.p7').
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from weerklank.exports.tei.tei_header import editors, header_of, header_of_all
from weerklank.exports.tei.tei_text import passages_of, text_of
from weerklank.model import Collection, Essay

FOLDER = "data/tei"
_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_POINTERS = ("ana", "from", "to", "source", "resp")


def files(collection: Collection) -> Iterator[tuple[str, str]]:
    """Every file by its name under docs/; none of a collection without texts."""
    if not collection.essays:
        return
    corpus = ET.Element("teiCorpus", {"xmlns": _NAMESPACE})
    corpus.text = "\n"
    corpus.append(header_of_all(collection))
    for essay in collection.essays:
        made = tei(essay, collection)
        made.set("xmlns", _NAMESPACE)
        yield f"{FOLDER}/{essay.slug}.xml", _document(made)
        del made.attrib["xmlns"]
        corpus.append(_in_corpus(made, essay.slug))
    yield f"{FOLDER}/index.xml", _document(corpus)


def tei(essay: Essay, collection: Collection) -> ET.Element:
    """One text, as far as it may be shown."""
    made = ET.Element("TEI")
    made.text = made.tail = "\n"
    made.append(header_of(essay, collection))
    beside = passages_of(essay, collection, editors(collection.config))
    if beside is not None:
        made.append(beside)
    made.append(text_of(essay, collection))
    return made


def _in_corpus(text: ET.Element, slug: str) -> ET.Element:
    """The text with ids that are its own among those of all texts."""
    for each in text.iter():
        if own := each.get("xml:id"):
            each.set("xml:id", f"text.{slug}.{own}")
        for name in _POINTERS:
            if led := each.get(name):
                each.set(name, " ".join(f"#text.{slug}.{to[1:]}" for to in led.split()))
    return text


def _document(root: ET.Element) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode").rstrip() + "\n"
