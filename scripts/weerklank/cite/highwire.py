"""What the head of a text's page tells reference managers: the work as it first appeared.

`citation_*`: Highwire Press tags as Google Scholar's inclusion guidelines describe them and Zotero's translator
for embedded metadata reads them. `z:itemType` names the kind of item, which the tags alone leave to guessing.
"""

from __future__ import annotations

from weerklank.cite.coins import ZOTERO
from weerklank.cite.csl import Item, date_parts
from weerklank.cite.csl_names import Name, plain


def highwire(item: Item) -> list[tuple[str, str]]:
    """(name, content) of the meta elements for an item of `csl_item`; what is unknown has none.

    >>> highwire({"id": "a", "type": "webpage", "title": "Brood", "issued": {"date-parts": [[2014, 3]]}})
    [('citation_title', 'Brood'), ('citation_publication_date', '2014/03'), ('z:itemType', 'webpage')]
    """
    date = "/".join(date_parts(item))
    certain = "" if item.get("issued", {}).get("circa") else date
    tags = [
        ("citation_title", item["title"]),
        *(("citation_author", _author(name)) for name in item.get("author", [])),
        ("citation_publication_date", certain),
        ("citation_date", "" if certain else date and f"ca. {date}"),
        ("citation_journal_title", item.get("container-title", "")),
        ("citation_language", item.get("language", "")),
        ("citation_public_url", item.get("URL", "")),
        ("z:itemType", ZOTERO[item["type"]]),
    ]
    return [(name, " ".join(content.split())) for name, content in tags if content]


def _author(name: Name) -> str:
    """'van der Lans, Jos'. Zotero takes a comma with two words on either side to part two authors, so there
    the name stands in its usual order.
    """
    if "literal" in name:
        return name["literal"]
    family, given = (part.strip() for part in plain(name).rsplit(",", 1))
    return plain(name, inverted=not (" " in family and " " in given))
