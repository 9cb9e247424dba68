"""Every title and every name gets an address that a file system takes, and that no list has."""

import re

from hypothesis import given
from hypothesis import strategies as st

from weerklank.model.slugs import RESERVED, make_slug


@given(st.text(max_size=300))
def test_any_words_make_a_slug(words: str) -> None:
    slug = make_slug(words, "auteur")
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert slug not in RESERVED


def test_words_without_latin_letters_have_addresses_of_their_own() -> None:
    assert make_slug("Лев", "auteur") != make_slug("Фёдор", "auteur")


def test_a_long_title_is_cut_between_words() -> None:
    assert make_slug("woord " * 40, "tekst").endswith("woord-woord")
