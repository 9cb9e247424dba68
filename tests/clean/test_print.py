"""Scans of print become running text: the cases in tests/cases/print.md."""

import pytest

from tests.cases import cases
from weerklank.clean import clean, restore_print
from weerklank.clean.print.printed import is_print
from weerklank.clean.text.readings import unused

CASES = cases("print")


@pytest.mark.parametrize(("before", "after"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_restores(before: str, after: str) -> None:
    assert restore_print(before.split("\n")).text == after


@pytest.mark.parametrize("after", [c[2] for c in CASES], ids=[c[0] for c in CASES])
def test_leaves_what_is_restored(after: str) -> None:
    assert restore_print(after.split("\n")).text == after


def test_keeps_what_stood_inside_a_word() -> None:
    restored = restore_print(["de werkgelegen-", "", "een loket is", "geen win-", "kel", "", "heid in de regio nu"])
    assert restored.text == "de werkgelegenheid in de regio nu"
    assert [(block.kind, block.text) for block in restored.asides] == [("pull_quote", "een loket is geen winkel")]


def test_sets_recurring_heads_aside() -> None:
    page = ["De raad vergaderde die dag over de", "plannen van het college en ook over"] * 6
    lines = [*page, "21", "Stad en burger", *page, "22", "Stad en burger", *page, "het geld."]
    restored = restore_print(lines)
    assert [block.text for block in restored.asides] == ["21 Stad en burger", "22 Stad en burger"]
    assert "Stad" not in restored.text


def test_marks_a_number_between_sentences() -> None:
    restored = restore_print(["Dat was het einde ervan.", "", "12", "", "Daarna begon iets anders."])
    assert "12" in restored.text
    assert [place.found for place in restored.uncertain] == ["12"]


def test_marks_what_the_evidence_does_not_decide() -> None:
    restored = restore_print(["zij lazen in die tijd de Zwabber-", "courant elke dag"])
    (place,) = restored.uncertain
    assert set(place.readings) == {"Zwabbercourant", "Zwabber-courant"}
    assert restored.text[place.start : place.end] == place.found


def test_finds_the_signs_of_print() -> None:
    column = "De raad vergaderde die middag lang over\nde plannen van het college, en de voorzit-\nter liet ieder"
    column += (
        " uitspreken, ook de be-\nwoners die speciaal waren gekomen om te\nluisteren en om iets te zeggen over hun\n"
    )
    assert is_print(column * 4)
    assert not is_print(
        "Een alinea van een webpagina staat op een regel. " * 9 + "\n\nEen kop\n\n" + "En nog een. " * 40
    )
    assert not is_print("Een regel die\nbreekt als een gedicht\nen telkens weer\nzo kort is\nals dit\n" * 5)


@pytest.mark.parametrize(
    ("text", "printed", "breaks_off"),
    [
        ("Zij kwamen allen van heinde en verre naar de", None, True),
        ("Zij kwamen allen van heinde en verre naar huis toe", None, False),
        ("Zij kwamen allen van heinde en verre naar huis toe", True, True),
        ("Zij kwamen allen van heinde en verre naar huis.", True, False),
        ("Zij kwamen allen van heinde en verre naar huis [...]", None, True),
        ("Jan Jansen", True, False),
    ],
)
def test_says_that_a_text_breaks_off(text: str, printed: bool | None, breaks_off: bool) -> None:
    assert clean(f"Een eerste alinea staat hier vooraan.\n\n{text}", printed).metadata.truncated == breaks_off


def test_readings_settle_what_is_uncertain() -> None:
    scan = "Zij lazen in die tijd de Zwabber-\ncourant elke dag van voor naar achter."
    found = clean(scan, True).uncertain[0].found
    for read in ("Zwabbercourant", "Zwabber-courant"):
        settled = clean(scan, True, [(found, read)])
        assert read in settled.text
        assert not settled.uncertain
        assert settled.ledger.source() == scan
        assert not unused(settled, [(found, read)])


def test_says_which_readings_were_not_used() -> None:
    readings = [("nergens", "ergens"), ("dag", "nacht"), ("zij", "wij")]
    cleaned = clean("Op die dag zag zij dat zij alleen was gebleven in de stad.", False, readings)
    assert "nacht" in cleaned.text
    assert unused(cleaned, readings) == [("nergens", "ergens"), ("zij", "wij")]


def test_page_number_below_many_blank_lines_is_set_aside() -> None:
    restored = restore_print(["zij liepen samen naar de grote oude", "", "", "", "12", "stad terug."])
    assert restored.text == "zij liepen samen naar de grote oude stad terug."
    assert [block.text for block in restored.asides] == ["12"]


def test_a_scan_is_not_joined_as_the_fragments_of_a_web_page_are() -> None:
    scan = (
        "Een titel\n\nDe raad vergaderde de hele middag over de plannen van de wijk\n, die niemand kende, en de be-\n"
        "woners wachtten buiten\n, in de regen en de wind, op de uit-\nkomst van de ver-\ngadering van de raad.\n"
    )
    assert clean(scan, True).text == (
        "De raad vergaderde de hele middag over de plannen van de wijk, die niemand kende, en de bewoners wachtten "
        "buiten, in de regen en de wind, op de uitkomst van de vergadering van de raad."
    )


POLDER = (
    "De dijkgraaf liep die ochtend langs het water en telde de\n"
    "palen die de storm van de afgelopen week had laten staan en",
    "die niemand nog had geteld. Toen hij thuiskwam, schreef hij\n"
    "het getal in het grote boek van de polder, dat al jaren in",
    "de kast lag. Zo ging dat met alles wat hij deed en naliet,\n"
    "en niemand in het dorp die daar ooit iets van had gezegd.",
)
TOGETHER = " ".join(POLDER).replace("\n", " ")


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (("Water en land 7", "8 Verzamelde stukken", "Water en land 9"), ("", "", "")),
        (("WATER EN LAND", "WATER FN LAND", "WATEREN LAND"), ("7", "8", "9")),
        (("", "", ""), ("xii", "xiii", "xiv")),
        (("Water en land xii", "xiii Water en land", "Water en land xiv"), ("", "", "")),
        (
            ("", "", ""),
            ("Dienst Polders | blad 1 van 9", "Dienst Polders | blad 2 van 9", "Dienst Polders | blad 3 van 9"),
        ),
    ],
)
def test_heads_and_feet_of_pages_go(heads: tuple[str, ...], feet: tuple[str, ...]) -> None:
    title = "De dijkgraaf\n\n"
    pages = [
        f"{head}\n\n{title * (not number)}{text}\n\n{foot}"
        for number, (head, text, foot) in enumerate(zip(heads, POLDER, feet, strict=True))
    ]
    restored = restore_print("\n\f".join(pages).split("\n"))
    assert restored.text.split() == f"De dijkgraaf {TOGETHER}".split()
    assert [block.text for block in restored.asides] == [
        edge for pair in zip(heads, feet, strict=True) for edge in pair if edge
    ]


def test_the_first_and_last_lines_of_pages_are_the_authors() -> None:
    pages = "\n\f".join(POLDER)
    assert restore_print(pages.split("\n")).text == TOGETHER


def test_notes_at_the_foot_of_a_page_are_notes() -> None:
    first, second, third = POLDER
    called = first.replace("water", "water.1", 1)
    scan = f"{called}\n\n1 Zie het verslag, blz. 3.\n2 Brief van de klerk.\n\f{second}\n\f{third}"
    restored = restore_print(scan.split("\n"))
    assert [(block.kind, block.text) for block in restored.asides] == [
        ("note", "1 Zie het verslag, blz. 3."),
        ("note", "2 Brief van de klerk."),
    ]
    assert "staan en die niemand" in restored.text


def test_one_printed_page_makes_a_scan() -> None:
    assert is_print("Een titel\n\f" + "\n".join(POLDER * 2))
    assert not is_print("Een titel\n\nEen alinea van een webpagina staat op een regel.\n\f")


def test_words_stay_together_where_most_are_unknown() -> None:
    old = "De menschen zagen zoo veel vreemde visschen boven de akker ende gingen eredit tezijn vandaer. "
    assert "tezijn" in restore_print([old * 9]).text
    assert "te zijn" in restore_print([f"{TOGETHER} {TOGETHER} Er blijkter sprake tezijn van geluk."]).text


def test_a_right_column_that_ends_first_is_a_column() -> None:
    left, right = (
        "\n".join(POLDER).split("\n"),
        ["hij uit het raam zag.", "De klerk zag het ook,", "en hij zei er niets van", "tegen wie dan ook."],
    )
    rows = [line.ljust(70) + right[number] if number < len(right) else line for number, line in enumerate(left * 2)]
    assert restore_print(rows).text.split() == " ".join([*left, *left, *right]).split()
