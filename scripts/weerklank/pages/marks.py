"""A unit's text with its passages marked, repairs signed, and every word inert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weerklank.markup.markdown import Html, escape, tag
from weerklank.model import GAP_MARK, Passage


@dataclass(frozen=True, slots=True)
class Sign:
    """A small sign of ours at `offset` of the unit's text (after the word it is about)."""

    offset: int
    html: Html


def grouped(passages: Sequence[Passage]) -> list[list[Passage]]:
    """A block's passages as they share a note: those with one argument, stance, voice and speaker."""
    groups: dict[tuple[str, str, str, str | None], list[Passage]] = {}
    for passage in passages:
        told = (passage.argument, passage.stance, passage.voice, passage.speaker)
        groups.setdefault(told, []).append(passage)
    return list(groups.values())


def marked(
    text: str,
    passages: Sequence[Passage],
    signs: Iterable[Sign] = (),
    start: int = 0,
    gaps: Iterable[int] = (),
) -> Html:
    """`text`, which begins at `start` of its unit, with nested marks around the passages' stretches.

    Passages may overlap: one that is cut by another, or by the end of the text, gets several marks,
    of which only the very first carries its id. At the offsets `gaps` a mark of ours stands for words that
    are not shown.
    """
    end = start + len(text)
    here = sorted((p for p in passages if p.start < end and p.end > start), key=lambda p: (p.start, -p.end, p.id))
    by_offset: dict[int, list[Html]] = {}
    for sign in signs:
        if start <= sign.offset <= end:
            by_offset.setdefault(sign.offset, []).append(sign.html)
    ours = {gap for gap in gaps if start <= gap < end}
    edges = {start, end, *by_offset, *ours, *(gap + len(GAP_MARK) for gap in ours)}
    edges |= {offset for p in here for offset in (p.start, p.end) if start < offset < end}
    out: list[str] = []
    stack: list[Passage] = []
    for left, right in _pairs(sorted(edges)):
        stack = _opened(here, stack, left, start, out)
        words = escape(text[left - start : right - start])
        out.append(tag("span", words, class_="wk-elision", data_apparatus=True) if left in ours else words)
        out += by_offset.get(right, [])
        stack = _closed(stack, right, end, out)
    out += by_offset.get(start, []) if not text else []
    return Html("".join(out))


def _pairs(edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(edges, edges[1:], strict=False)


def _opened(here: Sequence[Passage], stack: list[Passage], at: int, start: int, out: list[str]) -> list[Passage]:
    """Open the marks of every passage that covers the stretch at `at` and is not open."""
    for passage in here:
        if passage.start <= at < passage.end and passage not in stack:
            stack = [*stack, passage]
            out.append(_opening(passage, first=at == passage.start))
    return stack


def _opening(passage: Passage, first: bool) -> str:
    element = tag(
        "mark",
        id=passage.id if first else None,
        class_=f"wk-mark wk-{passage.stance}",
        data_passage=passage.id,
        data_argument=passage.argument,
        data_stance=passage.stance,
        data_weight=passage.weight,
        data_voice=None if passage.voice == "own" else passage.voice,
    )
    return element.removesuffix("</mark>")


def _closed(stack: list[Passage], at: int, end: int, out: list[str]) -> list[Passage]:
    """Close the marks of the passages that end here, and those opened inside them."""
    done = [p for p in stack if p.end <= at or at == end]
    keep = stack[: min(stack.index(p) for p in done)] if done else stack
    out.append("</mark>" * (len(stack) - len(keep)))
    return keep
