"""Which words may stand nowhere in the site, and which do."""

from __future__ import annotations

from collections.abc import Collection as Group
from collections.abc import Iterable, Iterator, Mapping, Sequence

from weerklank.languages.rules import all_rules
from weerklank.model import GAP_MARK, Block, Collection, Essay, Unit
from weerklank.model.runs import RUN, words
from weerklank.rights.redact import is_comment
from weerklank.rights.word_runs import Stretch, common_speech

Shown = Mapping[str, Sequence[tuple[int, int]]]
"""By unit id, the stretches of its text that may be shown."""


def whole(essay: Essay) -> Shown:
    """All of an essay's words."""
    return {unit.id: [(0, len(unit.text))] for unit in essay.units}


def of_text(essay: Essay, shown: Shown, gone: Group[str], asides: Iterable[Block]) -> Iterator[Stretch]:
    """What is secret of a text of which only `shown` may be shown, and nothing of the units in `gone`,
    which were taken down, nor of these `asides`.

    A few words that another block of the same text says too, as one says them, may stay there.
    """
    row: list[str] = []
    hidden: list[bool] = []
    for unit in essay.units:
        if unit.id in gone:
            own = words(unit.text)
            others = [words(other.text) for other in essay.units if other.id not in gone]
            excused = frozenset[tuple[str, ...]]().union(*(common_speech(own, other) for other in others))
            yield Stretch(f"{essay.slug}#{unit.id}", own, None, True, excused)
        here = [(word, secret) for part, secret in parts(unit, shown) for word in part]
        if len(here) < RUN and all(secret for _, secret in here):
            yield Stretch(essay.slug, [word for word, _ in here])
        row += [word for word, _ in here]
        hidden += [secret for _, secret in here]
    yield Stretch(essay.slug, row, hidden)
    for block in asides:
        yield Stretch(essay.slug, words(block.text))


def parts(unit: Unit, shown: Shown) -> Iterator[tuple[list[str], bool]]:
    """The words of a unit, cut where what may be shown begins and ends; whether each part is secret."""
    at = 0
    for start, end in [*shown.get(unit.id, ()), (len(unit.text),) * 2]:
        for stretch, secret in ((unit.text[at:start], True), (unit.text[start:end], False)):
            if found := words(stretch):
                yield found, secret
        at = end


def of_removed(essay: Essay) -> Iterator[Stretch]:
    """What is secret of a text that was taken down: its words as they read and as the source has them."""
    spans = essay.cleaned.ledger.spans
    source = "".join(s.before for s in spans if s.verdict in ("kept", "changed", "set_aside"))
    facts = [essay.title, essay.kicker or "", essay.cleaned.metadata.subtitle or ""]
    texts = [essay.cleaned.text, source, *(block.text for block in essay.cleaned.asides)]
    for text in texts:
        yield Stretch(essay.slug, words(text), taken_down=True)
    for text in [*facts, *(unit.text for unit in essay.units)]:
        if len(found := words(text)) >= RUN or text not in facts:
            yield Stretch(essay.slug, found, taken_down=True)


def of_readers(essay: Essay) -> Iterator[Stretch]:
    """Readers' comments, and what else was not taken over from a page (which may hold some)."""
    owner = f"a reader's comment on {essay.slug}"
    private = words(" ".join(span.before for span in essay.cleaned.ledger.spans if is_comment(span)))
    left = [block for block in essay.seed.set_aside if block not in essay.seed.site_words]
    for found in (private, *map(words, left)):
        yield Stretch(owner, found, [True] * len(found))


def shown(collection: Collection) -> Iterator[list[str]]:
    """The words of the texts of a collection that holds only what may be shown, and of the cleaner's rules:
    a form to comment, say, is told of there in the words that stand on many a page.
    """
    for rule in all_rules():
        yield words(" ".join(rule.removes))  # one after the other, as the page about the rules has them
    for essay in collection.essays:
        said = essay.cleaned.metadata
        for text in (essay.title, essay.kicker, said.subtitle, essay.publication, *essay.authors):
            yield words(text or "")
        yield from map(words, essay.seed.site_words)
        yield from _rows(essay)
        for block in essay.cleaned.asides:
            yield words(block.text)
        spans = [span for span in essay.cleaned.ledger.spans if not is_comment(span)]
        yield words(" ".join(span.before for span in spans))
        for span in spans:
            if span.verdict != "kept":  # the account tells of it
                yield words(span.before)
                yield words(span.after)


def _rows(essay: Essay) -> Iterator[list[str]]:
    """The words of the reading text that stand in a row: a gap ends one."""
    row: list[str] = []
    for unit in essay.units:
        if unit.removed or unit.id in essay.left_out:
            yield row
            row = []
        at = 0
        for gap in unit.gaps:
            yield row + words(unit.text[at:gap])
            row, at = [], gap + len(GAP_MARK)
        row += words(unit.text[at:])
    yield row


def editors(collection: Collection) -> Iterator[tuple[str, str]]:
    """What the editors wrote themselves, each with the file and place that it stands in."""
    config = collection.config
    for key, text in (("title", config.title), ("subtitle", config.subtitle), ("description", config.description)):
        yield f"seeds/collection.yml: {key}", text or ""
    yield "seeds/collection.yml: removal", config.removal or ""
    for question in config.questions:
        yield f"seeds/collection.yml: question {question.id}", question.title
    for essay in collection.essays:
        sidecar = essay.seed.sidecar
        yield f"seeds/{essay.seed.stem}.yml: note", essay.note or ""
        yield f"seeds/{essay.seed.stem}.yml: rights", sidecar.rights_basis or ""
    for argument in collection.arguments:
        where = f"seeds/arguments/{argument.id}.md"
        yield f"{where}: claim", argument.claim
        yield f"{where}: introduction", argument.introduction
        if argument.poles:
            yield f"{where}: poles", f"{argument.poles.for_}. {argument.poles.against}"
        for related in argument.related:
            yield f"{where}: related {related.id}", related.how
        for passage in argument.passages:
            for key, text in (("note", passage.note), ("speaker", passage.speaker)):
                yield f"{where}: {key} of {passage.id}", text or ""
    for lesson in collection.lessons:
        where = f"seeds/lessons/{lesson.id}.md"
        yield f"{where}: introduction", lesson.introduction
        for key, text in (("title", lesson.title), ("audience", lesson.audience), ("task", lesson.task)):
            yield f"{where}: {key}", text or ""
        for text in (*lesson.aims, *(question for stop in lesson.stops for question in stop.questions)):
            yield f"{where}: aim or question", text
        for gloss in lesson.glosses:
            yield f"{where}: gloss {gloss.word}", f"{gloss.word}. {gloss.means}"
