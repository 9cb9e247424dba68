"""A text as a COinS: an OpenURL context object (NISO Z39.88-2004) in the title of an empty span.

Zotero reads it before the tags of the page's head, and by it knows a group's name (`rft.aucorp`) from a person's, of
which those tags let it part the last word.
"""

from __future__ import annotations

from urllib.parse import quote

from weerklank.cite.csl import Item, date_parts
from weerklank.cite.csl_names import family

ZOTERO = {"article-magazine": "magazineArticle", "webpage": "webpage", "document": "document"}
"""Zotero's names of the kinds of item."""


def coins(item: Item) -> str:
    """The context object for an item of `csl_item`, in Dublin Core; what is unknown is not there.

    >>> coins({"type": "webpage", "title": "Brood & zout", "author": [{"literal": "SP Oost"}]}).split("&")[3:]
    ['rft.title=Brood%20%26%20zout', 'rft.aucorp=SP%20Oost']
    """
    told = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", ZOTERO[item["type"]]),
        ("rft.title", item["title"]),
    ]
    for name in item.get("author", []):
        if "literal" in name:
            told.append(("rft.aucorp", name["literal"]))
        else:
            told += [("rft.aulast", family(name)), ("rft.aufirst", name["given"])]
    told += [
        ("rft.date", "-".join(date_parts(item))),
        ("rft.source", item.get("container-title", "")),
        ("rft.language", item.get("language", "")),
        ("rft.identifier", item.get("URL", "")),
    ]
    return "&".join(f"{key}={quote(' '.join(value.split()), safe='')}" for key, value in told if value)
