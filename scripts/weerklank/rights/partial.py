"""One essay as it may be shown: its key passages only, nothing but its description, or without a few blocks."""

from __future__ import annotations

from collections.abc import Collection as Group
from collections.abc import Iterable, Sequence
from dataclasses import replace

from weerklank.annotate.places import unit_at
from weerklank.model import Cleaned, Essay, Ledger, Metadata, Passage, Seed, Span, Unit
from weerklank.model.runs import words
from weerklank.rights.excerpts import Excerpt, Interval, excerpt, stretches
from weerklank.rights.word_runs import share_run

Shown = tuple[Essay, tuple[Passage, ...]]
"""An essay with its passages, as far as they may be shown."""

TAKEDOWN = "takedown"
"""The rule of a span that was taken down."""


def without_source(seed: Seed) -> Seed:
    """The seed as far as a text that is not shown whole may carry it: no bytes, no words."""
    page = seed.html_metadata
    counted = Metadata(comments=page.comments) if page else None
    unsaid = ("",) * len(seed.set_aside)
    return replace(seed, data=b"", text="", html_metadata=counted, set_aside=unsaid, site_words=(), digest=seed.sha256)


def closed(essay: Essay) -> Essay:
    """The essay with nothing but its description, and how long it is."""
    spans = tuple(_blank(span) for span in essay.cleaned.ledger.spans)
    cleaned = replace(essay.cleaned, text="", blocks=(), asides=(), uncertain=(), ledger=Ledger(spans))
    seed = without_source(essay.seed)
    return replace(essay, seed=seed, cleaned=cleaned, units=(), publish="closed", work_words=essay.words)


def quotable(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Of a text's passages those that are shown where it is only quoted: the key passages, or all where none is one."""
    return [passage for passage in passages if passage.key] or passages


def quotes(essay: Essay, passages: Sequence[Passage]) -> Shown:
    """The essay with these passages only, each in its block, and the passages as they stand there.

    A block that was taken down keeps its place; one without a passage is in `left_out`.
    """
    kept = marked(essay, passages)
    made: dict[str, Excerpt] = {}
    units: list[Unit] = []
    left_out: dict[str, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    text = ""
    for unit in essay.units:
        if not (unit.removed or kept.get(unit.id)):
            waiting += (unit.id,)
            continue
        made[unit.id] = excerpt(unit, kept.get(unit.id, []))
        line = "> " if unit.quotation is not None else ""
        text += ("\n\n" if text else "") + line
        units.append(replace(made[unit.id].unit, start=len(text)))
        text += units[-1].text.replace("\n", f"\n{line}")
        left_out[unit.id], waiting = waiting, ()
    left_out[""] = waiting
    cleaned = _excerpted(essay, made, {unit.id: unit.start for unit in units}, text)
    shown = replace(
        essay,
        seed=without_source(essay.seed),
        cleaned=cleaned,
        units=tuple(units),
        publish="quotes",
        work_words=essay.words,
        left_out={follows: ids for follows, ids in left_out.items() if ids},
    )
    return shown, tuple(_moved(p, made[p.unit]) for p in passages)


def marked(essay: Essay, passages: Iterable[Passage]) -> dict[str, list[Interval]]:
    """The stretches of each unit's text that its passages cover."""
    wanted: dict[str, list[Interval]] = {}
    for passage in passages:
        wanted.setdefault(passage.unit, []).append((passage.start, passage.end))
    return {unit.id: stretches(unit.text, wanted[unit.id]) for unit in essay.units if unit.id in wanted}


def _moved(passage: Passage, inside: Excerpt) -> Passage:
    found = inside.moved(passage.start, passage.end)
    if found is None or inside.unit.text[slice(*found)] != passage.quote:
        raise AssertionError(f"{passage.id} does not stand in its own excerpt")
    return replace(passage, start=found[0], end=found[1])


def _excerpted(essay: Essay, made: dict[str, Excerpt], starts: dict[str, int], text: str) -> Cleaned:
    """The cleaned text of excerpts: its repairs and doubts are those that stand in them."""
    cleaned = essay.cleaned

    def place(start: int, end: int) -> Interval | None:
        first, last = unit_at(essay, start), unit_at(essay, start, end - start)
        if not first or not last or first[0] is not last[0] or first[0].id not in made:
            return None
        found = made[first[0].id].moved(first[1], last[1])
        if found is None:
            return None
        unit = made[first[0].id].unit
        quoted = 2 * unit.text[: found[0]].count("\n") if unit.quotation is not None else 0
        return starts[unit.id] + found[0] + quoted, starts[unit.id] + found[1] + quoted

    spans = []
    for span in cleaned.ledger.spans:
        at = place(span.to, span.to + len(span.after)) if span.verdict == "changed" and span.to is not None else None
        spans.append(replace(span, to=at[0]) if at else _blank(span))
    doubts = [(u, place(u.start, u.end)) for u in cleaned.uncertain if u.start >= 0]
    uncertain = tuple(replace(u, start=at[0], end=at[1]) for u, at in doubts if at)
    return replace(cleaned, text=text, blocks=(), asides=(), uncertain=uncertain, ledger=Ledger(tuple(spans)))


def _blank(span: Span) -> Span:
    """A span's place and what became of it, without its words."""
    return Span(span.start, span.end, "", span.verdict, span.rule)


def removed(essay: Essay, ids: Group[str]) -> Essay:
    """The essay without the words of the units `ids`: they keep their ids and numbers.

    What repeats their words beside the text, or in the account of what was left out, goes too; so does
    a pull quote that stood in the middle of them, though it says it in other words.
    """
    gone = [unit for unit in essay.units if unit.id in ids]
    ranges = [_range(unit) for unit in gone]
    cleaned, subtitle = essay.cleaned, essay.cleaned.metadata.subtitle
    secret = [words(unit.text) for unit in gone]
    secret += [words(span.after) for span in _pulled(cleaned.ledger.spans, ranges)]
    doubts = (u for u in cleaned.uncertain if not any(a <= u.start < b for a, b in ranges))
    left = replace(
        cleaned,
        text="".join(cleaned.text[a:b] for a, b in _outside(ranges, len(cleaned.text))),
        blocks=(),
        asides=tuple(block for block in cleaned.asides if not repeats(block.text, secret)),
        metadata=replace(cleaned.metadata, subtitle=None if repeats(subtitle or "", secret) else subtitle),
        uncertain=tuple(
            replace(u, start=_before(u.start, ranges), end=_before(u.end, ranges))
            for u in doubts
            if not repeats(u.found, secret)
        ),
        ledger=Ledger(_without(cleaned.ledger.spans, ranges, secret)),
    )
    units = tuple(_emptied(u) if u.id in ids else u for u in essay.units)
    moved = tuple(replace(unit, start=_before(unit.start, ranges)) for unit in units)
    return replace(essay, seed=without_source(essay.seed), cleaned=left, units=moved)


def _emptied(unit: Unit) -> Unit:
    return replace(unit, text="", kind="heading" if unit.kind == "heading" else "paragraph", removed=True)


def _without(spans: Iterable[Span], ranges: Sequence[Interval], secret: Sequence[Sequence[str]]) -> tuple[Span, ...]:
    """The spans as they are when the ranges are gone; what was taken down in a row is one span."""
    left: list[Span] = []
    for span in (piece for whole in spans for piece in _cut(whole, ranges, secret)):
        last = left[-1] if left else None
        if last and last.rule == span.rule == TAKEDOWN and not (last.after or span.after) and last.end == span.start:
            left[-1] = _taken_down(last.start, span.end)
        else:
            left.append(span)
    return tuple(left)


def _pulled(spans: Iterable[Span], ranges: Sequence[Interval]) -> list[Span]:
    """The pull quotes that the source has in the middle of one of the ranges of the reading text."""
    placed = [(s.start, s.to, s.to + len(s.after)) for s in spans if s.to is not None and s.after.strip()]
    inside = [[start for start, to, end in placed if to < b and end > a] for a, b in ranges]
    return [
        span
        for span in spans
        if span.detail == "pull_quote" and any(starts and starts[0] < span.start < starts[-1] for starts in inside)
    ]


def _range(unit: Unit) -> Interval:
    """Where a unit's words stand in the reading text, marks of quotation before its other lines included."""
    quoted = 2 * unit.text.count("\n") if unit.quotation is not None else 0
    return unit.start, unit.start + len(unit.text) + quoted


def _outside(ranges: Sequence[Interval], length: int) -> Iterable[Interval]:
    at = 0
    for start, end in sorted(ranges):
        yield at, start
        at = end
    yield at, length


def _before(offset: int, ranges: Iterable[Interval]) -> int:
    """An offset in the text from which the ranges were cut."""
    return offset - sum(min(max(offset - a, 0), b - a) for a, b in ranges)


def repeats(text: str, secret: Iterable[Sequence[str]]) -> bool:
    """Whether a text repeats eight words in a row of one of these, or all of its words stand in one."""
    return any(share_run(words(text), each) for each in secret)


def _cut(span: Span, ranges: Sequence[Interval], secret: Sequence[Sequence[str]]) -> Iterable[Span]:
    """A span as it is when the ranges of the reading text are gone; what was in them is 'taken down'."""
    if span.to is None:
        same = repeats(span.before, secret) or repeats(span.after, secret)
        yield _taken_down(span.start, span.end) if same else span
        return
    end = span.to + len(span.after)
    inside = [(max(a, span.to), min(b, end)) for a, b in sorted(ranges) if a < end and b > span.to]
    if not span.after and any(a < span.to <= b for a, b in ranges):
        yield _taken_down(span.start, span.end)
    elif not inside:
        yield replace(span, to=_before(span.to, ranges))
    elif span.before != span.after:  # one piece: words of two blocks never became one
        left = "".join(
            span.after[a:b] for a, b in _outside([(a - span.to, b - span.to) for a, b in inside], end - span.to)
        )
        yield replace(_taken_down(span.start, span.end), after=left, to=_before(span.to, ranges) if left else None)
    else:
        at = 0
        for a, b in [*((a - span.to, b - span.to) for a, b in inside), (end - span.to, end - span.to)]:
            if a > at:
                kept = span.before[at:a]
                to = _before(span.to + at, ranges)
                yield replace(span, start=span.start + at, end=span.start + a, before=kept, after=kept, to=to)
            if b > a:
                yield _taken_down(span.start + a, span.start + b)
            at = b


def _taken_down(start: int, end: int) -> Span:
    return Span(start, end, "", "removed", TAKEDOWN)
