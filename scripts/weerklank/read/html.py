"""HTML pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from weerklank.errors import InputError, Problem
from weerklank.model import Metadata

SELECTOR = "selector"


@dataclass(frozen=True)
class HtmlPage:
    """A page as read: its text, what it says of itself, the blocks not taken, and notes on the reading."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    set_aside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_html(data: bytes, selector: str | None = None) -> HtmlPage:
    """Not there yet: every page is refused."""
    raise InputError([Problem("page", "HTML cannot be read yet", "save the text as .txt")])
