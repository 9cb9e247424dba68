"""/data/pages.json: the addresses and titles of the pages, for who asks for one that is not there."""

from __future__ import annotations

import json
from collections.abc import Mapping

from weerklank.exports.card_texts import Card

NAME = "data/pages.json"


def pages_json(cards: Mapping[str, Card]) -> str:
    r"""Address (from the site's root) and title of each page that has a card of its own.

    >>> pages_json({"essays/brood.md": Card("essays/brood", "Tekst", "Brood", "Anna", "Bakkers")})
    '[\n{"url": "essays/brood/", "title": "Brood"}\n]\n'
    """
    own = {card.name: card.title for name, card in cards.items() if name == f"{card.name}.md"}
    rows = [json.dumps({"url": _url(name), "title": title}, ensure_ascii=False) for name, title in own.items()]
    return "[\n" + ",\n".join(rows) + "\n]\n"


def _url(name: str) -> str:
    """The address of a page from its name under docs/, without '.md'."""
    if name == "index":
        return ""
    return f"{name.removesuffix('/index')}/"
