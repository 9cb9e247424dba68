"""Where in a text its arguments lie: a strip as long as the text, a bar for every passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, tag
from weerklank.model import STANCES, Collection, Essay, Passage
from weerklank.model.tokens import count_of_words
from weerklank.pictures.facts import LANES
from weerklank.pictures.svg import number

_LANE = 8  # pixels from bar to bar
_LEAST = 1.2  # per cent of the text: a passage of two words can still be seen and touched
_GAP = 0.25  # per cent between a passage and the next
_APART = 9.0  # per cent between two numbers of paragraphs


def strip(essay: Essay, collection: Collection) -> Html:
    """The strip of an essay's page, '' where nothing is marked.

    Bars lie over each other where passages overlap, those for above, those against below. The
    picture is for the eye and the pointer; the list of arguments below it says the same in words.
    """
    say = collection.say
    passages, claims = collection.passages_of[essay.slug], {a.id: a.claim for a in collection.arguments}
    if not passages or not essay.words:
        return Html("")
    starts = _starts(essay)
    bars: list[Html] = []
    y = 1.0
    for stance in LANES:
        own = [p for p in passages if p.stance == stance]
        stretches = [_stretch(p, essay, starts) for p in own]
        lanes, lane_of = pack(stretches)
        for passage, stretch, lane in zip(own, stretches, lane_of, strict=True):
            bars.append(_bar(claims[passage.argument], passage, *stretch, y + lane * _LANE))
        y += lanes * _LANE + (2 if lanes else 0)
    ruler = _paragraphs(essay, starts, y)
    drawn = tag("svg", *bars, *ruler, width="100%", height=number(y + 20), aria_hidden="true")
    words = say("strip.where", part=say("strip.shown_part" if essay.publish == "quotes" else "strip.whole"))
    return tag("div", tag("p", words, Html(" "), *_key(say)), drawn, class_="wk-strip", data_apparatus=True)


def _key(say: Pack) -> Iterator[str]:
    sample = tag("rect", x="1", width="20", y="2", height="6")
    for stance in STANCES:
        yield tag("svg", sample, width="22", height="10", data_stance=stance, aria_hidden="true")
        yield f" {say(f'stance.{stance}')} "


def _starts(essay: Essay) -> dict[str, int]:
    """For each unit the words of the text before it."""
    before = accumulate((unit.words for unit in essay.units), initial=0)
    return {unit.id: words for unit, words in zip(essay.units, before, strict=False)}


def _stretch(passage: Passage, essay: Essay, starts: dict[str, int]) -> tuple[float, float]:
    """Where a passage begins and ends, in per cent of the text's words."""
    unit = essay.unit(passage.unit)
    listed = unit.kind == "list"
    first = starts[unit.id] + count_of_words(unit.text[: passage.start], listed)
    share = 100 / max(essay.words, 1)
    begin = first * share
    end = begin + max(count_of_words(unit.text[passage.start : passage.end], listed) * share, _LEAST)
    over = max(0.0, end - 100)
    return begin - over, end - over - _GAP


def pack(stretches: Sequence[tuple[float, float]]) -> tuple[int, list[int]]:
    """How many lanes are needed for these stretches to lie clear of each other, and the lane of each.

    >>> pack([(0, 10), (5, 12), (10, 20)])
    (2, [0, 1, 0])
    """
    ends: list[float] = []
    lane_of = [0] * len(stretches)
    for n in sorted(range(len(stretches)), key=lambda n: (stretches[n][0], -stretches[n][1])):
        begin, end = stretches[n]
        lane = next((k for k, last in enumerate(ends) if last <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        lane_of[n] = lane
    return len(ends), lane_of


def _bar(claim: str, passage: Passage, begin: float, end: float, y: float) -> Html:
    return tag(
        "a",
        tag("rect", x=f"{number(begin)}%", width=f"{number(end - begin)}%", y=number(y), height="6"),
        tag("title", claim),
        href=f"#{passage.id}",
        data_of=passage.id,
        data_stance=passage.stance,
        tabindex="-1",
    )


def _paragraphs(essay: Essay, starts: dict[str, int], y: float) -> list[Html]:
    """The text as a ruler: a tick at each paragraph, and the numbers that have room."""
    parts = [tag("line", x1="0", x2="100%", y1=number(y), y2=number(y))]
    free = 0.0
    for unit in essay.units:
        if unit.number is None:
            continue
        x = 100 * starts[unit.id] / essay.words
        at = f"{number(x)}%"
        parts.append(tag("line", x1=at, x2=at, y1=number(y), y2=number(y + 5)))
        if free <= x <= 100 - _APART / 2:
            parts.append(tag("text", f"§ {unit.number}", x=at, y=number(y + 17)))
            free = x + _APART
    return parts
