"""The debate in pictures (/overzicht/): who says what, when, and who contradicts whom."""

from __future__ import annotations

from typing import Any

from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pages.template import render
from weerklank.pictures import matrix, opponents, timeline

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /overzicht/."""
    say = collection.say
    shown = bool(collection.arguments and collection.essays)
    body = render(say, "overview", shown=shown, **(_pictures(collection) if shown else {}))
    front = head(say, say("overview.title"), description=say("overview.description"), styles=["pictures"])
    return front + body


def _pictures(collection: Collection) -> dict[str, Any]:
    """The three pictures, each with what says the same in words."""
    return {
        "legend": matrix.legend(collection),
        "matrix": matrix.matrix(collection, _ROOT),
        "wide": len(collection.essays) > matrix.WIDEST,
        "timeline": timeline.timeline(collection, _ROOT),
        "beside": len(collection.arguments) <= timeline.BESIDE,
        "names": timeline.names(collection, _ROOT),
        "positions": timeline.listing(collection, _ROOT),
        "opponents": opponents.opponents(collection, _ROOT),
    }
