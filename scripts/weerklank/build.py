"""Seeds to docs/: everything between reading and MkDocs, without touching a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from weerklank import anchors, editions
from weerklank.annotate import annotate
from weerklank.assemble import essays, published
from weerklank.clean import clean
from weerklank.clean.readings import unused
from weerklank.errors import InputError, Problem
from weerklank.model import ArgumentFile, Cleaned, Collection, CollectionConfig, Essay, Seed
from weerklank.pages.every import pages
from weerklank.private import particulars

BLOCK_LIMIT = 200_000
"""Characters of one paragraph: more than a whole essay has."""


@dataclass(frozen=True)
class Edition:
    """A collection with the files that it makes: pages by path under docs/, and the locks."""

    collection: Collection
    pages: dict[str, str]
    lock: anchors.Lock
    dates: editions.Lock

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
) -> Edition:
    """Clean, assemble, annotate, date (`today`: ISO) and write.

    Raises InputError with all problems found; among them persons' addresses and numbers, and every
    published paragraph or passage that would be lost, unless `accept_loss`.
    """
    _refuse_unpublished(config, seeds)
    cleaned = [(seed, _clean(seed)) for seed in seeds]
    made = essays(cleaned, lock)
    problems = [*_unused_readings(cleaned), *_particulars(made)]
    try:
        found = annotate(arguments, made, lock)
    except InputError as error:
        raise InputError([*problems, *error.problems]) from None
    if problems:
        raise InputError(problems)
    new = anchors.Lock(
        {e.seed.stem: published(e, lock.essays.get(e.seed.stem)) for e in sorted(made, key=lambda e: e.seed.stem)},
        tuple(
            anchors.PassageAnchor(p.argument, stem, anchors.fingerprint(p.id, p.quote))
            for a in found
            for p in a.passages
            for stem in [next(e.seed.stem for e in made if e.slug == p.essay)]
        ),
        lock.retired,
    )
    if not accept_loss:
        _refuse_losses(lock, new)
    collection, dated = editions.dated(Collection(config, made, found), dates or editions.Lock(), today)
    return Edition(collection, pages(collection), anchors.retire(lock, new), dated)


def _refuse_unpublished(config: CollectionConfig, seeds: Sequence[Seed]) -> None:
    """Only whole texts can be published so far; to publish more than was allowed would be worse."""
    wanted = {"seeds/collection.yml": config.publish, **{f"seeds/{s.stem}.yml": s.sidecar.publish for s in seeds}}
    remedy = "take the text out of seeds/, or publish it in full"
    problems = [
        Problem(where, f"'publish: {how}' cannot be done yet", remedy)
        for where, how in wanted.items()
        if how not in (None, "full")
    ]
    if problems:
        raise InputError(problems)


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


def _refuse_losses(old: anchors.Lock, new: anchors.Lock) -> None:
    lost: dict[str, list[str]] = {}
    for owner, anchor_id in anchors.losses(old, new):
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
