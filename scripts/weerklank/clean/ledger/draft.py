"""A text on its way from scrape to reading text, with the whereabouts of every source character.

A step sees `draft.text`, the text as the steps before it left it, and answers with edits on that
text. `Draft.apply` carries them out and keeps the books, so no step can lose a character unseen.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
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

    def splits(self) -> bool:
        """Whether it may be cut at any character: only words that stand as the source has them."""
        return not self.shown or self.edit is None or self.edit.verdict == "kept"

    def cut(self, rest: int) -> tuple[_Piece, _Piece]:
        """It in two, the second with the last `rest` characters; for one that may be cut."""
        middle = self.end - rest
        first = _Piece(self.start, middle, self.shown[:-rest], self.edit)
        return first, _Piece(middle, self.end, self.shown[-rest:], self.edit)


class Draft:
    """Immutable; `apply` and `reorder` give a new one."""

    def __init__(self, source: str, pieces: tuple[_Piece, ...] | None = None) -> None:
        self.source = source
        self._pieces = (_Piece(0, len(source), source),) if pieces is None else pieces

    @cached_property
    def text(self) -> str:
        """The reading text so far."""
        return "".join(piece.shown for piece in self._pieces)

    def apply(self, edits: Iterable[Edit]) -> Draft:
        """Carry out `edits`, given with offsets in `self.text`, in any order.

        An edit that cuts into words already changed takes these along whole. Stretches removed
        earlier keep their own account when an edit runs across them. Raises ValueError where two
        edits overlap or one lies outside the text.
        """
        todo = sorted(edits, key=_PLACE)
        if not todo:
            return self
        _refuse_overlaps(todo, len(self.text))
        return Draft(self.source, tuple(self._done(self._aligned(todo))))

    def _done(self, edits: Sequence[Edit]) -> list[_Piece]:
        """The pieces with these edits done, which are in order and cut into no words already changed."""
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
                        head, piece = piece.cut(ends[i] - upto)
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
        order wanted; ValueError otherwise, or where one begins inside words already changed.
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
        for piece in _split_at(self._pieces, sorted(groups)):
            home = at if at in groups else home
            groups[home].append(piece)
            at += len(piece.shown)
        if any(sum(len(p.shown) for p in groups[start]) != end - start for start, end in slices):
            raise ValueError("a slice begins inside words already changed")
        return Draft(self.source, tuple(p for start, _ in slices for p in groups[start]))

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
            if piece.start < piece.end or piece.shown or (piece.edit and piece.edit.verdict == "metadata"):
                placed.append((piece, to))
            to += len(piece.shown)
        placed.sort(key=lambda each: (each[0].start, each[0].end))
        return Ledger(tuple(_span(self.source, piece, to) for piece, to in _merged(placed)))

    @cached_property
    def _ends(self) -> list[int]:
        """Where each piece ends in the text."""
        return list(itertools.accumulate(len(piece.shown) for piece in self._pieces))

    def _aligned(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, each grown to take in whole any changed words that it cuts into; edits that
        then meet become one.
        """
        clusters: list[tuple[int, int, list[Edit]]] = []
        for edit in edits:
            start, end = self._grown(edit)
            cut = [edit]
            if clusters and clusters[-1][1] > start:
                before, middle, cut = clusters.pop()
                start, end, cut = before, max(middle, end), [*cut, edit]
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
            if not piece.splits():
                start, end = min(start, begin), max(end, finish)
        return start, end


def _refuse_overlaps(edits: Sequence[Edit], length: int) -> None:
    for left, right in itertools.pairwise(edits):
        if left.end > right.start:
            raise ValueError(f"edits overlap: {left} and {right}")
    if edits[0].start < 0 or edits[-1].end > length:
        raise ValueError("an edit lies outside the text")


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
    rules = dict.fromkeys(edit.rule for edit in edits)
    return Edit(start, end, "changed", " ".join(rules), shown + text[at:end])


def _split_at(pieces: Iterable[_Piece], cuts: Iterable[int]) -> list[_Piece]:
    """The pieces, cut at these ascending offsets of the text; words already changed stay whole."""
    out: list[_Piece] = []
    at = 0
    wanted = iter(cuts)
    cut = next(wanted, None)
    for piece in pieces:
        end = at + len(piece.shown)
        while cut is not None and cut < end:
            if cut > at and piece.splits():
                middle = piece.start + cut - at
                out.append(_Piece(piece.start, middle, piece.shown[: cut - at], piece.edit))
                piece = _Piece(middle, piece.end, piece.shown[cut - at :], piece.edit)
                at = cut
            cut = next(wanted, None)
        out.append(piece)
        at = end
    return out


def _edited(covered: Sequence[_Piece], edit: Edit) -> list[_Piece]:
    """The covered pieces with `edit` done; what it became stands at the first of them."""
    if edit.verdict == "kept":
        return [_Piece(p.start, p.end, p.shown, edit) if p.shown and p.splits() else p for p in covered]
    out: list[_Piece] = []
    shown, mine, placed = (edit.after if edit.verdict == "changed" else ""), edit, False
    for piece in covered:
        if not piece.shown and piece.start < piece.end:
            out.append(piece)  # removed earlier: keeps its own account
        elif out and out[-1].edit is mine and out[-1].end == piece.start:
            out[-1] = out[-1]._replace(end=piece.end)
        else:
            mine, placed = edit._replace(after="") if placed else edit, True
            out.append(_Piece(piece.start, piece.end, shown, mine))
            shown = ""
    return out


def _span(source: str, piece: _Piece, to: int) -> Span:
    before, edit = source[piece.start : piece.end], piece.edit
    if edit is None:
        return Span(piece.start, piece.end, before, "kept", after=before, to=to)
    stands = edit.verdict in ("kept", "changed")
    after, place = (piece.shown, to) if stands else (edit.after, None)
    return Span(piece.start, piece.end, before, edit.verdict, edit.rule, after, place, edit.detail, edit.readings)


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
