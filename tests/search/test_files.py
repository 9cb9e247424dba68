"""The files that search reads beside Pagefind's own: seams, vocabulary, facets."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from weerklank.languages.folding import fold
from weerklank.search import SearchDocument, write_index
from weerklank.search.seams import marked, with_seams, without_seams
from weerklank.search.vocabulary import vocabulary, words_of, write_vocabulary

TEXT = SearchDocument(
    "essays/vers-brood/",
    "Broodtrommels | vroeger",
    ("Anna de Wit", "Bram Smit"),
    2014,
    (("", "Wat men wil"), ("p1", "Een klanttevredenheidsonderzoek naar cliënten."), ("p2", "- neo-liberale bakkers")),
    passages=(("zondag-open", "for"), ("zondag-open", "nuance")),
)
UNDATED = SearchDocument("essays/oud/", "Oud brood", (), None, (("p1", "Niets."),))
ARGUMENT = SearchDocument("argumenten/zondag-open/", "De bakker hoort open te zijn.", (), None, (), "argument")


def read(folder: Path) -> dict[str, int]:
    """The vocabulary as the browser reads it."""
    found: dict[str, int] = {}
    firsts = json.loads((folder / "words.json").read_text("utf-8"))["firsts"]
    for number, first in enumerate(firsts):
        before = ""
        for line in (folder / f"words-{number}.txt").read_text("utf-8").splitlines():
            rest, _, common = line[1:].partition(" ")
            before = before[: int(line[0], 36)] + rest
            found[before] = 2 ** int(common or 0)
        assert first in found
    return found


def test_seams_stand_in_the_shadow_only() -> None:
    seamed = marked(TEXT)
    assert seamed.title == "Brood|trommels ¦ vroeger"
    assert seamed.paragraphs[1:] == (
        ("p1", "Een klant|tevredenheids|onderzoek naar cliënten."),
        ("p2", "neo-liberale bakkers"),
    )
    assert without_seams(seamed.title) == TEXT.title


@given(st.text(max_size=200))
def test_a_text_comes_back_from_its_seams(text: str) -> None:
    expected = text.replace("¦", "|").replace("\u00ad", "")
    assert without_seams(with_seams(text, "nl")) == expected


def test_words_are_known_whole_in_parts_and_folded() -> None:
    count = vocabulary([marked(TEXT), marked(UNDATED)])
    for word in (
        "klanttevredenheidsonderzoek",
        "tevredenheids",
        "klanttevredenheids",
        "clienten",
        "neoliberale",
        "neo",
    ):
        assert count[word] == 1, word
    assert "wil" in count and "wit" in count


@given(st.dictionaries(st.text("abcdeéα1", min_size=1, max_size=12), st.integers(1, 5000), min_size=1))
def test_the_browser_reads_what_was_written(words: dict[str, int]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        write_vocabulary(Counter(words), 9, Path(folder))
        found = read(Path(folder))
    assert found == {word: 2 ** (n.bit_length() - 1) for word, n in words.items()}


@given(st.text(max_size=60))
def test_folding_leaves_letters_and_digits(text: str) -> None:
    folded = fold(text)
    assert all(char.isalnum() for char in folded)
    assert fold(folded) == folded or unicodedata.normalize("NFD", folded.lower()) != folded
    assert all(part for part in words_of(text) if part) or not folded


def test_facets_tell_each_text_by_the_name_pagefind_gives_it(tmp_path: Path) -> None:
    write_index([TEXT, UNDATED, ARGUMENT], tmp_path / "index", tmp_path / "shadow")
    facets = json.loads((tmp_path / "index/facets.json").read_text("utf-8"))
    assert facets["authors"] == ["Anna de Wit", "Bram Smit"]
    assert facets["arguments"] == [["zondag-open", "De bakker hoort open te zijn."]]
    names = {path.stem for path in (tmp_path / "index/fragment").iterdir()}
    assert set(facets["texts"]) < names and len(names) == 3
    assert sorted(facets["texts"].values()) == [[0, [], []], [2014, [0, 1], [0, 2]]]
