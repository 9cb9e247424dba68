"""What announces other texts goes by its form; what an author built alike stays."""

from __future__ import annotations

import pytest

from weerklank.read import read_html

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "De markt begint om zes uur, en wie om zeven uur komt heeft de beste vis al gemist.",
        "De koopman met de blauwe pet kent iedereen bij naam, en wie hij niet kent krijgt er een.",
        "Zo blijft een plein een plein, ook als er op andere dagen alleen auto’s staan.",
    )
)
CARD = "<div class='kaart'><h3>{title}</h3><p>{words}</p><p><a href='/{n}'>{call}</a></p></div>"
TITLES = ("Negen stoepen en een bezem", "De sluis gaat in de verf", "Een brug voor twee geiten")


def _text(inside: str, body: str = BODY) -> str:
    return read_html(f"<title>De markt</title><article><h1>De markt</h1>{body}{inside}</article>".encode()).text


def _cards(call: str, words: str = "Een wandeling langs wie er woont.") -> str:
    return "".join(CARD.format(title=title, words=words, n=n, call=call) for n, title in enumerate(TITLES))


@pytest.mark.parametrize("call", ["LEES DE REST", "Weiterlesen", "verder kijken"])
def test_cards_below_the_text_go(call: str) -> None:
    assert not any(title in _text(_cards(call)) for title in TITLES)


def test_cards_above_more_of_the_text_stay() -> None:
    text = _text(_cards("uitgeverij") + BODY)
    assert all(title in text for title in TITLES)


def test_sections_of_the_author_stay() -> None:
    sections = "".join(
        f"<div class='sectie'><h3>{title}</h3><p>{'Wie er woont weet het. ' * 3}</p></div>" for title in TITLES
    )
    assert all(title in _text(sections) for title in TITLES)


@pytest.mark.parametrize(
    ("insert", "gone"),
    [
        ("<p><b>Meer over dit onderwerp</b><br><a href='/x'>Elf sloten die verdwenen</a></p>", "Elf sloten"),
        ("<p>» <a href='/x'>Het veer dat bleef</a></p>", "Het veer"),
        ("<div class='kg-card kg-signup-card'><h2>Krijg ons in je bus</h2><p>Elke week.</p></div>", "in je bus"),
        ("<p><a class='btn btn-primary' href='/x'>Plan een gesprek</a></p>", "Plan een gesprek"),
        ("<div class='Newsletter_box__x'><h3>De Kade per post</h3><p>Elke ochtend.</p></div>", "De Kade per post"),
    ],
)
def test_inserts_between_paragraphs_go(insert: str, gone: str) -> None:
    first, rest = BODY.split("</p>", 1)
    assert gone not in _text("", f"{first}</p>{insert}{rest}")


@pytest.mark.parametrize(
    ("insert", "kept"),
    [
        ("<p>Lees <a class='btn-link' href='/x'>dit stuk</a> ook eens.</p>", "dit stuk"),
        ("<p>Hij riep:<br><a href='/x'>dat is van mij</a><br>en liep weg.</p>", "dat is van mij"),
        ("<p>Bron: <a href='https://a.example'>het archief van de markt</a></p>", "het archief van de markt"),
    ],
)
def test_links_of_the_author_stay(insert: str, kept: str) -> None:
    first, rest = BODY.split("</p>", 1)
    assert kept in _text("", f"{first}</p>{insert}{rest}")
