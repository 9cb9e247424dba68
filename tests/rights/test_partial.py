"""A text with a block taken out, or reduced to its passages, still adds up: words, offsets and ledger."""

from pathlib import Path

import pytest

from weerklank.annotate.anchors import Lock
from weerklank.annotate.assemble import assemble
from weerklank.clean import clean
from weerklank.collection import read_seeds
from weerklank.languages.pack import pack
from weerklank.model import Essay, Passage
from weerklank.rights import partial

SEEDS = read_seeds(Path(__file__).resolve().parents[2] / "seeds").seeds
ESSAYS = [
    assemble(pack("nl"), s, clean(s.text, s.sidecar.printed, s.sidecar.readings), Lock().essays.get("")) for s in SEEDS
]


@pytest.mark.parametrize("essay", ESSAYS, ids=lambda essay: essay.slug)
def test_whatever_block_is_taken_out_the_rest_adds_up(essay: Essay) -> None:
    for gone in essay.units:
        left = partial.removed(essay, {gone.id})
        spans = left.cleaned.ledger.spans
        assert left.cleaned.ledger.text() == left.cleaned.text
        assert [spans[0].start, *(s.end for s in spans[:-1])] == [s.start for s in spans]
        assert spans[-1].end == essay.cleaned.ledger.spans[-1].end
        assert [u.id for u in left.units] == [u.id for u in essay.units]
        for unit in left.units:
            first = unit.text.split("\n")[0]
            assert left.cleaned.text[unit.start : unit.start + len(first)] == first
        assert (left.seed.data, left.seed.text, left.seed.sha256) == (b"", "", essay.seed.sha256)


@pytest.mark.parametrize("essay", ESSAYS, ids=lambda essay: essay.slug)
def test_excerpts_keep_their_repairs_and_doubts(essay: Essay) -> None:
    middle = [(unit, unit.text.split("\n")[0]) for unit in essay.units if len(unit.text.split("\n")[0]) > 60]
    quotes = [(unit, line, line.find(" ", 5) + 1, line.rfind(" ")) for unit, line in middle]
    passages = [
        Passage(f"x-{n}", "x", essay.slug, unit.id, start, end, line[start:end], "for")
        for n, (unit, line, start, end) in enumerate(quotes)
    ]
    shown, moved = partial.quotes(essay, passages)
    assert [p.quote for p in moved] == [shown.unit(p.unit).text[p.start : p.end] for p in moved]
    for span in shown.cleaned.ledger.spans:
        assert span.to is not None or not (span.before or span.after)
        if span.to is not None:
            assert shown.cleaned.text[span.to : span.to + len(span.after)] == span.after
    for doubt in shown.cleaned.uncertain:
        assert shown.cleaned.text[doubt.start : doubt.end] == doubt.found
    assert shown.words < (shown.work_words or 0) == essay.words
