"""Runs of words: every one that is withheld is found wherever it stands, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from weerklank.model.runs import RUN, words
from weerklank.rights.word_runs import Stretch, Withheld, withhold

WORDS = st.lists(st.sampled_from("abcde"), max_size=40)


def runs(text: list[str]) -> set[tuple[str, ...]]:
    return {tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)}


def telling(secret: list[str], shown: list[str]) -> set[tuple[str, ...]]:
    """The runs of which three words at least stand in no run that is shown."""
    starts = range(len(secret) - RUN + 1)
    public = {at + n for at in starts if tuple(secret[at : at + RUN]) in runs(shown) for n in range(RUN)}
    return {tuple(secret[at : at + RUN]) for at in starts if len(set(range(at, at + RUN)) - public) >= 3}


@given(WORDS, WORDS, WORDS)
def test_a_run_is_found_wherever_it_stands(secret: list[str], shown: list[str], text: list[str]) -> None:
    withheld = withhold([Stretch("een", secret, [True] * len(secret))], [shown])
    assert bool(withheld.find(text)) == bool(telling(secret, shown) & runs(text))


@given(WORDS, WORDS, WORDS)
def test_what_was_taken_down_may_stand_in_no_other_text(secret: list[str], shown: list[str], text: list[str]) -> None:
    withheld = withhold([Stretch("een", secret, None, taken_down=True)], [shown])
    assert bool(withheld.find_taken_down(text)) == bool(runs(secret) & runs(text))


@given(st.lists(st.sampled_from("abcde"), max_size=7), WORDS)
def test_a_short_paragraph_is_known_by_all_of_its_words(secret: list[str], text: list[str]) -> None:
    withheld = withhold([Stretch("een", secret)], [])
    there = any(text[at : at + len(secret)] == secret for at in range(len(text) - len(secret) + 1))
    assert bool(withheld.find(text)) == (len(secret) >= 3 and there)


def test_words_next_to_shown_ones_tell_from_the_third_on() -> None:
    text = words("wat hier staat mag iedereen lezen maar de rest van deze zin hoort daar niet bij")
    withheld = withhold([Stretch("een", text, [at > 6 for at in range(len(text))])], [text[:7]])
    assert not withheld.find(text[:9])
    assert withheld.find(text[:10]) == ["een"]


def test_a_comment_that_quotes_a_shown_text_tells_by_words_of_its_own() -> None:
    quoted = words("als ze het even niet meer weten dan komen ze bij ons langs")
    comment = [*words("Piet schrijft op blz 1"), *quoted, *words("en dat klopt niet")]
    withheld = withhold([Stretch("een", comment)], [quoted])
    assert not withheld.find([*words("een kop met het getal 1"), *quoted, *words("en nog iets")])
    assert withheld.find([*words("schrijft op blz 1"), *quoted]) == ["een"]
    assert withheld.find([*quoted, *words("en dat klopt")]) == ["een"]


def test_nothing_is_withheld_of_nothing() -> None:
    assert not Withheld()
    assert not withhold([], [["een"]]).find(["een"] * 20)
