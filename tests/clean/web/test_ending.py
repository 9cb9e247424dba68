"""Where an essay ends: what the editor is asked, and what the answer does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import cases
from tests.essays import ESSAYS
from weerklank.clean import clean
from weerklank.clean.question import answer, proposal, shown


def whole(before: str) -> str:
    for sign, essay in ESSAYS.items():
        before = before.replace(f"{sign}\n", f"{essay}\n", 1)
    return before + "\n"


def kept(sign: str, text: str) -> bool:
    """Whether the paragraphs of an essay stand whole in a text."""
    return all(paragraph in text for paragraph in ESSAYS[sign].split("\n\n")[2:])


@pytest.mark.parametrize(("title", "before", "after"), cases("ending"))
def test_ending(title: str, before: str, after: str) -> None:
    cleaned = clean(whole(before))
    sign = before.split("\n", 1)[0]
    assert sign not in ESSAYS or kept(sign, cleaned.text)
    first = " ".join(" ".join(block.text for block in cleaned.asked[:1]).split()[:4])
    cut = any(span.rule == "comments" for span in cleaned.ledger.spans)
    assert (f"asked: {first}" if cleaned.ends == "asked" else "left out" if cut else "certain") == after


@pytest.mark.parametrize("sign", list(ESSAYS))
def test_an_essay_alone_asks_nothing(sign: str) -> None:
    assert clean(ESSAYS[sign]).ends == "certain"
    assert clean(ESSAYS[sign]).asked == ()


def test_what_is_proposed_is_the_answer_that_leaves_the_comments_out() -> None:
    cleaned = clean(whole("(stuk)\n\nFenna Dijkstra\n\nIk zat er ook.\n\nGerrit Bijlsma\n\nIk nooit."))
    assert cleaned.ends == "asked"
    proposed = re.search(r'ends: "([^"]+)"', answer(cleaned, "x.yml"))
    assert proposed
    answered = clean(cleaned.ledger.source(), ends=(proposed[1],))
    assert (answered.ends, answered.asked, answered.unfound) == ("certain", (), ())
    assert answered.text == clean(ESSAYS["(stuk)"]).text
    assert answered.ledger.source() == cleaned.ledger.source()


def test_comments_between_paragraphs_go_and_the_essay_goes_on() -> None:
    first, rest = ESSAYS["(stuk)"].split("\n\nMen kan")
    source = f"{first}\n\n★★★★☆ Fenna\nIk zat er ook.\n\n★☆☆☆☆ Gerrit\nIk nooit, en dat blijft zo.\n\nMen kan{rest}\n"
    cleaned = clean(source)
    assert cleaned.ends == "asked"
    assert "Fenna" in shown(cleaned)
    answered = clean(source, ends=("want die zit zelf nooit.", "Men kan zeggen"))
    assert answered.text == clean(ESSAYS["(stuk)"]).text


def test_each_place_where_the_essay_goes_on_is_proposed() -> None:
    own = ESSAYS["(stuk)"].split("\n\n")
    notes = [
        "[Klopt niet, het besluit viel pas in oktober. — fenna_55]",
        "Gerrit Bijlsma: Mijn vader heeft het nog geschilderd.",
    ]
    source = "\n\n".join([*own[:3], notes[0], *own[3:5], notes[1], own[5]]) + "\n"
    cleaned = clean(source)
    assert [block.text for block in cleaned.asked] == notes
    words = proposal(cleaned)
    assert len(words) == 4
    assert all(f'"{each}"' in answer(cleaned, "x.yml") for each in words)
    assert clean(source, ends=words).text == clean(ESSAYS["(stuk)"]).text


def test_few_words_above_are_no_essay() -> None:
    said = "\n\nFenna Dijkstra\nIk zat er ook.\n\nGerrit Bijlsma\nIk nooit.\n"
    column = "De rij is lang en wie erin staat weet niet waarvoor, want dat zegt men hem niet."
    assert clean(f"{column}{said}").ends == "certain"
    assert clean(f"{column} {column}{said}").ends == "asked"


def test_all_is_the_authors() -> None:
    source = whole("(stuk)\n\nFenna Dijkstra\n\nIk zat er ook.\n\nGerrit Bijlsma\n\nIk nooit.")
    answered = clean(source, ends=())
    assert answered.ends == "certain"
    assert "Ik nooit." in answered.text


def test_last_words_go_before_the_rules_and_all_does_not() -> None:
    """What the rules took for comments can come back, but only where an editor saw it: by its words."""
    source = whole("(stuk)\n\n3 reacties\n\nFenna zegt op 4 juni 2015 om 20:11:\n\nIk zat er ook.")
    assert "Ik zat er ook." not in clean(source).text
    assert "Ik zat er ook." in clean(source, ends=("Ik zat er ook.",)).text
    for said in ((), ("want die zit zelf nooit.", "Men kan zeggen")):
        assert "Ik zat er ook." not in clean(source, ends=said).text


@pytest.mark.parametrize(("ends", "often"), [("nergens te vinden", 0), ("bankje", 5)])
def test_an_answer_that_does_not_fit_is_told(ends: str, often: int) -> None:
    cleaned = clean(ESSAYS["(stuk)"], ends=(ends,))
    assert cleaned.unfound == ((ends, often),)
    assert cleaned.text == clean(ESSAYS["(stuk)"]).text


def test_an_answer_is_found_over_line_ends_and_in_any_quotation_marks() -> None:
    source = "Het loket\n\nDe rij is lang, zei zij, ‘en niemand\nweet waarom’.\n\nEls: Ik wel!\n"
    assert clean(source, ends=('"en niemand weet waarom".',)).text.endswith("weet waarom’.")


def test_the_essay_below_the_comments_is_asked_about() -> None:
    first, rest = ESSAYS["(stuk)"].rsplit("\n\n", 1)
    thread = "".join(
        f"{name}, {day} juni 2015 om 20.11 uur\nIk zat er ook.\nReageer\n\n"
        for name, day in (("Fenna", 4), ("Gerrit", 5))
    )
    cleaned = clean(f"{first}\n\n{thread}{rest}\n")
    assert cleaned.ends == "asked"
    assert cleaned.asked[0].text == rest
    first_words, again = re.findall(r'"([^"]+)"', answer(cleaned, "x.yml"))[:2]
    assert kept("(stuk)", clean(cleaned.ledger.source(), ends=(first_words, again)).text)


def test_words_above_a_name_and_time_are_not_surely_the_authors() -> None:
    source = whole(
        "(stuk)\n\nIk zat er ook, elke dag weer.\nkanaalkat | 20-04-14 | 21:14\n\nIk ook.\nbrugman | 20-04-14 | 21:20"
    )
    assert clean(source).ends == "asked"


FINNISH = "Sulku ja penkki\n\n" + (
    "Meidän kylässämme oli neljäkymmentä vuotta penkki sulun vieressä. Se oli puusta tehty ja se oli vino, ja siinä "
    "istuva katseli vettä, jossa ei koskaan tapahtunut mitään. Viime kuussa maakunta vei sen pois. Normi on lupaus "
    "siitä, että kaikki on kaikkialla yhtä hyvää, mutta penkin ei tarvitse seistä kaikkialla."
)


def test_a_language_without_rules_is_always_asked_about() -> None:
    assert clean(FINNISH).ends == "asked"
    assert clean(FINNISH, language="fi").ends == "asked"
    assert "language" in answer(clean(FINNISH), "x.yml") or clean(FINNISH).asked
    assert clean(FINNISH, ends=()).ends == "certain"
    assert clean(ESSAYS["(stuk)"], language="fy").ends == "asked"
    assert clean(ESSAYS["(stuk)"], language="nl-BE").ends == "certain"


def test_who_comments_is_not_told_with_the_number_of_comments() -> None:
    cleaned = clean(
        whole("(stuk)\n\npolder_fenna · 10j geleden\nIk zat er ook.\nBeantwoorden\n\nbo · 9j geleden\nIk ook.")
    )
    assert cleaned.metadata.comments == 2
    assert all("polder_fenna" not in s.before for s in cleaned.ledger.spans if s.verdict != "removed")


WORDS = st.sampled_from([*ESSAYS["(stuk)"].split()[:40], "\n\n", "Fenna", "20:11", "★", ":", "Ik", "9 jr", "\n"])


@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=4))
@settings(deadline=None)
def test_any_answer_leaves_the_books_in_balance(text: list[str], ends: list[str]) -> None:
    source = " ".join(text)
    for said in (tuple(ends), (" ".join(ends),)):
        cleaned = clean(source, ends=said)
        assert cleaned.ledger.source() == source
        assert cleaned.ledger.text() == cleaned.text
        assert cleaned.ends == "certain" or cleaned.asked
