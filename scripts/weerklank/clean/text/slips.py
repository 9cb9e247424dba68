"""Slips of the scrape inside the text: small, certain, and marked as repairs."""

from __future__ import annotations

import re

from weerklank.clean.ledger.draft import Draft, change

_FULL_STOP = re.compile(r"^[ \t]*(?P<stop>\.)(?=[A-ZÀ-Þ][a-zß-ÿ]+[ ,])(?!\.Net\b)", re.MULTILINE)


def stray_full_stops(draft: Draft) -> Draft:
    """A full stop before the first word of a paragraph is taken out.

    >>> stray_full_stops(Draft(".Groot was de vreugde.")).text
    'Groot was de vreugde.'
    """
    if not (draft.text.lstrip().startswith(".") or re.search(r"\n[ \t]*\.", draft.text)):
        return draft
    found = _FULL_STOP.finditer(draft.text)
    return draft.apply(change(m.start("stop"), m.end("stop"), "", "stray-full-stop") for m in found)
