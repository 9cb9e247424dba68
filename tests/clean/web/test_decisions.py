"""An editor's `drop:` and `keep:` go before every rule, and the ledger says whose decision it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.clean import clean
from weerklank.clean.ledger.draft import Draft, aside, change, metadata, remove
from weerklank.clean.web.decisions import DROPPED, KEPT, misfits

ESSAY = """De kade

Wie langs de kade loopt, ziet elke dag dezelfde drie boten liggen. Ze varen nooit meer uit.

Lees ook: Onze havens

De havenmeester zegt dat het aan de motor ligt. Daar gelooft de buurt niets van.

Zo ligt het erbij, en zo blijft het liggen tot iemand de sleutel vindt.

Deel dit artikel
"""


def rules(text: str, drop: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> dict[str, str]:
    spans = clean(text, drop=drop, keep=keep).ledger.spans
    return {span.before.strip(): span.rule for span in spans if span.rule in (DROPPED, KEPT)}


def test_a_line_that_the_rules_keep_goes() -> None:
    line = "De havenmeester zegt dat het aan de motor ligt. Daar gelooft de buurt niets van."
    cleaned = clean(ESSAY, drop=[line])
    assert line not in cleaned.text and "drie boten" in cleaned.text
    assert cleaned.ledger.source() == ESSAY
    assert rules(ESSAY, drop=(line,)) == {line: DROPPED}


@pytest.mark.parametrize("line", ["Deel dit artikel", "Lees ook: Onze havens"])
def test_a_line_that_the_rules_take_out_stays(line: str) -> None:
    assert line not in clean(ESSAY).text
    cleaned = clean(ESSAY, keep=[f"  {line.replace(' ', '  ')} "])
    assert line in cleaned.text
    assert cleaned.ledger.source() == ESSAY
    assert rules(ESSAY, keep=(line,)) == {line: KEPT}
    without = "".join(cleaned.text.split(line))
    assert without.split() == clean(ESSAY).text.split()  # all else is as it was


def test_the_title_may_be_kept_in_the_text() -> None:
    assert "De kade" in clean(ESSAY, keep=["De kade"]).text


TWICE = ESSAY + "\nDeel dit artikel\n"


@pytest.mark.parametrize(
    ("text", "drop", "keep", "said"),
    [
        (ESSAY, ["Deel dit artikel"], [], ""),
        (
            ESSAY,
            ["Deel dit artikkel"],
            [],
            "drop: no line of the text is 'Deel dit artikkel'; did you mean: Deel",
        ),
        (ESSAY, [], ["Iets heel anders"], "keep: no line of the text is 'Iets heel anders'; copy a whole line"),
        (
            TWICE,
            ["Deel dit artikel"],
            [],
            "drop: 'Deel dit artikel' is 2 lines of the text (11, 13); name one, '11:",
        ),
        (TWICE, ["Deel dit artikel", "Deel dit artikel"], [], ""),
        (TWICE, [], ["13: Deel dit artikel"], ""),
        (TWICE, ["11: Deel dit artikel"], ["13: Deel dit artikel"], ""),
        (TWICE, ["12: Deel dit artikel"], [], "drop: no line of the text is '12: Deel dit artikel'"),
        (ESSAY, ["De kade"], ["De kade"], "drop: line 1 is under 'keep' too"),
    ],
)
def test_what_does_not_fit_is_told(text: str, drop: list[str], keep: list[str], said: str) -> None:
    found = [f"{wrong.key}: {wrong.what}; {wrong.remedy}" for wrong in misfits(text, drop, keep)]
    assert len(found) == bool(said)
    assert not said or found[0].startswith(said)
    assert clean(text, drop=drop, keep=keep).ledger.source() == text


def test_one_of_two_like_lines() -> None:
    assert clean(TWICE, keep=["13: Deel dit artikel"]).text.count("Deel dit artikel") == 1


def test_a_change_across_what_was_removed_does_not_set_free_what_is_held() -> None:
    draft = Draft("abcdef").holding([(2, 6)]).apply([remove(1, 2, "r")])
    draft = draft.apply([change(0, 2, "ac", "r")]).apply([remove(0, 2, "r")])
    assert "cdef" in draft.text


@given(st.data())
def test_nothing_takes_out_what_is_held(data: st.DataObject) -> None:
    """Whatever edits come, in several rounds, the letters of what is held stay in the text, or are changed there."""
    source = "".join(chr(97 + n % 26) for n in range(60))
    start = data.draw(st.integers(0, 58))
    end = data.draw(st.integers(start + 1, 60))
    draft = Draft(source).holding([(start, end)])
    for _ in range(3):
        size = len(draft.text)
        one, other = sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size))))
        kind = data.draw(st.integers(0, 3))
        edit = (
            remove(one, other, "r"),
            aside(one, other, "note", "x", "r"),
            metadata(one, other, "title", "x", "r"),
            change(one, other, draft.text[one:other], "r"),
        )[kind]
        draft = draft.apply([edit])
    assert source[start:end] in draft.text
    assert draft.ledger().source() == source
