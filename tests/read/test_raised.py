"""Raised figures: powers keep their value, the calls of notes are no part of what they stand behind."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.read import raised as module
from weerklank.read import read_html
from weerklank.read.raised import raised


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("meet 10<sup>4</sup> passen", "meet 10⁴ passen"),
        ("een kans van 10<sup>&minus;5</sup> per jaar", "een kans van 10⁻⁵ per jaar"),
        ("2<sup><i>n</i>+1</sup> keer", "2ⁿ⁺¹ keer"),
        ("e<sup>2x/k</sup> keer", "e^(2x/k) keer"),
        ("6 × 10<sup> 23 </sup>druppels", "6 × 10²³ druppels"),
        ("40 m<sup>2</sup> of 3 km<sup>2</sup>", "40 m² of 3 km²"),
        ("geen klant<a role='doc-noteref' href='#n2'>2</a>.", "geen klant[2]."),
        ("om 20<sup>30</sup> uur voor € 9<sup>95</sup>", "om 20³⁰ uur voor € 9⁹⁵"),
        ("het zout Ca<sup>2+</sup>", "het zout Ca²⁺"),
        ("de 19<sup>e</sup> eeuw, M<sup>me</sup> Bos, 3<sup>rd</sup>", "de 19e eeuw, Mme Bos, 3rd"),
        ("zegt men.<sup>3</sup> En verder", "zegt men.[3] En verder"),
        ("de veerman<sup>3,4</sup> wacht", "de veerman[3,4] wacht"),
        ("dat was in 1984<sup>2</sup> nog zo", "dat was in 1984[2] nog zo"),
        ("voor u<sup>1</sup> en mij", "voor u[1] en mij"),
        ('acht 10<sup><a href="#n1">1</a></sup> meter', "acht 10[1] meter"),
        ('acht meter<a href="#n1"><sup>[1]</sup></a> lang', "acht meter[1] lang"),
    ],
)
def test_what_stands_raised(source: str, text: str) -> None:
    page = f"<title>Water</title><h1>Water</h1><p>De sloot, {source}, en daarmee is alles wel gezegd.</p>"
    assert read_html(page.encode()).text == f"Water\n\nDe sloot, {text}, en daarmee is alles wel gezegd."


@given(st.text(max_size=9), st.text(max_size=9), st.booleans())
def test_no_letter_or_figure_is_lost(before: str, words: str, linked: bool) -> None:
    low = raised(before, words, linked).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ", "0123456789ni"))
    assert re.findall(r"[a-z0-9]", low) == re.findall(
        r"[a-z0-9]", words.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ", "0123456789ni"))
    )


def test_examples_in_docstrings() -> None:
    assert doctest.testmod(module).failed == 0
