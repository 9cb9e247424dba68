"""BibTeX, read back by a parser that did not write it."""

from typing import Any

import pytest
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from tests.cite.texts import NOWHERE, item
from tests.pages.collection import made
from weerklank.cite.bibtex import bibtex
from weerklank.cite.csl import Item
from weerklank.languages.pack import pack

STRANGE = 'De SP & "zo": 50% {a} \\b #1 $x_y ~ ^ ‘één’ – ’t €'


def back(items: list[Item]) -> list[dict[str, Any]]:
    """The entries of the file, LaTeX decoded and names in parts; addresses and dates as they stand."""
    library = parse_string(
        bibtex(pack("nl"), items),
        append_middleware=[middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()],
    )
    assert not library.failed_blocks
    decode = LatexNodes2Text()
    for entry in library.entries:
        for field in entry.fields:
            if field.key not in ("url", "date", "author"):
                field.value = decode.latex_to_text(field.value).replace("ˆ", "^")  # LaTeX's own sign for it
    return [{"kind": e.entry_type, "key": e.key, **{f.key: f.value for f in e.fields}} for e in library.entries]


def one(*args: Any, **known: Any) -> dict[str, Any]:
    (entry,) = back([item(*args, **known)])
    return entry


def people(entry: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(" ".join(n.first), " ".join(n.von), " ".join(n.last)) for n in entry["author"]]


def test_all_that_is_known_comes_back() -> None:
    known = {"date": "2014-12-29", "publication": "De Courant", "printed": True}
    entry = one("Weg met de klant", "Jos van der Lans", "Redactie RSD", **known)
    assert people(entry) == [("Jos", "van der", "Lans"), ("", "", "{Redactie RSD}")]
    del entry["author"]
    assert entry == {
        "kind": "article",
        "key": "brood",
        "title": "Weg met de klant",
        "journal": "De Courant",
        "year": "2014",
        "month": "12",
        "date": "2014-12-29",
        "url": "https://brood.example/lezen/essays/brood/",
        "langid": "dutch",
        "note": "Gelezen in Brood & spelen (Weerklank)",
    }


def test_nothing_known() -> None:
    assert set(one(config=NOWHERE)) == {"kind", "key", "title", "langid", "note"}


@pytest.mark.parametrize("name", ["J.P. van 't Hoff", "Anna 't Hart", "Jan Jansen-de Vries", "Jan Van Damme"])
def test_names_come_back_in_their_parts(name: str) -> None:
    (parts,) = people(one("Brood", name))
    assert " ".join(filter(None, parts)).replace("{", "").replace("}", "") == name
    assert parts[2] in ("Hoff", "Hart", "{Jansen-de Vries}", "{Van Damme}")


def test_a_month_and_an_inferred_year() -> None:
    assert {k: one(date="2014-12").get(k) for k in ("year", "month", "date")} == {
        "year": "2014", "month": "12", "date": "2014-12",
    }  # fmt: skip
    about = one(date="2014", approximate=True)
    assert (about["date"], about["note"].endswith("Datum bij benadering")) == ("2014~", True)


def test_capitals_are_kept_from_bibtex_which_takes_them_away() -> None:
    assert 'title = "Hoe de {SP} in {Den} {Haag} werkt"' in bibtex(pack("nl"), [item("Hoe de SP in Den Haag werkt")])


def test_strange_signs_come_back() -> None:
    entry = one(STRANGE, publication=STRANGE, source_url="https://x.example/a_b?c=1&d=%20#p", config=NOWHERE)
    assert entry["title"] == entry["howpublished"] == STRANGE
    assert entry["url"] == "https://x.example/a_b?c=1&d=%20#p"


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"], max_codepoint=0x24F), min_size=1))
def test_every_title_and_group_comes_back(word: str) -> None:
    # Three signs that LaTeX sets as another by their neighbours: `` '' -- and the like.
    if any(pair in word for pair in ("``", "''", "--", "?`", "!`", "<<", ">>", ",,", "ˆ")):
        return
    entry = one(f"{word} x {word}", f"Redactie {word}")
    assert "".join(entry["title"].split()) == f"{word}x{word}"


def test_the_collection_s_file_has_every_text() -> None:
    files = made().pages
    library = parse_string(files["data/collection.bib"])
    assert [entry.key for entry in library.entries] == ["brood-op-zondag", "laat-de-bakker-slapen"]
    assert files["data/citaten/brood-op-zondag.bib"] in files["data/collection.bib"]
