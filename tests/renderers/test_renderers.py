"""The same docs/ by ProperDocs and by Zensical: every page says what it says by MkDocs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.renderers.install import COMMANDS, rendered
from tests.renderers.record import led, record
from weerklank.build.checkout import RENDERED
from weerklank.site.new_site import NewSite
from weerklank.site.render import render_pages

ADDRESS = "https://teksten.voorbeeld.nl/klas/"
CONTACT = "contact: mailto:redactie@voorbeeld.nl\ncontact_words: de redactie\nremoval: Wij halen het weg.\n"


@pytest.fixture(scope="module")
def checkout(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the site was rendered from, pages whole and data, for a site that knows its address and whom to write to."""
    root = tmp_path_factory.mktemp("renderers")
    shutil.copytree(built / RENDERED, root / "docs")
    shutil.copy(built / "mkdocs.yml", root)
    home = root / "docs/index.md"
    front = re.sub(r"^(?:contact|contact_words|removal): .*\n", "", home.read_text("utf-8"), flags=re.M)
    home.write_text(front.replace("---\n", f"---\n{CONTACT}", 1), "utf-8")
    return root


@pytest.fixture(scope="module")
def ours(checkout: Path) -> Path:
    """The site by MkDocs."""
    render_pages(checkout, NewSite(checkout / "mkdocs"), site_url=ADDRESS)
    return checkout / "mkdocs"


@pytest.fixture(scope="module", params=COMMANDS)
def theirs(request: pytest.FixtureRequest, checkout: Path) -> Path:
    """The site by another renderer."""
    return rendered(request.param, checkout, ADDRESS)


def test_every_page_says_the_same(ours: Path, theirs: Path) -> None:
    """Head, reading text by unit, links, ids, notes, all elements; what differs is named."""
    pages = sorted(path.relative_to(ours).as_posix() for path in ours.rglob("index.html"))
    assert {"index.html", "essays/index.html", "argumenten/index.html"} <= set(pages)
    assert pages == sorted(path.relative_to(theirs).as_posix() for path in theirs.rglob("index.html"))
    different = []
    for path in pages:
        one, other = record(ours, path), record(theirs, path)
        different += [(path, what, one[what], other[what]) for what in one if one[what] != other[what]]
    assert [(path, what) for path, what, *_ in different] == [], different[0]
    assert "de redactie" in (theirs / "index.html").read_text("utf-8")


def test_files_and_the_pages_beside(ours: Path, theirs: Path, checkout: Path) -> None:
    """What lies in docs/ is copied byte for byte; sitemap and 404 page name the same places."""
    for path in (checkout / "docs").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            name = path.relative_to(checkout / "docs")
            assert (theirs / name).read_bytes() == (ours / name).read_bytes() == path.read_bytes()
    listed, found = (ElementTree.parse(site / "sitemap.xml").findall(".//{*}loc") for site in (ours, theirs))
    assert sorted(str(each.text) for each in listed) == sorted(str(each.text) for each in found) != []
    lost, found_again = ({led("404.html", a).rstrip(".") for a in _links(site)} for site in (ours, theirs))
    assert lost == found_again != set()


def _links(site: Path) -> list[str]:
    from lxml import html

    return html.document_fromstring((site / "404.html").read_bytes()).xpath("//*[@id='inhoud']//a/@href")  # type: ignore[no-any-return]


def test_links_are_told_apart() -> None:
    """The comparison itself: one level up too many is another place."""
    assert led("essays/a/index.html", "../../over/#x") == "over#x"
    assert led("essays/a/index.html", "../../../over/#x") == "../over#x"
    assert led("index.html", "./over/") == led("index.html", "over/") == "over"
    assert led("over/index.html", "") == led("over/index.html", "./") == "over"
