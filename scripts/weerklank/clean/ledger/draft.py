"""A text on its way from scrape to reading text, with the whereabouts of every source character.

A step sees `draft.text`, the text as the steps before it left it, and answers with edits on that
text. `Draft.apply` carries them out and keeps the books, so no step can lose a character unseen.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from os.path import commonprefix
from typing import NamedTuple

from weerklank.model import Ledger, Span, Verdict


class Edit(NamedTuple):
    """What becomes of `text[start:end]`. Build one with `change`, `remove`, `aside`, `metadata` or `doubt`."""

    start: int
    end: int
    verdict: Verdict
    rule: str
    after: str = ""
    detail: str = ""
    readings: tuple[str, ...] = ()


_PLACE = attrgetter("start", "end")


def change(start: int, end: int, after: str, rule: str) -> Edit:
    """Other words in the reading text: a repair, a join, an empty string for a dropped hyphen."""
    return Edit(start, end, "changed", rule, after)


def remove(start: int, end: int, rule: str) -> Edit:
    """Residue or furniture: out of the text, kept in the ledger."""
    return Edit(start, end, "removed", rule)


def aside(start: int, end: int, kind: str, text: str, rule: str) -> Edit:
    """Words worth keeping beside the reading text: 'pull_quote', 'caption', 'note' or 'furniture', shown as `text`."""
    return Edit(start, end, "set_aside", rule, text, kind)


def metadata(start: int, end: int, field: str, value: str, rule: str) -> Edit:
    """Words that say something of the text; `field` is a field of model.Metadata, `value` its value."""
    return Edit(start, end, "metadata", rule, value, field)


def doubt(start: int, end: int, readings: Sequence[str], rule: str) -> Edit:
    """Words left as they are because the readings could not be told apart with certainty."""
    return Edit(start, end, "kept", rule, "", "", tuple(readings))


class _Piece(NamedTuple):
    """A stretch of the source: `shown` is what the reading text has of it, `edit` what made it so."""

    start: int
    end: int
    shown: str
    edit: Edit | None = None

    @property
    def changed(self) -> bool:
        """Whether it shows other words than the source has."""
        return bool(self.shown) and self.edit is not None and self.edit.verdict == "changed"

    @property
    def gone(self) -> bool:
        """Whether it stands out of the text, and has words of the source or something to say."""
        said = self.edit and (self.edit.verdict == "metadata" or self.edit.verdict == "set_aside" and self.edit.after)
        return not self.shown and bool(said or self.start < self.end)

    def cut(self, source: str, at: int) -> tuple[_Piece, _Piece]:
        """It in two, the first with `at` characters of what is shown."""
        middle = self.start + (_cut(source[self.start : self.end], self.shown, at) if self.changed else at)
        first = _Piece(self.start, middle, self.shown[:at], self.edit)
        return first, _Piece(middle, self.end, self.shown[at:], self.edit)


def _cut(before: str, after: str, at: int) -> int:
    r"""Where `before` is to be cut when `after`, which it became, is cut `at` a character: where both have the same
    words the cut is in the same place; in the midst of new words all old ones go with the first.

    >>> _cut("ge-\ninteresseerd", "geïnteresseerd", 2), _cut("ge-\ninteresseerd", "geïnteresseerd", 9)
    (2, 11)
    """
    rest = len(after) - at
    if before[:at] == after[:at]:
        return at
    if before.endswith(after[at:]):
        return len(before) - rest
    return len(before) - min(rest, len(commonprefix([before[::-1], after[::-1]])))


class Draft:
    """Immutable; `apply` and `reorder` give a new one."""

    def __init__(
        self, source: str, pieces: tuple[_Piece, ...] | None = None, held: Sequence[tuple[int, int]] = ()
    ) -> None:
        """`held`: the stretches of the source that nothing takes out of the text."""
        self.source, self._held = source, held
        self._pieces = (_Piece(0, len(source), source),) if pieces is None else pieces

    def holding(self, stretches: Sequence[tuple[int, int]]) -> Draft:
        """The draft of which these stretches of the source, in order, stay in the text whatever an edit says, with
        those that do already.
        """
        return Draft(self.source, self._pieces, tuple(sorted({*self._held, *stretches})))

    @property
    def held(self) -> Sequence[tuple[int, int]]:
        """The stretches of the source that stay in the text."""
        return self._held

    @cached_property
    def text(self) -> str:
        """The reading text so far."""
        return "".join(piece.shown for piece in self._pieces)

    def apply(self, edits: Iterable[Edit]) -> Draft:
        """Carry out `edits`, given with offsets in `self.text`, in any order.

        Of edits that overlap only the first is done. A change or doubt that cuts into words already
        changed takes these along whole. Stretches removed earlier keep their own account when an edit
        runs across them. Raises ValueError where an edit lies outside the text.
        """
        todo = apart(sorted(self._allowed(edits) if self._held else edits, key=_PLACE))
        if not todo:
            return self
        if todo[0].start < 0 or todo[-1].end > len(self.text):
            raise ValueError("an edit lies outside the text")
        return Draft(self.source, tuple(self._done(self._aligned(todo))), self._held)

    def _allowed(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits without what they would take out of what is held. Where something would be read off or set aside
        from that, it is not.
        """
        for edit in edits:
            inside = [] if _stays(edit) else [s for s in self._held_text if s[0] < edit.end and edit.start < s[1]]
            if not inside:
                yield edit
            elif edit.verdict == "removed":
                edges = [edit.start, *(at for stretch in inside for at in stretch), edit.end]
                parts = zip(edges[::2], edges[1::2], strict=True)
                yield from (edit._replace(start=start, end=end) for start, end in parts if start < end)

    @cached_property
    def _held_text(self) -> list[tuple[int, int]]:
        """Where what is held stands in the text."""
        found = []
        for number, (piece, end) in enumerate(zip(self._pieces, self._ends, strict=True)):
            begin = end - len(piece.shown)
            for start, stop in self._held:
                if piece.shown and start < self._reach(number) and piece.start < stop:
                    cut = (0, 0) if piece.changed else (max(0, start - piece.start), max(0, piece.end - stop))
                    found.append((begin + cut[0], end - cut[1]))
        return found

    def _reach(self, number: int) -> int:
        """Up to where in the source a piece tells the words: a change that runs across removed stretches tells all of
        its words in its first piece, and the others show nothing.
        """
        end = self._pieces[number].end
        if self._pieces[number].changed:
            for at in range(number + 1, len(self._pieces)):
                piece = self._pieces[at]
                if piece.shown:
                    break
                end = piece.end if piece.edit and piece.edit.verdict == "changed" else end
        return end

    def _done(self, edits: Sequence[Edit]) -> list[_Piece]:
        """The pieces with these edits done, which are in order and do not overlap."""
        pieces, ends = self._pieces, self._ends
        out: list[_Piece] = []
        at = i = 0
        piece = pieces[0]  # what is left of piece i
        for edit in edits:
            covered: list[_Piece] = []
            if at < edit.start:  # all pieces that end before the edit stay
                k = bisect_left(ends, edit.start, i)
                if k > i:
                    out.append(piece)
                    out += pieces[i + 1 : k]
                    i, piece = k, pieces[k]
            for target, upto in ((out, edit.start), (covered, edit.end)):
                while at < upto:
                    at = min(ends[i], upto)
                    if ends[i] > upto:
                        head, piece = piece.cut(self.source, len(piece.shown) - (ends[i] - upto))
                        target.append(head)
                    else:
                        target.append(piece)
                        i += 1
                        piece = pieces[i] if i < len(pieces) else _Piece(len(self.source), len(self.source), "")
            out += _edited(covered or [_Piece(piece.start, piece.start, "")], edit)
        return [*out, piece, *pieces[i + 1 :]] if i < len(pieces) else out

    def reorder(self, slices: Sequence[tuple[int, int]]) -> Draft:
        """Put stretches of the text in another order (the columns of a page).

        `slices` are (start, end) in `self.text`, none empty, together each character once, in the
        order wanted; ValueError otherwise.
        """
        at = 0
        for start, end in sorted(slices):
            if start != at or end <= start:
                raise ValueError("slices do not cover the text exactly once")
            at = end
        if at != len(self.text):
            raise ValueError("slices do not cover the text exactly once")
        groups: dict[int, list[_Piece]] = {start: [] for start, _ in slices}
        at, home = 0, 0
        for piece in self._split_at(sorted(groups)):
            home = at if at in groups else home
            groups[home].append(piece)
            at += len(piece.shown)
        return Draft(self.source, tuple(p for start, _ in slices for p in groups[start]), self._held)

    def said(self, field: str) -> list[str]:
        """What was read off for a field of model.Metadata so far."""
        edits = [piece.edit for piece in self._pieces if piece.edit]
        return [edit.after for edit in edits if edit.verdict == "metadata" and edit.detail == field]

    def taken_out(self, start: int, end: int) -> bool:
        """Whether more than white space was removed at a place between these offsets of the text."""
        first, last = bisect_left(self._ends, start), bisect_right(self._ends, end)
        pieces = (piece for piece in self._pieces[first:last] if piece.edit and piece.edit.verdict == "removed")
        return any(not self.source[piece.start : piece.end].isspace() for piece in pieces)

    def ledger(self) -> Ledger:
        """The account of the source as it stands."""
        placed, to = [], 0
        for piece in self._pieces:
            if piece.shown or piece.gone:
                placed.append((piece, to))
            to += len(piece.shown)
        placed.sort(key=lambda each: (each[0].start, each[0].end))
        return Ledger(tuple(_span(self.source, piece, to) for piece, to in _merged(_in_line(placed))))

    @cached_property
    def _ends(self) -> list[int]:
        """Where each piece ends in the text."""
        return list(itertools.accumulate(len(piece.shown) for piece in self._pieces))

    def _aligned(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits; a change or doubt is grown to take in whole any changed words that it cuts into, and
        those that then meet become one. What takes words out of the text takes no more than it says.
        """
        clusters: list[tuple[int, int, list[Edit]]] = []
        for edit in edits:
            start, end, cut = edit.start, edit.end, [edit]
            if _stays(edit):
                start, end = self._grown(edit)
            if clusters and clusters[-1][1] > start:
                before, middle, others = clusters.pop()
                if _stays(edit) and _stays(others[-1]):
                    start, end, cut = before, max(middle, end), [*others, edit]
                else:
                    start = start if _stays(others[-1]) else middle
                    clusters.append((before, min(middle, start), others))
            clusters.append((start, end, cut))
        return [_as_one(self.text, *cluster) for cluster in clusters]

    def _grown(self, edit: Edit) -> tuple[int, int]:
        """From where to where an edit runs with all changed words that it cuts into."""
        start, end = edit.start, edit.end
        for at in range(bisect_right(self._ends, start), len(self._ends)):
            piece, finish = self._pieces[at], self._ends[at]
            begin = finish - len(piece.shown)
            if begin >= max(edit.end, edit.start + 1) or begin == edit.start == edit.end:
                break
            if piece.changed:
                start, end = min(start, begin), max(end, finish)
        return start, end

    def _split_at(self, cuts: Iterable[int]) -> Iterator[_Piece]:
        """The pieces, cut at these ascending offsets of the text."""
        wanted, at = deque(cuts), 0
        for piece in self._pieces:
            end = at + len(piece.shown)
            while wanted and wanted[0] < end:
                if (cut := wanted.popleft()) > at:
                    first, piece = piece.cut(self.source, cut - at)
                    yield first
                    at = cut
            yield piece
            at = end


def apart(edits: Sequence[Edit]) -> list[Edit]:
    """Of edits in order those that overlap none of the ones before them."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def _stays(edit: Edit) -> bool:
    """Whether words stand in the reading text where this edit was done."""
    return edit.verdict in ("changed", "kept")


def _as_one(text: str, start: int, end: int, edits: Sequence[Edit]) -> Edit:
    """One edit over `start`..`end` that does all of `edits`; the words between stay as they are."""
    first = edits[0]
    if len(edits) == 1 and (first.start, first.end) == (start, end):
        return first
    if all(edit.verdict == "kept" for edit in edits):
        return first._replace(start=start, end=end)
    shown, at = "", start
    for edit in edits:
        stays = {"changed": edit.after, "kept": text[edit.start : edit.end]}
        shown += text[at : edit.start] + stays.get(edit.verdict, "")
        at = edit.end
    rules = " ".join(dict.fromkeys(edit.rule for edit in edits))
    detail = next((edit.detail for edit in edits if edit.detail), "")
    readings = next((edit.readings for edit in edits if edit.readings), ())
    return Edit(start, end, "changed", rules, shown + text[at:end], detail, readings)


def _edited(covered: Sequence[_Piece], edit: Edit) -> list[_Piece]:
    """The covered pieces with `edit` done; what it became stands at the first of them."""
    if edit.verdict == "kept":
        return [_Piece(p.start, p.end, p.shown, edit) if p.shown and not p.changed else p for p in covered]
    if edit.verdict == "changed":
        edit = _still_doubted(covered, edit)
    else:  # what is said of words stands where the source has them
        covered = [p for p in covered if p.gone or p.start < p.end] or covered
    out: list[_Piece] = []
    shown, mine, placed = (edit.after if edit.verdict == "changed" else ""), edit, False
    for piece in covered:
        if piece.gone:
            out.append(piece)  # removed earlier: keeps its own account
        elif out and out[-1].edit is mine and out[-1].end == piece.start:
            out[-1] = out[-1]._replace(end=piece.end)
        else:
            mine, placed = edit._replace(after="", readings=()) if placed else edit, True
            out.append(_Piece(piece.start, piece.end, shown, mine))
            shown = ""
    return out


def _still_doubted(covered: Sequence[_Piece], edit: Edit) -> Edit:
    """The change, in doubt where what it covers was; one with a detail was made by a maintainer, who is certain."""
    if edit.readings or edit.detail:
        return edit
    return edit._replace(readings=next((p.edit.readings for p in covered if p.edit and p.edit.readings), ()))


def _span(source: str, piece: _Piece, to: int) -> Span:
    before, edit = source[piece.start : piece.end], piece.edit
    if edit is None:
        return Span(piece.start, piece.end, before, "kept", after=before, to=to)
    stands = edit.verdict in ("kept", "changed")
    after, place = (piece.shown, to) if stands else (edit.after, None)
    return Span(piece.start, piece.end, before, edit.verdict, edit.rule, after, place, edit.detail, edit.readings)


def _in_line(placed: Iterable[tuple[_Piece, int]]) -> Iterator[tuple[_Piece, int]]:
    """The pieces in order of the source, each where the one before it ends: new words that stood inside a stretch
    of the source come behind it.
    """
    at = 0
    for piece, to in placed:
        yield piece if piece.start == at else piece._replace(start=at, end=max(at, piece.end)), to
        at = max(at, piece.end)


def _merged(placed: Iterable[tuple[_Piece, int]]) -> Iterator[tuple[_Piece, int]]:
    """Neighbours that were plainly kept become one, so that a cut leaves no trace; each piece with its place."""
    last: tuple[_Piece, int] | None = None
    for piece, to in placed:
        if last and not (last[0].edit or piece.edit) and to == last[1] + len(last[0].shown):
            last = _Piece(last[0].start, piece.end, last[0].shown + piece.shown), last[1]
            continue
        if last:
            yield last
        last = piece, to
    if last:
        yield last
