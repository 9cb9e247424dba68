"""Seeds to docs/: everything between reading and MkDocs, without touching a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from weerklank.annotate import anchors, promises
from weerklank.annotate.assemble import essays
from weerklank.annotate.quotes import annotate
from weerklank.build.every_file import pages_and_cards
from weerklank.build.losses import refuse_losses
from weerklank.build.reviewed import reviewed
from weerklank.clean import clean_seed
from weerklank.clean.question import questions
from weerklank.clean.text.readings import unused
from weerklank.clean.web.decisions import misfits
from weerklank.collection import editions
from weerklank.collection.takedown_file import Entry
from weerklank.exports.card_texts import Card
from weerklank.languages.pack import Pack
from weerklank.model import ArgumentFile, Cleaned, Collection, CollectionConfig, Essay, Moved, Passage, Seed, Unit
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.loss import NOTHING, Accepted
from weerklank.model.runs import words
from weerklank.pages.own_pages import own_pages
from weerklank.private import masked, particulars
from weerklank.rights import Removal, Withheld, kept, permitted, secrets
from weerklank.rights.secrets import Kept
from weerklank.rights.taken_down import remembered, resolve, returned, without_copies

_NOTHING = anchors.Lock()
BLOCK_LIMIT = 200_000
"""Characters of one paragraph: more than a whole essay has."""


@dataclass(frozen=True)
class Edition:
    """A collection with the files that it makes: `pages` and data as they are published, by path, and the locks.

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
    def docs(self) -> dict[str, str]:
        """What is kept of the pages in docs/, where persons review it, by the same paths."""
        say = self.collection.say
        own, built = own_pages(say), say("word.table_is_built")
        pages = {name: text for name, text in self.pages.items() if name.endswith(".md")}
        return {name: text if name in own else reviewed(text, built) for name, text in pages.items()}

    @property
    def locks(self) -> dict[str, str]:
        """The locks by the names of their files in seeds/."""
        return {"anchors.lock": anchors.dump(self.lock), "editions.lock": editions.dump(self.dates)}


def edition(
    config: CollectionConfig,
    seeds: Sequence[Seed],
    arguments: Sequence[ArgumentFile],
    lock: anchors.Lock,
    accept_loss: Accepted = NOTHING,
    dates: editions.Lock | None = None,
    today: str = editions.FIRST_DAY,
    takedown: Sequence[Entry] = (),
    drafted: anchors.Lock = _NOTHING,
) -> Edition:
    """Clean, assemble, annotate, leave out what may not be shown, date (`today`: ISO) and write.

    `lock` and `dates` are what is promised; `drafted` is what builds gave and let go since, which may change.
    Raises InputError with all problems found; among them texts of which the end is not
    certain, persons' addresses and numbers, words that
    tell what may not be shown, and every published paragraph or passage that would be lost, unless
    `accept_loss` or it was taken down.
    """
    was = {old: argument.id for argument in arguments for old in argument.was}
    lock, drafted = promises.renamed(lock, {}, was), promises.renamed(drafted, {}, was)
    dates = editions.renamed(dates or editions.Lock(), {}, was)
    cleaned = without_copies(config.say, _cleaned(config.say, seeds, arguments, lock), takedown, lock)
    made = essays(config.say, cleaned, lock)
    removal = resolve(takedown, made, lock)
    problems = [*questions(cleaned), *_misfits(seeds), *_unused_readings(cleaned), *_oversized(made)]
    try:
        whole = Collection(config, made, annotate(arguments, made, promises.with_drafts(lock, drafted)))
    except InputError as error:
        raise InputError([*problems, *_particulars(config.say, made), *error.problems]) from None
    new = _lock(whole, lock, kept(whole, removal))
    refuse_losses(lock, new, removal, made, accept_loss, promises.retired(drafted))
    new = remembered(promises.retire(lock, new), lock, removal, takedown)
    allowed = permitted(whole, removal)
    shown = allowed.collection.essays
    problems += [*_particulars(config.say, shown), *returned(shown, whole.essays, new)]
    if problems:
        raise InputError(problems)
    gone = {stem for stem, essay in new.essays.items() if essay.slug in removal.texts}
    collection, dated = editions.dated(allowed.collection, dates, today, gone)
    collection = replace(collection, moved=_moved(collection, new, dated))
    files, cards = pages_and_cards(collection)
    return Edition(collection, files, new, dated, whole, allowed.withheld, removal, cards)


def anchored(
    config: CollectionConfig, seeds: Sequence[Seed], arguments: Sequence[ArgumentFile], lock: anchors.Lock
) -> Collection:
    """Everything that the seeds and the arguments hold; InputError as `edition` has of cleaning and anchoring."""
    made = essays(config.say, _cleaned(config.say, seeds, arguments, lock), lock)
    return Collection(config, made, annotate(arguments, made, lock))


def _lock(whole: Collection, before: anchors.Lock, shown: Mapping[str, Kept]) -> anchors.Lock:
    """What is published, whether it may be shown or not: it can come back to where it was. `shown` says, by slug,
    what of each text may be.
    """
    essays = {}
    for essay in sorted(whole.essays, key=lambda e: e.seed.stem):
        units = tuple(_anchor(unit, shown[essay.slug]) for unit in essay.units)
        known = before.essays.get(essay.seed.stem, anchors.EssayAnchors(essay.slug))
        slugs = tuple(slug for slug in dict.fromkeys([*known.slugs, known.slug]) if slug != essay.slug)
        essays[essay.seed.stem] = replace(known, slug=essay.slug, units=units, removed=(), slugs=slugs)
    stems = {essay.slug: essay.seed.stem for essay in whole.essays}
    passages = (
        anchors.PassageAnchor(p.argument, stems[p.essay], _passage(p, p.unit in shown[p.essay]))
        for p in whole.passages.values()
    )
    return anchors.Lock(essays, tuple(promises.formerly(before, passages)), before.retired)


def _moved(collection: Collection, ids: anchors.Lock, days: editions.Lock) -> tuple[Moved, ...]:
    """The addresses that texts and arguments had, by the locks and by what the arguments say that they were."""
    here = {*collection.by_slug, *collection.removed}
    found = [
        Moved("essays", old, essay.slug if essay.slug in here else "")
        for essay in ids.essays.values()
        for old in (essay.slug, *essay.slugs)
        if old not in here
    ]
    found += [Moved("arguments", old, argument.id) for argument in collection.arguments for old in argument.was]
    known = {argument.id for argument in collection.arguments}
    found += [Moved("passages", old, p.anchor.id) for p in ids.passages for old in p.was]
    return (*found, *(Moved("arguments", old) for old in sorted(set(days.arguments) - known)))


def _anchor(unit: Unit, shown: Kept) -> anchors.Anchor:
    parts = list(secrets.parts(unit, shown))
    if any(secret for _, secret in parts):
        return anchors.concealed(unit.id, [part for part, _ in parts])
    return anchors.fingerprint(unit.id, unit.text)


def _passage(passage: Passage, shown: bool) -> anchors.Anchor:
    if shown:
        return anchors.fingerprint(passage.id, passage.quote)
    return anchors.concealed(passage.id, [words(passage.quote)])


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
    say: Pack, seeds: Sequence[Seed], arguments: Sequence[ArgumentFile], lock: anchors.Lock
) -> list[tuple[Seed, Cleaned]]:
    """The cleaned seeds; where one cannot be cleaned InputError names it, and what is wrong with all others."""
    problems: list[Problem] = []
    cleaned = []
    for seed in seeds:
        with gathering(problems, f"seeds/{seed.name}"):
            cleaned.append((seed, _clean(seed)))
    if problems:
        problems += [*questions(cleaned), *_misfits(seeds), *_unused_readings(cleaned)]
        with gathering(problems):
            made = essays(say, cleaned, lock)
            problems += [*_oversized(made), *_particulars(say, made)]
            annotate(arguments, made, lock, whole=False)
        raise InputError(problems)
    return cleaned


def _clean(seed: Seed) -> Cleaned:
    cleaned, comments = clean_seed(seed), seed.sidecar.comments
    return cleaned if comments is None else replace(cleaned, metadata=replace(cleaned.metadata, comments=comments))


def _misfits(seeds: Sequence[Seed]) -> list[Problem]:
    """Lines that a sidecar drops or keeps and that its text does not have, or has several times."""
    return [
        Problem(f"seeds/{seed.stem}.yml: {wrong.key}", wrong.what, wrong.remedy)
        for seed in seeds
        for wrong in misfits(seed.text, seed.sidecar.drop, seed.sidecar.keep)
    ]


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


def _particulars(say: Pack, made: Sequence[Essay]) -> list[Problem]:
    """Addresses and numbers of persons are published only where a sidecar says so."""
    problems = []
    for essay in made:
        if essay.seed.sidecar.personal == "published":
            continue
        sidecar = f"seeds/{masked(say, essay.seed.stem)}.yml"
        remedy = f"write 'personal: published' in {sidecar} if it may be shown, else take it out"
        places = dict.fromkeys([*_in_facts(essay), *_in_units(essay), *_in_asides(essay)])
        where = f"seeds/{masked(say, essay.seed.name)}"
        problems += [Problem(f"{where}: {place}", kind, remedy) for place, kind in places]
    return problems


def _in_facts(essay: Essay) -> Iterator[tuple[str, str]]:
    """What is told of a text beside its words: (place, kind of particular)."""
    facts = (
        ("file name", essay.seed.stem), ("title", essay.title), ("kicker", essay.kicker),
        ("authors", "; ".join(essay.authors)),
        ("subtitle", essay.cleaned.metadata.subtitle), ("publication", essay.publication), ("note", essay.note),
        ("slug", essay.slug.replace("-", " ")), ("source", essay.source_url),
    )  # fmt: skip
    for name, said in facts:
        for found in particulars(said or ""):
            yield name, found.kind


def _in_units(essay: Essay) -> Iterator[tuple[str, str]]:
    """The reading text is read as one: an address may go on in the next block."""
    ends = list(accumulate(len(unit.text) + 1 for unit in essay.units))
    for found in particulars("\n".join(unit.text for unit in essay.units)):
        unit = essay.units[bisect_right(ends, found.start)]
        yield f"§ {unit.number}" if unit.number else f"heading {unit.id}", found.kind


def _in_asides(essay: Essay) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(essay.cleaned.asides, start=1):
        for found in particulars(block.text):
            yield f"beside the text, {block.kind} {number}", found.kind
