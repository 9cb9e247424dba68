"""The parts of long lists in a browser: reached by key and without scripts, fit for a phone, and nothing for axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_axe import AXE, SOME, violations
from tests.copies import EXAMPLE, copy_tool, run_here
from tests.serving import served
from weerklank.languages.pack import pack
from weerklank.markup import long_lists

PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as if it were a large collection: every list has more entries than a page takes."""
    root = copy_tool(tmp_path_factory.mktemp("large") / "checkout")
    shutil.copytree(EXAMPLE / "seeds", root / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lists, "MOST", 1)
        patch.setattr(long_lists, "LINES", 1)
        done = run_here(root, "build", "--quiet", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def base(built_site: Path) -> Iterator[str]:
    yield from served(built_site)


def lists(site: Path) -> dict[str, str]:
    """The address of a part of each list, by that of the list."""
    names = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    found = {long_lists.list_of(pack("nl"), f"{name}.md").removesuffix(".md"): name for name in names}
    return {own.removesuffix("index"): f"{part}/" for own, part in found.items() if own}


@pytest.mark.parametrize("visit", [{}, {**PHONE, "java_script_enabled": False}], indirect=True, ids=["any", "bare"])
def test_each_list_is_walked_by_key(visit: Visit, built_site: Path) -> None:
    for own in lists(built_site):
        page = visit.go(own)
        way = page.locator("main .wk-parts a, .wk-page :is(.wk-parts, .wk-words tbody th) a").first
        way.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        here = page.locator(".wk-parts [aria-current=page]")
        assert (here.count(), here.get_attribute("href")) == (1, "../../" + "/".join(page.url.split("/")[-3:])), own
        page.locator(".wk-parts a").first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.rstrip("/").endswith(own.rstrip("/")), own


@SOME
@pytest.mark.parametrize("visit", [{"bypass_csp": True, **PHONE}], indirect=True, ids=["phone"])
def test_no_violations_and_no_page_wider_than_a_phone(
    visit: Visit, built_site: Path, each: int, schemes: Sequence[str]
) -> None:
    """With every second page: of a list its own page, of the next a part of it."""
    poor: list[Any] = []
    for number, pair in enumerate(lists(built_site).items()):
        for path in pair[number % each :: each]:
            page = visit.go(path)
            page.evaluate(AXE)
            poor += [(path, said) for said in violations(page, schemes)]
            poor += [(path, "wide")] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
    assert poor == []


def test_on_paper_a_part_has_no_ways_and_its_list_has(visit: Visit) -> None:
    visit.page.emulate_media(media="print")
    assert visit.go("essays/").locator(".wk-parts").is_visible()
    assert not visit.go("essays/jaar/2018/").locator(".wk-parts").is_visible()
