"""The texts at their dates, each with the positions that it takes: for above its line, against below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url, author_words, essay_url, linked_title, place_of, when_words
from weerklank.model import STANCES, Collection, Essay, Stance
from weerklank.pictures.facts import LANES, Cell, Cells, Order, groups, numbered, withheld
from weerklank.pictures.svg import count_said, fit, line, number, picture, rect, region, shape, text_width, words
from weerklank.pictures.timeline_dates import Axis, axis, years

TAB_STOPS = 100
"""Links in a picture at which the Tab key stops; where there are more, it stops in the list below instead."""

_AXIS = 38.0  # x of the axis, right of the years
_LEFT = 49.0  # x where a text begins
_PITCH = 17.3  # from argument to argument
_APART = 6.0  # between groups of arguments
_LANE = 12.0  # from stance to stance
_WORDS = 290.0  # room for title and author, at least
_YEAR = 24.0  # pixels of a year, where there is room to keep them
_MOST = 150.0  # added at most to the distance between two texts: centuries need not be scrolled through
BESIDE = 20
"""Arguments whose names can stand beside the picture; for more it takes the whole width."""

_TALL = 12
"""Texts from which on the picture scrolls in a frame of its own, under the numbers of the arguments."""


@dataclass(frozen=True)
class _Plan:
    """What every row needs to know."""

    collection: Collection
    root: str
    found: Cells
    columns: dict[str, float]  # argument -> x
    claims: dict[str, str]  # argument -> its number and claim
    width: float
    stops: bool
    lines: int  # of words above the positions of a text

    @property
    def row(self) -> float:
        """The height of a text: its words, three lanes, air."""
        return 17 * self.lines + 51

    def lane(self, stance: Stance) -> float:
        """The y of a stance under the top of its text."""
        return 17 * self.lines + 8 + _LANE * LANES[stance]


def timeline(collection: Collection, root: str, order: Order | None = None, stops: bool | None = None) -> Html:
    """The picture: a head with the numbers of the arguments, and a line for every text. Of a part of the collection,
    `order` and `stops` (whether the Tab key stops at its links) are those of all of it.
    """
    say = collection.say
    plan = _plan(collection, root, order, stops)
    dated = [essay for essay in collection.essays if essay.date]
    undated = [essay for essay in collection.essays if not essay.date]
    body, bottom = _dated(dated, plan) if dated else ([], 0.0)
    if undated:
        if dated:
            body.append(line(0, bottom, plan.width, bottom, "wk-rule"))
        body.append(words(_LEFT, bottom + 18, say("timeline.undated"), "wk-quiet"))
        body += [_row(essay, bottom + 30 + n * plan.row, plan) for n, essay in enumerate(undated)]
        bottom += 30 + len(undated) * plan.row
    numbers = [words(plan.columns[a.id], 15, str(n), "wk-mid wk-quiet") for n, a in numbered(collection, order)]
    head = picture(plan.width, 22, *numbers, label=say("timeline.numbers"), class_="wk-picture wk-numbers")
    main = picture(plan.width, bottom, *body, label=say("timeline.label"))
    tall = "wk-tall" if len(collection.essays) > _TALL else ""
    return region(head, main, label=say("timeline.region"), more=tall)


def has_stops(collection: Collection) -> bool:
    """Whether the Tab key stops at the links of a picture of these texts."""
    return len(Cells(collection).found) <= TAB_STOPS


def _plan(collection: Collection, root: str, order: Order | None, stops: bool | None) -> _Plan:
    columns: dict[str, float] = {}
    x = _LEFT + _PITCH / 2
    for group in groups(collection, order):
        for argument in group.arguments:
            columns[argument.id] = x
            x += _PITCH
        x += _APART
    stops = has_stops(collection) if stops is None else stops
    claims = {a.id: f"{n}. {a.claim}" for n, a in numbered(collection, order)}
    width = max(x - _APART - _PITCH / 2 + 2, _LEFT + _WORDS)
    lines = 2 if len(collection.essays) <= _TALL else 1
    return _Plan(collection, root, Cells(collection), columns, claims, width, stops, lines)


def _dated(essays: Sequence[Essay], plan: _Plan) -> tuple[list[Html], float]:
    """The axis with its years and the texts beside it, and the y where that ends."""
    say = plan.collection.say
    through = axis([essay.date or "" for essay in essays], plan.row, _YEAR, plan.row + _MOST)
    first, last = int(through.moments[0]), int(through.moments[-1]) + 1
    down = max(plan.lane("nuance") - through.places[0], 14.0)  # the first text has room above its line
    end = down + through.y(last)
    parts = [line(_AXIS, down + through.y(first), _AXIS, end, "wk-axis")]
    for year, y in through.ticks(15):
        parts.append(line(_AXIS - 4, down + y, _AXIS, down + y, "wk-axis"))
        parts.append(words(_AXIS - 6, down + y + 4.3, str(year), "wk-end wk-quiet"))
    for essay, place in zip(essays, through.places, strict=True):
        parts += _moment(say, essay, down, through, place)
        parts.append(_row(essay, down + place - plan.lane("nuance"), plan))
    return parts, max(end + 14, down + through.places[-1] - plan.lane("nuance") + plan.row)


def _moment(say: Pack, essay: Essay, down: float, through: Axis, place: float) -> list[Html]:
    """The place of a text on the axis, and how long its date lasts."""
    begin, end = (down + through.y(year) for year in years(essay.date or ""))
    lasts = [line(_AXIS, begin, _AXIS, end, "wk-span")] if end > begin else []
    name = "wk-moment wk-approximate" if essay.approximate else "wk-moment"
    said = tag("title", when_words(say, essay))
    return [*lasts, tag("circle", said, cx=number(_AXIS), cy=number(down + place), r="4.5", class_=name)]


def _row(essay: Essay, top: float, plan: _Plan) -> Html:
    """A text: its title, and what it takes a stance on."""
    say = plan.collection.say
    middle_lane = top + plan.lane("nuance")
    parts = [_title(essay, top + 13, plan)]
    own = plan.found.by_text[essay.slug]
    if withheld(essay):
        parts.append(words(_LEFT, middle_lane + 4, say("state.withheld"), "wk-quiet"))
    elif own:
        parts.append(line(_LEFT, middle_lane, plan.width, middle_lane, "wk-rule"))
        parts += [_position(cell, essay, top, plan) for cell in own]
    else:
        parts.append(words(_LEFT, middle_lane + 4, say("picture.no_passages"), "wk-quiet"))
    return tag("g", *parts)


def _title(essay: Essay, y: float, plan: _Plan) -> Html:
    say = plan.collection.say
    by = place_of(say, essay)
    room = plan.width - _LEFT
    if plan.lines > 1:
        lines = [
            words(_LEFT, y, fit(essay.title, 14.2, room), "wk-title", essay.seed.language),
            words(_LEFT, y + 16, fit(by, 12, room), "wk-quiet"),
        ]
    else:
        title = fit(essay.title, 14.2, max(room * 0.6, room - text_width(by, 12) - 8))
        rest = fit(by, 12, room - text_width(title, 14.2) - 8)
        spans = [
            tag("tspan", title, class_="wk-title", lang=essay.seed.language),
            tag("tspan", rest, class_="wk-quiet", dx="8"),
        ]
        lines = [tag("text", *spans, x=number(_LEFT), y=number(y))]
    return tag(
        "a",
        tag("title", f"{essay.title} ({by})"),
        *lines,
        href=essay_url(say, plan.root, essay),
        data_essay=essay.slug,
        data_date=essay.date,
        data_approximate=essay.approximate,
    )


def _position(cell: Cell, essay: Essay, top: float, plan: _Plan) -> Html:
    """What a text says to one argument: a figure for each stance, the whole a link to its first passage."""
    say = plan.collection.say
    x = plan.columns[cell.argument]
    figures = [shape(stance, x, top + plan.lane(stance), 4.6, data_stance=stance) for stance, _ in cell.by_stance()]
    said = "; ".join(count_said(say, stance, own) for stance, own in cell.by_stance())
    return tag(
        "a",
        tag("title", f"{plan.claims[cell.argument]} {said}"),
        rect(x - _PITCH / 2, top + plan.lane("for") - 7, _PITCH, 2 * _LANE + 14, "wk-hit"),
        *figures,
        href=essay_url(say, plan.root, essay, cell.passages[0].id),
        data_argument=cell.argument,
        data_essay=essay.slug,
        tabindex=None if plan.stops else "-1",
    )


def listing(collection: Collection, root: str, order: Order | None = None) -> Html:
    """The same facts as a list: per text and stance the arguments, each a link to its first passage."""
    say, found = collection.say, Cells(collection)
    numbers = {argument.id: number for number, argument in numbered(collection, order)}

    def taken(essay: Essay, stance: Stance) -> Html:
        links = []
        for cell in sorted(found.by_text[essay.slug], key=lambda each: numbers[each.argument]):
            if own := [p for p in cell.passages if p.stance == stance]:
                claim = collection.argument(cell.argument).claim.rstrip(".")
                links.append(tag("a", claim, href=essay_url(say, root, essay, own[0].id)))
        return tag("li", f"{say(f'stance.{stance}')}: ", join(links, "; ")) if links else Html("")

    rows = []
    for essay in collection.essays:
        title = linked_title(essay, essay_url(say, root, essay))
        positions = list(filter(None, (taken(essay, stance) for stance in STANCES)))
        none = tag("li", say("state.withheld" if withheld(essay) else "picture.no_passages"))
        by = f", {author_words(say, essay)}, {when_words(say, essay)}"
        rows.append(tag("li", title, by, tag("ul", *(positions or [none]))))
    return tag("ul", *rows, class_="wk-positions")


def names(collection: Collection, root: str, order: Order | None = None) -> Html:
    """Which number is which argument."""
    say = collection.say
    rows = [tag("li", tag("a", a.claim, href=argument_url(say, root, a.id))) for _, a in numbered(collection, order)]
    return tag("ol", *rows, class_="wk-names")
