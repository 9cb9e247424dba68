"""The top of a page: what is no title, no author and no day of the text."""

from __future__ import annotations

import pytest

from tests.cases import cases
from tests.clean.web.page_cases import outcome
from weerklank.clean import clean

BODY = (
    "De pont ging vroeger om het kwartier, en wie haar miste, had tijd om zijn brood te eten en de krant te lezen.\n\n"
    "Nu gaat zij op afroep, en wie afroept, krijgt een nummer en een stem die zegt dat er nog zeven wachtenden zijn."
)
WINDOW = "De pont | Weekblad De Oever\n\nHome\nContact\n\n"


def head(text: str) -> tuple[str | None, str | None, tuple[str, ...], str | None, str]:
    """Title, subtitle, authors and date of a text with this head, and what stays of the head in the reading text."""
    cleaned = clean(f"{text}\n\n{BODY}", printed=False)
    said = cleaned.metadata
    assert cleaned.text.endswith(BODY)
    return said.title, said.subtitle, said.authors, said.date, cleaned.text.removesuffix(BODY).strip()


@pytest.mark.parametrize(
    "opening",
    [
        "In het najaar van 2003 kreeg onze kade\n\neen pont van de provincie\n\ndie nog geen dag gevaren heeft.",
        "Op een middag in\n\noktober\n\nlag er opeens een pont aan de kade.",
        "Jaren later las ik in\n\nDe veren van het Noorden\n\neen zin die ik niet vergat.",
        "Voor Rina Kuik",
        "Over Rina Kuik\n\nGetrouwd met een schipper",
        "Samenvatting",
        "1. Inleiding",
    ],
)
@pytest.mark.parametrize(
    "title", ["De pont\n\n", WINDOW + "De pont\n\n", WINDOW + "De pont\n\nDoor Joke Zwart, 3 mei 2014\n\n"]
)
def test_how_a_text_opens_is_no_second_title(title: str, opening: str) -> None:
    said = head(title + opening)
    assert (said[0], said[1], said[4]) == ("De pont", None, opening)


def test_the_first_question_of_an_interview_is_no_subtitle() -> None:
    said = head(f"De pont\n\nDoor Joke Zwart\n\nHoe hoorde u het?\n\n{BODY}\n\nEn toen?")
    assert said[:3] == ("De pont", None, ("Joke Zwart",))
    assert said[4].startswith("Hoe hoorde u het?")


def test_a_sentence_in_pieces_below_a_byline_stays() -> None:
    lines = "Brieven\nDe pont\nJoke Zwart\n12 okt 2023\nDeze week schreef\nRina Kuik\nover wat ons aan de kade bindt."
    assert " ".join(head(lines)[4].split()) == "Deze week schreef Rina Kuik over wat ons aan de kade bindt."


@pytest.mark.parametrize("title", ["De vrouw van nummer 12", "Brieven uit kamer nr. 7", "Het raam van nummer 9"])
def test_a_title_may_end_in_a_number(title: str) -> None:
    assert head(title)[0] == title


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_running_head_is_no_title(between: str) -> None:
    assert head(f"Derde hoofdstuk 47{between}Derde hoofdstuk")[0] == "Derde hoofdstuk"


def test_labels_are_no_title() -> None:
    assert head("Persoonlijk verhaal\n\nDe pont\n\nWater · Wonen")[0] == "De pont"


@pytest.mark.parametrize(
    ("text", "title", "authors", "date"),
    [
        (
            WINDOW + "zondag 19 januari 2020\n\nDe pont\n\nJoke Zwart\n\n17 januari 2020",
            "De pont",
            ("Joke Zwart",),
            "2020-01-17",
        ),
        ("zondag 19 januari 2020\n\nDe pont", "De pont", (), "2020-01-19"),
        ("Losse Planken\n\ndoor Joke Zwart\n\nDe pont aan de kade", "De pont aan de kade", ("Joke Zwart",), None),
        ("De pont (Joke Zwarts Kladblok)\n\nHome\n\nDe pont\n\ndoor Joke Zwart", "De pont", ("Joke Zwart",), None),
        (
            WINDOW + "Weekblad De Oever\n\nDe pont\n\nDoor\nWeekblad De Oever\n-\n3 mei 2014",
            "De pont",
            None,
            "2014-05-03",
        ),
    ],
)
def test_the_masthead_says_nothing_of_the_text(
    text: str, title: str, authors: tuple[str, ...] | None, date: str | None
) -> None:
    said = head(text)
    assert (said[0], said[3]) == (title, date)
    assert authors is None or said[2] == authors


@pytest.mark.parametrize(("title", "before", "after"), cases("head"))
def test_head(title: str, before: str, after: str) -> None:
    assert outcome(before) == after


def test_names_under_each_other_are_no_sentence_in_pieces() -> None:
    names = "prof. dr. Joke Zwart\nmr. Rina Kuik\ndrs. P. de Boer (red.)"
    assert clean(names).ledger.source() == names
