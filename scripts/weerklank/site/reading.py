"""The reading text, read back from a finished page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

_MARKER = re.compile(r"^(?:- |\d{1,3}\. )")


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as the page has it: `id`, `kind` (of model.BlockKind) and its text, normalised."""

    id: str
    kind: str
    text: str

    def normal(self, text: str) -> str:
        r"""`text` (of a model.Unit) as this kind of block shows it: white space that a browser
        collapses collapsed, and without list markers, which the page has as elements.

        >>> Unit("p1", "list", "").normal("- een  ding\n- twee")
        'een ding\ntwee'
        """
        if self.kind not in ("list", "verse"):
            return _flat(text)
        lines = text.split("\n")
        return "\n".join(_flat(_MARKER.sub("", line) if self.kind == "list" else line) for line in lines).strip()


def reading_units(article: html.HtmlElement) -> tuple[tuple[Unit, ...], str]:
    """The units in an element with data-seed, and the words outside them that are not apparatus.

    The element is taken apart in doing so.
    """
    for added in article.xpath(".//*[@data-apparatus]"):
        if added.getparent() is not None:
            added.drop_tree()
    leaves = article.xpath(".//*[@data-block and @data-block != 'quotation']")
    units = tuple(_unit(leaf) for leaf in leaves)
    for leaf in leaves:
        leaf.drop_tree()
    return units, _flat(article.text_content())


def _unit(leaf: html.HtmlElement) -> Unit:
    kind = leaf.get("data-block")
    for br in leaf.iter("br"):
        br.tail = "\n" + (br.tail or "").lstrip("\n")
    if kind == "list":
        text = "\n".join(_flat(item.text_content()) for item in leaf.iter("li"))
    elif kind == "verse":
        text = "\n".join(_flat(line) for line in leaf.text_content().strip().split("\n"))
    else:
        text = _flat(leaf.text_content())
    return Unit(leaf.get("id", ""), kind, text)


def _flat(text: str) -> str:
    return " ".join(text.split())
