"""Cards that announce other texts: built alike, side by side, each a title, perhaps a sentence, and a link away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import Tag

from weerklank.read.zones import names_of

_KINDS = ["div", "li", "article", "section", "a", "td"]
_HEADINGS = ["h2", "h3", "h4", "h5", "h6"]
_LEAST = 3  # cards: two may be the author's
_WORDS = 40  # words of a card
_SITES = 3  # to which cards lead that an author made
_HOST = re.compile(r"(?:https?:)?//[^/]*")
_MOST = 3_000  # elements that are looked at


def cards(page: Tag) -> set[int]:
    """The ids of the cards on a page: nothing but cards stands below them in their parent, and each has a title that
    leads away, or they all end in one and the same link ('Lees verder').
    """
    found: set[int] = set()
    parents = {id(tag.parent): tag.parent for tag in page.find_all(_KINDS, limit=_MOST) if tag.parent is not None}
    for parent in parents.values():
        row = list(_last_alike(parent))
        if len(row) >= _LEAST and (all(map(_title_leads, row)) or _end_alike(row)) and _lead_to_one_site(row):
            found.update(map(id, row))
    return found


def _last_alike(parent: Tag) -> Iterator[Tag]:
    """The last elements of a parent, as long as they are built alike, short, and hold a link away."""
    children = [child for child in parent.children if isinstance(child, Tag) and child.get_text(strip=True)]
    for child in reversed(children):
        if child.name not in _KINDS or _built(child) != _built(children[-1]) or not _links(child):
            return
        if len(child.get_text(" ").split()) > _WORDS:
            return
        yield child


def leads_within(item: Tag, own: str) -> bool:
    """Whether the one title of an item leads to another page of the site that has the address `own`."""
    headings = item.find_all(["h1", *_HEADINGS], limit=2)
    links = (
        [] if len(headings) != 1 else [*headings[0].find_all("a", href=True), *headings[0].find_parents("a", href=True)]
    )
    host = _HOST.match(own)
    away = [str(link["href"]) for link in links if _leads_away(link)]
    return any(not _HOST.match(href) or bool(host and href.startswith(host[0])) for href in away)


def _built(element: Tag) -> tuple[str, str]:
    return element.name, " ".join(names_of(element)[:1])


def _links(element: Tag) -> list[Tag]:
    """The links of an element, itself among them, that lead to another page."""
    inside = element.find_all("a", href=True, limit=10)
    return [link for link in [*([element] if element.name == "a" else []), *inside] if _leads_away(link)]


def _leads_away(link: Tag) -> bool:
    return not str(link.get("href") or "#").startswith(("#", "mailto:", "tel:"))


def _lead_to_one_site(row: Sequence[Tag]) -> bool:
    """Whether the cards lead to one website; those of an author's list of links lead to many."""
    return len({host[0] for card in row for link in _links(card) if (host := _HOST.match(str(link["href"])))}) < _SITES


def _title_leads(card: Tag) -> bool:
    """Whether a card has a heading that is a link, or is a link as a whole, and says no more than a link can."""
    heading = card.find(_HEADINGS)
    if heading is None:
        return False
    return any(link is card or link in heading.parents or heading in link.parents for link in _links(card))


def _end_alike(row: Sequence[Tag]) -> bool:
    """Whether all cards have a heading, and end in a link of the same words."""
    calls = {_links(card)[-1].get_text(" ", strip=True) for card in row}
    return len(calls) == 1 and all(card.find(_HEADINGS) for card in row)
