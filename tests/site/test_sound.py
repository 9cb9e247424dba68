"""After a site that was found in order, a check looks at what changed alone, and finds all that it would find else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.site.checkout import write
from tests.site.test_check import framed
from weerklank.site import check
from weerklank.site.check import Expected, check_site
from weerklank.site.links import Links
from weerklank.state.digests import Digests
from weerklank.state.kept import Kept

TEXT = framed('<article data-seed="a"><p id="p1" data-block="paragraph">{}</p></article>')
LEADS = '<a href="../essays/twee/#p1">a</a> <a href="../data/alles.json">b</a><link rel="stylesheet" href="../a.css">'
EXPECTED = Expected(texts={"twee": [("p1", "brood")]}, passages={"twee": []})
PAGE = "essays/twee/index.html"


class Site:
    """A site that was checked once, and what was kept of that."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kept = folder, Kept()
        for name, said in ((PAGE, TEXT.format("brood")), ("een/index.html", LEADS), ("data/alles.json", "{}")):
            write(folder / name, said)
        write(folder / "a.css", "p { color: red }")
        self.before = Digests().tree(folder)
        assert self.check() == []

    def check(self, expected: Expected = EXPECTED) -> list[str]:
        found = check_site(self.folder, expected, kept=self.kept, before=self.before)[1]
        assert list(map(str, found)) == [str(each) for each in check_site(self.folder, expected)[1]]
        return [str(each) for each in found]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def no_file(site: Site) -> str:
    (site.folder / "data/alles.json").unlink()
    return "een/index.html: ../data/alles.json: nothing there"


def no_place(site: Site) -> str:
    write(site.folder / PAGE, TEXT.format("brood").replace(' id="p1"', ' id="p2"'))
    return "een/index.html: ../essays/twee/#p1: no id 'p1' there"


def other_style(site: Site) -> str:
    write(site.folder / "a.css", "@import 'https://example.org/b.css'")
    return "a.css: https://example.org/b.css: loads from outside the site"


def new_page(site: Site) -> str:
    write(site.folder / "drie/index.html", '<a href="../vier/">a</a>')
    return "drie/index.html: ../vier/: nothing there"


@pytest.mark.parametrize("fault", [no_file, no_place, other_style, new_page])
def test_what_a_change_breaks_is_found(site: Site, fault: Callable[[Site], str]) -> None:
    told = fault(site)
    assert told in site.check()
    assert told in site.check(), "a site with a fault is not remembered as one in order"


def test_what_is_expected_now_is_looked_for(site: Site) -> None:
    for expected in (
        replace(EXPECTED, texts={"twee": [("p1", "koek")]}),
        replace(EXPECTED, passages={"twee": ["x-1"]}),
        replace(EXPECTED, arguments={"x": 1}),
        replace(EXPECTED, removed=["twee"]),
    ):
        assert site.check(expected)


def test_pages_that_stayed_are_not_looked_at(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    of_page = check._of_page

    def counted(page: check.Page, links: Links) -> object:
        looked.append(page.path)
        return of_page(page, links)

    monkeypatch.setattr(check, "_of_page", counted)
    write(site.folder / "drie/index.html", '<a href="../een/">a</a>')
    files = Digests().tree(site.folder)
    assert check_site(site.folder, EXPECTED, kept=site.kept, before=site.before) == (3, [])
    assert looked == ["drie/index.html"]
    looked.clear()
    assert check_site(site.folder, EXPECTED, "https://example.org/onder/", site.kept, before=files) == (3, [])
    assert len(looked) == 3, "another address is another site"
