"""The map of claims: what supports what, and what goes against it.

The claims stand one under another by the question that they answer, so that every build draws the same and a phone
shows them whole; arcs on the right lead from a reason to what it is for or against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url
from weerklank.model import Argument, Collection, Question
from weerklank.pictures.facts import numbered
from weerklank.pictures.svg import fit, line, number, path, picture, region, small, words, wrap

_ROW, _HEAD = 40.0, 52.0  # px: a claim of two lines, and the question above a group of claims
_CLAIM = 300.0  # px: as wide as a phone shows
_ARCS = 190.0  # px: how far the longest arc reaches
_SIZE = 13.0  # px: the words of a picture


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim (by id) that is a reason for another, or against it, or an example of it, and how in words."""

    source: str
    target: str
    type: str
    how: str


def edges(collection: Collection) -> list[Edge]:
    """The typed relations, in order of the arguments; mere references ('see') are none."""
    return [
        Edge(related.id, argument.id, related.type, related.how)
        for _, argument in numbered(collection)
        for related in argument.related
        if related.type != "see"
    ]


def by_question(collection: Collection) -> list[tuple[Question | None, list[tuple[int, Argument]]]]:
    """The claims by the question that they answer, those most in dispute first, with the numbers that they have in
    every picture; None holds those of no question. A claim stands under its first question.
    """
    ranked = numbered(collection)
    found: list[tuple[Question | None, list[tuple[int, Argument]]]] = []
    taken: set[str] = set()
    for question in collection.config.questions:
        own = [(n, a) for n, a in ranked if a.id in question.arguments and a.id not in taken]
        taken |= {a.id for _, a in own}
        found.append((question, own))
    found.append((None, [(n, a) for n, a in ranked if a.id not in taken]))
    return [(question, own) for question, own in found if own]


def claims(collection: Collection, root: str) -> Html:
    """The picture, in a region that scrolls by itself."""
    say, at, parts, y = collection.say, dict[str, float](), list[Html](), 4.0
    for question, own in by_question(collection):
        title = question.title if question else say("arguments.no_question")
        parts.append(words(0, y + 24, fit(title, _SIZE, _CLAIM + _ARCS), "wk-asked"))
        y += _HEAD
        for n, argument in own:
            at[argument.id] = y
            parts.append(_node(say, n, argument, y, root))
            y += _ROW
    drawn = edges(collection)
    far = max([abs(at[e.source] - at[e.target]) for e in drawn], default=1.0)
    arcs = [_arc(edge, at, far, collection) for edge in sorted(drawn, key=lambda e: -abs(at[e.source] - at[e.target]))]
    return region(
        picture(_CLAIM + _ARCS + 20, y + 4, *arcs, *parts, label=say("claims.label")),
        label=say("claims.region"),
        more="wk-claim-map",
    )


def _node(say: Pack, n: int, argument: Argument, y: float, root: str) -> Html:
    lines = wrap(argument.claim, _SIZE, _CLAIM - 40, 2)
    first = y + 4.5 - 8 * (len(lines) - 1)
    claim = [words(28, first + 16 * at, each, "wk-claim-words") for at, each in enumerate(lines)]
    link = tag("a", tag("title", argument.claim), *claim, href=argument_url(say, root, argument.id))
    dot = tag("circle", cx=number(_CLAIM), cy=number(y), r="3.5", class_="wk-dot")
    return tag("g", words(18, y + 4.5, str(n), "wk-quiet wk-end"), link, dot, data_argument=argument.id)


def _arc(edge: Edge, at: dict[str, float], far: float, collection: Collection) -> Html:
    """An arc from a reason to its target, where an arrow ends it; its title says it in words."""
    start, end = at[edge.source], at[edge.target]
    down = end > start
    reach = 18 + (_ARCS - 18) * abs(end - start) / far
    x, tip = _CLAIM + 7, end + (-4 if down else 4)
    d = f"M{number(x)} {number(start)} A{number(reach)} {number(abs(tip - start) / 2)} 0 0 {int(down)} "
    d += f"{number(x)} {number(tip)}"
    arrow = f"M{number(x - 1)} {number(tip)} L{number(x + 9)} {number(tip - 5)} L{number(x + 9)} {number(tip + 5)}z"
    one, other = collection.argument(edge.source), collection.argument(edge.target)
    name = collection.say(f"claims.{edge.type}", one=one.claim.rstrip("."), other=other.claim.rstrip("."))
    kind = "wk-attacks" if edge.type == "reason-against" else "wk-supports"
    return tag("g", tag("title", name), path(d, f"wk-edge {kind}"), path(arrow, f"wk-tip {kind}"))


def key(say: Pack) -> Html:
    """What the two kinds of arcs mean."""
    rows = [
        tag("li", small(line(1, 8, 15, 8, f"wk-edge {kind}")), Html(" "), say(f"claims.{kind[3:]}"))
        for kind in ("wk-supports", "wk-attacks")
    ]
    return tag("ul", *rows, class_="wk-key")


def listing(collection: Collection, root: str) -> Html:
    """The same in words, for who does not see it: every claim with what supports it and what goes against it."""
    return tag("ul", *_rows(edges(collection), collection, root))


def _rows(drawn: Sequence[Edge], collection: Collection, root: str) -> list[Html]:
    say, rows = collection.say, []
    for target in dict.fromkeys(edge.target for edge in drawn):
        own = [edge for edge in drawn if edge.target == target]
        items = [
            tag("li", say(f"claims_as.{e.type}"), Html(" "), _link(collection, e.source, root), f" ({e.how})")
            for e in own
        ]
        rows.append(tag("li", join([_link(collection, target, root), tag("ul", *items)])))
    return rows


def _link(collection: Collection, argument_id: str, root: str) -> Html:
    return tag("a", collection.argument(argument_id).claim, href=argument_url(collection.say, root, argument_id))
