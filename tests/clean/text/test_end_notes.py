"""Notes below a text and their calls: the cases in tests/cases/end-notes.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import cases
from weerklank.clean import clean
from weerklank.clean.ledger.draft import Draft
from weerklank.clean.ledger.note_calls import note_links
from weerklank.clean.text.end_notes import end_notes

CASES = cases("end-notes")
_PIECES = [
    "De sluis",
    " is dicht",
    ".",
    "[1]",
    "[2]",
    "¹",
    "²",
    "1",
    "2",
    "[*]",
    "\n",
    "\n\n",
    "1. Zie",
    "2) Zie",
    "[1] Zie",
]


@pytest.mark.parametrize(("before", "after"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_calls_lead_to_notes(before: str, after: str) -> None:
    text, _, links = after.partition("\n---\n")
    cleaned = clean(before, document=True)
    assert cleaned.text == text
    assert cleaned.ledger.source() == before
    found = note_links(cleaned.ledger, cleaned.asides)
    told = [f"{cleaned.text[: link.at].split()[-1]} > {cleaned.asides[link.note].text}" for link in found]
    assert sorted(told) == sorted(links.splitlines())


def test_on_a_web_page_notes_are_the_authors_text_as_all_else() -> None:
    before = CASES[0][1]
    assert "[1]" in clean(before).text and not clean(before).asides


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_no_letter_is_lost_and_each_call_has_a_note(text: str) -> None:
    draft = end_notes(Draft(text))
    ledger = draft.ledger()
    assert ledger.source() == text
    kept = "".join(span.after for span in ledger.spans)
    assert [c for c in text if c.isalpha()] == [c for c in kept if c.isalpha()]
    assert all(span.detail for span in ledger.spans if span.verdict == "removed")
