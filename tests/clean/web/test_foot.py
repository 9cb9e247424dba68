"""The bottom of a page: what the author wrote stays, whatever stands around it."""

from __future__ import annotations

import pytest

from tests.cases import cases
from tests.clean.web.page_cases import outcome
from weerklank.clean import clean

TEXT = (
    "De sluiswachter hield een schrift bij van alles wat voorbijkwam, en wie het las, zag een eeuw aan schepen.\n\n"
    "Nu telt een lus in de bodem de kielen, en niemand heeft nog een reden om naar het water te kijken."
)
FOOT = "Volg ons op Mastodon\n\n© 2021 De Oever. Alle rechten voorbehouden.\n\nPrivacy\n\nCookies"


def foot(lines: str) -> str:
    """What stays below the text."""
    cleaned = clean(f"De sluis\n\n{TEXT}\n\n{lines}\n\n{FOOT}", printed=False)
    assert cleaned.text.startswith(TEXT)
    assert cleaned.ledger.source().endswith("Cookies")
    return cleaned.text.removeprefix(TEXT).strip()


@pytest.mark.parametrize(
    "above",
    ["Deel dit bericht", "Delen via\n\nFacebook\n\nLinkedIn", "Zie ook\nDe dijk van 1911\nDeel dit via\nE-mail"],
)
@pytest.mark.parametrize(
    "stays",
    [
        "Wie het schrift terug wil, moet het zelf uit de la halen. Daar ligt het nog.",
        "Met dank aan de wachter, die mij de la liet zien en er koffie bij schonk.",
        "[1] Dorpsarchief, doos 12, geraadpleegd op 4 mei 2020.",
        "1. Gesprek met de wachter, mei 2020",
        "¹ Dorpsarchief, doos 12.",
        "* Een eerdere lezing had een andere titel.",
    ],
)
def test_the_authors_lines_below_a_share_bar_stay_and_the_bar_goes(above: str, stays: str) -> None:
    assert foot(f"{above}\n\n{stays}") == stays


def test_residue_above_lines_that_were_left_is_still_found() -> None:
    assert foot("Deel dit bericht\n\nHet schrift ligt nog in de la.\n\nMenu\n\nZoeken\n\nDe la is open.") == (
        "Het schrift ligt nog in de la.\n\nDe la is open."
    )


def test_a_list_of_sentences_is_the_authors_and_so_is_its_heading() -> None:
    written = "Zie ook\n\n- Mijn stuk over de dijk, dat hieraan voorafging.\n- Het rapport van de vier heren uit 2016."
    assert foot(written) == written
    assert foot("Zie ook\n\n- De dijk van 1911\n- De vier heren") == ""


def test_a_share_line_between_paragraphs_goes() -> None:
    first, last = TEXT.split("\n\n")
    assert clean(f"De sluis\n\n{first}\n\nDeel dit artikel via Facebook\n\n{last}", printed=False).text == TEXT


@pytest.mark.parametrize(("title", "before", "after"), cases("foot"))
def test_foot(title: str, before: str, after: str) -> None:
    assert outcome(before) == after
