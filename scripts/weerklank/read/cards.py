"""Cards that announce other texts: built alike, side by side, each a title, perhaps a sentence, and a link away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from bs4 import Tag

from weerklank.read.zones import elements, names_of

_KINDS = ["div", "li", "article", "section", "a", "td"]
HEADINGS = ["h2", "h3", "h4", "h5", "h6"]
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
    items = islice(elements(page, _KINDS), _MOST)
    for parent in {id(tag.parent): tag.parent for tag in items if tag.parent is not None}.values():
        children = [child for child in parent.contents if isinstance(child, Tag)]
        if max(Counter(map(_built, children)).values(), default=0) < _LEAST:
            continue
        row = list(_last_alike(children))
        if len(row) >= _LEAST and (all(map(_title_leads, row)) or _end_alike(row)) and _lead_to_one_site(row):
            found.update(map(id, row))
    return found


def _last_alike(children: Sequence[Tag]) -> Iterator[Tag]:
    """The last of these elements that have words, as long as they are built alike, short, and hold a link away."""
    last: tuple[str, str] | None = None
    for child in reversed(children):
        words = child.get_text(" ").split()
        if not words:
            continue
        last = last or _built(child)
        if child.name not in _KINDS or _built(child) != last or len(words) > _WORDS or not _links(child):
            return
        yield child


def leads_within(heading: Tag, own: str) -> bool:
    """Whether a title leads to another page of the site that has the address `own`."""
    links = [*elements(heading, ("a",)), *(tag for tag in heading.parents if tag.name == "a")]
    host = _HOST.match(own)
    away = [str(link["href"]) for link in links if link.get("href") and _leads_away(link)]
    return any(not _HOST.match(href) or bool(host and href.startswith(host[0])) for href in away)


def _built(element: Tag) -> tuple[str, str]:
    return element.name, " ".join(names_of(element)[:1])


def _links(element: Tag) -> list[Tag]:
    """The links of an element, itself among them, that lead to another page."""
    inside = islice((link for link in elements(element, ("a",)) if link.has_attr("href")), 10)
    return [link for link in [*([element] if element.name == "a" else []), *inside] if _leads_away(link)]


def _leads_away(link: Tag) -> bool:
    return not str(link.get("href") or "#").startswith(("#", "mailto:", "tel:"))


def _lead_to_one_site(row: Sequence[Tag]) -> bool:
    """Whether the cards lead to one website; those of an author's list of links lead to many."""
    return len({host[0] for card in row for link in _links(card) if (host := _HOST.match(str(link["href"])))}) < _SITES


def _title_leads(card: Tag) -> bool:
    """Whether a card has a heading that is a link, or is a link as a whole, and says no more than a link can."""
    heading = card.find(HEADINGS)
    if heading is None:
        return False
    return any(link is card or link in heading.parents or heading in link.parents for link in _links(card))


def _end_alike(row: Sequence[Tag]) -> bool:
    """Whether all cards have a heading, and end in a link of the same words."""
    calls = {_links(card)[-1].get_text(" ", strip=True) for card in row}
    return len(calls) == 1 and all(card.find(HEADINGS) for card in row)
