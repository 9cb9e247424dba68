"""Seeds to docs/: everything between reading and MkDocs, without touching a file."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace

from weerklank.annotate import anchors, promises
from weerklank.annotate.assemble import essays
from weerklank.annotate.lesson_stops import misled
from weerklank.annotate.quotes import annotate
from weerklank.build.cleaning import cleaned_seeds, oversized, particulars_of, unsettled
from weerklank.build.every_file import pages_and_cards
from weerklank.build.losses import refuse_losses
from weerklank.build.reviewed import Reviewed
from weerklank.collection import editions
from weerklank.collection.takedown_file import Entry
from weerklank.exports.card_texts import Card
from weerklank.markup.long_lists import list_of
from weerklank.model import ArgumentFile, Collection, CollectionConfig, Essay, Moved, Passage, Seed, Unit
from weerklank.model.errors import InputError
from weerklank.model.lessons import Lesson
from weerklank.model.loss import NOTHING, Accepted
from weerklank.model.runs import words
from weerklank.pages.own_pages import own_pages
from weerklank.rights import Removal, Withheld, permitted, secrets
from weerklank.rights import shown as shown_of
from weerklank.rights.secrets import Shown
from weerklank.rights.taken_down import remembered, resolve, returned, without_copies
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.workers import SERIAL

_NOTHING = anchors.Lock()


@dataclass(frozen=True)
class Edition:
    """A collection with the files that it makes: `pages` and data as they are published, by path, and the locks.

    `collection` holds only what may be shown, `whole` everything, for the eyes of editors; the words
    of `withheld` may stand nowhere in the site, `removal` is what was taken down, and `cards` has the
    card of each page.
    """

    collection: Collection
    pages: MutableMapping[str, str]
    lock: anchors.Lock
    dates: editions.Lock
    whole: Collection
    withheld: Withheld = Withheld()
    removal: Removal = Removal()
    cards: Mapping[str, Card] = field(default_factory=dict)

    @property
    def docs(self) -> Mapping[str, str]:
        """What is kept of the pages in docs/, where persons review it, by the same paths; of the pages as they are."""
        say = self.collection.say
        return Reviewed(self.pages, own_pages(say), say("word.table_is_built"))

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
    kept: Kept = NOTHING_KEPT,
    lessons: Sequence[Lesson] = (),
    workers: Executor = SERIAL,
) -> Edition:
    """Clean, assemble, annotate, leave out what may not be shown, date (`today`: ISO) and write.

    `lock` and `dates` are what is promised; `drafted` is what builds gave and let go since, which may change;
    `kept` is work that was done before, and `workers` do the rest side by side.

    Raises InputError with all problems found; among them texts of which the end
    is not certain, persons' addresses and numbers, words that tell what may not be shown, and every published
    paragraph or passage that would be lost, unless `accept_loss` or it was taken down.
    """
    was = {old: argument.id for argument in arguments for old in argument.was}
    lock, drafted = promises.renamed(lock, {}, was), promises.renamed(drafted, {}, was)
    dates = editions.renamed(dates or editions.Lock(), {}, was)
    cleaned = cleaned_seeds(config.say, seeds, arguments, lock, kept, workers)
    cleaned = without_copies(config.say, cleaned, takedown, lock)
    problems = unsettled(seeds, cleaned)
    try:
        made = essays(config.say, cleaned, lock, kept)
    except InputError as error:
        raise InputError([*error.problems, *problems]) from None
    removal = resolve(takedown, made, lock)
    problems += oversized(made)
    try:
        anchored_here = annotate(arguments, made, promises.with_drafts(lock, drafted), kept=kept)
    except InputError as error:
        raise InputError([*problems, *particulars_of(config.say, made, kept), *error.problems]) from None
    whole = Collection(config, made, anchored_here, lessons=tuple(lessons))
    problems += misled(whole, removal.texts)
    new = _lock(whole, lock, shown_of(whole, removal, kept), kept)
    refuse_losses(lock, new, removal, made, accept_loss, promises.retired(drafted))
    new = remembered(promises.retire(lock, new), lock, removal, takedown)
    allowed = permitted(whole, removal, kept)
    shown = allowed.collection.essays
    problems += [*particulars_of(config.say, shown, kept), *returned(shown, whole.essays, new)]
    if problems:
        raise InputError(problems)
    gone = {stem for stem, essay in new.essays.items() if essay.slug in removal.texts}
    collection, dated = editions.dated(allowed.collection, dates, today, gone, kept)
    collection = replace(collection, moved=kept.same("moved", _moved(collection, new, dated)))
    files, cards = pages_and_cards(collection, kept, workers)
    parts = {name for name in files if list_of(config.say, name)}
    dated = replace(dated, parts=tuple(sorted(parts.union(dated.parts))))
    return Edition(collection, files, new, dated, whole, allowed.withheld, removal, cards)


def _lock(whole: Collection, before: anchors.Lock, shown: Mapping[str, Shown], kept: Kept) -> anchors.Lock:
    """What is published, whether it may be shown or not: it can come back to where it was. `shown` says, by slug,
    what of each text may be.
    """
    essays = {
        essay.seed.stem: kept.remembered(_anchors_of, essay, before.essays.get(essay.seed.stem), shown[essay.slug])
        for essay in sorted(whole.essays, key=lambda e: e.seed.stem)
    }
    stems = {essay.slug: essay.seed.stem for essay in whole.essays}
    same = {p.anchor.exact: p.anchor for p in before.passages if p.anchor.exact and p.anchor.sketch}
    passages = (
        anchors.PassageAnchor(p.argument, stems[p.essay], _passage(p, p.unit in shown[p.essay], same))
        for p in whole.passages.values()
    )
    return anchors.Lock(essays, tuple(promises.formerly(before, passages)), before.retired)


def _anchors_of(essay: Essay, before: anchors.EssayAnchors | None, shown: Shown) -> anchors.EssayAnchors:
    known = before or anchors.EssayAnchors(essay.slug)
    same = {unit.exact: unit for unit in known.units if unit.exact and unit.sketch}
    units = tuple(_anchor(unit, shown, same) for unit in essay.units)
    slugs = tuple(slug for slug in dict.fromkeys([*known.slugs, known.slug]) if slug != essay.slug)
    return replace(known, slug=essay.slug, units=units, removed=(), slugs=slugs)


def _moved(collection: Collection, ids: anchors.Lock, days: editions.Lock) -> tuple[Moved, ...]:
    """The addresses that texts, arguments and parts of lists had, by the locks and what the arguments say they were."""
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
    found += [Moved("arguments", old) for old in sorted(set(days.arguments) - known)]
    return (*found, *(Moved("parts", old) for old in days.parts))


def _anchor(unit: Unit, shown: Shown, known: Mapping[str, anchors.Anchor]) -> anchors.Anchor:
    whole = [(0, len(unit.text))]
    parts = [] if shown.get(unit.id) == whole else list(secrets.parts(unit, shown))
    if any(secret for _, secret in parts):
        return anchors.concealed(unit.id, [part for part, _ in parts])
    return anchors.fingerprint(unit.id, unit.text, known)


def _passage(passage: Passage, shown: bool, known: Mapping[str, anchors.Anchor]) -> anchors.Anchor:
    if shown:
        return anchors.fingerprint(passage.id, passage.quote, known)
    return anchors.concealed(passage.id, [words(passage.quote)])
