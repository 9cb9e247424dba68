"""References and citations in APA, as Dutch guides have them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cite.texts import NOWHERE, SITE, item
from weerklank.cite import apa
from weerklank.cite.apa import Run
from weerklank.cite.csl import Item

READ = "Brood & spelen (Weerklank). https://brood.example/lezen/essays/brood/"


def reference(one: Item) -> tuple[Run, ...]:
    return apa.reference(one, "nl")


def in_text(one: Item, paragraph: str) -> tuple[Run, ...]:
    return apa.in_text(one, paragraph, "nl")


def shown(runs: tuple[Run, ...]) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


CASES: list[tuple[tuple[str, ...], dict[str, Any], str, str]] = [
    (("Arjo Klamer",), {"date": "2014-12-29"}, "Klamer, A. (2014, 29 december). *Brood*.", "(Klamer, 2014, al. 7)"),
    (("Arjo Klamer",), {"date": "2014-12"}, "Klamer, A. (2014, december). *Brood*.", "(Klamer, 2014, al. 7)"),
    (("Arjo Klamer",), {}, "Klamer, A. (z.d.). *Brood*.", "(Klamer, z.d., al. 7)"),
    ((), {"date": "2014"}, "*Brood*. (2014).", "(*Brood*, 2014, al. 7)"),
    ((), {}, "*Brood*. (z.d.).", "(*Brood*, z.d., al. 7)"),
    (
        ("Jos van der Lans", "Jan de Jonge"),
        {"date": "2014"},
        "Van der Lans, J., & De Jonge, J. (2014). *Brood*.",
        "(Van der Lans & De Jonge, 2014, al. 7)",
    ),
    (
        ("J.P. van 't Hoff", "Jan-Willem Jansen-de Vries", "Anna 't Hart"),
        {"date": "2014"},
        "Van 't Hoff, J. P., Jansen-de Vries, J.-W., & 't Hart, A. (2014). *Brood*.",
        "(Van 't Hoff et al., 2014, al. 7)",
    ),
    (
        ("Sociaal en Cultureel Planbureau",),
        {"date": "2014", "approximate": True},
        "Sociaal en Cultureel Planbureau. (ca. 2014). *Brood*.",
        "(Sociaal en Cultureel Planbureau, ca. 2014, al. 7)",
    ),
    (
        ("Redactie RSD",),
        {"publication": "rsd.example"},
        "Redactie RSD. (z.d.). *Brood*. rsd.example.",
        "(Redactie RSD, z.d., al. 7)",
    ),
    (
        ("Arjo Klamer",),
        {"date": "2014-12-29", "publication": "De Courant", "printed": True},
        "Klamer, A. (2014, 29 december). Brood. *De Courant*.",
        "(Klamer, 2014, al. 7)",
    ),
]


@pytest.mark.parametrize(("authors", "known", "whole", "short"), CASES)
def test_apa(authors: tuple[str, ...], known: dict[str, Any], whole: str, short: str) -> None:
    one = item("Brood", *authors, **known)
    assert shown(reference(one)) == f"{whole} {READ}"
    assert shown(in_text(one, "7")) == short


def test_nothing_known_but_the_title() -> None:
    assert shown(reference(item("Brood", config=NOWHERE, publish="closed"))) == "*Brood*. (z.d.)."


def test_no_full_stop_after_a_question_mark() -> None:
    assert shown(reference(item("Is er brood?"))) == f"*Is er brood?* (z.d.). {READ}"
    assert shown(reference(item("Is er brood?", "Arjo Klamer"))) == f"Klamer, A. (z.d.). *Is er brood?* {READ}"
    printed = item("‘Is er brood?’", "Arjo Klamer", publication="Wat!", printed=True)
    assert shown(reference(printed)) == f"Klamer, A. (z.d.). ‘Is er brood?’ *Wat!* {READ}"


def test_a_title_keeps_its_capitals_and_its_signs() -> None:
    title = 'De SP & "zo": 50% <b>kort</b> {a} \\b #1 $x_y ~ <span class="nocase">z</span>'
    assert f"*{title}*." in shown(reference(item(title, "Arjo Klamer")))


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip), st.booleans())
def test_every_title_stands_in_its_reference(title: str, signed: bool) -> None:
    authors = ["Arjo Klamer"] if signed else []
    bare = lambda words: "".join(words.split()).rstrip(".?!…’”\"')")  # noqa: E731
    assert bare(title) in bare(shown(reference(item(title, *authors, config=SITE))).replace("*", "")) or "*" in title
