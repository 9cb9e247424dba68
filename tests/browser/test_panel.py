"""The marking panel in a browser, by keyboard alone: words become a passage, which is changed and taken away."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.copies import EXAMPLE, ROOT, settings
from weerklank.collection import read_arguments
from weerklank.languages.pack import pack

SAY = pack("nl")
TEXT = "essays/de-straat-is-geen-garage/"
ARGUMENT = "plein-maakt-buren"


def listens(port: int) -> bool:
    """Whether something listens at a port of this machine."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A collection with the preview that is made of it, by its address."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(EXAMPLE / "seeds", root / "seeds")
    settings(root)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "weerklank", "-C", str(root), "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with (root / "said").open("w") as said:
        server = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    while server.poll() is None and not listens(port):
        time.sleep(0.1)
    yield root, f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


@pytest.fixture
def page(desk: tuple[Path, str], browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(desk[1] + TEXT)
    page.wait_for_selector(".wk-desk-open")
    yield page
    context.close()
    assert complaints == []


def select(page: Page, words: str) -> None:
    """As a pointer would: the words in the text of the page."""
    found = page.evaluate(
        """(words) => {
          for (const block of document.querySelectorAll("[data-seed] [data-block][id]")) {
            const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
              const at = node.textContent.indexOf(words);
              if (at < 0 || node.parentElement.closest("[data-apparatus]")) continue;
              getSelection().setBaseAndExtent(node, at, node, at + words.length);
              return true;
            }
          }
        }""",
        words,
    )
    assert found, words


def chosen(page: Page) -> str:
    said = "document.querySelector('.wk-desk-text')"
    return str(page.evaluate(f"{said}.value.slice({said}.selectionStart, {said}.selectionEnd)"))


def saved(page: Page, words: str) -> None:
    """Wait until the page was loaded anew and says what was done."""
    page.locator(".wk-desk-said", has_text=words).wait_for()
    assert page.evaluate("document.activeElement.className") == "wk-desk-open"


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {selector}")


def test_words_become_a_passage_that_is_changed_and_taken_away(desk: tuple[Path, str], page: Page) -> None:
    seeds, loads = desk[0] / "seeds", [0]
    page.on("load", lambda _: loads.__setitem__(0, loads[0] + 1))

    def quotes() -> list[tuple[str, str]]:
        argument = next(each for each in read_arguments(seeds) if each.id == ARGUMENT)
        return [(entry.quote, entry.stance) for entry in argument.entries]

    before = quotes()
    select(page, "Natuurlijk zijn er mensen die niet zonder")
    page.keyboard.press("m")
    assert chosen(page) == "Natuurlijk zijn er mensen die niet zonder"
    page.keyboard.down("Shift")
    for _ in range(len(" kunnen")):
        page.keyboard.press("ArrowRight")
    page.keyboard.up("Shift")
    page.wait_for_selector(".wk-desk-near input")
    tab_to(page, ".wk-desk-near + label select")
    page.locator(".wk-desk-near + label select").select_option(ARGUMENT)
    tab_to(page, "[name=wk-desk-stance]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    saved(page, SAY("desk.saved"))
    entry = ("Natuurlijk zijn er mensen die niet zonder kunnen", "against")
    assert quotes() == [*before, entry]
    mark = f'[data-argument="{ARGUMENT}"][data-stance="against"][data-passage]'
    assert "".join(page.locator(mark).all_text_contents()).replace("\u00ad", "").startswith(entry[0])

    page.keyboard.press("Escape")
    page.locator(mark).first.scroll_into_view_if_needed()
    select(page, "de verpleegkundige")
    page.keyboard.press("m")
    button = page.locator(".wk-desk-marked button", has_text="Een plein maakt van")
    tab_to(page, f'.wk-desk-marked [data-id="{button.get_attribute("data-id")}"]')
    page.keyboard.press("Enter")
    assert chosen(page) == entry[0]
    tab_to(page, "[name=wk-desk-stance]")
    page.keyboard.press("ArrowRight")
    tab_to(page, ".wk-desk [type=submit]")
    page.keyboard.press("Enter")
    saved(page, SAY("desk.saved"))
    assert quotes() == [*before, (entry[0], "nuance")]

    select(page, "de verpleegkundige")
    page.keyboard.press("m")
    button = page.locator(".wk-desk-marked button", has_text="Een plein maakt van")
    tab_to(page, f'.wk-desk-marked [data-id="{button.get_attribute("data-id")}"]')
    page.keyboard.press("Enter")
    tab_to(page, ".wk-desk-end [type=button]")
    page.keyboard.press("Enter")
    saved(page, SAY("desk.deleted"))
    assert quotes() == before
    page.wait_for_timeout(1500)  # an echo would come within two looks at the files
    assert loads == [3]


def test_a_page_of_another_origin_writes_nothing(desk: tuple[Path, str], page: Page) -> None:
    """In the same browser, with the panel open beside it: by script, by form, and by what asks first."""
    files = {path: path.read_bytes() for path in (desk[0] / "seeds").rglob("*") if path.is_file()}
    seed = page.get_attribute("[data-seed]", "data-seed")
    said = {"seed": seed, "unit": "p1", "start": 0, "end": 30, "argument": ARGUMENT, "stance": "for"}
    answers: list[int] = []
    other = page.context.new_page()
    other.on("response", lambda response: answers.append(response.status) if "-desk/" in response.url else None)
    other.route("http://elders.example/**", lambda route: route.fulfill(body="<p>Elders", content_type="text/html"))
    other.goto("http://elders.example/")
    told = other.evaluate(
        """async ([address, body]) => {
          const json = { "Content-Type": "application/json", "X-Weerklank-Token": "geraden" };
          const plain = { method: "POST", mode: "no-cors", body };
          const asked = [fetch(address, plain), fetch(address, { method: "POST", headers: json, body })];
          return (await Promise.allSettled(asked)).map((one) => one.status);
        }""",
        [desk[1] + "weerklank-desk/save", json.dumps(said)],
    )
    assert told[1] == "rejected"  # the browser asks first, and hears no leave
    other.set_content(
        f'<form method="post" enctype="text/plain" action="{desk[1]}weerklank-desk/save">'
        f"<input name='{json.dumps(said)[:-1]}, \"x\": \"' value='\"}}'></form>"
    )
    with other.expect_response("**/weerklank-desk/save") as posted:
        other.evaluate("document.forms[0].submit()")
    assert posted.value.status == 403
    assert answers and not {200, 204}.intersection(answers)
    assert {path: path.read_bytes() for path in (desk[0] / "seeds").rglob("*") if path.is_file()} == files


def test_what_is_wrong_stands_in_the_page_until_it_is_mended(desk: tuple[Path, str], page: Page) -> None:
    path = desk[0] / f"seeds/arguments/{ARGUMENT}.md"
    text = path.read_text()
    path.write_text(text.replace('Een plein maakt van bewoners buren."}', 'Dit schreef niemand, nergens."}'))
    page.wait_for_selector(".wk-desk-problems")
    assert f"seeds/arguments/{ARGUMENT}.md: passage 1" in page.inner_text(".wk-desk-problems")
    path.write_text(text)
    page.locator(".wk-desk-problems").wait_for(state="detached")


def test_the_panel_refuses_what_cannot_be_and_closes_with_escape(page: Page) -> None:
    page.keyboard.press("m")
    page.wait_for_selector(".wk-desk:not([hidden])")
    page.keyboard.press("Control+Enter")
    assert page.inner_text(".wk-desk-wrong") == SAY("desk.choose")
    page.keyboard.press("Escape")
    assert page.locator(".wk-desk").is_hidden()
    assert page.evaluate("document.activeElement.className") == "wk-desk-open"
