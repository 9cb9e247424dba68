"""No other program is asked where a page says plainly which element holds its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from weerklank.read import read_html
from weerklank.read.body_witness import witness

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "De sluiswachter schrijft elke boot op, ook de boten die hij niet mag, en dat zijn er veel.",
        "In de winter schrijft hij het weer op, want er moet toch iets in het boek staan.",
        "Wie het boek leest, leest hoe een man honderd jaar lang naar hetzelfde water keek.",
    )
)


@pytest.mark.parametrize(
    ("inside", "asked"),
    [
        (f"<div class='entry-content'>{BODY}</div><aside><p>Kort nieuws</p></aside>", 0),
        (f"<div class='x1'>{BODY}</div>", 1),
        (f"<div class='entry-content'><p>Een korte zin.</p></div>{BODY}", 1),
    ],
)
def test_the_witness_is_asked_where_it_is_needed(inside: str, asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(source: str, page: BeautifulSoup) -> Callable[[str], bool]:
        calls.append(source)
        return witness(source, page)

    monkeypatch.setattr("weerklank.read.html.witness", counted)
    assert "honderd jaar lang" in read_html(f"<title>De sluis</title><h1>De sluis</h1>{inside}".encode()).text
    assert len(calls) == asked
