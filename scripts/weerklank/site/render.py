"""MkDocs, run inside this process, quietly, and with the same bytes every time."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from pathspec.gitignore import GitIgnoreSpec

from weerklank.languages.pack import packs
from weerklank.model.errors import InputError, Problem
from weerklank.site.kept_pages import KeptPages, missing
from weerklank.site.new_site import NewSite
from weerklank.site.packed_pages import PackedPages
from weerklank.site.raw_blocks import RawBlocks
from weerklank.state.ahead import pays
from weerklank.state.digests import Digests
from weerklank.state.kept import NOTHING_KEPT, Kept, Made
from weerklank.state.workers import width

_DIRTY = "A 'dirty' build"  # what MkDocs says of every partial rendering; why this one is right: kept_pages.py
_LINK = re.compile(r"Doc file '([^']+)' contains a link '([^']+)', but (.+?)\.?$")
_NO_MENU = re.compile(r'The following pages exist in the docs directory, but .* "nav" configuration: - (.+)')
_PAGE = "page"  # as what a finished page is kept
_COST = 0.014  # seconds that one takes, on the average
_SAME_MOMENT = "1388275200"  # any fixed moment: no page tells the time of its build


def render_pages(
    root: Path,
    site: NewSite,
    *,
    docs: Path | None = None,
    site_url: str | None = None,
    preview: bool = False,
    kept: Kept = NOTHING_KEPT,
    only: Collection[str] | None = None,
) -> None:
    """Render the folder `docs` (`root`/docs) into a new site as `mkdocs build --strict` does.

    Pages that are `kept` are not rendered again; those that are there may be of any time. `preview` leaves out the
    content security policy; `only` are the pages that are wanted, where not all are.

    Raises InputError with each of MkDocs' warnings and errors.
    """
    pages: KeptPages | None = None
    with _environment(site_url, preview), _listening() as said:
        try:
            config = _config(root, site.folder, docs or root / "docs")
            pages = KeptPages(kept, config, "page of the preview" if preview else _PAGE, site, only)
            for each in (pages, RawBlocks(), PackedPages()):
                config.plugins[type(each).__name__] = each  # type: ignore[assignment]  # it wants `on_…` of it, no more
            build(config, dirty=True)
        except Abort:
            pass  # what was wrong has been heard
        except MkDocsException as error:
            said.append(str(error))
    if pages:
        pages.keep(said)
    if said:
        raise InputError([problem for text in dict.fromkeys(said) for problem in told(" ".join(text.split()))])


def rendered_ahead(
    root: Path, docs: Path, site_url: str | None, kept: Kept, workers: Executor, digests: Digests
) -> None:
    """Have workers render the pages that are not kept yet, each a share of them, if they are many. A page about which
    MkDocs has something to say is left to the rendering itself, which says it.
    """
    jobs, left = width(workers), list[str]()
    if jobs < 2 or not pays(workers, sum(1 for _ in docs.rglob("*.md")), _COST):
        return  # nor is it worth while to see which are kept
    with _environment(site_url, False), _listening(), suppress(Abort, MkDocsException):
        left = missing(kept, _config(root, root / "site", docs), _PAGE, digests)
    if pays(workers, len(left), _COST):
        with suppress(BrokenExecutor):
            own, *others = (partial(_share, root, docs, site_url, left[at::jobs]) for at in range(jobs))
            shares = [workers.submit(each) for each in others]
            for made in (own(), *(share.result() for share in shares)):
                kept.take(made)


def _share(root: Path, docs: Path, site_url: str | None, only: Sequence[str]) -> Made:
    kept = Kept()
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder, suppress(Exception):
        render_pages(root, NewSite(Path(folder)), docs=docs, site_url=site_url, kept=kept, only=only)
    return kept.made


def _config(root: Path, out: Path, docs: Path) -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=False)
    config.not_in_nav = _without_menu(config)
    return config


def _without_menu(config: MkDocsConfig) -> GitIgnoreSpec:
    """The pages that need be in no menu: those that the collection says, and those that the tool writes. The file is
    the collection's: a newer tool may write pages that it does not know of.
    """
    ours = GitIgnoreSpec.from_lines(f"/{folder}/" for code in packs() for folder in code.generated)
    return (config.not_in_nav + ours) if config.not_in_nav else ours


def told(words: str) -> list[Problem]:
    """A warning of MkDocs as problems, with the page that it is about and what to do, as far as it tells."""
    if match := _LINK.match(words):
        what = f"its link '{match[2]}' leads nowhere: {match[3]}"
        return [Problem(f"docs/{match[1]}", what, "mend the link, or leave its words alone")]
    if match := _NO_MENU.match(words):
        remedy = "name it in mkdocs.yml under 'nav:', or under 'not_in_nav:' where no menu need have it"
        return [Problem(f"docs/{page}", "is in no menu", remedy) for page in match[1].split(" - ")]
    return [Problem("docs", words)]


@contextmanager
def _environment(site_url: str | None, preview: bool) -> Iterator[None]:
    ours = {
        "SOURCE_DATE_EPOCH": _SAME_MOMENT,
        "NO_MKDOCS_2_WARNING": "1",
        "WEERKLANK_SITE_URL": site_url or "",
        "WEERKLANK_PREVIEW": "true" if preview else "false",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _listening() -> Iterator[list[str]]:
    """MkDocs' warnings and errors as a list instead of on the screen."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.getMessage().startswith(_DIRTY):
                said.append(record.getMessage())

    log, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    propagate, level = log.propagate, log.level
    log.addHandler(ear)
    log.propagate = False
    log.setLevel(logging.WARNING)
    try:
        yield said
    finally:
        log.removeHandler(ear)
        log.propagate = propagate
        log.setLevel(level)
