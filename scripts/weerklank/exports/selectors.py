"""Where a passage stands in the page of its text, for who knows nothing of that page but its DOM.

The Web Annotation Data Model (W3C, 2017, § 4.2) counts in code points of a text without markup. That
text is here the `textContent` of the block's element, as it is served: the block's number comes
first in it, and a list is its items between the line ends of its markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from weerklank.markup.markdown import seen
from weerklank.model import Passage, Unit

CONTEXT = 32
"""Code points of context before and after a quote, as the model's examples and its users have them."""

_ITEM = re.compile(r"^(?:- |\d+\. )")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of an element's text: its words, those around them, and its offsets in code points."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def quoted(passage: Passage, unit: Unit) -> Quoted | None:
    """The passage in the text of its block's element; None where those words are not shown."""
    if not passage.quote or passage.quote != unit.text[passage.start : passage.end]:
        return None
    text, lead = served(unit), len(_lead(unit))
    start, end = (lead + len(_shown(unit, unit.text[:at])) for at in (passage.start, passage.end))
    return Quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def served(unit: Unit) -> str:
    """The `textContent` of the unit's element on its essay's page."""
    return _lead(unit) + _shown(unit, unit.text) + ("\n\n" if unit.kind == "list" else "")


def _lead(unit: Unit) -> str:
    """What stands in the element before the author's words."""
    if not unit.number:
        return ""
    return f"\n§ {unit.number}\n\n" if unit.kind == "list" else f"§ {unit.number} "


def _shown(unit: Unit, text: str) -> str:
    """`text`, the first part of the unit's, as the page shows it: list markers are elements there."""
    if unit.kind == "list":
        text = "\n".join(_ITEM.sub("", line) for line in text.split("\n"))
    return seen(text)
