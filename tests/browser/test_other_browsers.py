"""What a reader does, in Firefox and in WebKitGTK (the engine of Safari): one window of each for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser import drivers
from tests.browser.drivers import Window
from tests.browser.pages import kinds
from tests.browser.stylesheets import NICETIES, SUPPORTED, declarations
from tests.browser.test_colours import ENOUGH, MEASURE
from tests.browser.test_paper import letters, overprinted
from tests.browser.test_reading import shared_passage
from tests.browsers import EXTRAS

STYLES = {"for": "solid", "against": "dashed", "nuance": "dotted", "uses": "double"}
LINE = "(e) => { const s = getComputedStyle(e); return [s.textDecorationLine, s.textDecorationStyle]; }"
IN_VIEW = (
    "(id) => { const y = document.getElementById(id)?.getBoundingClientRect().top; return y >= -1 && y < innerHeight; }"
)
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
ONE_ROW = """() => { const box = (name) => document.querySelector(`.wk-top .${name}`).getBoundingClientRect();
  return box('wk-scheme').top < box('wk-find').bottom && box('wk-name').top < box('wk-find').bottom; }"""
FOCUSED = "document.activeElement"


@pytest.fixture(scope="module", params=list(EXTRAS))
def browser_window(
    request: pytest.FixtureRequest, base: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    """The one window of each browser."""
    extra = EXTRAS[request.param]
    parts = extra.parts()
    if parts is None:
        pytest.skip(extra.advice)
    with getattr(drivers, request.param)(parts, base, tmp_path_factory.mktemp("driver") / "log") as window:
        yield window


@pytest.fixture
def window(browser_window: Window) -> Iterator[Window]:
    """The window, wide, and with nothing remembered of the test before."""
    browser_window.go()
    browser_window.driver.execute_script("localStorage.clear()")
    browser_window.resize(1440)
    yield browser_window
    assert browser_window.complaints() == []


def longest(collection: dict[str, Any]) -> str:
    """The address of the longest text."""
    url: str = max(collection["essays"], key=lambda essay: essay["words"])["url"]
    return url


def most_passages(collection: dict[str, Any]) -> str:
    """The address of the argument that is made most often."""
    url: str = max(collection["arguments"], key=lambda argument: len(argument["passages"]))["url"]
    return url


def test_every_declaration_is_understood(window: Window) -> None:
    asked = declarations()
    assert len(asked) > 1000
    understood = window.run(SUPPORTED, [(each.property, each.values) for each in asked])
    refused = [each for each, is_understood in zip(asked, understood, strict=True) if not is_understood]
    assert [str(each) for each in refused if each.property not in NICETIES] == []


def test_marks_are_seen(window: Window, collection: dict[str, Any]) -> None:
    """A hint at rest, each stance by its own line where one arrives; without marks the paragraph looks otherwise."""
    for essay in collection["essays"]:
        window.go(f"{essay['url']}?markeringen=alle")
        marks = window.all("[data-seed] .wk-mark")
        window.driver.execute_script("document.querySelectorAll('.wk-mark').forEach((e) => e.classList.add('is-lit'))")
        seen = [(mark.get_attribute("data-stance"), *window.run(LINE, mark)) for mark in marks]
        assert {
            (line, style) for stance, line, style in seen if STYLES[stance or ""] != style or line != "underline"
        } == set()
    window.go(longest(collection))
    paragraph = window.first('[data-block="paragraph"]:has(.wk-mark)')
    marked = paragraph.screenshot_as_png
    window.driver.execute_script("document.querySelectorAll('.wk-mark').forEach((e) => e.classList.add('is-off'))")
    assert paragraph.screenshot_as_png != marked


def test_to_the_other_author_and_back(window: Window, collection: dict[str, Any]) -> None:
    passage = shared_passage(collection)
    window.go(passage["url"])
    window.until(lambda: window.run(IN_VIEW, passage["id"]))
    voice = window.first(f".wk-beside[data-for={passage['block']}] [data-voice-of]")
    argument = voice.get_attribute("data-argument")
    window.first(f".wk-beside[data-for={passage['block']}] [data-voice-of] a").click()
    window.until(lambda: f"/essays/{passage['essay']}/" not in window.driver.current_url)
    arrived = unquote(window.driver.current_url.partition("#")[2])
    mark = window.first(f'[data-passage="{arrived}"]')
    assert argument and mark.get_attribute("data-argument") == argument
    window.until(lambda: window.run(IN_VIEW, arrived))
    window.first(".wk-return a").click()
    window.until(lambda: f"/essays/{passage['essay']}/" in window.driver.current_url)


def test_pointing_shows_the_passage(window: Window, collection: dict[str, Any]) -> None:
    window.go(longest(collection))
    window.first(".wk-notes > summary").click()
    link = window.first(".wk-voices a")
    window.driver.execute_script("arguments[0].focus()", link)
    window.press(Keys.TAB + Keys.SHIFT + Keys.TAB)
    assert window.first(".wk-preview-words").text
    window.press(Keys.ESCAPE)
    window.until(lambda: not any(preview.is_displayed() for preview in window.all(".wk-preview")))


def test_the_choice_of_marks(window: Window, collection: dict[str, Any]) -> None:
    """One stance, none, all: under the words as in the pictures of them."""
    window.go(longest(collection))
    window.first(".wk-recurring > summary").click()
    choice, marks = Select(window.first(".wk-lens select")), window.all("[data-seed] .wk-mark")
    for value, shown in (
        ("standpunt=voor", {"for"}),
        ("markeringen=geen", set()),
        ("markeringen=alle", set(STYLES)),
    ):
        choice.select_by_value(value)
        assert window.driver.current_url.endswith(f"?{value}")
        underlined = {mark.get_attribute("data-stance") for mark in marks if window.run(LINE, mark)[0] != "none"}
        assert underlined <= shown
        assert bool(underlined) == bool(shown)


def test_dark_and_back(window: Window, collection: dict[str, Any]) -> None:
    """The choice goes along to the next page, and every word can be read in both."""
    grounds = []
    for _ in range(2):
        window.go()
        window.first("[data-scheme-toggle]").click()
        for path in (longest(collection), most_passages(collection)):
            window.go(path)
            window.driver.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
            found = window.run(MEASURE)
            assert len(found) > 100
            assert [each for each in found if each[2] < ENOUGH[each[1]]] == [], path
        grounds.append(window.run("getComputedStyle(document.body).backgroundColor"))
    assert grounds[0] != grounds[1]


def test_every_width(window: Window, built_site: Path, collection: dict[str, Any]) -> None:
    for path in kinds(built_site):
        window.go(path)
        assert window.driver.title.endswith(collection["title"]), path
        for width in (390, 820, 1440):
            window.resize(width)
            assert window.run(SIDEWAYS) <= 0, (path, width)
            assert window.run(ONE_ROW), (path, width)


def test_paper(window: Window, collection: dict[str, Any]) -> None:
    """No letter lies over another, and no sheet is empty."""
    for path in (longest(collection), most_passages(collection), "overzicht/", "tegenover/", "zoeken/"):
        window.go(path)
        for number, sheet in enumerate(window.printed(), 1):
            assert overprinted(sheet) == [], (path, number)
            assert letters(sheet), (path, number)


def test_by_keyboard(window: Window, collection: dict[str, Any]) -> None:
    """Past the menu to what others say of the first paragraph, and back."""
    window.go(longest(collection))
    window.press(Keys.TAB)
    assert window.run(FOCUSED).text == "Naar de inhoud"
    window.press(Keys.ENTER)
    window.until(lambda: window.driver.current_url.endswith("#inhoud"))
    for _ in range(200):
        window.press(Keys.TAB)
        if window.run(f"{FOCUSED}.matches('.wk-notes > summary')"):
            break
    assert window.run("(e) => getComputedStyle(e).outlineStyle", window.run(FOCUSED)) != "none"
    window.press(Keys.ENTER)
    assert window.first(".wk-notes[open] .wk-note")
    window.press(Keys.TAB)
    assert window.run(f"{FOCUSED}.closest('.wk-notes[open]') !== null"), "the walk goes on in the note"
    window.press(Keys.ESCAPE + Keys.ESCAPE)  # a preview, if there is one, and the note
    window.until(lambda: not window.all(".wk-notes[open]"))
    assert window.run(f"{FOCUSED}.localName") == "summary"


def test_search(window: Window) -> None:
    """From the box at the top of any page to the words in their text, where they stay lit."""
    window.go("over/")
    window.first('.wk-find input[name="q"]').send_keys("pleinen")
    assert window.first(".wk-live .wk-result")
    window.press(Keys.ENTER)
    window.until(lambda: "/zoeken/" in window.driver.current_url)
    assert "plein" in window.first(".wk-hit mark").text.lower()
    window.first(".wk-result h2 a").click()
    window.until(lambda: "/essays/" in window.driver.current_url)
    assert "plein" in window.first(".wk-found").text.lower()
