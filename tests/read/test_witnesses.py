"""Who and when by the vote of a page's places: machines outweigh what is shown, and what is even is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.model import Witness
from weerklank.read import read_html
from weerklank.read.read_essay import read_essay
from weerklank.read.witnesses import agree, settled

DAYS = st.dates().map(str)
PLACES = st.sampled_from(["JSON-LD", "meta", "itemprop", "time", "byline", "class", "line", "address", "text"])
BODY = (
    "<p>Wie aan de sluis woont, telt de boten niet meer, want zij tellen hem: elke ochtend om zes uur precies.</p>" * 3
)


@given(st.lists(st.builds(Witness, st.just("date"), DAYS, PLACES)))
def test_nothing_is_settled_that_nobody_said(witnesses: list[Witness]) -> None:
    assert settled(witnesses, "date") in {None, *(each.value for each in witnesses)}


@given(DAYS, DAYS)
def test_agreeing_is_mutual(one: str, other: str) -> None:
    assert agree("date", one, other) == agree("date", other, one)


@pytest.mark.parametrize(
    ("head", "top", "date"),
    [
        ("<meta name='date' content='2020-04-30'>", "<time datetime='2020-04-29'>29 april 2020</time>", "2020-04-29"),
        ("<meta name='date' content='2020-04-30'>", "<time datetime='2021-01-07'>7 januari 2021</time>", "2020-04-30"),
        ("<link rel='canonical' href='https://sluis.example/2016/12/08/boten/'>", "", "2016-12-08"),
        ("<link rel='canonical' href='https://sluis.example/2016/boten/'>", "", None),
        (
            "<link rel='canonical' href='https://sluis.example/2016/12/08/boten/'>",
            "<time datetime='2019-05-01'>1 mei 2019</time>",
            None,
        ),
    ],
)
def test_days_of_a_page(head: str, top: str, date: str | None) -> None:
    page = (
        f"<html><head><title>De boten</title>{head}</head><body><article><h1>De boten</h1>{top}{BODY}</article></body>"
    )
    assert read_html(page.encode()).metadata.date == date


@pytest.mark.parametrize(
    ("window", "head", "byline", "authors"),
    [
        ("De boten - Gemeente Sluiswijk", "<meta name='dcterms.creator' content='Gemeente Sluiswijk'>", "", ()),
        ("De boten - Ank Veld", "<meta name='author' content='Ank Veld'>", "", ("Ank Veld",)),
        ("De boten", "<meta name='author' content='Super User'>", "", ()),
        ("De boten", "", "<div class='author'><a>Ank Veld</a> Redacteur cultuur</div>", ("Ank Veld",)),
        ("De boten", "", "<div class='node__x'>Ingediend door Ank Veld op di 3 mei 2016</div>", ("Ank Veld",)),
        ("De boten", "<meta name='author' content='Redactie'>", "<p class='byline'>Door Ank Veld</p>", ("Ank Veld",)),
        ("De boten", "<meta name='dc.creator' content='aveld'>", "<p class='byline'>Door Ank Veld</p>", ("Ank Veld",)),
        ("De boten", "<meta name='dc.creator' content='aveld'>", "", ()),
        ("De boten: Bond Zuid", "<meta name='author' content='Bond Zuid'>", "<p>Door Ank Veld</p>", ("Ank Veld",)),
        ("De boten", "<meta name='citation_author' content='Velde, Ank van der'>", "", ("Ank van der Velde",)),
        ("De boten", """<meta name="parsely-page" content='{"author": "Ank Veld"}'>""", "", ("Ank Veld",)),
        ("De boten", "", "<p property='schema:author'>Ank Veld</p>", ("Ank Veld",)),
        ("De boten", "<meta name='author' content='Jo Bos'>", "<span class='author'>Ank Veld</span>", ("Jo Bos",)),
    ],
)
def test_authors_of_a_page(window: str, head: str, byline: str, authors: tuple[str, ...]) -> None:
    page = f"<title>{window}</title>{head}<body><article><h1>De boten</h1>{byline}{BODY}</article>"
    assert read_essay(page.encode(), "boten.html").authors == authors


def test_each_value_has_its_place() -> None:
    page = f"<title>De boten</title><meta name='date' content='2020-04-30'><h1>De boten</h1>{BODY}"
    said = read_html(page.encode()).metadata.witnesses
    assert {Witness("date", "2020-04-30", "meta"), Witness("title", "De boten", "heading")} <= set(said)


@pytest.mark.parametrize(
    ("window", "line", "authors"),
    [
        ("Boten tellen", "© 2019 Joke Zwart", ("Joke Zwart",)),
        ("Boten tellen – Jokes Hoekje", "© 2019 Jokes Hoekje", ()),
        ("Boten tellen", "© 2019 Joke Zwart Coaching", ()),
        ("Boten tellen", "© 2019 Joke Zwart</p><p>© 2020 Ank Veld", ()),
    ],
)
def test_whose_the_rights_are_wrote_it_unless_that_is_what_the_site_is_called(
    window: str, line: str, authors: tuple[str, ...]
) -> None:
    page = f"<title>{window}</title><article><h1>Boten tellen</h1>{BODY}</article><footer><p>{line}</p></footer>"
    assert read_html(page.encode()).metadata.authors == authors
