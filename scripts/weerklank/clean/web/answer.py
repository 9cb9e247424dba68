"""The editor's answer where the essay's end was not certain: `ends:` of the sidecar, carried out.

The answer is words of the text in order: the essay ends with the first; where a second is given it goes on with that,
ends with the third, and so on. What lies between is left out as readers' comments are: counted, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit, remove

RULE = "comments-editor"
_CLOSING = re.compile(r"[^\w\s]*(?<![(\[{<‘“„«])")


def unfound(text: str, ends: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Those of the words `ends` that `text` does not hold exactly once, each with how often it does (0 where they
    stand above what was given before them).
    """
    wrong: list[tuple[str, int]] = []
    last = 0
    for words, places in zip(ends, _places(text, ends), strict=True):
        if len(places) != 1 or places[0][0] < last:
            wrong.append((words, len(places) if len(places) != 1 else 0))
        else:
            last = places[0][1]
    return tuple(wrong)


def leave_out(draft: Draft, ends: Sequence[str]) -> Draft:
    r"""The draft without what lies below the essay's last words, or between its words.

    >>> leave_out(Draft("Een rij is lang.\n\nEls: Ja!\n"), ["is lang"]).text
    'Een rij is lang.'
    >>> leave_out(Draft("Een rij.\n\nEls: Ja!\n\nZij wacht."), ["Een rij.", "Zij wacht"]).text
    'Een rij.\n\nZij wacht.'
    """
    text = draft.text
    places = [places[0] for places in _places(text, ends)]
    edits: list[Edit] = []
    for n in range(0, len(places), 2):
        start = places[n][1]
        end = places[n + 1][0] if n + 1 < len(places) else len(text)
        start = start if n + 1 == len(places) else start + len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            edits.append(remove(start, end, RULE))
    return draft.apply(edits)


def _places(text: str, ends: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Where in `text` each of `ends` stands: letters and figures count, whatever lies between them."""
    if not ends:
        return []
    at = [i for i, c in enumerate(text) if c.isalnum()]
    letters = "".join(text[i].casefold()[:1] for i in at)
    found: list[list[tuple[int, int]]] = []
    for words in ends:
        wanted = "".join(c.casefold()[:1] for c in words if c.isalnum())
        here: list[tuple[int, int]] = []
        n = letters.find(wanted) if wanted else -1
        while n >= 0:
            first, last = at[n], at[n + len(wanted) - 1]
            if not text[max(0, first - 1) : first].isalnum() and not text[last + 1 : last + 2].isalnum():
                closing = _CLOSING.match(text, last + 1)
                here.append((first, closing.end() if closing else last + 1))
            n = letters.find(wanted, n + 1)
        found.append(here)
    return found
