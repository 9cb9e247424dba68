"""What was published and would be gone: a build stops for it, unless whoever builds says that it may go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from weerklank.annotate import anchors, promises
from weerklank.clean.web import answer
from weerklank.collection import editions
from weerklank.collection.checksums import SEED_SUFFIXES
from weerklank.model import Collection, Essay
from weerklank.model.errors import InputError, Problem
from weerklank.model.loss import Accepted
from weerklank.rights import Removal

_KEPT = 0.9  # share of its words that a text must keep from build to build


def refuse_losses(
    old: anchors.Lock,
    new: anchors.Lock,
    removal: Removal,
    made: Sequence[Essay],
    accept_loss: Accepted,
    let_go: Set[str] = frozenset(),
) -> None:
    """InputError with every paragraph and passage of the lock `old` that `new` has not; `made` are all texts, and
    `let_go` the names of what an earlier build was told that it may go.
    """
    lost: dict[str, list[str]] = {}  # ids by seed stem or argument id
    names, excused = _loss_names(old), _excused(old, removal, made)
    for owner, anchor_id in promises.losses(old, new):
        accepted = {anchor_id, f"{owner}#{anchor_id}"} & let_go or accept_loss.covers(*names[owner, anchor_id])
        if (owner, anchor_id) not in excused and not accepted:
            lost.setdefault(owner, []).append(anchor_id)
    published = Counter(owner for owner, _ in names)
    # what goes whole is named whole
    whole = {owner for owner, ids in lost.items() if 1 < len(ids) == published[owner]}
    meant = accept_loss.command(names[owner, i][owner in whole] for owner, ids in lost.items() for i in ids)
    if not lost:
        return
    heirs = _heirs(old, new)
    seeds = {p.anchor.id: p.seed for p in old.passages}
    remedy = f"links to these places would break; if that is meant: {meant}"
    raise InputError(
        _renamed(owner, heirs[owner])
        if owner in heirs
        else Problem(f"seeds/anchors.lock: {owner}", f"published before and gone now: {', '.join(ids)}", remedy)
        for owner, ids in lost.items()
        if owner in heirs or not all(seeds.get(each) in heirs for each in ids)
    )


def _renamed(old: str, new: str) -> Problem:
    what = f"published before and gone now, and what is new in {new} has its words"
    return Problem(f"seeds/anchors.lock: {old}", what, f"if it got another name: weerklank rename {old} {new}")


def _heirs(old: anchors.Lock, new: anchors.Lock) -> dict[str, str]:
    """The texts and arguments that are gone, and the new ones that have most of their words: {old: new}."""
    before, after = _words(old), _words(new)
    found = {}
    for owner in before.keys() - after.keys():
        for other in after.keys() - before.keys():
            if 2 * len(before[owner] & after[other]) > len(before[owner]):
                found[owner] = other
    return found


def _words(lock: anchors.Lock) -> dict[str, set[str]]:
    """The fingerprints that each text (by its stem) and each argument has."""
    found = {stem: {unit.exact for unit in essay.units} - {""} for stem, essay in lock.essays.items()}
    for passage in lock.passages:
        found.setdefault(passage.argument, set()).add(passage.anchor.exact)
    return {owner: hashes for owner, hashes in found.items() if hashes - {""}}


def _loss_names(lock: anchors.Lock) -> dict[tuple[str, str], tuple[str, ...]]:
    """Under which names each published id may go, its own first, then those of what it is a part of."""
    texts = {stem: (e.slug, stem, *(stem + suffix for suffix in SEED_SUFFIXES)) for stem, e in lock.essays.items()}
    units = {(stem, a.id): (f"{e.slug}#{a.id}", *texts[stem]) for stem, e in lock.essays.items() for a in e.units}
    passages = {(p.argument, p.anchor.id): (p.anchor.id, p.argument, *texts.get(p.seed, ())) for p in lock.passages}
    return units | passages


def _excused(old: anchors.Lock, removal: Removal, made: Sequence[Essay]) -> set[tuple[str, str]]:
    """What may go without a word: what was taken down, paragraphs that stand in what an editor left out by saying
    where the essay ends, and the passages of texts that lost something so.
    """
    left_out = {essay.seed.stem: answer.left_out(essay.cleaned.ledger) for essay in made}
    units: set[tuple[str, str]] = set()
    touched = set()
    for stem, essay in old.essays.items():
        gone = removal.of(essay.slug)
        ids = {a.id for a in essay.units if essay.slug in removal.texts or a.id in gone}
        if out := left_out.get(stem):
            ids |= {anchor.id for anchor in anchors.found_in(essay.units, out)}
        units |= {(stem, each) for each in ids}
        if ids or gone or essay.slug in removal.texts:
            touched.add(stem)
    return units | {(p.argument, p.anchor.id) for p in old.passages if p.seed in touched}


def shorter(
    published: editions.Lock, drafted: editions.Lock, collection: Collection, accept_loss: Accepted
) -> list[Problem]:
    """Texts that lost more than a tenth of the words that they were published with; `drafted` has what an earlier
    build left of them, which was accepted.
    """
    words = {stem: entry.words or 0 for stem, entry in published.texts.items()}
    least = {stem: _KEPT * count for stem, count in words.items()}
    for stem, entry in drafted.texts.items():
        if entry.words is not None and entry.words < least.get(stem, 0):
            least[stem] = _KEPT * entry.words
    texts = [
        e
        for e in collection.essays
        if e.words + _left_out(e) < least.get(e.seed.stem, 0)
        and not accept_loss.covers(e.slug, e.seed.stem, e.seed.name)
    ]
    meant = accept_loss.command(e.slug for e in texts)
    remedy = f"see what became of it with 'weerklank explain'; if that is meant: {meant}"
    return [
        Problem(f"seeds/{e.seed.name}", f"{e.words} words are left of the {words[e.seed.stem]} published", remedy)
        for e in texts
    ]


def _left_out(essay: Essay) -> int:
    """The words that an editor left out by saying where the essay ends: at most these were published before."""
    return sum(len(span.before.split()) for span in essay.cleaned.ledger.spans if span.rule == answer.RULE)
