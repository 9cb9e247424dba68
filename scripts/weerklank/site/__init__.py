"""From docs/ to site/: rendered into a temporary folder, indexed, checked, and only then swapped in.

Whatever goes wrong, site/ stays as it was. `build_site` is the front door; the caller holds `checkout_lock`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from weerklank.exports.card_texts import Card
from weerklank.model.errors import InputError, Problem
from weerklank.search import SearchDocument, write_index
from weerklank.site.card_pictures import draw_cards
from weerklank.site.check import Expected, check_site
from weerklank.site.docs import check_docs
from weerklank.site.headers import headers_file
from weerklank.site.lock import WORK, checkout_lock
from weerklank.site.manifest import write_manifest
from weerklank.site.progress import Progress
from weerklank.site.render import render_pages
from weerklank.site.swap import publish, rollback, swap_all, workspace

__all__ = [
    "STEPS",
    "Expected",
    "Progress",
    "SearchDocument",
    "SiteReport",
    "build_site",
    "check_pages",
    "checkout_lock",
    "make_site",
    "publish",
    "rollback",
    "swap_all",
    "workspace",
]

_THE_THEMES = ("assets/javascripts", "assets/stylesheets")
"""What the theme brings and no page of ours uses: most of the bytes, and scripts to answer for."""

STEPS = 5
"""How many steps of progress `build_site` takes."""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was published: the folder, its number of pages and of texts that can be searched."""

    site: Path
    pages: int
    searchable: int


def build_site(
    root: Path,
    documents: Sequence[SearchDocument] = (),
    expected: Expected | None = None,
    progress: Progress | None = None,
    site_url: str | None = None,
) -> SiteReport:
    """Build `root`/site from `root`/docs and `root`/mkdocs.yml.

    Raises InputError with every problem found, MachineError where the machine refuses; in both
    cases site/ is as it was. Call it inside `checkout_lock(root)`.
    """
    progress = progress or Progress(STEPS, quiet=True)
    with workspace(root) as work:
        pages = make_site(root, work, root / "docs", documents, expected, progress, site_url)
        progress.step("swap")
        publish(root, work)
    progress.done()
    return SiteReport(root / "site", pages, len(documents))


def make_site(
    root: Path,
    work: Path,
    docs: Path,
    documents: Sequence[SearchDocument],
    expected: Expected | None,
    progress: Progress,
    site_url: str | None = None,
    cards: Iterable[Card] = (),
) -> int:
    """Render the folder `docs` into `work`/site, index it, check it and list it; the number of pages.

    `documents` is what can be searched, `expected` what the data say must stand on the pages, `cards`
    the pictures that links to them are shown with.
    """
    progress.step("MkDocs")
    _refuse(check_docs(docs))
    new = work / "site"
    render_pages(root, new, docs=docs, site_url=site_url)
    for name in _THE_THEMES:
        shutil.rmtree(new / name, ignore_errors=True)
    (new / "_headers").write_text(headers_file(), "utf-8", newline="\n")
    (new / ".nojekyll").touch()  # GitHub Pages, from a branch, would leave out names with an underscore
    progress.step("cards")
    draw_cards(cards, root / WORK / "cards", new)
    progress.step("search index")
    write_index(documents, new / "pagefind", work / "shadow")
    progress.step("checks")
    pages, problems = check_site(new, expected or Expected(), site_url=site_url)
    _refuse(problems)
    write_manifest(new)
    return pages


def check_pages(root: Path, docs: Path, expected: Expected, site_url: str | None = None) -> list[Problem]:
    """Everything wrong with the pages that the folder `docs` gives; they are rendered elsewhere, and go again."""
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        if problems := check_docs(docs):
            return problems
        try:
            render_pages(root, Path(folder) / "site", docs=docs, site_url=site_url)
        except InputError as error:
            return list(error.problems)
        return check_site(Path(folder) / "site", expected, site_url=site_url)[1]


def _refuse(problems: Sequence[object]) -> None:
    if problems:
        raise InputError(problems)  # type: ignore[arg-type]
