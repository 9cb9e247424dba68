"""Where on an account's page a change or a doubt stands, for links from the text."""

from __future__ import annotations

from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import Pack
from weerklank.markup.parts import place_id
from weerklank.model import Essay, Ledger
from weerklank.pages.account.extent import shown


def places_in_account(say: Pack, essay: Essay) -> dict[tuple[str, int], str]:
    """The ids by sign ('°' a repair, '?' a doubt) and offset in the reading text, of what the page shows."""
    spans = shown(essay.cleaned.ledger.spans) if essay.publish == "full" else ()
    found = {("°", change.to): place_id(say, "change", change.start) for change in repairs(Ledger(spans))}
    return found | {("?", s.to): place_id(say, "doubt", s.to) for s in spans if s.readings and s.to is not None}
