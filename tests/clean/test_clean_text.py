"""The steps for every text: cases in prose, and what they read off or leave in doubt."""

from __future__ import annotations

import pytest

from tests.cases import cases
from weerklank.clean import clean
from weerklank.languages.dates import find_date
from weerklank.languages.person_names import is_name, names

BODY = (
    "\n\nDe man aan het loket zei niets, en dat zei hij zo vriendelijk dat men hem bedankte."
    "\n\nZo gaat dat hier al jaren."
)


@pytest.mark.parametrize(("title", "before", "after"), cases("clean-text"))
def test_case(title: str, before: str, after: str) -> None:
    assert clean(before, printed=False).text == after
    assert clean(after, printed=False).text == after


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("29 december 2014", "2014-12-29"),
        ("Posted on 1 juli 2013", "2013-07-01"),
        ("Geplaatst op maandag 3 mrt. 2008 om 14:05", "2008-03-03"),
        ("December 29th, 2014", "2014-12-29"),
        ("05-11-2010 09:15", "2010-11-05"),
        ("2019-02-28", "2019-02-28"),
        ("maart 2018", "2018-03"),
        ("4 december 20206 januari 2021", "2020-12-04"),
        ("31 februari 2014", None),
        ("in 1984", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    assert find_date(line) == date


@pytest.mark.parametrize(
    "name", ["Jan de Jonge", "prof. dr. A.B. van 't Hoff", "Els van der Meer-Bakker", "Oene d'Ancona"]
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("words", ["Inleiding", "Weg met de klant", "Het loket is dicht", "NSA", "De klant is koning"])
def test_words_that_are_no_name(words: str) -> None:
    assert not is_name(words) and names(words) == ()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("COLUMN Het loket", {"kicker": "COLUMN", "title": "Het loket"}),
        ("Opinie: Het loket", {"kicker": "Opinie", "title": "Het loket"}),
        ("Brief aan het loket", {"kicker": None, "title": "Brief aan het loket"}),
        ("Het loket\n\nOver wie er zit\n\nEls Bakker", {"subtitle": "Over wie er zit", "authors": ("Els Bakker",)}),
        ("Het loket\n\ndoor Els Bakker | 3 maart 2014 | Columns | 2 reacties", {"date": "2014-03-03"}),
        ("Het loket\n\nLaatst bijgewerkt: 3 maart 2014", {"date": None, "title": "Het loket"}),
        ("Home » Columns » Het loket\n\nHet loket", {"title": "Het loket"}),
        ("Wat een nieuwsbrief ons niet vertelt\n\n3 maart 2014", {"title": "Wat een nieuwsbrief ons niet vertelt"}),
        (
            "Weg & Water\n\nCookies\n\nWaarom u onze nieuwsbrief niet leest\n\nDoor: Els Bakker 3 maart 2014",
            {"title": "Waarom u onze nieuwsbrief niet leest", "authors": ("Els Bakker",)},
        ),
    ],
)
def test_head(head: str, said: dict[str, object]) -> None:
    cleaned = clean(head + BODY, printed=False)
    assert {key: getattr(cleaned.metadata, key) for key in said} == said
    assert cleaned.text == BODY.strip()


@pytest.mark.parametrize(
    ("foot", "said"),
    [
        ("Els Bakker", {"authors": ("Els Bakker",)}),
        ("Els Bakker is huisarts in Veendorp.", {"authors": ("Els Bakker",)}),
        ("Dit stuk verscheen eerder in Het Dorpsblad van 3 mei.", {"publication": "Het Dorpsblad"}),
        ("Gepubliceerd op 3 mei 2014 door Els Bakker", {"date": "2014-05-03", "authors": ("Els Bakker",)}),
    ],
)
def test_foot(foot: str, said: dict[str, object]) -> None:
    cleaned = clean(BODY.strip() + "\n\n" + foot, printed=False)
    assert {key: getattr(cleaned.metadata, key) for key in said} == said
    assert cleaned.text == BODY.strip()


def test_a_place_in_the_text_that_tells_a_life_is_no_note() -> None:
    text = "Els Bakker was toen al ziek." + BODY + "\n\nEls Bakker is een dichter die men vergat."
    assert clean(text, printed=False).text == text


def test_garbled_letters_are_marked_and_stay() -> None:
    cleaned = clean("Een cliÃ«nt belde, en niemand wist wat hij zei of waarom.", printed=False)
    assert "cliÃ«nt" in cleaned.text
    assert [(u.found, u.readings) for u in cleaned.uncertain] == [("Ã«", ("ë",))]


def test_characters_that_nobody_typed() -> None:
    cleaned = clean(
        "\ufeffEen cli\u0065\u0308nt\u200b belde.\r\nZo\x92n man\u202e was\x07 het af\u00adge\u00adsproken.",
        printed=False,
    )
    assert cleaned.text == "Een cliënt belde.\nZo’n man was het afgesproken."
