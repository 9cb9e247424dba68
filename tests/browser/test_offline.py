"""The zip, unpacked on a disk and opened there (file://): what a teacher does with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect
from selenium.webdriver.common.keys import Keys

from tests.browser import drivers
from tests.browser.conftest import Tabs, Visit
from tests.browser.pages import kinds
from tests.browser.test_search import DONE, rare_word
from tests.browsers import EXTRAS
from weerklank.exports.zipped import zipped
from weerklank.model import CollectionConfig
from weerklank.site.archive import folder_name, with_papers
from weerklank.site.offline import offline


@pytest.fixture(scope="module")
def folder(built_site: Path, collection: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip of the built site, at a path with spaces and letters of all sorts."""
    config = CollectionConfig(collection["title"], collection["language"])
    files = {p.relative_to(built_site).as_posix(): p.read_bytes() for p in built_site.rglob("*") if p.is_file()}
    data = zipped(with_papers(offline(files, config.say), config, "MIT", "{}"), folder_name(config))
    stick = tmp_path_factory.mktemp("stick") / "Mijn lés 100% #1 – «één»"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(stick)
    return stick / folder_name(config)


@pytest.fixture
def stick(tabs: Tabs, folder: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh tab without any network; nothing may be asked for outside the folder, and nothing complained of."""
    base, options = folder.as_uri() + "/", {"offline": True, **getattr(request, "param", {})}
    visit = Visit(tabs.fresh(base, "data/collection.json", options), base)
    visit.page.on("request", lambda r: visit.requests.append(r.url))
    visit.page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    visit.page.on("pageerror", lambda e: visit.complaints.append(str(e)))
    yield visit
    visit.page.close()
    assert visit.complaints == []
    inside = folder.as_uri() + "/"
    assert [url for url in visit.requests if not url.startswith((inside, "data:"))] == []
    assert visit.requests


def here(visit: Visit) -> str:
    """The path of the page in the folder."""
    return unquote(visit.page.url).removeprefix(unquote(visit.base)).partition("#")[0]


def folded(visit: Visit, place: str) -> str:
    """The address in the folder of a place of the site."""
    return visit.base + place.replace("#", "index.html#")


def test_a_walk(stick: Visit, collection: dict[str, Any]) -> None:
    """Home, a text, a note, its counterpart in another text, and back to the same place."""
    page = stick.go("index.html")
    shared = next(a["passages"] for a in collection["arguments"] if len({p["essay"] for p in a["passages"]}) > 1)
    slug = shared[0]["essay"]
    stick.follow(page.locator(f'.wk-page a[href="essays/{slug}/index.html"]').first)
    assert here(stick) == f"essays/{slug}/index.html"
    notes = page.locator(".wk-notes").first
    notes.locator("summary").click()
    counterpart = notes.locator(".wk-voices a").first
    expect(counterpart).to_be_visible()
    words = counterpart.text_content()
    stick.follow(counterpart)
    assert here(stick).startswith("essays/"), words
    lit = page.locator(".is-lit").first
    expect(lit).to_be_visible()
    back = page.locator(".wk-return a")
    expect(back).to_be_visible()
    stick.follow(back)
    assert here(stick) == f"essays/{slug}/index.html"
    expect(page.locator(".wk-notes").first.locator("summary")).to_be_in_viewport()


def test_a_preview_shows_the_words(stick: Visit, collection: dict[str, Any]) -> None:
    argument = max(collection["arguments"], key=lambda a: len(a["passages"]))
    page = stick.go(f"argumenten/{argument['id']}/index.html")
    place = page.locator(".wk-place").first
    page.keyboard.press("Tab")
    place.focus()
    preview = page.locator(".wk-preview")
    expect(preview).to_be_visible()
    expect(preview.locator(".wk-preview-words")).not_to_be_empty()


def test_a_choice_of_marks_and_of_light(stick: Visit, collection: dict[str, Any]) -> None:
    """What scripts add works, and stays from page to page as far as the browser allows."""
    page = stick.go(f"{collection['essays'][0]['url']}index.html")
    page.locator(".wk-recurring > summary").click()
    page.locator(".wk-lens select").select_option("markeringen=geen")
    assert page.locator("html").get_attribute("data-marks") == "none"
    page.locator("[data-scheme-toggle]").click()
    assert page.locator("html").get_attribute("data-scheme") in ("dark", "light")


def test_search_from_the_box_to_the_paragraph(stick: Visit, collection: dict[str, Any]) -> None:
    word, place = rare_word(collection)
    page = stick.go("index.html")
    page.keyboard.press("Control+k")
    page.keyboard.type(word)
    expect(page.locator(".wk-live .wk-result").first).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert here(stick).startswith("zoeken/index.html")
    found = page.locator("[data-results] a[href]").first
    expect(found).to_have_attribute("href", folded(stick, place))
    stick.follow(found)
    expect(page.locator(f"#{place.partition('#')[2]} mark.wk-found").first).to_have_text(word)


def test_search_in_the_folder_answers_as_on_the_web(stick: Visit, visit: Visit, collection: dict[str, Any]) -> None:
    """The same texts and paragraphs in the same order, the same card; the index alone is another."""
    argument = next(a for a in collection["arguments"] if a["passages"])
    for query in (argument["claim"], "foto's", "drieentwintig", '"geen enkele boom"', "qqqxxxzzz"):
        seen = []
        for tab, path in ((stick, "zoeken/index.html"), (visit, "zoeken/")):
            page = tab.go(f"{path}?q={quote(query)}")
            page.wait_for_selector(DONE)
            links = page.locator(".wk-answer a, [data-results] a[href]").evaluate_all("all => all.map((a) => a.href)")
            seen.append([unquote(href).removeprefix(unquote(tab.base)).replace("index.html", "") for href in links])
        assert seen[0] == seen[1], query


@pytest.mark.skipif(EXTRAS["firefox"].parts() is None, reason=EXTRAS["firefox"].advice)
def test_search_in_the_folder_in_firefox(folder: Path, collection: dict[str, Any], tmp_path: Path) -> None:
    word, place = rare_word(collection)
    parts = EXTRAS["firefox"].parts()
    assert parts
    with drivers.firefox(parts, folder.as_uri() + "/", tmp_path / "log") as window:
        window.go("index.html")
        window.first(".wk-find input").send_keys(word)
        assert window.first(".wk-live .wk-result")
        window.press(Keys.ENTER)
        window.until(lambda: "zoeken/index.html" in window.driver.current_url)
        found = window.first("[data-results] a[href]")
        assert unquote(found.get_attribute("href") or "").endswith(place.replace("#", "index.html#"))
        found.click()
        window.until(lambda: "essays/" in window.driver.current_url)
        assert window.first("mark.wk-found").text == word
        assert window.complaints() == []


def test_every_kind_of_page_opens(stick: Visit, folder: Path) -> None:
    """Each with its own styles, and without a complaint."""
    for path in kinds(folder):
        page = stick.go(f"{path}index.html")
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')"), path


@pytest.mark.parametrize("stick", [{"java_script_enabled": False}], indirect=True, ids=["no scripts"])
def test_without_scripts(stick: Visit, collection: dict[str, Any]) -> None:
    page = stick.go("index.html")
    stick.follow(page.locator(".wk-menu a").first)
    stick.follow(page.locator(".wk-page h2 a").first)
    assert page.locator("[data-seed] [data-block]").count() > 0


def test_notes_of_ones_own_are_kept_and_name_no_place_on_the_disk(
    stick: Visit, collection: dict[str, Any], tmp_path: Path
) -> None:
    text = next(e for e in collection["essays"] if e["publish"] == "full")
    page = stick.go(f"{text['url']}index.html")
    page.locator(".wk-num").first.click()
    page.get_by_role("button", name="Maak een notitie").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("Op de trein gelezen.")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".wk-mine textarea")).to_have_value("Op de trein gelezen.")
    with page.expect_download() as download:
        page.locator(".wk-mine").get_by_role("button", name="annotaties (W3C)").click()
    download.value.save_as(tmp_path / "notities.jsonld")
    said = (tmp_path / "notities.jsonld").read_text("utf-8")
    assert f'"source": "/{text["url"]}"' in said
    assert "file:" not in said
