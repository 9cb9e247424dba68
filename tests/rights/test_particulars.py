"""Particulars of persons are found by their form, and little else is; without a maintainer's word none is published."""

from dataclasses import replace

import pytest

from tests.pages.collection import SEEDS, made, seed
from weerklank.model import Sidecar
from weerklank.model.errors import InputError
from weerklank.rights.particulars import eleven_test, masked, particulars

PHONES = """06-12345678 | 06 12 34 56 78 | 0612345678 | +31 6 12345678 | +31612345678 | +31 (0)6 12 34 56 78
0031 6 12345678 | 010-1234567 | 010 - 123 45 67 | (020) 123 45 67 | 0180-123456 | 0180 12 34 56
06/12345678 | 06.12.34.56.78 | +31-20-1234567"""
EMAILS = "jan.de.wit@voorbeeld.nl | jan [at] voorbeeld.nl | jan(at)voorbeeld(punt)nl | j+k@mail.voorbeeld.co.uk"
NUMBERS = "111222333 | 1112.22.333 | BSN: 111 222 333 | burgerservicenummer 111222333"
ADDRESSES = """Dorpsstraat 12, 1234 AB Utrecht | Dorpsstraat 12a 1234AB | Laan van Meerdervoort 100-2, 2517 AB Den Haag
Postbus 123, 2500 EA Den Haag | Jan van Goyenkade 3, 1075 HN Amsterdam"""
KINDS = {"a telephone number": PHONES, "an e-mail address": EMAILS, "a BSN": NUMBERS, "a postal address": ADDRESSES}
FINDS = [(kind, each.strip()) for kind, many in KINDS.items() for each in many.replace("\n", "|").split("|")]

ORDINARY = """In 2014 waren er 123456789 klanten. | ISBN 978-90-1234-567-8 | ISBN 9789012345678 | ISBN 0306406152
Het kostte 100.000.000 euro, of € 111222333. | 1234 woorden | van 2010 tot 2014, in 2012 VN | op 01-02-2014 12.30 uur
Artikel 12, 2014 EU | 0900-1234567 | bel 0800-1234, gratis | 1.234.567,89 | het jaar 2013 NL | pagina 12, 2013 BV
Kamerstukken II 2010/11, 32 500, nr. 12 | 12 000 000 000 mensen | doi:10.1000/123456782 | @jan schreef | 3,1415926535
Wet van 29 maart 2013, Stb. 144 | 0-306-40615-2 | om 10.00 - 11.30 uur | in de jaren 1960, 1970 en 1980"""


@pytest.mark.parametrize(("kind", "words"), FINDS)
def test_found_in_a_sentence(kind: str, words: str) -> None:
    for text in (words, f"Dat is {words}.", f"Zie ({words}), zei zij."):
        assert [p.kind for p in particulars(text)] == [kind]


@pytest.mark.parametrize("words", [each.strip() for each in ORDINARY.replace("\n", "|").split("|")])
def test_ordinary_words(words: str) -> None:
    assert particulars(words) == []


def test_eleven_test() -> None:
    assert eleven_test("111222333")
    assert not eleven_test("111222334")
    assert not eleven_test("000000000")
    assert eleven_test("10000008") == eleven_test("010000008")


def test_long_runs_take_no_longer() -> None:
    for run in ("a", "a.", "0", "06 ", "A ", "Aa 1 ", "a@", "(at) ", "bsn 1 ", "A'-"):
        particulars(run * (200_000 // len(run)))  # a quadratic pattern would take minutes here


def test_masked() -> None:
    assert masked("Bel 06-12345678, mail niet.") == "Bel [telefoonnummer, niet getoond], mail niet."


LETTER = (
    "Een brief aan de bakker\n\nMijn adres is jan@voorbeeld.nl, en daar lees ik elke dag mijn post.\n\nDag, bakker.\n"
)


def test_a_build_stops_at_an_address_and_does_not_repeat_it() -> None:
    with pytest.raises(InputError) as error:
        made(seeds=(*SEEDS, seed("c_brief", LETTER)))
    (problem,) = error.value.problems
    assert problem.where == "seeds/c_brief.txt: § 1"
    assert problem.what == "an e-mail address ('jan…')"
    assert "'personal: published' in seeds/c_brief.yml" in problem.remedy


def test_a_sidecar_lets_it_through() -> None:
    agreed = replace(seed("c_brief", LETTER), sidecar=Sidecar(personal="published"))
    page = made(seeds=(*SEEDS, agreed)).pages["essays/een-brief-aan-de-bakker.md"]
    assert "jan@voorbeeld.nl" in page
