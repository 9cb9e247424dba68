"""Where on an account's page a change or a doubt stands, for links from the text."""

from __future__ import annotations

from weerklank.clean.ledger.repairs import repairs
from weerklank.model import Essay, Ledger
from weerklank.pages.account.extent import shown

TOP = "ingrepen"
"""Where the changes begin: on every account's page."""


def repair_id(start: int) -> str:
    """The id of the change at this offset of the source."""
    return f"ingreep-{start}"


def doubt_id(to: int) -> str:
    """The id of the doubt about the words at this offset of the reading text."""
    return f"twijfel-{to}"


def places_in_account(essay: Essay) -> dict[tuple[str, int], str]:
    """The ids by sign ('°' a repair, '?' a doubt) and offset in the reading text, of what the page shows."""
    spans = shown(essay.cleaned.ledger.spans) if essay.publish == "full" else ()
    found = {("°", change.to): repair_id(change.start) for change in repairs(Ledger(spans))}
    return found | {("?", s.to): doubt_id(s.to) for s in spans if s.readings and s.to is not None}
