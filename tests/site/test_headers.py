"""One list of headers: what serve-site sends, `_headers`, the page for hosts and the policy in every page agree."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest

from tests.site.host_settings import TRANSPORT, snippets
from weerklank.languages.pack import pack
from weerklank.pages.own_pages import own_pages
from weerklank.site.headers import (
    FOR_EVER,
    HEADERS,
    LASTING,
    NOT_LISTED,
    PAGE_POLICY,
    UNLISTED,
    framed,
    headers_file,
    read_headers,
)
from weerklank.site.host_answer import answer

ROOT = Path(__file__).resolve().parents[2]
PAGE = own_pages(pack("nl"))["beheer/plaatsen.md"]
SAID = dict(HEADERS)


def test_the_theme_has_the_same_policy() -> None:
    theme = (ROOT / "scripts/weerklank/theme/weerklank/policy.html").read_text("utf-8")
    assert re.findall(r'Content-Security-Policy" content="([^"]*)"', theme) == [PAGE_POLICY]
    assert SAID["Content-Security-Policy"].startswith(PAGE_POLICY + "; ")


def test_what_only_a_header_can_say() -> None:
    assert "frame-ancestors" in SAID["Content-Security-Policy"]
    assert "frame-ancestors" not in PAGE_POLICY
    assert {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"} <= SAID.keys()
    assert TRANSPORT[0] not in SAID  # only over https


@pytest.mark.parametrize("name", [*snippets(), "_headers"])
def test_the_page_has_the_settings_as_they_are(name: str) -> None:
    """Where they differ: what the page must have is the text that this test shows."""
    text = headers_file() if name == "_headers" else snippets()[name]
    assert f"\n\n{indent(text.strip(), '    ')}\n\n" in PAGE
    for header, value in HEADERS:
        assert header in text
        assert value in text
    assert FOR_EVER in text
    assert all(folder.strip("/") in text for folder in LASTING)
    assert all(words in text for words in (*NOT_LISTED, *(f"/{folder}" for folder in UNLISTED)))


def test_the_page_lists_every_header() -> None:
    assert re.findall(r"^\| `([A-Z][^`]*)` \| `(.*)` \|$", PAGE, re.M) == list(HEADERS)
    assert f"`{TRANSPORT[0]}: {TRANSPORT[1]}`" in PAGE


def test_sites_that_may_show_the_reader_stand_in_every_setting() -> None:
    embed = ("https://les.voorbeeld", "https://*.school.voorbeeld")
    wanted = f"frame-ancestors 'self' {' '.join(embed)}"
    assert wanted in read_headers(headers_file(embed))["Content-Security-Policy"]
    assert read_headers(headers_file()) == SAID
    page = framed(PAGE, embed)
    assert page.count(wanted) == PAGE.count("frame-ancestors 'self'") > 4
    assert "frame-ancestors 'self'`" not in page


def test_a_host_says_what_the_sites_own_file_says(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Hier.</p>", "utf-8")
    (tmp_path / "_headers").write_text(headers_file(["https://les.voorbeeld"]), "utf-8")
    for path, method in (("/", "GET"), ("/weg", "GET"), ("/", "POST")):
        said = answer(tmp_path, "/", path, {}, method).headers["Content-Security-Policy"]
        assert said.endswith("frame-ancestors 'self' https://les.voorbeeld")
