"""What must hold for every text: the books balance, a second cleaning changes nothing, no step goes back and forth."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.counting import calls
from weerklank.clean import clean
from weerklank.model import Cleaned

_PARTS = [
    "Weg met het loket",
    "h",
    "COLUMN",
    "OPINIE: Het loket",
    "Home",
    "Home » Blog » Het loket",
    "Reacties",
    "3 reacties op “Het loket”",
    "Geef een reactie",
    "Jan Jansen",
    "Door: Jan Jansen",
    "12 maart 2014",
    "12 maart 2014 om 12:30",
    "Jan schreef:",
    "Beantwoorden",
    "Foto: Els Bakker",
    "Els Bakker is huisarts in Veendorp.",
    "Dit artikel verscheen eerder in Het Dorpsblad.",
    "Recente berichten",
    "Lees ook",
    "Deel dit artikel",
    "Facebook",
    "0",
    "1",
    "2.",
    "II",
    "*",
    "Inleiding",
    "Wie is hier de klant?",
    "© 2014 De Heg",
    "Wij gebruiken cookies om u te leren kennen.",
    "Het loket was dicht.",
    "Wij lazen met vreugde deze tekst in het rapport:",
    "Klantbejegening.",
    "  • een stempel",
    "  • een stoel;",
    "  1. bel het nummer",
    "- brood",
    "> een citaat",
    ">",
    ", en toen",
    ".Groot was de vreugde van de man.",
    "ga naar het volgende raam",
    "Ik heb gewacht tot het licht uitging, en toen nog een uur, want wie wacht heeft alle tijd van de wereld gekregen.",
    "In de rij staan is een kunst die men leert van wie voor ons staat, en verleert zodra men aan de beurt is.",
    "cliÃ«nt",
    "GarcÃ\u00ada",
    "een\u00a0 zin \u200bmet\tgaten",
    "zo\x92n e\u0301n",
    "—",
    "Tags: rij, loket",
    "Over de auteur",
    "Advertentie",
]
_GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", " \n\n", "\n \n"])
_TEXT = st.lists(st.tuples(st.sampled_from(_PARTS), _GAPS), max_size=24).map(
    lambda parts: "".join(part + gap for part, gap in parts)
)


@settings(deadline=None, max_examples=400)
@given(_TEXT)
def test_texts_of_likely_parts(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
@example("\x85")  # no line of it has a word, and it is no blank either
def test_texts_of_any_characters(text: str) -> None:
    check(text)


def check(text: str) -> None:
    cleaned = clean(text, printed=False)
    assert cleaned.ledger.source() == text
    assert cleaned.ledger.text() == cleaned.text
    assert clean(cleaned.text, printed=False).text == cleaned.text


MANY = 200_000
"""Characters: what goes back at each of them would take hours, what looks at each once takes no time."""


@pytest.mark.parametrize(
    "unit",
    [*" \n\r\ta.,-•>“0|A('/:", "\u00a0", "\u00ad", "\u0301", "\x00", "\x92", "Ã", "\u200b"],
    ids=ascii,
)
def test_many_of_one_character_end(unit: str) -> None:
    """An expression that goes back and forth would not end here; and no character is a step of its own."""
    made: list[Cleaned] = []
    clean(unit * 1000)  # what is read once is read
    many = calls(lambda: made.append(clean(unit * MANY)))
    assert made[0].ledger.source() == unit * MANY
    assert many < 2 * calls(lambda: clean(unit * 1000))


def test_a_page_that_is_all_residue_gives_no_text() -> None:
    assert clean("Home\nContact\n\nZoeken naar:\n\n© 2014 De Heg\n").text == ""
