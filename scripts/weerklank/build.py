"""Seeds to docs/: everything between reading and MkDocs, without touching a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from weerklank import anchors, editions
from weerklank.annotate import annotate
from weerklank.assemble import essays, published
from weerklank.clean import clean
from weerklank.clean.readings import unused
from weerklank.errors import InputError, Problem, gathering
from weerklank.machine.cards import Card
from weerklank.model import ArgumentFile, Cleaned, Collection, CollectionConfig, Essay, Seed
from weerklank.pages.every import pages_and_cards
from weerklank.private import particulars
from weerklank.read.takedown import Entry
from weerklank.rights import Removal, Withheld, permitted
from weerklank.rights.takedown import remembered, resolve, returned, without_copies

BLOCK_LIMIT = 200_000
"""Characters of one paragraph: more than a whole essay has."""


@dataclass(frozen=True)
class Edition:
    """A collection with the files that it makes: pages by path under docs/, and the locks.

    `collection` holds only what may be shown, `whole` everything, for the eyes of editors; the words
    of `withheld` may stand nowhere in the site, `removal` is what was taken down, and `cards` has the
    card of each page.
    """

    collection: Collection
    pages: dict[str, str]
    lock: anchors.Lock
    dates: editions.Lock
    whole: Collection
    withheld: Withheld = Withheld()
    removal: Removal = Removal()
    cards: Mapping[str, Card] = field(default_factory=dict)

    @property
    def locks(self) -> dict[str, str]:
        """The locks by the names of their files in seeds/."""
        return {"anchors.lock": anchors.dump(self.lock), "editions.lock": editions.dump(self.dates)}


def edition(
    config: CollectionConfig,
    seeds: Sequence[Seed],
    arguments: Sequence[ArgumentFile],
    lock: anchors.Lock,
    accept_loss: bool = False,
    dates: editions.Lock | None = None,
    today: str = editions.FIRST_DAY,
    takedown: Sequence[Entry] = (),
) -> Edition:
    """Clean, assemble, annotate, leave out what may not be shown, date (`today`: ISO) and write.

    Raises InputError with all problems found; among them persons' addresses and numbers, words that
    tell what may not be shown, and every published paragraph or passage that would be lost, unless
    `accept_loss` or it was taken down.
    """
    cleaned = without_copies(_cleaned(seeds, arguments, lock), takedown, lock)
    made = essays(cleaned, lock)
    removal = resolve(takedown, made, lock)
    problems = [*_unused_readings(cleaned), *_oversized(made)]
    try:
        whole = Collection(config, made, annotate(arguments, made, lock))
    except InputError as error:
        raise InputError([*problems, *_particulars(made), *error.problems]) from None
    new = _lock(whole, lock)
    if not accept_loss:
        _refuse_losses(lock, new, removal)
    new = remembered(anchors.retire(lock, new), lock, removal, takedown)
    allowed = permitted(whole, removal)
    problems += [*_particulars(allowed.collection.essays), *returned(allowed.collection.essays, new)]
    if problems:
        raise InputError(problems)
    collection, dated = editions.dated(allowed.collection, dates or editions.Lock(), today)
    files, cards = pages_and_cards(collection)
    return Edition(collection, files, new, dated, whole, allowed.withheld, removal, cards)


def _lock(whole: Collection, before: anchors.Lock) -> anchors.Lock:
    """What is published, whether it may be shown or not: it can come back to where it was."""
    stems = {essay.slug: essay.seed.stem for essay in whole.essays}
    return anchors.Lock(
        {
            e.seed.stem: published(e, before.essays.get(e.seed.stem))
            for e in sorted(whole.essays, key=lambda e: e.seed.stem)
        },
        tuple(
            anchors.PassageAnchor(p.argument, stems[p.essay], anchors.fingerprint(p.id, p.quote))
            for p in whole.passages.values()
        ),
        before.retired,
    )


def _unused_readings(cleaned: Sequence[tuple[Seed, Cleaned]]) -> list[Problem]:
    """Readings that settle nothing: a word that the text does not have, or has in several certain places."""
    return [
        Problem(
            f"seeds/{seed.stem}.yml: readings",
            f"'{found}' is no uncertain place of the text, and does not stand in it exactly once",
            "see what is uncertain: weerklank explain",
        )
        for seed, result in cleaned
        for found, _ in unused(result, seed.sidecar.readings)
    ]


def _cleaned(
    seeds: Sequence[Seed], arguments: Sequence[ArgumentFile], lock: anchors.Lock
) -> list[tuple[Seed, Cleaned]]:
    """The cleaned seeds; where one cannot be cleaned InputError names it, and what is wrong with all others."""
    problems: list[Problem] = []
    cleaned = []
    for seed in seeds:
        with gathering(problems, f"seeds/{seed.name}"):
            cleaned.append((seed, _clean(seed)))
    if problems:
        problems += _unused_readings(cleaned)
        with gathering(problems):
            made = essays(cleaned, lock)
            problems += [*_oversized(made), *_particulars(made)]
            annotate(arguments, made, lock, whole=False)
        raise InputError(problems)
    return cleaned


def _clean(seed: Seed) -> Cleaned:
    cleaned = clean(seed.text, seed.sidecar.printed, seed.sidecar.readings)
    if seed.sidecar.comments is None:
        return cleaned
    return replace(cleaned, metadata=replace(cleaned.metadata, comments=seed.sidecar.comments))


def _oversized(made: Sequence[Essay]) -> list[Problem]:
    """Blocks that are no paragraph any more: a line end was lost somewhere, or it is no text at all."""
    return [
        Problem(
            f"seeds/{essay.seed.name}: {unit.id}",
            f"a block of {len(unit.text):,} characters, and the limit is {BLOCK_LIMIT:,}",
            "put blank lines between its paragraphs",
        )
        for essay in made
        for unit in essay.units
        if len(unit.text) > BLOCK_LIMIT
    ]


def _particulars(made: Sequence[Essay]) -> list[Problem]:
    """Addresses and numbers of persons are published only where a sidecar says so."""
    problems = []
    for essay in made:
        if essay.seed.sidecar.personal == "published":
            continue
        remedy = f"write 'personal: published' in seeds/{essay.seed.stem}.yml if it may be shown, else take it out"
        shown = [(f"§ {u.number}" if u.number else f"heading {u.id}", u.text) for u in essay.units]
        shown += [("beside the text", block.text) for block in essay.cleaned.asides]
        for place, text in shown:
            for found in particulars(text):
                begin = text[found.start : found.start + 3]
                problems.append(Problem(f"seeds/{essay.seed.name}: {place}", f"{found.kind} ('{begin}…')", remedy))
    return problems


def _refuse_losses(old: anchors.Lock, new: anchors.Lock, removal: Removal) -> None:
    lost: dict[str, list[str]] = {}
    excused = _excused(old, removal)
    for owner, anchor_id in anchors.losses(old, new):
        if (owner, anchor_id) not in excused:
            lost.setdefault(owner, []).append(anchor_id)
    if lost:
        raise InputError(
            Problem(
                f"seeds/anchors.lock: {owner}",
                f"published before and gone now: {', '.join(ids)}",
                "links to these places would break; if that is meant, build with --accept-loss",
            )
            for owner, ids in lost.items()
        )


def _excused(old: anchors.Lock, removal: Removal) -> set[tuple[str, str]]:
    """What may go without a word: what was taken down, and the passages of texts that lost something so."""
    excused = set()
    for stem, essay in old.essays.items():
        gone = removal.of(essay.slug)
        excused |= {(stem, a.id) for a in essay.units if essay.slug in removal.texts or a.id in gone}
    touched = {stem for stem, e in old.essays.items() if e.slug in removal.texts or removal.of(e.slug)}
    return excused | {(p.argument, p.anchor.id) for p in old.passages if p.seed in touched}
