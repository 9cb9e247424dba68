"""Which texts meet: arcs on the left for the arguments that two texts share, on the right for those
on which they clash. The texts stand in order of date, so every build draws the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import argument_url, essay_url, sentence, stances_of, title_of
from weerklank.model import Collection, Essay
from weerklank.pictures.facts import Pair, by_words, cells, numbered, pairs, strongest, withheld
from weerklank.pictures.svg import fit, number, path, picture, region, words, wrap

MOST = 40
"""Pairs drawn on either side: more would be a tangle."""

_FEW = 14  # texts that have room for more than one line each
_NEAR = 17.0  # how far the arc between neighbours reaches


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands."""

    say: Pack
    at: dict[str, float]  # text -> y
    titles: dict[str, str]
    pitch: float
    arcs: float  # width of either side
    words: float  # room for the titles

    @property
    def few(self) -> bool:
        return self.pitch > 30

    @property
    def ends(self) -> tuple[float, float]:
        """Where the arcs end, left and right of the titles."""
        return self.arcs + 4, self.arcs + self.words + 8

    @property
    def width(self) -> float:
        return 2 * self.arcs + self.words + 12


def shared(collection: Collection, root: str) -> Html:
    """The picture, in a region that scrolls by itself."""
    say = collection.say
    sharing, clashing = strongest(pairs(collection), MOST)
    few = len(collection.essays) <= _FEW
    pitch = 60.0 if few else 25.0
    at = {essay.slug: 26 + (n + 0.5) * pitch for n, essay in enumerate(collection.essays)}
    titles = {essay.slug: essay.title for essay in collection.essays}
    plan = _Plan(say, at, titles, pitch, *((80.0, 168.0) if few else (110.0, 250.0)))
    parts = [
        words(0, 13, say("map.share"), "wk-quiet"),
        words(plan.width, 13, say("map.clash_verb"), "wk-quiet wk-end"),
        *_side(sharing, plan, left=True),
        *_side(clashing, plan, left=False),
        *(_node(essay, plan, root) for essay in collection.essays),
    ]
    height = 30 + len(collection.essays) * pitch
    drawn = picture(plan.width, height, *parts, label=say("map.label"))
    return region(drawn, label=say("map.region"), more="wk-map")


def _node(essay: Essay, plan: _Plan, root: str) -> Html:
    """A text: its title between two dots, at which its arcs end."""
    say = plan.say
    by = by_words(say, essay)
    y, room = plan.at[essay.slug], plan.words - 14
    titles = wrap(essay.title, 14.2, room, 2 if plan.few else 1)
    under = [say("state.withheld") if withheld(essay) else fit(by, 12, room)] if plan.few else []
    x, first = plan.arcs + 12, y + 4.5 - 8 * (len(titles) + len(under) - 1)
    lines = [words(x, first + 16 * n, each, "wk-title", essay.seed.sidecar.language) for n, each in enumerate(titles)]
    lines += [words(x, first + 16 * (len(titles) + n), each, "wk-quiet") for n, each in enumerate(under)]
    link = tag("a", tag("title", f"{essay.title} ({by})"), *lines, href=essay_url(say, root, essay))
    dots = [tag("circle", cx=number(end), cy=number(y), r="3", class_="wk-dot") for end in plan.ends]
    return tag("g", *dots, link, data_essay=essay.slug)


def _side(found: Sequence[Pair], plan: _Plan, left: bool) -> list[Html]:
    """The arcs of one side, the longest undermost, and over them the numbers that have room."""
    counts = {p: len(p.shared if left else p.clashes) for p in found}
    least, most = min(counts.values(), default=0), max(counts.values(), default=0)
    spans = {p: plan.at[p.other] - plan.at[p.one] for p in found}
    far = max([*spans.values(), 2 * plan.pitch])
    reach = {p: _NEAR + (plan.arcs - 12 - _NEAR) * (spans[p] - plan.pitch) / (far - plan.pitch) for p in found}
    taken: list[tuple[float, float]] = []
    arcs: list[Html] = []
    badges: list[Html] = []
    for pair in sorted(found, key=lambda p: -spans[p]):
        width = 1.5 + 4.5 * (counts[pair] - least) / max(most - least, 1)
        arcs.append(_arc(pair, counts[pair], width, reach[pair], plan, left))
    for pair in found:
        x = plan.ends[0] - reach[pair] if left else plan.ends[1] + reach[pair]
        y = plan.at[pair.one] + spans[pair] / 2
        if all(abs(x - a) > 20 or abs(y - b) > 19 for a, b in taken):
            taken.append((x, y))
            badges += _badge(x, y, counts[pair], left)
    return [*arcs, *badges]


def _arc(pair: Pair, count: int, width: float, reach: float, plan: _Plan, left: bool) -> Html:
    """One arc, a link to the list of what its texts share."""
    say = plan.say
    x, top, bottom = plan.ends[0 if left else 1], plan.at[pair.one], plan.at[pair.other]
    sweep = 0 if left else 1
    d = f"M{number(x)} {number(top)} A{number(reach)} {number((bottom - top) / 2)} 0 0 {sweep} "
    d += f"{number(x)} {number(bottom)}"
    counted = say("count.shared_arguments", n=count) if left else say("count.clashes", n=count)
    name = say("map.pair", one=plan.titles[pair.one], other=plan.titles[pair.other], count=counted)
    return tag(
        "a",
        tag("title", name),
        path(d, "wk-hit"),
        path(d, "wk-shares" if left else "wk-clashes", stroke_width=number(width)),
        href=f"#{pair_id(pair)}",
        data_one=pair.one,
        data_other=pair.other,
        data_shared=str(count) if left else None,
        data_clashes=None if left else str(count),
    )


def _badge(x: float, y: float, count: int, left: bool) -> list[Html]:
    """The number of an arc at its far end, which lets the pointer through to the arc."""
    if left:
        back = tag("circle", cx=number(x), cy=number(y), r="9.5", class_="wk-badge")
    else:
        back = tag("rect", x=number(x - 9), y=number(y - 9), width="18", height="18", class_="wk-badge")
    return [back, words(x, y + 4.3, str(count), "wk-mid wk-through")]


def pair_id(pair: Pair) -> str:
    """The id of the list of what two texts share."""
    return f"paar-{pair.one}--{pair.other}"


def said(collection: Collection) -> str:
    """How much of it is drawn, in words."""
    say, found = collection.say, pairs(collection)
    sharing, clashing = strongest(found, MOST)
    clashes = sum(bool(p.clashes) for p in found)
    rows = (("sharing", len(sharing), len(found)), ("clashing", len(clashing), clashes))
    return " ".join(_portion(say, which, drawn, all_) for which, drawn, all_ in rows)


def _portion(say: Pack, which: str, drawn: int, all_: int) -> str:
    if not all_:
        return say(f"map.none_{which}")
    if drawn == all_:
        return say(f"map.all_{which}", n=all_)
    return say(f"map.part_{which}", n=all_, drawn=drawn, rest=all_ - drawn)


def listing(collection: Collection, root: str) -> Html:
    """For every pair that is drawn: the arguments that the texts share, with what each says."""
    say, found = collection.say, cells(collection)
    claims = {argument.id: (n, argument) for n, argument in numbered(collection)}

    def common(argument_id: str, pair: Pair) -> Html:
        n, argument = claims[argument_id]
        says = []
        for slug in (pair.one, pair.other):
            essay, passages = collection.by_slug[slug], found[argument_id, slug].passages
            stance = tag("a", stances_of(say, passages), href=essay_url(say, root, essay, passages[0].id))
            says.append(join([tag("cite", title_of(essay)), stance], " "))
        flag = [tag("b", say("map.clash")), Html(" ")] if argument_id in pair.clashes else []
        link = tag("a", argument.claim, href=argument_url(say, root, argument_id))
        return tag("li", *flag, f"{n}. ", link, Html(" "), tag("span", join(says, "; "), class_="wk-source"))

    def details(pair: Pair) -> Html:
        counts = say("count.shared_arguments", n=len(pair.shared))
        if pair.clashes:
            counts += f", {say('count.clashes', n=len(pair.clashes))}"
        one, other = (tag("cite", title_of(collection.by_slug[slug])) for slug in (pair.one, pair.other))
        title = sentence(say, "map.pair", count=tag("span", counts, class_="wk-counts"), one=one, other=other)
        order = [*pair.clashes, *(a for a in pair.shared if a not in pair.clashes)]
        rows = tag("ul", *(common(argument, pair) for argument in order))
        return tag("details", tag("summary", title), rows, class_="wk-pair", id=pair_id(pair))

    sharing, clashing = strongest(pairs(collection), MOST)
    chosen = sorted(dict.fromkeys([*sharing, *clashing]), key=lambda p: (-len(p.clashes), -len(p.shared)))
    return join(map(details, chosen), "\n")
