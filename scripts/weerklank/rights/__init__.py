"""What of a collection may be shown. `permitted` is the front door: whatever is written, is written from
what it gives.

Ids and § numbers come from the whole texts, so they outlive a change of mind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from weerklank.collection.takedown_file import NAME
from weerklank.model import Argument, Collection, Essay, Passage, Publish, Withdrawn
from weerklank.model.errors import InputError, Problem
from weerklank.model.runs import words
from weerklank.rights import partial, secrets
from weerklank.rights.taken_down import Removal
from weerklank.rights.word_runs import Stretch, Withheld, withhold
from weerklank.state.kept import NOTHING_KEPT, Kept

__all__ = ["Permitted", "Removal", "Withheld", "mode", "notes", "permitted", "shown"]

_MANY = 1 / 4  # of a work quoted: more is seldom what a quotation needs


@dataclass(frozen=True)
class Permitted:
    """A collection as it may be shown, and the words of it that may stand nowhere."""

    collection: Collection
    withheld: Withheld


def mode(essay: Essay, whole: Collection, removal: Removal) -> Publish:
    """How much of an essay may be shown: what its sidecar says goes before what the collection says."""
    said = essay.seed.sidecar.publish or whole.config.publish
    if essay.slug in removal.texts:
        return "removed"
    return "closed" if said == "closed" else "quotes" if said == "quotes" else "full"


def shown(whole: Collection, removal: Removal, kept: Kept = NOTHING_KEPT) -> dict[str, secrets.Shown]:
    """What of each text, by its slug, may be shown."""
    found = {}
    for essay in whole.essays:
        how = mode(essay, whole, removal)
        own = tuple(whole.passages_of[essay.slug]) if how == "quotes" else ()
        found[essay.slug] = kept.remembered(_shown, essay, how, own, removal.of(essay.slug))
    return found


def _shown(essay: Essay, how: Publish, own: Sequence[Passage], gone: frozenset[str]) -> secrets.Shown:
    if how in ("closed", "removed"):
        return {}
    found = partial.marked(essay, partial.quotable(own)) if how == "quotes" else secrets.whole(essay)
    return {unit: spans for unit, spans in found.items() if unit not in gone}


def permitted(whole: Collection, removal: Removal | None = None, kept: Kept = NOTHING_KEPT) -> Permitted:
    """The collection reduced to what may be shown.

    Raises InputError where that would still tell what may not be told: an editor's words that repeat
    eight words in a row of what is withheld, another text that repeats what was taken down.
    """
    removal = removal or Removal()
    modes = {essay.slug: mode(essay, whole, removal) for essay in whole.essays}
    own = whole.passages_of
    essays: list[Essay] = []
    passages: dict[str, Passage] = {}
    for essay in whole.essays:
        if modes[essay.slug] == "removed":
            continue
        how, gone = modes[essay.slug], removal.of(essay.slug)
        reduced, left = kept.remembered(_reduced, essay, how, tuple(own[essay.slug]), gone)
        essays.append(reduced)
        passages |= {passage.id: passage for passage in left}
    made = (_argument(each, passages, modes, removal) for each in whole.arguments)
    arguments = tuple(kept.same(("permitted", each.id), each) for each in made)
    removed = tuple(sorted(removal.texts))
    collection = Collection(whole.config, tuple(essays), arguments, removed, lessons=whole.lessons)
    told = [words(text) for _, text in secrets.editors(collection)]
    stretches = [
        stretch
        for essay in whole.essays
        for stretch in _secrets(essay, collection.by_slug.get(essay.slug), own[essay.slug], removal.of(essay.slug))
    ]
    withheld = withhold(stretches, secrets.shown(collection), told)
    problems = [*_told(collection, withheld), *_repeated(collection, withheld)]
    if problems:
        raise InputError(problems)
    return Permitted(collection, withheld)


def _reduced(essay: Essay, how: Publish, own: Sequence[Passage], gone: frozenset[str]) -> partial.Shown:
    """An essay and its passages as they may be shown."""
    kept = tuple(p for p in (partial.quotable(own) if how == "quotes" else own) if p.unit not in gone)
    if how == "closed":
        return partial.closed(essay), ()
    here = gone & {unit.id for unit in essay.units}
    left = partial.removed(essay, here) if here else essay
    if how == "quotes":
        return partial.quotes(left, kept)
    return left if left.publish == "full" else replace(left, publish="full"), kept


def _argument(whole: Argument, passages: dict[str, Passage], modes: dict[str, Publish], removal: Removal) -> Argument:
    """An argument with the passages that may be shown; the others are withdrawn."""
    withdrawn = []
    for passage in whole.passages:
        if passage.id in passages:
            continue
        how = modes[passage.essay]
        essay, unit = ("", "") if how == "removed" else (passage.essay, passage.unit)
        is_removed = how == "removed" or (how != "closed" and passage.unit in removal.of(passage.essay))
        why: Publish = "removed" if is_removed else how
        withdrawn.append(Withdrawn(passage.id, essay, unit, passage.stance, why))
    return replace(
        whole,
        passages=tuple(passages[p.id] for p in whole.passages if p.id in passages),
        examined=tuple(slug for slug in whole.examined if modes.get(slug) != "removed"),
        withdrawn=tuple(withdrawn),
    )


def _secrets(essay: Essay, shown: Essay | None, own: Sequence[Passage], gone: frozenset[str]) -> Iterator[Stretch]:
    """What of an essay may stand nowhere; `shown` is what is left of it, None where it was taken down."""
    yield from secrets.of_readers(essay)
    if shown is None:
        yield from secrets.of_removed(essay)
    elif shown.publish != "full" or gone:
        asides = [block for block in essay.cleaned.asides if block not in shown.cleaned.asides]
        yield from secrets.of_text(essay, _shown(essay, shown.publish, own, gone), gone, asides)


def _told(collection: Collection, withheld: Withheld) -> Iterator[Problem]:
    """Editors' words that repeat what may not be shown."""
    for where, text in secrets.editors(collection) if withheld else ():
        for owner in withheld.find(words(text), whole=False):
            what = f"repeats eight words in a row of {owner} that are not published"
            yield Problem(where, what, "say it in your own words, or quote only what is marked and published")


def _repeated(collection: Collection, withheld: Withheld) -> Iterator[Problem]:
    """Texts that repeat what was taken down."""
    for essay in collection.essays if withheld.taken_down else ():
        said = essay.cleaned.metadata
        where, sidecar = f"seeds/{essay.seed.name}", f"seeds/{essay.seed.stem}.yml"
        for key, text in (("title", essay.title), ("kicker", essay.kicker), ("subtitle", said.subtitle)):
            for owner in withheld.find_taken_down(words(text or "")):
                yield Problem(where, f"its {key} repeats words of {owner}, which was taken down", f"see {sidecar}")
        for unit in essay.units:
            for owner in withheld.find_taken_down(words(unit.spoken)):
                what = f"{unit.id} repeats eight words in a row of {owner}, which was taken down"
                yield Problem(where, what, f"take it down as well: write {essay.slug}#{unit.id} in seeds/{NAME}")
        for block in essay.cleaned.asides:
            for owner in withheld.find_taken_down(words(block.text)):
                what = f"a {block.kind.replace('_', ' ')} repeats words of {owner}, which was taken down"
                yield Problem(where, what, f"take the text down as well: write {essay.slug} in seeds/{NAME}")


def notes(collection: Collection) -> list[Problem]:
    """What the build says of rights: how much is quoted, where that is much, and what rests on nothing known."""
    told = [_quoted(e, collection.passages_of[e.slug]) for e in collection.essays if e.publish == "quotes"]
    unknown = [essay.slug for essay in collection.essays if not essay.licensed and essay.publish != "closed"]
    if unknown:
        shown = ", ".join(unknown[:10]) + (f" and {len(unknown) - 10} more" if len(unknown) > 10 else "")
        index = "" if collection.config.index_unlicensed else "; search engines are asked to leave them out"
        what = f"no rights basis is known for {len(unknown)} of {len(collection.essays)} texts ({shown}){index}"
        told.append(Problem("seeds/", what, "where you know it, write 'rights: {status: …, basis: …}' in the sidecar"))
    return told


def _quoted(essay: Essay, shown: Sequence[Passage]) -> Problem:
    """How much of a text is quoted, and what to do where that is much."""
    whole = essay.work_words or 1
    what = f"{essay.words} of {whole} words are quoted ({100 * essay.words / whole:.0f} %)"
    remedy = ""
    if essay.words > _MANY * whole and not essay.licensed:
        less = (
            "take 'weight: key' from those that can be missed, or shorten their quotes"
            if any(passage.key for passage in shown)
            else "no passage has 'weight: key', so all are shown: write it at the few that matter"
        )
        what += ", more than a quarter"
        remedy = (
            f"that is much for a quotation: {less}; or ask for permission and write it under 'rights' in the sidecar"
        )
    return Problem(f"seeds/{essay.seed.name}", what, remedy)
