"""Firefox and WebKitGTK, driven by Selenium, with what they complain of."""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.browsers import Parts

SECONDS = 30
"""How long a page may take to answer on a busy machine; where all is well nothing waits so long."""
HEIGHT = 900
NARROWEST = 520
"""Pixels: a window of WebKitGTK keeps room for its own buttons (447 today), Firefox's can be as narrow as a phone."""


@dataclass
class Window:
    """A window of a browser, on the pages of a site."""

    driver: WebDriver
    base: str
    set_width: Callable[[int], None]
    complaints: Callable[[], list[str]]

    def __post_init__(self) -> None:
        self.driver.command_executor.client_config.timeout = 2 * SECONDS  # type: ignore[union-attr]

    def go(self, path: str = "") -> None:
        """Open a page of the site."""
        self.driver.get(self.base + path)

    def resize(self, width: int) -> None:
        """Make the window that wide, or as narrow as this browser can be."""
        self.set_width(width)
        self.until(lambda: width <= self.run("innerWidth") <= max(width, NARROWEST))

    def run(self, expression: str, *arguments: Any) -> Any:
        """What an expression gives; a function is called with the arguments."""
        call = f"({expression})(...arguments)" if "=>" in expression else expression
        return self.driver.execute_script(f"return {call}", *arguments)

    def printed(self) -> PdfDocument:
        """The page as this browser prints it."""
        try:
            return PdfDocument(base64.b64decode(self.driver.print_page()))
        except WebDriverException as error:
            if "Unknown command" not in str(error):
                raise
            pytest.skip("WebKitGTK's driver cannot print")

    def all(self, selector: str) -> list[WebElement]:
        """The elements that there are now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def first(self, selector: str) -> WebElement:
        """The first element that can be seen, as soon as there is one."""
        found: WebElement = self.until(lambda: next((e for e in self.all(selector) if e.is_displayed()), None))
        return found

    def until(self, answer: Callable[[], Any]) -> Any:
        """The answer, once it is not empty."""
        redrawn = [StaleElementReferenceException]
        return WebDriverWait(self.driver, SECONDS, 0.05, redrawn).until(lambda _: answer())

    def press(self, keys: str) -> None:
        """Press keys on whatever has the focus."""
        webdriver.ActionChains(self.driver).send_keys(keys).perform()


@contextmanager
def firefox(parts: Parts, base: str, log: Path) -> Iterator[Window]:
    """Firefox without a screen; its console is read over BiDi, which can also make it as narrow as a phone."""
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.binary_location = str(parts.other)
    options.enable_bidi = True
    driver = webdriver.Firefox(options, webdriver.FirefoxService(str(parts.driver), log_output=str(log)))
    said: list[str] = []
    try:
        driver.script.add_console_message_handler(lambda entry: said.append(f"{entry.level}: {entry.text}"))
        driver.script.add_javascript_error_handler(lambda entry: said.append(f"error: {entry.text}"))

        def set_width(width: int) -> None:
            viewport = {"width": width, "height": HEIGHT}
            driver.browsing_context.set_viewport(context=driver.current_window_handle, viewport=viewport)

        yield Window(driver, base, set_width, lambda: [line for line in said if line.startswith(("error", "warn"))])
    finally:
        driver.quit()


@contextmanager
def webkit(parts: Parts, base: str, log: Path) -> Iterator[Window]:
    """WebKitGTK's small browser on a screen that nobody sees. Nobody can read its console either."""
    with display(parts.other) as screen:
        # Else a picture of one element is black on a screen without a graphics card.
        environment = {**os.environ, "DISPLAY": screen, "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        service = webdriver.WebKitGTKService(str(parts.driver), log_output=str(log), env=environment)
        driver = webdriver.WebKitGTK(service=service)
        try:
            yield Window(driver, base, lambda width: driver.set_window_size(width, HEIGHT), lambda: [])
        finally:
            driver.quit()


@contextmanager
def display(xvfb: Path) -> Iterator[str]:
    """A screen of its own, by its name."""
    reading, writing = os.pipe()
    command = [str(xvfb), "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
