"""Whether a finished site still shows what was taken down, by its pages alone: seeds may be out of order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from weerklank.collection.takedown_file import Entry
from weerklank.site.check import read_page

_ACCOUNTS = ("verantwoording", "data")


def still_shown(site: Path, entries: Iterable[Entry]) -> list[str]:
    """The entries of which folder `site` holds a text, a paragraph, or the account of the source."""
    return [str(entry) for entry in entries if _is_shown(site, entry)]


def _is_shown(site: Path, entry: Entry) -> bool:
    if entry.sha256:
        files = (path for folder in _ACCOUNTS for path in (site / folder).rglob("*") if path.is_file())
        return any(entry.sha256.encode() in path.read_bytes() for path in files)
    path = site / "essays" / entry.slug / "index.html"
    units = read_page(site, path).units if path.is_file() else None
    if units is None:
        return False
    return not entry.unit or any(unit.id == entry.unit and unit.text for unit in units)
