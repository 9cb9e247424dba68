"""Particulars of persons are found by their form, and little else is; without a maintainer's word none is published."""

import cProfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.pages.collection import SEEDS, made, seed
from weerklank import private
from weerklank.collection.argument_files import read_argument
from weerklank.collection.collection_file import read_collection
from weerklank.collection.sidecar import read_sidecar
from weerklank.languages.pack import pack
from weerklank.model import ArgumentFile, Sidecar
from weerklank.model.errors import InputError
from weerklank.private import masked, particulars, spoken

PHONES = """06-12345678 | 06 12 34 56 78 | 0612345678 | +31 6 12345678 | +31612345678 | +31 (0)6 12 34 56 78
0031 6 12345678 | 010-1234567 | 010 - 123 45 67 | (020) 123 45 67 | 0180-123456 | 0180 12 34 56 | 06/12345678
06.12.34.56.78 | +31-20-1234567 | 06·12345678 | (+31) 6 23 45 67 89 | 03/226.14.15 | 0486 21 43 65
0486/21.43.65 | +32 (0)3 226 14 15 | 0032 486 21 43 65 | +49 (0)30 901820 | +33 1 42 68 53 10 | +44 20 7946 0123
020 7946 0123 | 030 / 901 82 04 | (212) 555-0147
nul zes, drieëntwintig vijfenveertig zevenenzestig negenentachtig | nul tien, een twee drie vier vijf zes zeven
06 drieëntwintig 45 67 89 | null drei null neunzig achtzehn zwanzig vierzig
oh two oh seven nine four six oh one two three"""
EMAILS = """jan.de.wit@voorbeeld.nl | jan [at] voorbeeld.nl | jan(at)voorbeeld(punt)nl
j+k@mail.voorbeeld.co.uk | mies @ voorbeeld . nl | mies@ voorbeeld.nl | mies @voorbeeld.nl | mies＠voorbeeld．nl
mies AT voorbeeld DOT nl | mies{at}voorbeeld.be | mies at voorbeeld dot nl | mies at voorbeeld.nl
mies apenstaartje voorbeeld punt nl | mies&#64;voorbeeld.nl | mies&amp;#x40;voorbeeld&period;nl
mies%40voorbeeld.nl | mies@bäcker.de | mies@xn--bcker-gra.de | mies (ät) voorbeeld (punkt) de
mies@voor­beeld.nl | mies-at-voorbeeld-dot-nl | mies_at_voorbeeld.nl"""
NUMBERS = """111222333 | 1112.22.333 | BSN: 111 222 333 | burgerservicenummer 111222333 | sofinummer 111222333"""
ACCOUNTS = """NL91 ABNA 0417 1643 00 | nl91abna0417164300 | BE71 0961 2345 6769 | DE89370400440532013000
GB29 NWBK 6016 1331 9268 19 | FR14 2004 1010 0505 0001 3M02 606 | LU28 0019 4006 4475 0000 | giro 1234567
rekeningnummer 12.34.56.789 | 091-0123456-95"""
ADDRESSES = """Dorpsstraat 12, 1234 AB Utrecht | Dorpsstraat 12a 1234AB
Laan van Meerdervoort 100-2, 2517 AB Den Haag | Jan van Goyenkade 3, 1075 HN Amsterdam | Dorpsstraat 12 te Zeist
Dorpsstraat 12-II in Zeist | dorpsstraat 12, 1234 ab zeist | Dorpsstraat 12 bus 4, 9000 Gent
Vrijheid 8 bus 12, 9000 Gent | Meir 24, 2000 Antwerpen | Plein 1813 nr 5, 2514 JN Den Haag
Rue du Moulin 17, 4000 Liège | 12, rue du Moulin | Ahornweg 23, 50667 Köln | 12 Orchard Lane, Leeds
's-Gravelandseweg 25, 1217 EH Hilversum"""
NATIONAL = "85.07.30-033.28 | 85073003328"
KINDS = {
    "a telephone number": PHONES,
    "an e-mail address": EMAILS,
    "a BSN": NUMBERS,
    "a bank account": ACCOUNTS,
    "a postal address": ADDRESSES,
    "a national number": NATIONAL,
}
FINDS = [(kind, each.strip()) for kind, many in KINDS.items() for each in many.replace("\n", "|").split("|")]

ORDINARY = """In 2014 waren er 123456789 klanten. | ISBN 978-90-1234-567-8 | ISBN 9789012345678 | ISBN 0306406152
Het kostte 100.000.000 euro, of € 111222333. | 1234 woorden | van 2010 tot 2014, in 2012 VN
op 01-02-2014 12.30 uur | Artikel 12, 2014 EU | 0900-1234567 | bel 0800-1234, gratis | 1.234.567,89
het jaar 2013 NL | pagina 12, 2013 BV | Kamerstukken II 2010/11, 32 500, nr. 12 | 12 000 000 000 mensen
doi:10.1000/123456782 | @jan schreef | 3,1415926535 | Wet van 29 maart 2013, Stb. 144 | 0-306-40615-2
om 10.00 - 11.30 uur | in de jaren 1960, 1970 en 1980 | Postbus 123, 2500 EA Den Haag
P.O. Box 12, 1234 AB Zeist | Antwoordnummer 12, 1234 VB Zeist | zaaknummer 111222333 | kenmerk: 111222333
@mies@kletspraat.example schreef | @mies.kletspraat.social schreef | look at example.com
Look at the dot in the sky | stay-at-home.com | een, twee, drie, vier, vijf, zes, zeven, acht
nul op rekest, zes keer | BSN 123456789 | KvK 12345678 | ISSN 0165-0904 | (05.10.96-02.02.97)
Groep 8, 9000 Kinderen | in de straat 12 keer gebeld | 14 020 | gemeente@2020
https://voorbeeld.nl/artikel/0612345678 | IP 192.168.100.200"""


@pytest.mark.parametrize(("kind", "words"), FINDS)
def test_found_in_a_sentence(kind: str, words: str) -> None:
    for text in (words, f"Dat is {words}.", f"Zie ({words}), zei zij."):
        assert [p.kind for p in particulars(text)] == [kind]


@pytest.mark.parametrize("words", [each.strip() for each in ORDINARY.replace("\n", "|").split("|")])
def test_ordinary_words(words: str) -> None:
    assert not particulars(words)


def test_found_over_line_ends_and_what_cannot_be_seen() -> None:
    for text in ("06-1234\n5678", "06-12\u00ad34\u200b5678", "06&#45;1234&nbsp;5678", "Dorpsstraat 12\n1234 AB Zeist"):
        (found,) = particulars(f"zie {text} daar.")
        assert f"zie {text} daar."[found.start : found.end] in text
        assert found.start == 4


@given(st.sampled_from(FINDS), st.text(), st.text())
@example(("a BSN", "burgerservicenummer 111222333"), "", "0")
def test_a_find_lies_in_the_text_and_masks_it(find: tuple[str, str], before: str, after: str) -> None:
    text = f"{before}\n\nZie {find[1]}.\n\n{after}"
    finds = particulars(text)
    assert all(0 <= p.start < p.end <= len(text) for p in finds)
    assert all(one.end <= other.start for one, other in pairwise(finds))
    assert find[1] not in masked(pack("nl"), text)


def test_a_text_is_looked_through_once_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build's errors, the account and the register ask about the same source."""
    looked: Counter[str] = Counter()
    look = private._candidates

    def counted(text: str) -> Iterator[private.Particular]:
        looked[text] += 1
        return look(text)

    monkeypatch.setattr(private, "_candidates", counted)
    particulars.cache_clear()
    text = "Over meel\n\nDe molenaar maalt meel, en wie brood wil, moet wachten tot de wind weer waait.\n"
    made(seeds=(*SEEDS, seed("c_meel", text)))
    assert looked[text] == 1
    assert set(looked.values()) == {1}


LONG = ("a", "a.", "0", "06 ", "A ", "Aa 1 ", "a@", "(at) ", "bsn 1 ", "A'-", "nul ", "+", "(", "a dot b at ", "&amp;")


@pytest.mark.parametrize("run", LONG)
def test_twice_the_text_takes_twice_the_steps(run: str) -> None:
    once, twice = (_calls(run * (size // len(run))) for size in (5_000, 10_000))
    assert twice <= 2.2 * once + 200


def _calls(text: str) -> int:
    """Calls of functions, of Python's and of C's, that looking at `text` takes."""
    particulars(text[:100])  # what is made once is made
    spoken._is_phone.cache_clear()
    particulars.cache_clear()
    with cProfile.Profile() as profile:
        particulars(text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("run", LONG)
def test_long_runs_take_no_longer(run: str) -> None:
    particulars(run * (50_000 // len(run)))  # a quadratic pattern would take minutes here


def test_masked() -> None:
    assert masked(pack("nl"), "Bel 06-12345678, mail niet.") == "Bel [telefoonnummer, niet getoond], mail niet."


LETTER = (
    "Een brief aan de bakker\n\nMijn adres is jan@voorbeeld.nl, en daar lees ik elke dag mijn post.\n\nDag, bakker.\n"
)


def test_a_build_stops_at_an_address_and_does_not_repeat_it() -> None:
    with pytest.raises(InputError) as error:
        made(seeds=(*SEEDS, seed("c_brief", LETTER)))
    (problem,) = error.value.problems
    assert problem.where == "seeds/c_brief.txt: § 1"
    assert problem.what == "an e-mail address"
    assert "jan" not in str(problem)
    assert "'personal: published' in seeds/c_brief.yml" in problem.remedy


def test_a_sidecar_lets_it_through() -> None:
    agreed = replace(seed("c_brief", LETTER), sidecar=Sidecar(personal="published"))
    page = made(seeds=(*SEEDS, agreed)).pages["essays/een-brief-aan-de-bakker.md"]
    assert "jan@voorbeeld.nl" in page


DIALLED = "Zij zocht lang naar haar bril, pakte de hoorn van het toestel en draaide toen langzaam 06-1234"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bel 06-12345678 nu\n\nWie belt, die wacht het langst aan de lijn.\n", "title"),
        (f"Bellen\n\nWie belt, die wacht.\n\n{DIALLED}\n\n5678 en toen ging bij hem de telefoon over.\n", "§ 2"),
    ],
)
def test_all_that_a_text_publishes_is_looked_at(text: str, place: str) -> None:
    with pytest.raises(InputError) as error:
        made(seeds=(*SEEDS, seed("c_brief", text)))
    assert any(problem.where.startswith(f"seeds/c_brief.txt: {place}") for problem in error.value.problems)
    assert "1234" not in str(error.value)


def test_a_files_name_is_published_too_and_not_repeated() -> None:
    with pytest.raises(InputError) as error:
        made(seeds=(*SEEDS, seed("brief-0612345678", LETTER.replace("jan@voorbeeld.nl", "hier"))))
    assert [problem.where for problem in error.value.problems] == [
        "seeds/brief-[telefoonnummer, niet getoond].txt: file name"
    ]


ARGUMENT = """---
claim: "Mail {claim}."
related: [{{id: ander, how: "{how}"}}]
passages:
  - {{essay: een, stance: for, quote: "Bel 06-12345678.", note: "{note}"}}
{personal}---
Een inleiding.

{words}
"""


def _argument(**words: str) -> ArgumentFile:
    fields = dict.fromkeys(("claim", "how", "note", "words"), "niets") | {"personal": ""} | words
    return read_argument(ARGUMENT.format(**fields).encode(), "een", "seeds/arguments/een.md")


def test_an_editors_words_are_looked_at_and_the_line_is_named() -> None:
    mail = "mies@voorbeeld.nl"
    with pytest.raises(InputError) as error:
        _argument(claim=mail, how=mail, note=mail, words="Zie **06-1234**5678.")
    assert [f"{problem.where}: {problem.what}" for problem in error.value.problems] == [
        "seeds/arguments/een.md: claim: an e-mail address (line 2)",
        "seeds/arguments/een.md: related 1 how: an e-mail address (line 3)",
        "seeds/arguments/een.md: passages 1 note: an e-mail address (line 5)",
        "seeds/arguments/een.md: introduction: a telephone number (line 9)",
    ]
    assert _argument(claim=mail, words="06-12345678", personal="personal: published\n").claim == f"Mail {mail}."


def test_a_quote_is_the_texts_matter() -> None:
    assert _argument().entries[0].quote == "Bel 06-12345678."


@pytest.mark.parametrize("key", ["title", "kicker", "note", "source: {name", "rights: {status: permission, basis"])
def test_a_sidecar_is_looked_at(key: str) -> None:
    words = f"{key}: Bel 06-12345678{'}' * ('{' in key)}\n"
    with pytest.raises(InputError, match=r"a telephone number \(line 1\)"):
        read_sidecar(words.encode(), "seeds/een.yml")
    read_sidecar(f"{words}personal: published\n".encode(), "seeds/een.yml")


def test_only_the_contact_of_a_collection_is_meant_to_be_public(tmp_path: Path) -> None:
    file = tmp_path / "collection.yml"
    file.write_text("title: Een\nlanguage: nl\ncontact: ons@voorbeeld.nl\nremoval: Schrijf aan ons@voorbeeld.nl.\n")
    assert read_collection(tmp_path).contact == "ons@voorbeeld.nl"
    file.write_text("title: Een\nlanguage: nl\neditors: [Mies, mies@voorbeeld.nl]\n")
    with pytest.raises(InputError, match=r"editors 2: an e-mail address"):
        read_collection(tmp_path)
    file.write_text(file.read_text() + "personal: published\n")
    assert read_collection(tmp_path).editors == ("Mies", "mies@voorbeeld.nl")
