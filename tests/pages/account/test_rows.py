"""Source and reading text side by side are the source and the reading text, whatever became of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tests.clean.scans import SCANS
from tests.pages.account.checking import check, rows, words_of
from tests.scrapes import scrapes
from weerklank.annotate.assemble import units
from weerklank.annotate.places import unit_at
from weerklank.clean import clean, restore_print
from weerklank.clean.ledger.repairs import repairs
from weerklank.clean.text.structure import blocks
from weerklank.languages.pack import pack
from weerklank.model import Cleaned, Collection, CollectionConfig, Essay, Ledger, Metadata, Seed, Span, Uncertain
from weerklank.pages.account import account_page as page
from weerklank.pages.account.doubt_places import places_in_account
from weerklank.pages.account.extent import CHANGES, LETTERS, LINES, shown
from weerklank.pages.essay import page as essay_page

SCAN = """De tuin

D
e buren hebben een tuin met een schut-
ting, en achter die schutting ligt een vij-
12
ver waar de ideeén van de hele straat
in drijven. Vaakblijkter niets van over
te zijn.
"""
COLUMNS = "\n".join(
    [
        "De kolom links begint hier met een zin     De kolom rechts gaat daarna verder en",
        "die over de regel heen loopt en daarna     zegt iets heel anders, ook over meer dan",
        "nog een keer, tot hij eindelijk eindigt.   een regel, tot ook die zin is geëindigd.",
        "Dan komt er nog een tweede zin achteraan   En ook hier volgt een tweede zin met wat",
        "met genoeg woorden voor een hele kolom.    woorden om de kolom te vullen tot hier.",
    ]
)


def essay(text: str, printed: bool | None = None) -> Essay:
    return of(clean(text, printed), text)


def scan(text: str) -> Essay:
    return of(restore_print(text.split("\n")), text)


def of(cleaned: Cleaned, text: str) -> Essay:
    seed = Seed("000", "000.txt", text.encode("utf-8", "replace"), text)
    made = units(cleaned, None)
    return Essay(seed, cleaned, "tekst", "Titel", None, (), None, False, None, None, made)


def table(made: Essay) -> html.HtmlElement:
    """The table of an account's page; an empty one where there is no source."""
    found = html.fromstring(page.page(pack("nl"), made)).find_class("wk-account")
    return found[0] if found else html.fragment_fromstring("<table></table>")


def said(made: Essay, number: int) -> list[str]:
    (row,) = table(made).xpath(f".//tr[@id='r{number}']")
    return [words_of(cell) for cell in row]


@pytest.mark.parametrize("scrape", scrapes(), ids=lambda scrape: scrape.name)
def test_every_scrape_is_accounted_for(scrape) -> None:  # type: ignore[no-untyped-def]
    made = essay(scrape.text)
    check(table(made), made.cleaned.ledger)


@pytest.mark.parametrize("text", [SCAN, COLUMNS, "", "\n", "Een.\r\n\r\nTwee\u200b.\t \r\n"])
@pytest.mark.parametrize("printed", [True, False])
def test_print_and_odd_texts_are_accounted_for(text: str, printed: bool) -> None:
    made = essay(text, printed)
    check(table(made), made.cleaned.ledger)


@given(st.text("ab -\n.•\t\xa0\u00ad*<&O", max_size=120), st.booleans())
def test_any_text_is_accounted_for(text: str, printed: bool) -> None:
    made = essay(text, printed)
    check(table(made), made.cleaned.ledger)


WORDS = st.text("ab\n <", max_size=6)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Any account that adds up: stretches kept, changed, put elsewhere, in any order of the reading text."""
    spans, at = list[Span](), 0
    for before in draw(st.lists(WORDS, max_size=12)):
        verdict = draw(st.sampled_from(["kept", "changed", "removed", "set_aside", "metadata"]))
        after = {"kept": before, "removed": ""}.get(verdict)
        after = draw(WORDS) if after is None else after
        detail = {"set_aside": "caption", "metadata": "title"}.get(verdict, "")
        rule = "" if verdict == "kept" else draw(st.sampled_from(["spaces", "caption spaces", "comments"]))
        rule = "spaces" if verdict in ("changed", "set_aside") and rule == "comments" else rule
        spans.append(Span(at, at + len(before), before, verdict, rule, after, None, detail))  # type: ignore[arg-type]
        at += len(before)
    placed = [n for n, span in enumerate(spans) if span.verdict in ("kept", "changed") and span.before + span.after]
    to = 0
    for number in draw(st.permutations(placed)):
        spans[number] = replace(spans[number], to=to)
        to += len(spans[number].after)
    return Ledger(tuple(s for n, s in enumerate(spans) if s.before or s.to is not None))


@given(ledgers())
def test_any_ledger_is_accounted_for(ledger: Ledger) -> None:
    cleaned = Cleaned(ledger.text(), (), (), Metadata(), (), ledger)
    check(table(of(cleaned, ledger.source())), ledger)


def test_a_broken_word_stands_whole_beside_its_first_half() -> None:
    made = scan(SCAN)
    assert said(made, 4)[1:3] == [
        "e buren hebben een tuin met een schut-\n",
        "e buren hebben een tuin met een schutting",
    ]
    assert said(made, 4)[3].startswith("afgebroken woord heel gemaakt: Een woord dat")
    assert said(made, 5)[2].startswith(",")


def test_a_page_number_in_a_word_is_told_and_its_other_half_led_back() -> None:
    made = scan(SCAN)
    assert said(made, 6)[1:3] == ["12\n", "apart gezet: bijwerk"]
    (row,) = table(made).xpath(".//tr[@id='r7']")
    assert row.xpath(".//a[text()='bronregel 5']/@href") == ["#r5"]


def test_a_repair_gives_its_reason_and_a_line_joined_its_name() -> None:
    assert said(scan(SCAN), 8)[3] == (
        "woorden losgemaakt: Woorden die aan elkaar geplakt waren, staan weer los.regels samengevoegd"
    )


def test_a_column_that_moved_says_what_it_follows() -> None:
    made = scan(COLUMNS)
    assert "verplaatst: volgt in de leestekst op bronregel 5." in said(made, 1)[3]


def test_an_unchanged_stretch_has_a_row_that_stands_for_it() -> None:
    made = essay("Een titel\n\nEen eerste alinea van de tekst.\n\nEen tweede, die er ook bij hoort.\n\nReageer\n")
    gaps = table(made).xpath(".//tr[@class='wk-gap']")
    assert [gap.text_content().strip() for gap in gaps] == ["Bronregels 3–4 zijn ongewijzigd."]


def test_readers_words_are_one_row_with_their_number() -> None:
    text = "Een titel\n\nEen alinea van de tekst zelf.\n\nReacties (2)\n\nPiet zegt: mooi!\n\nAnna zegt: lelijk!\n"
    found = table(essay(text))
    assert "Piet" not in found.text_content() and "Anna" not in found.text_content()
    last = rows(found)[-1]
    assert "2 reacties van lezers, " in words_of(last)


def test_a_particular_that_is_left_out_is_masked() -> None:
    text = "Een titel\n\nEen alinea van de tekst zelf.\n\nVoor het laatste nieuws: mail jan@voorbeeld.nl\n\nReageer\n"
    made = essay(text)
    assert any("jan@" in span.before for span in made.cleaned.ledger.spans)
    if not any("jan@" in unit.text for unit in made.units):
        assert "jan@" not in table(made).text_content()
        assert "[e-mailadres, niet getoond]" in table(made).text_content()


def test_signs_of_the_text_lead_to_their_place() -> None:
    made = essay("Een titel\n\n.Groot was de vreugde in het dorp, die dag.\n\nEn zo bleef het nog lang, zei men.\n")
    (change,) = repairs(made.cleaned.ledger)
    name = places_in_account(pack("nl"), made)["°", change.to]
    assert table(made).xpath(f".//del[@id='{name}']/text()") == ["."]


def led_to(made: Essay) -> tuple[list[str], list[str]]:
    """The places to which the signs in a text lead, and the ids of its account."""
    collection = Collection(CollectionConfig("Proef", "nl"), (made,), ())
    signs = re.findall(r'href="[^"]*verantwoording/tekst/#([^"]+)"', essay_page(made, 0, collection))
    found = re.finditer(r' id="([^"]+)"|\{: #([a-z]+) \}', page.page(pack("nl"), made))
    return signs, [each[1] or each[2] for each in found]


def check_signs(made: Essay) -> None:
    signs, ids = led_to(made)
    assert set(signs) <= set(ids)
    assert len(ids) == len(set(ids))
    spots = [(u.start, unit_at(made, u.start, u.end - u.start)) for u in made.cleaned.uncertain]
    assert len(signs) >= len({start for start, spot in spots if spot and spot[0].text.strip()})


@pytest.mark.parametrize(
    "broken", ["Het commutati-\nviteit is zo.", "Een hormoon-\nklier werkt.", "1\n\n12\n\nEen 12\n"]
)
def test_a_line_end_joined_in_doubt_has_its_place_in_the_account(broken: str) -> None:
    made = scan(broken)
    assert broken[0] == "1" or made.cleaned.uncertain
    check_signs(made)


@pytest.mark.parametrize("printed", [True, pytest.param(False, marks=pytest.mark.every)])
@settings(max_examples=200, deadline=None)
@given(text=SCANS)
def test_every_sign_of_any_scan_has_its_place_in_the_account(printed: bool, text: str) -> None:
    made = essay(text, printed)
    check_signs(made)
    check(table(made), made.cleaned.ledger)


@given(ledgers())
def test_every_sign_of_any_ledger_has_its_place_in_the_account(ledger: Ledger) -> None:
    doubted = tuple(replace(s, readings=("a", "b")) if s.to is not None and s.after else s for s in ledger.spans)
    doubts = [Uncertain(s.after, s.readings, "", s.to, s.to + len(s.after)) for s in doubted if s.to is not None]
    text = ledger.text()
    check_signs(
        of(Cleaned(text, blocks(text), (), Metadata(), tuple(d for d in doubts if d.readings), Ledger(doubted)), text)
    )


def test_doubts_beyond_those_listed_on_top_have_their_place_too() -> None:
    check_signs(scan("\n".join(f"Regel {n} van commutati-\nviteit{n}." for n in range(300))))


def test_paragraphs_have_their_number_and_lead_to_the_text() -> None:
    made = essay("Een titel\n\nEen eerste alinea van de tekst.\n\nEen tweede, die er ook bij hoort.\n")
    links = table(made).xpath(".//a[@class='wk-para']")
    assert [(a.text, a.get("id"), a.get("href")) for a in links] == [
        ("§ 1", "p1", "../../essays/tekst/#p1"),
        ("§ 2", "p2", "../../essays/tekst/#p2"),
    ]


def test_a_paragraph_taken_down_says_so_in_its_place() -> None:
    made = essay("Een titel\n\nEen eerste alinea van de tekst.\n\nEen tweede, die er ook bij hoort.\n")
    first, second = made.units
    kept = made.cleaned.ledger.spans[-2]
    cut = kept.before.index("Een tweede")
    spans = (
        *made.cleaned.ledger.spans[:-2],
        Span(kept.start, kept.start + cut, "", "removed", "takedown"),
        replace(kept, start=kept.start + cut, before=kept.before[cut:], after=kept.after[cut:], to=0),
    )
    cleaned = replace(made.cleaned, ledger=Ledger(spans), text=second.text)
    view = replace(made, cleaned=cleaned, units=(replace(first, text="", removed=True), replace(second, start=0)))
    found = table(view)
    (row,) = found.xpath(".//tr[.//*[contains(text(), 'op verzoek verwijderd]')]]")
    assert f"[{cut} tekens, op verzoek verwijderd]" in row.text_content()
    assert [a.get("id") for a in found.xpath(".//a[@class='wk-para']")] == ["p1", "p2"]


def test_a_long_source_is_shown_as_far_as_a_page_can_hold() -> None:
    line = "Dit is een regel van een lange tekst.\n"
    many = (Span(0, len(line) * 20_000, line * 20_000, "kept", "", line * 20_000, 0),)
    assert shown(many)[0].before.count("\n") == LINES
    (one,) = shown((Span(0, 10**6, "a" * 10**6, "kept", "", "a" * 10**6, 0),))
    assert len(one.before) == len(one.after) == LETTERS
    spans = tuple(Span(n, n + 1, "a", "changed", "spaces", "b", n) for n in range(2 * CHANGES))
    assert len(shown(spans)) == CHANGES
    private = (Span(0, 10**6, "a" * 10**6, "removed", "comments"), *many)
    assert shown(private)[1].before.count("\n") == LINES


def test_the_page_of_a_long_source_says_where_the_rest_is() -> None:
    text = "Dit is een regel van een lange tekst, die maar doorgaat.\n" * 20_000
    span = Span(0, len(text), text, "kept", "", text, 0)
    told = page.page(pack("nl"), of(Cleaned(text, (), (), Metadata(), (), Ledger((span,))), text))
    assert len(told) < 3_000_000
    assert "Hier stopt deze pagina" in told and "../../data/verantwoording/tekst.json" in told
