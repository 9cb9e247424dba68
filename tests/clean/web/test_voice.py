"""How paragraphs sound: a reader who answers, and the essay itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.essays import ESSAYS
from weerklank.clean import clean
from weerklank.clean.web.page_lines import page_lines
from weerklank.clean.web.speakers import paragraphs
from weerklank.clean.web.voice import evidence, voices
from weerklank.languages.rules import tongues, voice_weights


def odds(text: str, authors: tuple[str, ...] = ()) -> list[float]:
    page = page_lines(text)
    return voices(page, *paragraphs(page, text, authors))[0]


def test_each_sign_has_a_weight_and_each_language_all_words() -> None:
    for tongue in tongues():
        assert set(tongue.voices) <= set(voice_weights())
        assert set(tongue.voices) == set(tongues()[0].voices)


@pytest.mark.parametrize(
    ("sign", "comment"),
    [
        ("(stuk)", "Dank voor dit stuk, meneer Hanekamp. Mijn vader zat er elke avond."),
        ("(piece)", "I agree with every word of this piece. My mother sat there until she died."),
        ("(Text)", "Liebe Frau Achternbusch, vielen Dank für diesen Text. Bei uns ist es auch so."),
    ],
)
def test_an_answer_sounds_unlike_the_essay(sign: str, comment: str) -> None:
    *own, last = odds(f"{ESSAYS[sign]}\n\n{comment}")
    assert last > 2 > 0.8 > max(own[1:])
    assert clean(f"{ESSAYS[sign]}\n\n{comment}\n").ends == "asked"


def test_who_says_i_all_along_may_do_so_in_the_end() -> None:
    closing = "Ik ging nog een keer terug, en ik heb er lang gezeten."
    assert clean(f"{ESSAYS['(ik-stuk)']}\n\n{closing}\n").ends == "certain"


def test_one_comment_without_a_name_is_asked_about() -> None:
    """Also where the page's head alone tells who the author is."""
    essay = "\n\n".join(ESSAYS["(stuk)"].split("\n\n")[:1] + ESSAYS["(stuk)"].split("\n\n")[2:])
    comment = "Roelof vergeet dat het bankje van mijn vader was, en dat hij het zelf heeft geschilderd."
    asked = clean(f"{essay}\n\n{comment}\n", authors=("Roelof Hanekamp",))
    assert [block.text for block in asked.asked] == [comment]


def test_a_wide_gap_tells_but_is_no_proof() -> None:
    own, said = ESSAYS["(stuk)"], "Bij ons hebben ze er ook een weggehaald, dat was in de zomer van dat jaar."
    assert clean(f"{own}\n\n\n\n{said}\n").ends == "asked"
    assert clean(f"{own}\n\n\n\nDe sluis is in 1911 gebouwd en wordt nog met de hand bediend.\n").ends == "certain"


WORDS = st.sampled_from([*ESSAYS["(piece)"].split()[:30], "\n\n", "\n", "I", "Harriet,", "thanks", "!", "?", "1.", ">"])


@given(st.lists(WORDS, max_size=60))
@settings(deadline=None)
def test_any_text_has_odds_for_each_of_its_paragraphs(words: list[str]) -> None:
    text = " ".join(words)
    page = page_lines(text)
    found, whole = paragraphs(page, text)
    given_odds, bounds = voices(page, found, whole)
    assert len(found) == len(given_odds) == len(bounds) == len(evidence(page, found, whole))
    assert all(-1 <= each <= 4 for each in given_odds)
