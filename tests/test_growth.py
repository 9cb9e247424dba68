"""The work of a build grows with its input and no faster: counted in calls, for texts that nobody writes too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.counting import growth
from weerklank.annotate.anchors import Anchor, EssayAnchors, Lock, fingerprint, unit_ids
from weerklank.build import compose as build
from weerklank.clean import clean, restore_print
from weerklank.clean.text.readings import unused
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry, Seed, Sidecar
from weerklank.read import body_witness as witness
from weerklank.read.html import read_html

MOST = 2.5
"""How many times the calls may grow when the input doubles: a little over twice, for caches that fill."""

ESSAY = "Een titel\n\n" + "Dit is een gewone zin van een tekst die ergens over gaat en dan doorloopt.\n\n" * 4
TEXTS: dict[str, Callable[[int], str]] = {
    "pages": lambda n: ESSAY + "".join(f"\f{i}\nKlant en gemeente\n\nwoord woord woord woord\n" for i in range(n)),
    "sentences of residue": lambda n: "Lees ook onze andere berichten hier.\n\n" * n + ESSAY,
    "single letters": lambda n: ESSAY + "a\n" * n,
    "half words": lambda n: ESSAY + "a-\n" * n,
    "quotation marks": lambda n: ESSAY + "> a\n" * n,
    "items": lambda n: ESSAY + "  • punt\n" * n,
    "captions": lambda n: "Een zin die nog niet klaar is en dan\n\nFoto: Jan de Wit\n\nverder gaat.\n\n" * n,
    "page numbers": lambda n: "".join(f"Een zin die nog niet klaar is en\n{i}\ndan verder gaat.\n" for i in range(n)),
    "loose numbers": lambda n: ESSAY + "".join(f"{i}\n" for i in range(n)),
    "form feeds": lambda n: ESSAY + "a\f" * n,
    "comments": lambda n: ESSAY + "Reacties\n\n" + "Jan\n12 maart 2014 om 12:30\nWaar.\n\n" * n,
    "columns": lambda n: "een kolom met tekst   en nog een kolom\n" * n,
    "blank lines": lambda n: ESSAY + "een regel\n\n\n\n" * n,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("printed", [True, False])
def test_cleaning_grows_with_the_text(name: str, printed: bool) -> None:
    assert growth(lambda size: clean(TEXTS[name](size), printed), 600) < MOST


@pytest.mark.every
@pytest.mark.parametrize("name", TEXTS)
def test_restoring_grows_with_the_text(name: str) -> None:
    assert growth(lambda size: restore_print(TEXTS[name](size).split("\n")), 600) < MOST


def _settled(size: int) -> None:
    """As many readings as there are half words in doubt, one of them for each."""
    words = [f"qx{''.join('abcdefghij'[int(digit)] for digit in str(n))}" for n in range(size)]
    scan = "\n".join(f"Een regel die wat langer is met {word}-\nzw{word} erin, en zo gaat het" for word in words)
    pairs = [(f"{word}{hyphen}zw{word}", f"gelezen {hyphen}{word}") for word in words for hyphen in ("-", "")]
    cleaned = clean(scan, True, pairs)
    assert not cleaned.uncertain
    assert len(unused(cleaned, pairs)) == len(words)


def test_readings_grow_with_their_number() -> None:
    assert growth(_settled, 200) < MOST


PARAGRAPH = "<p>Dit is een gewone zin van een tekst, met genoeg woorden om een alinea te zijn van een pagina.</p>"
PAGES: dict[str, Callable[[int], str]] = {
    "links in one paragraph": lambda n: "<p>" + "<a href=x>een</a> " * n + "</p>",
    "attributes": lambda n: "<p " + " ".join(f"a{i}=x" for i in range(n)) + ">Een zin.</p>",
    "lines": lambda n: "<p>" + "een<br>" * n + "</p>",
    "cells": lambda n: "<table><tr>" + "<td>een</td>" * n + "</tr></table>",
    "paragraphs": lambda n: "<p>Een zin.</p>" * n,
    "comments": lambda n: "<div id=comments>" + "<div class=comment><p>Jan: ja.</p></div>" * n + "</div>",
}


@pytest.mark.parametrize("name", PAGES)
def test_reading_a_page_grows_with_it(name: str) -> None:
    def read(size: int) -> None:
        read_html(f"<article><h1>T</h1>{PARAGRAPH * 4}{PAGES[name](size)}{PARAGRAPH * 3}</article>".encode())

    assert growth(read, 600) < MOST


@pytest.mark.parametrize("name", ["links in one paragraph", "attributes"])
def test_trafilatura_is_not_asked_for_what_takes_it_the_square_of_a_page(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def extracted(source: str) -> str:
        asked.append(source)
        return ""

    monkeypatch.setattr(witness, "_extract", extracted)
    for size, times in ((20, 1), (2_500, 1)):
        read_html(f"<article><h1>T</h1>{PARAGRAPH * 4}{PAGES[name](size)}</article>".encode())
        assert len(asked) == times


def _edition(text: str, *arguments: ArgumentFile, authors: tuple[str, ...] | None = None) -> None:
    side = Sidecar(slug="tekst", authors=authors)
    build.edition(CollectionConfig("Proef", "nl"), [Seed("a", "a.txt", text.encode(), text, side)], arguments, Lock())


def _passages(size: int) -> None:
    quotes = [f"Zin {n} staat hier voor {n} anderen." for n in range(size)]
    entries = tuple(PassageEntry(n, "tekst", "for", quote) for n, quote in enumerate(quotes, 1))
    _edition("Titel\n\n" + "\n\n".join(quotes), ArgumentFile("a", "Een stelling.", "", entries=entries))


def test_an_edition_grows_with_its_passages() -> None:
    assert growth(_passages, 150) < MOST


def test_an_edition_grows_with_its_authors() -> None:
    assert growth(lambda size: _edition(ESSAY, authors=tuple(f"Jan Jansen{n}" for n in range(size))), 150) < MOST


def _copies(size: int) -> None:
    before: tuple[Anchor, ...] = tuple(fingerprint(f"p{n}", "een alinea met woorden erin") for n in range(1, size + 1))
    unit_ids(EssayAnchors("tekst", before), [("p", "een alinea met wat woorden erin")] * size)


def test_paragraphs_that_are_copies_keep_their_ids_one_by_one() -> None:
    before = tuple(fingerprint(f"p{n}", "een alinea met woorden erin") for n in (1, 2, 3))
    assert unit_ids(EssayAnchors("t", before), [("p", "een alinea met wat woorden erin")] * 3) == ["p1", "p2", "p3"]
    assert growth(_copies, 500) < MOST


@pytest.mark.parametrize("space", [" ", "\t", "\xa0", "- ", ". ", "'"])
def test_spaces_in_a_line_are_looked_through_once(space: str) -> None:
    """No count shows what an expression does within itself; going back at each space would take minutes."""
    text = f"{ESSAY}woord{space * (200_000 // len(space))}x\n"
    assert clean(text).ledger.source() == text
