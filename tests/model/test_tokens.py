"""Words are counted as they are told apart, with addresses among them or without."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from weerklank.model.tokens import count_of_words, tokens

PIECES = [
    "foto",
    "'s",
    "’",
    "klant(en)",
    "-",
    " ",
    "2.500",
    ".nl",
    ".org",
    "@",
    "www.",
    "https://",
    "\u0301",
    "\u00ad",
    "_",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
@example("Schrijf naar mies@brood.nl of www.brood.nl/a-b.", False)
@example("- zie brood.org\n- of bel", True)
def test_a_count_is_that_of_the_words(text: str, listed: bool) -> None:
    assert count_of_words(text, listed) == len(list(tokens(text, listed)))
