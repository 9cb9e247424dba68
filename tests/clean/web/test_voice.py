"""How paragraphs sound: a reader who answers, and the essay itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.essays import ESSAYS
from weerklank.clean import clean
from weerklank.clean.web.page_lines import page_lines
from weerklank.clean.web.speakers import paragraphs
from weerklank.clean.web.voice import HIGHEST, LOWEST, weighed
from weerklank.languages.rules import tongues, voice_weights


def odds(text: str, authors: tuple[str, ...] = ()) -> list[float]:
    page = page_lines(text)
    return [total for _, total in weighed(page, *paragraphs(page, text, authors))]


def signs(text: str, authors: tuple[str, ...] = ()) -> dict[str, float]:
    """The signs of the last paragraph of a text."""
    page = page_lines(text)
    return weighed(page, *paragraphs(page, text, authors))[-1][0]


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
    assert last > 2 > 0 > max(own[1:])
    assert clean(f"{ESSAYS[sign]}\n\n{comment}\n").ends == "asked"


def test_one_sign_is_little() -> None:
    assert 0 < odds(f"{ESSAYS['(stuk)']}\n\nKan iemand dat zeggen?")[-1] < 0.5
    assert clean(f"{ESSAYS['(stuk)']}\n\nKan iemand dat zeggen?\n").ends == "certain"
    assert odds(f"{ESSAYS['(stuk)']}\n\nKan iemand mij dat zeggen?")[-1] > 1


def test_who_says_i_all_along_may_do_so_in_the_end() -> None:
    closing = "Ik ging nog een keer terug, en ik heb er ook lang gezeten."
    assert signs(f"{ESSAYS['(stuk)']}\n\n{closing}")["I"] == 1
    assert signs(f"{ESSAYS['(ik-stuk)']}\n\n{closing}")["I"] == 0
    assert clean(f"{ESSAYS['(ik-stuk)']}\n\n{closing}\n").ends == "certain"


def test_a_name_that_the_essay_tells_of_is_no_readers() -> None:
    said = "Dat is nog maar de vraag, en wie het weet mag het zeggen."
    assert signs(f"{ESSAYS['(gesprek)']}\n\nWiebe Postma\n{said}").keys().isdisjoint({"name"})
    assert signs(f"{ESSAYS['(gesprek)']}\n\nFenna Dijkstra\n{said}")["name"] == 1


def test_a_postscript_sounds_like_nobody_else() -> None:
    assert set(signs(f"{ESSAYS['(stuk)']}\n\nP.S. Mijn moeder zegt: wat een onzin, ik zat er nooit!")) <= {
        "own",
        "short",
    }


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
    given_odds = weighed(page, found, whole)
    assert len(found) == len(given_odds)
    assert all(LOWEST <= total <= HIGHEST and set(signs) <= set(voice_weights()) for signs, total in given_odds)
