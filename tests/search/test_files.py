"""The files that search reads beside Pagefind's own: seams, vocabulary, facets."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from weerklank.languages.folding import fold
from weerklank.search import Pole, Said, SearchDocument, write_index
from weerklank.search.answers import write_answers
from weerklank.search.irregular_forms import irregular_forms
from weerklank.search.seams import marked, with_seams, without_seams
from weerklank.search.vocabulary import Vocabulary, together, words_in, words_of, write_vocabulary

TEXT = SearchDocument(
    "essays/vers-brood/",
    "Broodtrommels | vroeger",
    ("Anna de Wit", "Bram Smit"),
    2014,
    (("", "Wat men wil"), ("p1", "Een klanttevredenheidsonderzoek naar cliënten."), ("p2", "- neo-liberale bakkers")),
    passages=(("zondag-open", "for", "p1"), ("zondag-open", "nuance", "p1", "de buurt"), ("zondag-open", "for", "p1")),
    date="12 maart 2014",
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
    count = together(map(words_in, [marked(TEXT), marked(UNDATED)])).count
    for word in (
        "klanttevredenheidsonderzoek",
        "tevredenheids",
        "klanttevredenheids",
        "clienten",
        "neoliberale",
        "neo",
    ):
        assert count[word] == 1, word
    assert "wil" in count and "wit" in count and "maart" in count


def test_contractions_and_abbreviations_are_words_of_their_own() -> None:
    assert "zon" not in words_of("zo'n") and "zo" in words_of("zo'n")
    text = SearchDocument("essays/n/", "De N.V.", (), None, (("p1", "Dat is, d.w.z. was, zo'n firma."),))
    count = together([words_in(marked(text))]).count
    assert {"nv", "dwz", "zo"} <= set(count) and "zon" not in count


@given(st.dictionaries(st.text("abcdeéα1", min_size=1, max_size=12), st.integers(1, 5000), min_size=1))
def test_the_browser_reads_what_was_written(words: dict[str, int]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        write_vocabulary(Vocabulary(Counter(words)), 9, Path(folder))
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


def test_answers_tell_each_passage_of_a_paragraph_once(tmp_path: Path) -> None:
    pole = Pole("for", "open", 1, Said("Brood is er elke dag.", "Anna de Wit", "essays/vers-brood/#zondag-open-1"))
    write_index([TEXT, UNDATED, replace(ARGUMENT, poles=(pole,))], tmp_path / "index", tmp_path / "shadow")
    claims = json.loads((tmp_path / "index/claims.json").read_text("utf-8"))
    assert claims["claims"] == [["zondag-open", ARGUMENT.url, ARGUMENT.title]]
    answer = json.loads((tmp_path / "index/answers/zondag-open.json").read_text("utf-8"))
    assert answer["poles"][0]["said"]["words"] == "Brood is er elke dag."
    rows = json.loads((tmp_path / "index/passages/all.json").read_text("utf-8"))
    assert sorted(rows.values(), key=len) == [{}, {"p1": [[0, 0], [0, 2, "de buurt"]]}]


def test_of_many_texts_the_passages_stand_in_several_files(tmp_path: Path) -> None:
    texts = [replace(TEXT, url=f"essays/{n}/") for n in range(65)]
    names = {text.url: f"nl_{n:02x}" for n, text in enumerate(texts)}
    write_answers([*texts, ARGUMENT], names, tmp_path)
    assert json.loads((tmp_path / "claims.json").read_text("utf-8"))["digits"] == 1
    assert sorted(path.stem for path in (tmp_path / "passages").iterdir()) == ["0", "1", "2", "3", "4"]


def test_irregular_forms_are_linked_both_ways_and_regular_ones_are_not() -> None:
    links = irregular_forms(
        {"nl": ["gesproken", "verwierp", "huizen"], "en": ["went", "mice"], "de": ["ging"], "??": ["a"]}
    )
    assert links["sprak"].of == {"spreken"} and links["spreken"].forms == {"gesproken"}
    assert links["verwerpen"].forms == {"verwierp"}
    assert links["go"].forms == {"went"} and links["mouse"].forms == {"mice"} and links["gehen"].forms == {"ging"}
    assert "huizen" not in links


def test_the_words_of_names_links_and_synonyms_are_written(tmp_path: Path) -> None:
    known = Vocabulary(Counter({"sprak": 3, "wit": 1}), frozenset({"wit"}), irregular_forms({"nl": ["sprak"]}))
    write_vocabulary(known, 9, tmp_path, ["nl"], [("Klánt", "cliënt")])
    lines = (tmp_path / "words-0.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line.endswith(" 1 <3eken")]  # spr-eken
    assert any(line.endswith(" @") for line in lines)
    assert json.loads((tmp_path / "words.json").read_text("utf-8"))["synonyms"] == [["klant", "client"]]
