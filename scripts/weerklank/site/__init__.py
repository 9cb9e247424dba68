"""From docs/ to site/: rendered into a temporary folder, indexed, checked, and only then swapped in.

Whatever goes wrong, site/ stays as it was. `make_site` is the front door; the caller holds `checkout_lock`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from weerklank.exports.card_texts import Card
from weerklank.model.errors import InputError, Problem
from weerklank.search import SearchDocument, write_index
from weerklank.site.card_pictures import draw_cards
from weerklank.site.check import Expected, check_site
from weerklank.site.docs import check_docs
from weerklank.site.headers import headers_file
from weerklank.site.lock import checkout_lock
from weerklank.site.manifest import write_manifest
from weerklank.site.new_site import NewSite
from weerklank.site.progress import Progress
from weerklank.site.render import render_pages, rendered_ahead
from weerklank.site.swap import leave_spare, publish, rollback, swap_all, take_spare, workspace
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.workers import SERIAL

__all__ = [
    "SITE",
    "STEPS",
    "Expected",
    "NewSite",
    "Progress",
    "SearchDocument",
    "check_pages",
    "checkout_lock",
    "leave_spare",
    "make_site",
    "publish",
    "rollback",
    "swap_all",
    "take_spare",
    "workspace",
]

SITE = "site"
"""The folder of a workspace in which the new site is made, and of a checkout in which the last one is."""

STEPS = 5
"""How many steps of progress `make_site` and the swap after it take."""


def make_site(
    root: Path,
    new: NewSite,
    docs: Path,
    documents: Sequence[SearchDocument],
    expected: Expected,
    progress: Progress,
    site_url: str | None = None,
    cards: Iterable[Card] = (),
    kept: Kept = NOTHING_KEPT,
    embed: Iterable[str] = (),
    workers: Executor = SERIAL,
) -> int:
    """Render the folder `docs` into the new site, index it, check it and list it; the number of pages.

    `documents` is what can be searched, `expected` what the data say must stand on the pages, `cards`
    the pictures that links to them are shown with, `kept` work that was done before, `embed` the origins that may show
    the site in a frame. What lies in the new site already goes along.
    """
    progress.step("MkDocs")
    _render(root, new, docs, site_url, kept, workers)
    new.write("_headers", headers_file(embed).encode())
    new.write(".nojekyll", b"")  # GitHub Pages, from a branch, would leave out names with an underscore
    progress.step("cards")
    draw_cards(cards, new, kept, workers)
    progress.step("search index")
    index = new.folder.with_name("pagefind")
    write_index(documents, index, new.folder.with_name("shadow"), kept)
    new.copy_folder("pagefind", index)
    progress.step("checks")
    files = new.settle()
    pages, problems = check_site(new.folder, expected, site_url, kept, workers, files, new.before)
    if problems:
        raise InputError(problems)
    write_manifest(new.folder, files)
    return pages


def check_pages(
    root: Path, docs: Path, expected: Expected, site_url: str | None = None, kept: Kept = NOTHING_KEPT
) -> list[Problem]:
    """Everything wrong with the pages that the folder `docs` gives; they are rendered elsewhere, and go again."""
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        site = Path(folder) / "site"
        try:
            _render(root, NewSite(site), docs, site_url, kept)
        except InputError as error:
            return list(error.problems)
        return check_site(site, expected, site_url=site_url, kept=kept)[1]


def _render(
    root: Path, site: NewSite, docs: Path, site_url: str | None, kept: Kept, workers: Executor = SERIAL
) -> None:
    if problems := check_docs(docs, kept, site.digests):
        raise InputError(problems)
    rendered_ahead(root, docs, site_url, kept, workers, site.digests)
    render_pages(root, site, docs=docs, site_url=site_url, kept=kept)
