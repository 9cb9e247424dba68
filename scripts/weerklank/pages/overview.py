"""The debate in pictures (/overzicht/): who says what, when, and who contradicts whom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from weerklank.markup.long_lists import Part
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.made_of import MadeOf
from weerklank.pages.template import render
from weerklank.pictures import matrix, opponents, timeline
from weerklank.pictures.facts import Order, order_of
from weerklank.pictures.svg import key


def pages(collection: Collection, made_of: MadeOf) -> dict[str, str]:
    """The Markdown of /overzicht/ and, of many texts, of each year's part of the timeline, by name under docs/."""
    seen, written = made_of.listed(), dict[str, str]()
    order, stops = order_of(seen), timeline.has_stops(seen)
    for part in made_of.parts(f"{collection.say.at('overview')}/index.md", seen.essays):
        own = made_of.positions(part) if part.label else seen
        write = partial(page, part=part, order=order, stops=stops)
        written[part.name] = made_of.page(f"{part.name}\n{part.nav}\n{order} {stops}", own, write)
    return written


def page(
    collection: Collection, part: Part[Essay] | None = None, order: Order | None = None, stops: bool | None = None
) -> str:
    """The Markdown of a part of /overzicht/; of all of it where no `part` is named. Where it sees its own texts alone,
    `order` and `stops` are those of the timeline of all.
    """
    say = collection.say
    part = part or Part(f"{say.at('overview')}/index.md", collection.essays)
    title = part.titled(say, say("overview.title"))
    shown = bool(collection.arguments and (collection.essays or part.label))
    pictures = {**_debate(collection, part), **_timeline(collection, part, order, stops)} if shown else {}
    body = render(say, "overview", title=title, part=part, shown=shown, **pictures)
    return head(say, title, description=say("overview.description"), styles=["pictures"]) + body


def _debate(collection: Collection, part: Part[Essay]) -> dict[str, Any]:
    """The pictures of all texts together, which stand on the page's own part alone."""
    if part.label:
        return {"opponents": None}
    return {
        "matrix": matrix.matrix(collection, part.root),
        "legend": matrix.legend(collection),
        "form": matrix.form(collection.essays),
        "opponents": opponents.opponents(collection, part.root),
    }


def _timeline(collection: Collection, part: Part[Essay], order: Order | None, stops: bool | None) -> dict[str, Any]:
    """The timeline of the texts of a part, with what says the same in words."""
    own = replace(collection, essays=part.entries)
    return {
        "stances": key(collection.say),
        "timeline": timeline.timeline(own, part.root, order, stops) if part.entries else None,
        "beside": len(collection.arguments) <= timeline.BESIDE,
        "names": timeline.names(own, part.root, order),
        "positions": timeline.listing(own, part.root, order),
    }
