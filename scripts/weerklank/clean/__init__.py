"""From scrape to reading text: an ordered list of small steps, and the books kept of each character.

`clean` is the front door. A step is a function from Draft to Draft; it never loses a character,
because the Draft keeps the account. Order carries meaning, so the steps are a plain list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from weerklank.clean.accents import accents
from weerklank.clean.blank_lines import blank_lines
from weerklank.clean.characters import clean_characters
from weerklank.clean.columns import columns
from weerklank.clean.draft import Draft
from weerklank.clean.dropped_capital import dropped_capitals
from weerklank.clean.fragments import join_fragments
from weerklank.clean.furniture import furniture
from weerklank.clean.intruders import intruders
from weerklank.clean.line_ends import line_ends
from weerklank.clean.lists import list_marks
from weerklank.clean.paragraphs import paragraphs, short_last_lines
from weerklank.clean.printed import is_print
from weerklank.clean.quotations import quotations
from weerklank.clean.readings import settle
from weerklank.clean.result import cleaned
from weerklank.clean.run_together import run_together
from weerklank.clean.slips import stray_full_stops
from weerklank.clean.trim import trim_ends
from weerklank.clean.truncation import truncation
from weerklank.clean.whitespace import tidy_spaces
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


def clean(text: str, printed: bool | None = None, readings: Sequence[tuple[str, str]] = ()) -> Cleaned:
    """Clean one scraped text.

    `text` is the scrape as decoded; `printed` says whether it is a scan of print (None: find out);
    `readings` are a maintainer's (found, read) pairs that settle what was left uncertain. The
    result's ledger rebuilds `text` exactly.
    """
    whole = Draft(text)
    for step in FIRST_STEPS:
        whole = step(whole)
    scanned = is_print(whole.text) if printed is None else printed
    trim = trim_ends if scanned else _trimmed  # a scan's lines are no fragments: its own steps join them
    draft = trim(whole)
    printed = is_print(draft.text) or scanned if printed is None else printed
    settled = whole.text if draft is whole else ""
    draft = _restored(draft) if printed else draft
    for step in LAST_STEPS:
        draft = step(draft)
    draft = _until_settled(draft, settled, trim)
    return cleaned(settle(truncation(draft, printed), readings), printed)


def _trimmed(draft: Draft) -> Draft:
    return trim_ends(join_fragments(draft))


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
