"""Which pages of a site a test looks at: the largest of every kind, or with `make test-all` every one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Pages: TypeAlias = Callable[[Path], list[str]]
"""From the folder of a site to the addresses of pages in it, relative to its home page."""


def leads_on(page: Path) -> bool:
    """Whether the page does nothing but lead to another, at once."""
    return 'http-equiv="refresh"' in page.read_text("utf-8")


def every_page(site: Path) -> list[str]:
    """The address of every page to read: none that leads on to another."""
    pages = [page.parent.relative_to(site) for page in sorted(site.rglob("index.html")) if not leads_on(page)]
    return [f"{page.as_posix()}/" if page.parts else "" for page in pages]


def kinds(site: Path) -> list[str]:
    """The address of the largest page of every kind, a kind being a page by itself or the pages of one folder."""
    largest: dict[str, str] = {}
    for path in every_page(site):
        folder, _, name = path.rstrip("/").rpartition("/")
        kind = f"{folder}/*" if folder else name
        if kind not in largest or size(site, path) > size(site, largest[kind]):
            largest[kind] = path
    return list(largest.values())


def size(site: Path, path: str) -> int:
    """The bytes of a page."""
    return (site / path / "index.html").stat().st_size


EVERYWHERE = pytest.mark.parametrize("pages", [kinds, pytest.param(every_page, marks=pytest.mark.every)])
"""For a test that takes `pages`."""
