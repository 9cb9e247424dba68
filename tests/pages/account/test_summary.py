"""With what an account begins: one sentence, and the repairs, before bytes and hashes."""

from __future__ import annotations

import re

import pytest
from lxml import html

from tests.pages.account.test_rows import SCAN, essay, of
from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import pack
from weerklank.model import Cleaned, Ledger, Metadata, Span
from weerklank.pages.account import account_page
from weerklank.pages.account.summary import summary
from weerklank.pages.account.totals import together, totals
from weerklank.rights import partial

PLAIN = "Een titel\n\nEen eerste alinea van de tekst.\n\nEen tweede, die er ook bij hoort.\n"
READERS = "Een titel\n\nEen alinea van de tekst zelf.\n\nReacties (2)\n\nPiet zegt: mooi!\n\nAnna zegt: lelijk!\n"
SAY = pack("nl")


def told(text: str, printed: bool | None = None) -> str:
    made = essay(text, printed)
    return summary(SAY, made, totals(made.cleaned.ledger.spans))


def test_lines_left_out_and_words_repaired_are_counted() -> None:
    made = essay(SCAN, True)
    became = {total.fate: total.lines for total in totals(made.cleaned.ledger.spans)}
    whole = together(totals(made.cleaned.ledger.spans)).lines
    assert became["removed"] and repairs(made.cleaned.ledger)
    assert told(SCAN, True).startswith(
        f"{became['removed']} van {whole} regels weggelaten, {len(repairs(made.cleaned.ledger))} "
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PLAIN, r"\d van 5 regels weggelaten, geen woord hersteld\."),
        (
            READERS,
            r"\d van 9 regels weggelaten, geen woord hersteld, 5 regels bij de reacties van lezers niet getoond\.",
        ),
        ("", ""),
    ],
    ids=["plain", "readers", "empty"],
)
def test_what_there_is_not_is_not_told(text: str, words: str) -> None:
    assert re.fullmatch(words, told(text))


def test_of_a_text_that_is_not_shown_characters_are_counted() -> None:
    made = partial.closed(essay(PLAIN))
    assert re.match(rf"\d+ van {len(PLAIN)} tekens weggelaten", summary(SAY, made, totals(made.cleaned.ledger.spans)))


def test_the_sentence_comes_first_then_the_repairs_then_the_rest() -> None:
    made = essay(SCAN, True)
    text = account_page.page(SAY, made)
    order = [
        text.index(words) for words in ("wk-summary", "Wat er is hersteld", "wk-account", "wk-totals", made.seed.sha256)
    ]
    assert order == sorted(order)
    listed = html.fromstring(text).xpath("//ol[contains(@class, 'wk-doubts')][1]//a/@href")
    assert [link for link in listed if link.startswith("#ingreep-")] == [
        f"#ingreep-{change.start}" for change in repairs(made.cleaned.ledger)
    ]
    assert all(f'id="{link[1:]}"' in text for link in listed)


def test_a_text_that_is_not_shown_lists_no_repairs() -> None:
    whole = essay(SCAN, True)
    assert "Wat er is hersteld" not in account_page.page(SAY, partial.closed(whole))


def test_a_repair_tells_no_particulars() -> None:
    was, became = "mailjan@voorbeeld.nl", "mail jan@voorbeeld.nl"
    span = Span(0, len(was), was, "changed", "run-together", became, 0)
    made = of(Cleaned(became, (), (), Metadata(), (), Ledger((span,))), was)
    listed = account_page.page(SAY, made).partition("wk-account")[0]
    assert "werd ‘mail &#91;e-mailadres, niet getoond&#93;’" in listed
    assert "jan@" not in listed
