"""RIS, read back by its specification."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.cite.ris_reader import read_ris
from tests.cite.texts import NOWHERE, item
from tests.pages.collection import made
from weerklank.cite.ris import ris
from weerklank.languages.pack import pack


def test_all_that_is_known_comes_back() -> None:
    known: dict[str, Any] = {
        "date": "2014-12-29",
        "publication": "De Courant",
        "printed": True,
        "source_url": "https://x.example/;a",
    }
    assert read_ris(ris(pack("nl"), [item("Brood & meer", "Jos van der Lans", "Redactie RSD", **known)])) == [
        {
            "TY": ["MGZN"],
            "ID": ["brood"],
            "AU": ["van der Lans, Jos", "Redactie RSD"],
            "TI": ["Brood & meer"],
            "T2": ["De Courant"],
            "PY": ["2014"],
            "DA": ["2014/12/29/"],
            "LA": ["nl"],
            "DB": ["Brood & spelen (Weerklank)"],
            "UR": ["https://brood.example/lezen/essays/brood/"],
            "N1": ["Oorspronkelijk adres: https://x.example/;a"],
            "ER": [""],
        }
    ]


def test_nothing_known() -> None:
    (one,) = read_ris(ris(pack("nl"), [item(config=NOWHERE)]))
    assert set(one) == {"TY", "ID", "TI", "LA", "DB", "ER"}
    assert one["TY"] == ["ELEC"]


def test_an_inexact_date_leaves_its_slashes() -> None:
    (month,) = read_ris(ris(pack("nl"), [item(date="2014-12")]))
    (year,) = read_ris(ris(pack("nl"), [item(date="2014", approximate=True)]))
    assert (month["DA"], year["DA"], year["PY"]) == (["2014/12//"], ["2014///"], ["2014"])
    assert year["N1"] == ["Datum bij benadering"]


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_no_words_make_a_tag(title: str, author: str) -> None:
    title, author = f"{title}\nAU  - Iemand Anders", f"Redactie {author}"
    (one,) = read_ris(ris(pack("nl"), [item(title, author)]))
    assert one["TI"] == [" ".join(title.split())]
    assert one["AU"] == [" ".join(author.split())]


def test_the_collection_s_file_has_every_text() -> None:
    everything = read_ris(made().pages["data/collection.ris"])
    assert [one["TI"] for one in everything] == [["Brood op zondag"], ["Laat de bakker slapen"]]
