"""The same docs/ by ProperDocs and by Zensical: every page says what it says by MkDocs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.renderers.install import COMMANDS, ROOT, rendered
from tests.renderers.record import led, record


@pytest.fixture(scope="module", params=COMMANDS)
def other(request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same docs/, rendered by another renderer."""
    checkout = tmp_path_factory.mktemp(request.param)
    source = built_site.parent if (built_site.parent / "mkdocs.yml").is_file() else ROOT
    for name in ("docs", "scripts/weerklank/theme"):
        shutil.copytree(source / name, checkout / name)
    shutil.copy(source / "mkdocs.yml", checkout)
    return rendered(request.param, checkout)


def test_every_page_says_the_same(built_site: Path, other: Path) -> None:
    """Reading text by unit, links, ids, notes, all elements; what differs is named."""
    pages = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("index.html"))
    assert {"index.html", "essays/index.html", "argumenten/index.html"} <= set(pages)
    assert pages == sorted(path.relative_to(other).as_posix() for path in other.rglob("index.html"))
    different = []
    for path in pages:
        ours, theirs = record(built_site, path), record(other, path)
        different += [(path, what, ours[what], theirs[what]) for what in ours if ours[what] != theirs[what]]
    assert [(path, what) for path, what, *_ in different] == [], different[0]


def test_files_and_the_page_for_lost_readers(built_site: Path, other: Path) -> None:
    """Data, styles and scripts are the same bytes; the 404 page leads to the same places."""
    for path in (built_site / "data").rglob("*.json"):
        assert (other / path.relative_to(built_site)).read_bytes() == path.read_bytes()
    for path in (built_site / "assets").rglob("*"):
        if path.suffix in (".js", ".css") and (ROOT / "docs" / path.relative_to(built_site)).is_file():
            assert (other / path.relative_to(built_site)).read_bytes() == path.read_bytes()
    lost, found = ({led("404.html", a) for a in _links(site)} for site in (built_site, other))
    assert {a.rstrip(".") for a in lost} == {a.rstrip(".") for a in found}


def _links(site: Path) -> list[str]:
    from lxml import html

    return html.document_fromstring((site / "404.html").read_bytes()).xpath("//*[@id='inhoud']//a/@href")  # type: ignore[no-any-return]


def test_links_are_told_apart() -> None:
    """The comparison itself: one level up too many is another place."""
    assert led("essays/a/index.html", "../../over/#x") == "over#x"
    assert led("essays/a/index.html", "../../../over/#x") == "../over#x"
    assert led("index.html", "./over/") == led("index.html", "over/") == "over"
    assert led("over/index.html", "") == led("over/index.html", "./") == "over"
