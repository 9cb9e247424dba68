"""Which texts clash: a table of the texts that are for a claim by those that are against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url
from weerklank.model import Argument, Collection, Essay
from weerklank.pictures.facts import oppositions
from weerklank.pictures.matrix import text_head
from weerklank.pictures.svg import region

MOST = 8
"""Texts on either side: so many have room for their titles above a column. Of more, those that clash most."""


def opponents(collection: Collection, root: str) -> Html | None:
    """The table, whose cells hold the numbers of the claims, in a region that scrolls by itself; None where no two
    texts clash.
    """
    say, found = collection.say, oppositions(collection)
    if not found:
        return None
    rows, columns = (_sharpest(collection, [pair[side] for pair, on in found.items() for _ in on]) for side in (0, 1))
    corner = tag("th", say("opponents.corner"), scope="col")
    body = []
    for one in rows:
        cells = [_cell(found.get((one.slug, other.slug), []), say, root) for other in columns]
        body.append(tag("tr", text_head(say, one, root, "row"), *cells))
    table = tag(
        "table",
        tag("caption", say("opponents.caption")),
        tag("thead", tag("tr", corner, *(text_head(say, each, root) for each in columns))),
        tag("tbody", *body),
        class_="wk-grid",
    )
    return region(table, label=say("opponents.title"))


def _sharpest(collection: Collection, slugs: Sequence[str]) -> list[Essay]:
    """The texts that are named most often, in order of the collection; of equals the first."""
    times = Counter(slugs)
    often = sorted((essay.slug for essay in collection.essays if times[essay.slug]), key=lambda slug: -times[slug])
    return [essay for essay in collection.essays if essay.slug in often[:MOST]]


def _cell(on: Sequence[tuple[int, Argument]], say: Pack, root: str) -> Html:
    """The claims on which two texts clash: links of which the number is seen and the words are heard."""
    links = []
    for number, argument in on:
        claim = tag("span", f". {argument.claim}", class_="wk-hidden")
        links.append(tag("a", str(number), claim, href=argument_url(say, root, argument.id), title=argument.claim))
    return tag("td", join(links, " "))
