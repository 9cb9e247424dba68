"""What can be found on one page."""

from __future__ import annotations

from dataclasses import dataclass

from weerklank.languages import base


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What can be found on one page.

    `url` is the page's address from the site's root, with a slash at the end ('essays/een-slug/');
    `paragraphs` are (id on that page, text); text with an empty id, a heading say, goes with the
    paragraph that follows it. `passages` are (argument's id, stance) of what is marked in a text.
    """

    url: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    paragraphs: tuple[tuple[str, str], ...]
    kind: str = "text"  # or "argument", "lesson"
    passages: tuple[tuple[str, str], ...] = ()
    language: str | None = None  # where it is not the interface's
    interface: str = "nl"

    @property
    def spoken(self) -> str:
        """The code of the language that the page's words are in."""
        return base(self.language or self.interface)
