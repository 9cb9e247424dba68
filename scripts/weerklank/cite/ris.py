"""Texts as RIS, the tagged lines that every reference manager reads.

Tags and forms: the RIS format specification of Research Information Systems; types as EndNote and Zotero know them.
"""

from __future__ import annotations

from typing import Any

import rispy

from weerklank.cite.csl import Item, date_parts, remarks
from weerklank.cite.csl_names import plain
from weerklank.languages.pack import Pack

_TYPES = {"article-magazine": "MGZN", "webpage": "ELEC"}


def ris(say: Pack, items: list[Item]) -> str:
    """Items of `csl_item` as a RIS file.

    >>> from weerklank.languages.pack import pack
    >>> ris(pack("nl"), [{"id": "brood", "type": "document", "title": "Brood"}]).splitlines()[:3]
    ['TY  - GEN', 'ID  - brood', 'TI  - Brood']
    """
    return str(rispy.dumps([_reference(say, item) for item in items], implementation=_Writer))


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """rispy numbers the references, which no reader asks for; and ';' stands in addresses too."""

    DEFAULT_DELIMITER_MAPPING: dict[str, str] = {}  # noqa: RUF012

    def set_header(self, count: int) -> str:
        return ""


def _reference(say: Pack, item: Item) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": item["id"],
        "authors": [_line(plain(name)) for name in item.get("author", [])],
        "title": _line(item["title"]),
        "secondary_title": _line(item.get("container-title", "")),
        "year": _date(item)[:4],
        "date": _date(item),
        "language": item.get("language"),
        "name_of_database": _line(item.get("archive", "")),
        "urls": [item["URL"]] if "URL" in item else [],
        "notes": [note] if (note := _line(remarks(say, item))) else [],
    }
    return {"type_of_reference": _TYPES.get(item["type"], "GEN"), **{k: v for k, v in values.items() if v}}


def _date(item: Item) -> str:
    """'2014/12/29/': year, month, day, season; what is not known is empty between its slashes."""
    parts = date_parts(item)
    return "/".join([*parts, "", "", ""][:3]) + "/" if parts else ""


def _line(text: str) -> str:
    """Words on one line: a new line would begin a new tag."""
    return " ".join(text.split())
