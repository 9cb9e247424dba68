"""The step that reads a text by its layout: its lines in order, with what is not the author's set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from weerklank.clean.layout.plan import Joint, Part, plan
from weerklank.clean.ledger.draft import Draft, Edit, aside, change, doubt, metadata
from weerklank.clean.ledger.note_calls import HIGH, SIGN, call, note_sign, plain_sign
from weerklank.clean.print.furniture import running
from weerklank.clean.print.half_words import join, spellings
from weerklank.clean.print.page_calls import page_calls
from weerklank.clean.print.print_lines import HYPHENS, Line
from weerklank.languages.lexicons import core, spelling
from weerklank.model.geometry import Layout, PlacedLine

RULE = "layout"
_RULES = {"furniture": "head", "pull_quote": "quote"}
_BETWEEN: dict[Joint, str] = {"same": " ", "line": "\n", "item": "\n", "block": "\n\n"}
_SIGN, _NUMBER = re.compile(SIGN), re.compile(r"\d{1,3}")
_WORD = re.compile(r"[a-zà-ÿ]{3,}")
_SURE = 60  # per cent, from which on a scan's word is not doubted


class _Place(NamedTuple):
    """A line of the source: where it stands in the text, and where it begins in the source."""

    start: int
    end: int
    line: PlacedLine
    page: int
    source: int

    @property
    def stretch(self) -> tuple[int, int]:
        """From where to where it stands in the source."""
        return self.source, self.source + len(self.line.text)

    @property
    def shown(self) -> Line:
        return Line(self.start, self.end, self.line.text)


def laid_out(draft: Draft, layout: Layout) -> Draft:
    """The draft of a text whose lines stand as `layout` says: in the order of reading, its paragraphs parted by blank
    lines, asides and title taken out. A line that an editor dropped stays out.
    """
    places = _places(draft, layout)
    parts = list(_kept([p for part in plan(layout) if (p := part.of(places))], places, draft.held))
    if not parts:
        return draft
    draft = _in_order(draft, [n for part in parts for n in part.lines], places)
    places = _places(draft, layout)
    titles = [places[n].stretch for part in parts if part.held for n in part.lines]
    edits = [*_joints(draft.text, parts, places), *_calls(parts, places), *_doubts(draft.text, parts, places)]
    return draft.holding(titles).apply(edits)


def _kept(parts: Sequence[Part], places: dict[int, _Place], held: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """The parts, of which lines that an editor keeps are text, and blocks of their own."""
    begins = [start for start, _ in held]
    apart = False
    for part in parts:
        for n in part.lines if part.kind and held else ():
            at = bisect_right(begins, places[n].source) - 1
            if at >= 0 and places[n].source < held[at][1]:
                yield Part((n,))
                part, apart = part.without(n), True
        if part.lines:
            yield replace(part, joint="block") if apart and not part.kind else part
            apart = apart and bool(part.kind)


def _places(draft: Draft, layout: Layout) -> dict[int, _Place]:
    """Where each line of the layout stands in the text; those that are not there whole are left out."""
    spans = [s for s in draft.ledger().spans if s.to is not None and s.after == s.before]
    begins = [span.start for span in spans]
    found, at = {}, 0
    lines = [(number, line) for number, page in enumerate(layout) for line in page.lines]
    for number, (page, line) in enumerate(lines):
        start = draft.source.index(line.text, at)
        at = start + len(line.text)
        k = bisect_right(begins, start) - 1
        if k >= 0 and at <= spans[k].end and (to := spans[k].to) is not None:
            begin = to + start - spans[k].start
            found[number] = _Place(begin, begin + len(line.text), line, page, start)
    return found


def _in_order(draft: Draft, order: Sequence[int], places: dict[int, _Place]) -> Draft:
    """The draft with its lines in this order, each with the white space behind it."""
    by_place = sorted(order, key=lambda n: places[n].start)
    ends = [*(places[n].start for n in by_place[1:]), len(draft.text)]
    slices = {n: (places[n].start, end) for n, end in zip(by_place, ends, strict=True)}
    first = [(0, places[by_place[0]].start)] if by_place and places[by_place[0]].start else []
    wanted = [*first, *(slices[n] for n in order)]
    return draft if wanted == sorted(wanted) else draft.reorder(wanted)


def _joints(text: str, parts: Sequence[Part], places: dict[int, _Place]) -> Iterator[Edit]:
    """The edits for asides and for what stands between the lines of the text."""
    seen = spellings(text)
    above: _Place | None = None
    last, letter = 0, False
    for part in parts:
        first, end = places[part.lines[0]], places[part.lines[-1]]
        if part.kind:
            lines = [places[n] for n in part.lines]
            words = _rows(lines) if part.kind == "table" else running([each.shown for each in lines], seen)
            words = _numbered(first.line, words)
            if text[last : first.start]:
                yield change(last, first.start, "", f"{RULE}-lines")
            yield _taken_out(first.start, end.end, part.kind, words)
            last = end.end
            continue
        if above is None:
            if text[last : first.start]:
                yield change(last, first.start, "", f"{RULE}-lines")
        else:
            yield from _between(text, (above, first), last, part, letter)
        above, last, letter = end, end.end, part.letter


def _numbered(first: PlacedLine, words: str) -> str:
    """The words of an aside, with a space behind the raised number of a note."""
    end = first.raised[0][1] if first.raised and first.raised[0][0] == 0 else 0
    return f"{words[:end]} {words[end:].lstrip()}" if end else words


def _rows(cells: Sequence[_Place]) -> str:
    """The words of a table: a line for each row, its cells parted by ' | '."""
    words = cells[0].line.text
    for above, cell in pairwise(cells):
        same = abs(cell.line.box.bottom - above.line.box.bottom) < 0.4 * cell.line.size
        words += f"{' | ' if same else chr(10)}{cell.line.text}"
    return words


def _taken_out(start: int, end: int, kind: str, words: str) -> Edit:
    """The edit for an aside or the title."""
    if kind == "title":
        return metadata(start, end, "title", words, f"{RULE}-title")
    return aside(start, end, kind, words, f"{RULE}-{_RULES.get(kind, kind)}")


def _between(text: str, lines: tuple[_Place, _Place], last: int, part: Part, letter: bool) -> Iterator[Edit]:
    """What becomes of the white space between two lines of text; `last`: where it or the last aside ends."""
    above, below = lines
    wanted = "" if letter else _BETWEEN[part.joint]
    if part.joint == "line" and above.line.whole and (whole := _witnessed(above, below)):
        yield whole
        return
    if text[last : below.start] != wanted:
        yield change(last, below.start, wanted, f"{RULE}-dropped-capital" if letter else f"{RULE}-lines")


def _witnessed(above: _Place, below: _Place) -> Edit | None:
    """The word over a line end as the file itself has it, where our own judge is not sure, or says the same."""
    first, second = above.line.text.split()[-1], below.line.text.split()[0]
    made = join(first, second, "", spellings(""))
    front, tail = core(first)[0], core(second)[2]
    whole, halves = core(above.line.whole)[1], core(first)[1].rstrip(HYPHENS) + core(second)[1]
    if made.sure or _plain(whole) != _plain(halves) or not whole:
        return None
    start, end = above.end - len(first) + len(front), below.start + len(second) - len(tail)
    return change(start, end, whole, f"{RULE}-whole-word")


def _plain(word: str) -> str:
    return re.sub(r"[\W_]", "", word).casefold()


def _calls(parts: Sequence[Part], places: dict[int, _Place]) -> Iterator[Edit]:
    """The calls of notes out of the text: raised signs, or the number of a note on that page. A raised number that
    calls no note stays, as superscript.
    """
    notes = [places[part.lines[0]] for part in parts if part.kind == "note"]
    raised = list(_raised(parts, places))
    for place, begin, end in raised:
        sign = place.line.text[begin:end]
        at = place.start + begin, place.start + end
        if any(_sign(note) == plain_sign(sign) and note.page >= place.page for note in notes):
            yield call(*at, sign, f"{RULE}-call")
        elif _NUMBER.fullmatch(sign):
            yield change(*at, sign.translate(HIGH), f"{RULE}-raised")
    for page in [] if raised else sorted({note.page for note in notes}):
        signs = [_sign(note) for note in notes if note.page == page]
        yield from _seen_calls([n for part in parts if not part.kind for n in part.lines], places, page, signs)


def _raised(parts: Sequence[Part], places: dict[int, _Place]) -> Iterator[tuple[_Place, int, int]]:
    """What stands raised behind a word of the text, and may be a call."""
    for part in parts:
        for place in (places[n] for n in part.lines if not part.kind):
            for begin, end in place.line.raised:
                if begin and _SIGN.fullmatch(place.line.text[begin:end]):
                    yield place, begin, end


def _sign(note: _Place) -> str:
    """The sign that a note begins with."""
    return note_sign(note.line.text)[0]


def _seen_calls(text: Sequence[int], places: dict[int, _Place], page: int, signs: Sequence[str]) -> Iterator[Edit]:
    """The calls on a page of notes with these signs, in lines of the text of which only the letters are seen."""
    lines = [places[n] for n in text if places[n].page == page]
    ends = [0, *accumulate(len(place.line.text) + 1 for place in lines)]
    for found in page_calls("\n".join(place.line.text for place in lines), signs):
        at = bisect_right(ends, found.start) - 1
        yield found.taken_out(lines[at].start - ends[at], RULE)


def _doubts(text: str, parts: Sequence[Part], places: dict[int, _Place]) -> Iterator[Edit]:
    """Words that a scan was not sure of, and that no list has."""
    for part in parts:
        for place in (places[n] for n in part.lines if not part.kind):
            for begin, end, confidence in place.line.doubtful:
                word = core(place.line.text[begin:end])[1]
                if confidence < _SURE and _WORD.fullmatch(word) and not spelling().known(word):
                    at = text.index(word, place.start + begin)
                    yield doubt(at, at + len(word), (word,), f"{RULE}-confidence")
