"""XML elements whose words are free of what XML cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from weerklank.markup.markdown import seen


def element(name: str, text: str | None = None, **attributes: str | None) -> ET.Element:
    """An element; `xml_id` and `xml_lang` are those of XML, and an attribute that is None or '' is left out.

    >>> ET.tostring(element("p", "Brood & zout", xml_id="p1", n=None), "unicode")
    '<p xml:id="p1">Brood &amp; zout</p>'
    """
    known = {key.replace("xml_", "xml:"): " ".join(seen(value).split()) for key, value in attributes.items() if value}
    made = ET.Element(name, known)
    made.text = seen(text) if text else None
    return made


def add(parent: ET.Element, name: str, text: str | None = None, **attributes: str | None) -> ET.Element:
    """The same, as the last child of another, on a line of its own."""
    made = element(name, text, **attributes)
    made.tail = "\n"
    parent.append(made)
    return made


def say_on(parent: ET.Element, words: str) -> None:
    """Put words behind all that the element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + seen(words)
    else:
        parent.text = (parent.text or "") + seen(words)
