"""The register and the page of one text, also of a text that may not be shown whole."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.pages.account.test_rows import SCAN, essay, ledgers, of
from tests.scrapes import scrapes
from weerklank.languages.pack import pack
from weerklank.model import Cleaned, Collection, CollectionConfig, Essay, Ledger, Metadata
from weerklank.model.runs import RUN, words
from weerklank.pages.account import account_page as page
from weerklank.pages.account import accounts_index as overview
from weerklank.pages.account import rules_page as rules
from weerklank.pages.account.doubt_places import places_in_account
from weerklank.pages.account.register import register
from weerklank.pages.account.totals import totals
from weerklank.rights import partial

READERS = "Een titel\n\nEen alinea van de tekst zelf.\n\nReacties (2)\n\nPiet zegt: mooi!\n\nAnna zegt: lelijk!\n"


def data(made: Essay) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(register(pack("nl"), made))
    return loaded


def rebuilt(found: dict[str, Any], source: str) -> str:
    """The source from the register, with the source's own words where it holds them back."""
    spans = found["spans"]
    assert [s["start"] for s in spans] == [0, *(s["end"] for s in spans)][: len(spans)]
    assert found["length"] == len(source)
    return "".join(source[s["start"] : s["end"]] if s["before"] is None else s["before"] for s in spans)


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


@pytest.mark.parametrize("scrape", scrapes(), ids=lambda scrape: scrape.name)
def test_the_register_rebuilds_source_and_text_and_holds_no_readers_words(scrape: Any) -> None:
    made = essay(scrape.text)
    found = data(made)
    assert rebuilt(found, scrape.text) == scrape.text
    placed = sorted((s for s in found["spans"] if s["to"] is not None), key=lambda s: (s["to"], s["start"]))
    assert "".join(s["after"] for s in placed) == made.cleaned.text
    private = [s for s in made.cleaned.ledger.spans if s.rule.startswith("comment")]
    secret = runs(" ".join(s.before for s in private))
    secret -= runs(" ".join(s.before for s in made.cleaned.ledger.spans if s not in private))
    assert not secret & runs(" ".join(s["before"] or "" for s in found["spans"]))
    assert all(s["reason"] for s in found["spans"] if s["rule"])


@given(ledgers())
def test_any_ledger_has_a_register_and_totals_that_add_up(ledger: Ledger) -> None:
    source = ledger.source()
    assert rebuilt(data(of(Cleaned(ledger.text(), (), (), Metadata(), (), ledger), source)), source) == source
    found = totals(ledger.spans)
    assert sum(total.letters for total in found) == len(source)
    assert sum(total.lines for total in found) == source.count("\n") + bool(source and not source.endswith("\n"))
    assert sum(total.share for total in found) == (1000 if source else 0)


def test_what_is_withheld_says_why_and_how_long_it_is() -> None:
    spans = data(essay(READERS))["spans"]
    hidden = [s for s in spans if s["before"] is None]
    assert {s["withheld"] for s in hidden} == {"comments"}
    assert hidden[-1]["end"] == len(READERS)


@pytest.mark.parametrize(
    ("view", "why"),
    [
        (lambda made: partial.closed(made), "deze tekst hier niet mag worden getoond"),
        (lambda made: partial.quotes(made, ())[0], "alleen de gemarkeerde passages"),
        (lambda made: replace(partial.closed(made), cleaned=replace(made.cleaned, ledger=Ledger())), "niet mag"),
    ],
    ids=["closed", "quotes", "empty"],
)
def test_a_text_that_may_not_be_shown_has_totals_and_no_words(view: Any, why: str) -> None:
    whole = essay(SCAN, True)
    made = view(whole)
    text, found = page.page(pack("nl"), made), data(made)
    assert why in text and made.seed.sha256 == whole.seed.sha256 and whole.seed.sha256 in text
    assert "buren" not in text and "schutting" not in register(pack("nl"), made)
    assert places_in_account(pack("nl"), made) == {}
    assert ("ongewijzigd in de leestekst" in text) == bool(found["spans"])
    assert found["length"] in (len(SCAN), 0)
    assert all(s["withheld"] == "rights" for s in found["spans"] if s["start"] < s["end"])


def test_a_paragraph_taken_down_leaves_its_number_and_its_size() -> None:
    whole = essay("Een titel\n\nEen eerste alinea van de tekst.\n\nEen tweede, die er ook bij hoort.\n")
    made = partial.removed(whole, {"p1"})
    text, found = page.page(pack("nl"), made), data(made)
    assert "eerste" not in text and "eerste" not in register(pack("nl"), made)
    assert 'id="p1"' in text and "31 tekens, op verzoek verwijderd" in text
    assert [s["withheld"] for s in found["spans"] if s["before"] is None] == ["takedown"]
    assert "op verzoek verwijderd" in text.partition("wk-totals")[2].partition("</table>")[0]


def test_the_page_tells_file_size_and_sum_of_the_source() -> None:
    made = essay(READERS)
    text = page.page(pack("nl"), made)
    assert made.seed.sha256 in text and "000.txt" in text
    assert f"{len(READERS.encode())} bytes, {len(READERS)} tekens, {READERS.count(chr(10))} regels" in text


def test_blocks_of_a_web_page_are_told_where_they_are_no_readers() -> None:
    made = essay(READERS)
    own = ("Home", "Bel 06-12345678")
    seed = replace(made.seed, set_aside=(*own, "Piet: mooi!"), site_words=own, html_metadata=Metadata(comments=1))
    text = page.page(pack("nl"), replace(made, seed=seed))
    assert "3 blokken van de webpagina horen niet bij de tekst. Daaronder is 1 reactie van een lezer." in text
    assert "Van 1 blok (11 tekens)" in text
    assert "<li>Home</li>" in text and "Piet: mooi!" not in text
    assert "Bel &#91;telefoonnummer, niet getoond&#93;" in text


def test_an_empty_collection_has_a_list() -> None:
    empty = Collection(CollectionConfig("Niets", "nl"), (), ())
    assert "# Verantwoording" in overview.overview(empty)["verantwoording/index.md"]
    assert "in deze verzameling niet gebruikt" in rules.page(empty)
