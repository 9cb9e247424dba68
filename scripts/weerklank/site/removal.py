"""Whether a finished site still shows what was taken down, by its pages alone: seeds may be out of order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from weerklank.collection.takedown_file import Entry
from weerklank.languages.pack import everywhere
from weerklank.site.check import read_page


def still_shown(site: Path, entries: Iterable[Entry]) -> list[str]:
    """The entries of which folder `site` holds a text, a paragraph, or the account of the source."""
    return [str(entry) for entry in entries if _is_shown(site, entry)]


def _is_shown(site: Path, entry: Entry) -> bool:
    if entry.sha256:
        accounts = (*everywhere("account"), "data")
        files = (path for folder in accounts for path in (site / folder).rglob("*") if path.is_file())
        return any(entry.sha256.encode() in path.read_bytes() for path in files)
    paths = [site / folder / entry.slug / "index.html" for folder in everywhere("essays")]
    return any(_holds(site, path, entry.unit) for path in paths if path.is_file())


def _holds(site: Path, path: Path, unit_id: str | None) -> bool:
    """Whether a page shows a text, and of it the paragraph with this id where one is meant."""
    units = read_page(site, path).units
    return units is not None and (not unit_id or any(unit.id == unit_id and unit.text for unit in units))
