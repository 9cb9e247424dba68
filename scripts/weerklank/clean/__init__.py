"""From scrape to reading text: an ordered list of small steps, and the books kept of each character.

`clean` is the front door. A step is a function from Draft to Draft; it never loses a character,
because the Draft keeps the account. Order carries meaning, so the steps are a plain list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from weerklank.clean.ledger.draft import Draft
from weerklank.clean.print.accents import accents
from weerklank.clean.print.columns import columns
from weerklank.clean.print.dropped_capital import dropped_capitals
from weerklank.clean.print.furniture import furniture
from weerklank.clean.print.intruders import intruders
from weerklank.clean.print.line_ends import line_ends
from weerklank.clean.print.paragraphs import paragraphs, short_last_lines
from weerklank.clean.print.printed import is_print
from weerklank.clean.print.run_together import run_together
from weerklank.clean.result import cleaned
from weerklank.clean.text.blank_lines import blank_lines
from weerklank.clean.text.characters import clean_characters
from weerklank.clean.text.lists import list_marks
from weerklank.clean.text.quotations import quotations
from weerklank.clean.text.readings import settle
from weerklank.clean.text.slips import stray_full_stops
from weerklank.clean.text.whitespace import tidy_spaces
from weerklank.clean.web.answer import leave_out, unfound
from weerklank.clean.web.ending import doubtful
from weerklank.clean.web.fragments import join_fragments
from weerklank.clean.web.trim import trim_ends
from weerklank.clean.web.truncation import truncation
from weerklank.model import Cleaned

__all__ = ["clean", "restore_print"]

Step = Callable[[Draft], Draft]

FIRST_STEPS: tuple[Step, ...] = (
    clean_characters,
    blank_lines,
)
"""For every text: its characters. Then it is trimmed: the cut at the comments, residue at both ends, head and foot."""

PRINT_STEPS: tuple[Step, ...] = (
    blank_lines,
    columns,
    furniture,
    intruders,
    dropped_capitals,
    short_last_lines,
    line_ends,
    paragraphs,
    accents,
    run_together,
)
"""For scans of print only: columns, intruders, line ends, capitals, accents, run-together words."""

LAST_STEPS: tuple[Step, ...] = (
    stray_full_stops,
    list_marks,
    tidy_spaces,
    quotations,
)
"""For every text: slips of the scrape, white space, lists and quotations."""

_ROUNDS = 9


def clean(
    text: str,
    printed: bool | None = None,
    readings: Sequence[tuple[str, str]] = (),
    ends: Sequence[str] | None = None,
    language: str | None = None,
) -> Cleaned:
    """Clean one scraped text.

    `text` is the scrape as decoded; `printed` says whether it is a scan of print (None: find out); `readings`
    are a maintainer's (found, read) pairs that settle what was left uncertain; `ends` is an editor's answer to
    where the essay ends (see clean/web/answer.py; () is: all that the rules leave is the author's), `language`
    a code (None: find out). The result's ledger rebuilds `text` exactly. Without an answer `ends` is 'asked'
    where some of the text may be others' words; with one that fits, it is 'certain'.
    """
    whole = Draft(text)
    for step in FIRST_STEPS:
        whole = step(whole)
    wrong = unfound(whole.text, ends or ())
    answered = ends is not None and not wrong
    whole = leave_out(whole, ends) if ends and answered else whole
    closed = (
        answered and len(ends or ()) % 2 == 1
    )  # else the rules still look for comments, as nobody saw what they cut
    scanned = is_print(whole.text) if printed is None else printed
    trim = partial(trim_ends if scanned else _trimmed, closed=closed)  # a scan's lines are no fragments
    draft = trim(whole)
    printed = is_print(draft.text) or scanned if printed is None else printed
    settled = whole.text if draft is whole else ""
    draft = _restored(draft) if printed else draft
    for step in LAST_STEPS:
        draft = step(draft)
    draft = _until_settled(draft, settled, trim)
    result = cleaned(settle(truncation(draft, printed), readings), printed)
    if answered:
        return result
    asked = doubtful(result, language)
    return replace(result, ends="asked" if asked else "certain", asked=asked, unfound=wrong)


def _trimmed(draft: Draft, closed: bool) -> Draft:
    return trim_ends(join_fragments(draft), closed)


def _until_settled(draft: Draft, settled: str, trim: Step) -> Draft:
    """Go over the text in its new shape, until nothing more is found: so a second cleaning changes nothing.

    In `settled` nothing more is found, and blank lines at its ends change nothing of that.
    """
    for _ in range(_ROUNDS):
        if draft.text.strip("\n") == settled.strip("\n"):
            break
        again = trim(draft)
        if again is draft:
            break
        draft = again
        for step in LAST_STEPS:
            draft = step(draft)
    return draft


def _restored(draft: Draft) -> Draft:
    """A scan restored; joined lines may show that what stands between them interrupts a sentence, so until none do."""
    for _ in range(_ROUNDS):
        for step in PRINT_STEPS:
            draft = step(draft)
        if furniture(draft).text == draft.text:
            break
    return draft


def restore_print(lines: list[str]) -> Cleaned:
    """Lines of scanned columns or pages as running text; no trimming of residue."""
    draft = Draft("\n".join(lines))
    return cleaned(_restored(draft), True)
