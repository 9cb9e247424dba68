"""Scans of print become running text: the cases in tests/cases/print.md."""

import pytest

from tests.cases import cases
from weerklank.clean import clean, restore_print
from weerklank.clean.print.printed import is_print
from weerklank.clean.text.readings import unused

CASES = cases("print") + cases("print-languages")


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


BROKEN = """Het water kwam die nacht over de dijk en
de boeren hadden de klok niet gehoord, want
de klerk van het gemaal was al naar bed en"""
RESUMED = "had de sleutel meegenomen naar zijn huis aan\nde vaart. Daar vond men hem de volgende dag."


@pytest.mark.parametrize(
    ("stands", "kind"),
    [
        ("De molen kort voor de brand", "caption"),
        ("Figuur 3, De stand van het water", "caption"),
        ("boeren hadden de klok\nniet gehoord, want de klerk", "pull_quote"),
        ("°Zie het verslag van de polder, blz. 9.", "note"),
    ],
)
def test_what_a_page_puts_inside_a_sentence_stands_apart(stands: str, kind: str) -> None:
    restored = restore_print(f"{BROKEN}\n\n{stands}\n\n{RESUMED}".split("\n"))
    assert restored.text == f"{BROKEN} {RESUMED}".replace("\n", " ")
    shown = "caption" if kind == "caption" and stands[0] == "F" else kind if kind != "caption" else "pull_quote"
    assert [(block.kind, block.text) for block in restored.asides] == [(shown, stands.replace("\n", " "))]


def test_pages_without_form_feeds_are_parted_by_their_heads() -> None:
    page = [f"{BROKEN} {n}" if n else BROKEN for n in range(3)]
    pages = "\n".join(f"OVER DE POLDER\n\n{text}\n{RESUMED}\n{text}\n{RESUMED}\n{n + 7}" for n, text in enumerate(page))
    restored = restore_print(pages.split("\n"))
    assert restored.text.count("POLDER") == 1  # the first may be the title
    assert not any(line.isdigit() for line in restored.text.split("\n"))
    assert {block.kind for block in restored.asides} == {"furniture"}


def test_notes_of_which_the_number_was_misread_stand_apart_with_their_calls() -> None:
    foot = "*Zie het verslag van de polder, blz. 9.\n“Brief aan de dijkgraaf, 3 maart 1911, p. 2."
    text = f"{BROKEN}\n{RESUMED}* Zo ging het altijd.* Men\nwist niet beter of het hoorde zo."
    restored = restore_print(f"{text}\n\n{foot}".split("\n"))
    assert [block.kind for block in restored.asides] == ["note", "note"]
    assert "*" not in restored.text


def test_a_numbered_item_at_the_foot_of_a_page_is_no_note() -> None:
    restored = restore_print(f"{BROKEN}\n{RESUMED}\n\n2. Een nieuwe sluis\nDe klerk wilde er niet aan.".split("\n"))
    assert restored.asides == ()


def test_a_table_stands_apart_row_by_row() -> None:
    table = "Jaar Sluizen Boten\n1901 12 4\n1902 14 3\n1903 15 1"
    restored = restore_print(f"{BROKEN}\n{RESUMED}\n\n{table}\n\nDat was alles.".split("\n"))
    assert [(block.kind, block.text) for block in restored.asides] == [("table", table)]


def test_mixed_columns_are_marked() -> None:
    scan = (
        "De klerk kreeg van de vergade- Daar stonden de boeren\nring geen antwoord en ging naar en wachtten op de boot"
    )
    restored = restore_print(scan.split("\n"))
    assert restored.mixed
    assert [place.readings for place in restored.uncertain] == [("vergadering",)]


def test_a_lost_letter_is_marked_with_what_it_was() -> None:
    assert clean("De of\ufffdcier zweeg.").uncertain[0].readings == ("officier",)


def test_the_first_word_without_its_capital_is_marked() -> None:
    assert "Het" in restore_print(["et was laat in de polder."]).uncertain[0].readings


def test_a_bad_scan_says_which_words_it_is_known_by() -> None:
    good = f"{BROKEN}\n{RESUMED}\n" * 3
    bad = restore_print((good.replace("de ", "dc ").replace("klok", "klqk").replace("bed", "bcd")).split("\n"))
    assert not restore_print(good.split("\n")).doubtful
    assert bad.unknown > 0.05
    assert "klqk" in bad.doubtful


@pytest.mark.parametrize(
    "scan",
    [
        f"{BROKEN}\n{RESUMED}",
        "De klerk las in de vergade=\nring het verslag van de burge\nmeester voor.",
        "Zij las in een oud NRC\n-\nartikel over het kosten\n-\nen batenplan.",
    ],
)
def test_a_short_text_is_print_by_how_its_lines_end(scan: str) -> None:
    assert is_print(scan)


@pytest.mark.parametrize(
    "page",
    ["Menu\nOver ons\nContact", "Melk\n-\nBoter\n-\nEieren", "De rede van de dijkgraaf\n\nwordt vervolgd"],
)
def test_short_lines_of_a_website_are_no_print(page: str) -> None:
    assert not is_print(page)


def test_columns_of_layout_text_are_print_and_come_one_after_the_other() -> None:
    left = ["De dijkgraaf liep die ochten\u00ad", "den langs het water en telde", "de palen die de storm had laten"]
    right = ["staan, en schreef het getal op", "een stuk papier dat hij aan de", "klerk gaf, die het bij zich hield."]
    rows = [f"{one:36}{other}" for one, other in zip(left * 3, right * 3, strict=True)]
    cleaned = clean("\n".join(rows))
    assert cleaned.printed
    assert cleaned.text.startswith("De dijkgraaf liep die ochtenden langs het water en telde de palen")


def test_lines_read_across_three_columns_are_marked() -> None:
    lines = [
        "Veel mensen vonden dat hij wei- kant waar de boot lag en een theorie van de wa-",
        "nig had gedaan voor het dorp, be- bel die niemand kende. Het ston- terstand werd pas veel later",
        "halve dan de sluis. Ook zij wa- den ook voor voorspoed en voor bewezen, door een klerk die",
        "ren het daar niet mee eens toen muziek, en iedereen was er blij. er toevallig langs kwam.",
    ]
    assert clean("\n".join(lines)).mixed


def test_what_stands_below_a_broken_word_at_a_foot_is_no_text() -> None:
    first = ["Het grote boek 41", "", *POLDER[:4], "aan de klerk gaf, die het bij de andere papie-", ""]
    foot = ["Brief aan de schrijver van 9 januari.", "De vragen werden door 412 huishoudens beantwoord."]
    second = ["\fHet grote boek 42", "", "ren legde van dat jaar, waar niemand naar keek."]
    restored = restore_print([*first, *foot, *second])
    assert "de andere papieren legde van dat jaar" in restored.text
    assert [block.text for block in restored.asides if block.kind == "note"] == [" ".join(foot)]


def test_a_numbered_heading_is_no_running_head_because_the_foot_has_a_number() -> None:
    lines = ["1 Langs het water", "", *POLDER, "", "Polderraad, verslag 1", "\f" + POLDER[0], *POLDER[1:], ""]
    text = restore_print([*lines, "Polderraad, verslag 2"]).text
    assert text.startswith("1 Langs het water")
    assert "Polderraad" not in text


def test_a_foot_that_says_which_page_it_is_on_goes_on_a_single_page_too() -> None:
    restored = restore_print([*POLDER, "", "Polderraad | Verslag van het jaar Pagina 1 van 9"])
    assert [block.kind for block in restored.asides] == ["furniture"]
    assert "Pagina" not in restored.text


def test_numbered_sections_are_no_title() -> None:
    below = "De klerk dacht er pas weer aan toen de nieuwe sluis er kwam\nen het getal van belang was voor de rekening."
    text = "1 Langs het water\n\n" + "\n".join(POLDER) + f"\n\n2 In de polder\n\n{below}"
    assert clean(text, printed=True).metadata.title is None
