"""What is told of one scrape: never a reader's word, nobody's address, nothing that is not known."""

from __future__ import annotations

import json

from tests.corpus.made_corpus import COMMENT, page, text
from tests.scrapes import scrapes
from weerklank.clean import clean
from weerklank.corpus.text_record import text_record
from weerklank.search import SearchDocument
from weerklank.search.seams import marked
from weerklank.search.vocabulary import together, words_in

KEYS = [
    *("title", "authors", "date", "language", "printed", "ends", "words", "withheld", "text", "comments"),
    *("asides", "unknown", "masked", "ledger", "counts"),
]


def test_a_text() -> None:
    record = text_record(text(3).encode(), "a.txt")
    assert list(record) == KEYS
    assert (record["title"], record["authors"], record["date"]) == ("De haven 3", ["Anna Bos"], None)
    assert (record["language"], record["printed"], record["ends"], record["unknown"]) == ("nl", False, "certain", None)
    assert record["text"].startswith("De haven van wijk 3") and record["words"] == 8 * 17
    assert sum(record["ledger"].values()) == len(text(3))
    assert record["counts"]["haven"] == 8


def test_a_reader_is_counted_and_not_quoted() -> None:
    record = text_record(page(5).encode(), "a.html")
    assert record["comments"] == 1 and record["title"] == "De pagina 5"
    told = json.dumps(record, ensure_ascii=False)
    assert "Fenna" not in told and "fenna" not in told and COMMENT not in told and "kapot" not in told


def test_where_the_end_is_asked_the_text_goes_up_to_the_first_doubt() -> None:
    own = "\n\n".join(text(1, 12).split("\n\n")[2:])
    said = f"#1\nFenna\n04/06/2015\n{COMMENT}\n\n#2\nGerrit\n05/06/2015\nMijn vader heeft daar ook gezeten."
    record = text_record(f"{own}\n\n{said}\n".encode(), "a.txt")
    assert record["ends"] == "asked" and record["text"] == own.strip()
    assert record["withheld"] > 10 and "kapot" not in record["counts"]
    assert "Fenna" not in json.dumps(record)


def test_of_a_text_in_a_language_without_rules_nothing_in_doubt_is_told() -> None:
    record = text_record(("Le boulanger dort le dimanche parce que la nuit est longue. " * 9).encode(), "a.txt")
    assert (record["ends"], record["text"], record["language"], record["words"]) == ("asked", None, None, 0)
    assert record["withheld"] == 99 and record["counts"] == {}


def test_nobody_is_led_to() -> None:
    words = text(2).replace("wacht.", "wacht, of belt 06-12345678 of mailt jan@voorbeeld.nl.", 1)
    record = text_record(words.encode(), "a.txt")
    assert record["masked"] == {"a telephone number": 1, "an e-mail address": 1}
    assert "12345678" not in json.dumps(record) and "jan@" not in json.dumps(record)
    assert "[e-mailadres, niet getoond]" in record["text"]
    assert not {"06", "jan", "voorbeeld", "getoond"} & set(record["counts"])


def test_every_scrape_is_accounted_for_and_no_doubtful_word_told() -> None:
    for scrape in scrapes():
        record, cleaned = text_record(scrape.text.encode(), "a.txt"), clean(scrape.text)
        assert sum(record["ledger"].values()) == len(scrape.text)
        assert record["comments"] == cleaned.metadata.comments
        for block in cleaned.asked if not record["masked"] else ():
            if block.start >= 0:
                assert block.text not in (record["text"] or "")
        if record["ends"] == "certain" and not record["masked"]:
            assert record["text"] == cleaned.text.strip() or not cleaned.text.strip()


def test_counts_are_the_words_that_search_finds() -> None:
    own = "\n\n".join(text(4).split("\n\n")[2:]) + " De klantmanager wacht op de klant."
    record = text_record(own.encode(), "a.txt")
    searched = marked(SearchDocument("a/", "", (), None, (("p1", record["text"]),)))
    assert set(record["counts"]) == set(together([words_in(searched)]).count)
    assert record["counts"]["klant"] == 2
