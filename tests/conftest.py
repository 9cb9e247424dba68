"""The site that the build script makes of the example, and one browser, for every test that looks at what is published.

`$WEERKLANK_SITE` names a site built before, to be tested instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browsers import ADVICE, chromium_path
from tests.copies import EXAMPLE, EXAMPLE_EN, build, copy_tool
from tests.once import once
from tests.serving import data_of, served

# A busy machine is no fault of the code.
settings.register_profile("no deadline", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("no deadline")


LONG = (
    "tests/hostile/",
    "tests/test_build_faults.py",
    "tests/browser/test_axe.py",
    "tests/test_withheld.py",
    "tests/browser/",
    "tests/site/",
    "tests/build/",
    "tests/test_growth.py",
    "tests/test_portable.py",
    "tests/pages/account/",
    "tests/clean/test_print_properties.py",
    "tests/test_style.py",
    "tests/test_losses.py",
    "tests/renderers/",
)
"""What takes long, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files come first: then no worker is left with one of them when the others have nothing to do."""
    items.sort(key=lambda item: next((n for n, path in enumerate(LONG) if item.nodeid.startswith(path)), len(LONG)))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the collection of tests/example/, built; nobody may write in it."""

    def make(root: Path) -> None:
        shutil.copytree(EXAMPLE / "seeds", copy_tool(root) / "seeds")
        done = build(root, "--quiet")
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "checkout", make)


@pytest.fixture(scope="session")
def built_english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the English collection of tests/example_en/; nobody may write in it."""

    def make(root: Path) -> None:
        shutil.copytree(EXAMPLE_EN / "seeds", copy_tool(root, "en") / "seeds")
        done = build(root, "--quiet")
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "english", make)


@pytest.fixture(scope="session")
def built_site(request: pytest.FixtureRequest) -> Path:
    """Its site."""
    named = os.environ.get("WEERKLANK_SITE")
    return Path(named) if named else request.getfixturevalue("built") / "site"


@pytest.fixture(scope="session")
def collection(built_site: Path) -> dict[str, Any]:
    """/data/collection.json, by which the tests find their texts, arguments and passages."""
    return data_of(built_site)


@pytest.fixture(scope="session")
def base(built_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    yield from served(built_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium_path()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=str(path), args=quiet)
        yield chromium
        chromium.close()
