"""Passages of an argument that face each other."""

from __future__ import annotations

from weerklank.model import Argument, Collection, Passage, Stance

_FACING: tuple[tuple[Stance, Stance], ...] = (("for", "against"), ("for", "nuance"), ("nuance", "against"))


def facing(argument: Argument, collection: Collection) -> list[tuple[Passage, Passage]]:
    """The pairs of passages of an argument that face each other, those for it first.

    The editor's pairs (`clash:`) as far as both passages are shown, and none where he says that there are
    none; where he says nothing one pair, of opposing stance by different hands, key passages before others
    and then the longest. A nuance takes the place of a side that nobody takes. [] where only one stance is
    taken, or by one hand only.
    """
    by_id = {passage.id: passage for passage in argument.passages}
    pairs = argument.clash or ()
    chosen = [(by_id[one], by_id[other]) for one, other in pairs if one in by_id and other in by_id]
    if chosen or argument.clash == ():
        return [(a, b) if (a.stance, b.stance) in _FACING else (b, a) for a, b in chosen]
    for left, right in _FACING:
        found = [
            (a, b)
            for a in argument.passages
            if a.stance == left
            for b in argument.passages
            if b.stance == right and other_hands(a, b, collection)
        ]
        if found:
            return [max(found, key=lambda pair: (sum(p.key for p in pair), sum(len(p.quote) for p in pair)))]
    return []


def other_hands(one: Passage, other: Passage, collection: Collection) -> bool:
    """Whether two passages come from texts that have no author in common."""
    authors = [set(collection.by_slug[p.essay].authors) for p in (one, other)]
    return one.essay != other.essay and not authors[0] & authors[1]


def is_clash(found: tuple[Passage, Passage]) -> bool:
    """Whether one of two passages is for and the other against."""
    return {p.stance for p in found} == {"for", "against"}
