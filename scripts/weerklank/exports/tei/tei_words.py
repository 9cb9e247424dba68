"""The words of a unit in TEI: repairs and doubts in their place, and points where marked passages begin and end.

The reading text is what is left without `orig`, `sic` and `rdg`: of a repair that is `reg` or `corr`, of a doubt `lem`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from weerklank.annotate.places import unit_at
from weerklank.clean.ledger.repairs import Change, changes
from weerklank.exports.xml_parts import element, say_on
from weerklank.model import GAP_MARK, Essay, Passage, Uncertain, Unit


@dataclass(frozen=True, slots=True)
class Cover:
    """A stretch of a unit's text that an element stands around; `inner` takes its words, None where it has none."""

    start: int
    end: int
    outer: ET.Element
    inner: ET.Element | None


def covers(essay: Essay) -> dict[str, list[Cover]]:
    """What was repaired or is in doubt, by the unit it stands in; of what overlaps one, a doubt before a repair."""
    made = [(doubt.start, doubt.found, _doubt(doubt)) for doubt in essay.cleaned.uncertain if doubt.start >= 0]
    made += [(change.to, change.after, _repair(change)) for change in changes(essay.cleaned.ledger) if _is_told(change)]
    found: dict[str, list[Cover]] = {}
    for offset, words, (outer, inner) in sorted(made, key=lambda each: each[0]):
        first, last = unit_at(essay, offset), unit_at(essay, offset, len(words))
        if first and last and first[0] is last[0] and first[0].text[first[1] : last[1]] == words:
            own = found.setdefault(first[0].id, [])
            if not own or own[-1].end <= first[1]:
                own.append(Cover(first[1], last[1], outer, inner))
    return found


def _is_told(change: Change) -> bool:
    """Whether letters or marks changed: not white space, nor the marks of a list or a quotation alone."""
    return change.is_repair or (_is_of_line_end(change) and _letters(change.before) != _letters(change.after))


def _is_of_line_end(change: Change) -> bool:
    return change.rule.startswith("line-end-")


def _letters(words: str) -> str:
    return "".join(words.split())


def _repair(change: Change) -> tuple[ET.Element, ET.Element]:
    """A wrong reading and the right one; of a word that was broken at a line's end both spellings are right."""
    broken = _is_of_line_end(change)
    outer = element("choice", ana=rule_pointers(change.rule))
    outer.append(element("orig" if broken else "sic", change.before))
    inner = element("reg" if broken else "corr")
    outer.append(inner)
    return outer, inner


def _doubt(doubt: Uncertain) -> tuple[ET.Element, ET.Element]:
    outer = element("app", ana=rule_pointers(doubt.rule))
    inner = element("lem")
    outer.append(inner)
    outer.extend(element("rdg", reading) for reading in doubt.readings if reading != doubt.found)
    return outer, inner


def rule_pointers(rules: str) -> str:
    """Pointers to the rules of a change ('a b' for two), as the header names them."""
    return " ".join(f"#rule.{name}" for name in rules.split())


class Words:
    """The words of one unit, to be put into its lines in order."""

    def __init__(self, unit: Unit, repaired: Sequence[Cover], passages: Iterable[Passage]) -> None:
        gaps = [Cover(at, at + len(GAP_MARK), element("gap", reason="withheld"), None) for at in unit.gaps]
        breaks = [
            Cover(at, at + 1, element("lb"), None)
            for at, sign in enumerate(unit.text)
            if sign == "\n" and unit.kind not in ("list", "verse")
        ]
        self._text = unit.text
        self._covers = sorted([*gaps, *breaks, *repaired], key=lambda cover: cover.start)
        self._points = deque(sorted(_points(passages), key=lambda point: point[0]))

    def put(self, parent: ET.Element, start: int, end: int) -> None:
        """Put a line of the text, from `start` to `end`, into an element."""
        at = start
        for cover in self._covers:
            if at <= cover.start and cover.end <= end:
                self._run(parent, at, cover.start, cover.inner is None)
                parent.append(cover.outer)
                if cover.inner is not None:
                    self._run(cover.inner, cover.start, cover.end)
                at = cover.end
        self._run(parent, at, end, True)

    def _run(self, parent: ET.Element, start: int, end: int, points_at_end: bool = False) -> None:
        """The words from `start` to `end`, with the points among them."""
        while self._points and self._points[0][0] < end + points_at_end:
            at, point = self._points.popleft()
            say_on(parent, self._text[start:at])
            parent.append(point)
            start = max(start, at)
        say_on(parent, self._text[start:end])


def _points(passages: Iterable[Passage]) -> Iterator[tuple[int, ET.Element]]:
    for passage in passages:
        yield passage.start, element("anchor", xml_id=f"passage.{passage.id}.start")
        yield passage.end, element("anchor", xml_id=f"passage.{passage.id}.end")
