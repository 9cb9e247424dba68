"""What a lock promises: which ids it gave, which of them are gone, and what they are called since a rename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from weerklank.annotate.anchors import EssayAnchors, Lock, PassageAnchor


def losses(old: Lock, new: Lock) -> list[tuple[str, str]]:
    """Published ids that the new lock does not have, as (seed stem or argument id, id)."""
    lost = []
    for stem, essay in old.essays.items():
        have = {a.id for a in new.essays[stem].units} if stem in new.essays else set()
        lost += [(stem, anchor.id) for anchor in essay.units if anchor.id not in have]
    have = {p.anchor.id for p in new.passages}
    return lost + [(p.argument, p.anchor.id) for p in old.passages if p.anchor.id not in have]


def retire(old: Lock, new: Lock) -> Lock:
    """The new lock, remembering for good every id that the old one had and the new one has not."""
    essays = dict(new.essays)
    for stem, essay in old.essays.items():
        now = essays.get(stem, EssayAnchors(essay.slug, slugs=essay.slugs, stems=essay.stems))
        have = {a.id for a in now.units}
        gone = dict.fromkeys([*essay.retired, *(a.id for a in essay.units if a.id not in have)])
        essays[stem] = replace(now, retired=tuple(i for i in gone if i not in have))
    have = {p.anchor.id for p in new.passages}
    gone = dict.fromkeys([*old.retired, *(p.anchor.id for p in old.passages if p.anchor.id not in have)])
    return Lock(essays, new.passages, tuple(i for i in gone if i not in have))


def names(lock: Lock) -> set[str]:
    """Every id that the lock ever gave: 'stem#p7' for a unit, 'geen-klant-3' for a passage."""
    units = {f"{stem}#{anchor.id}" for stem, essay in lock.essays.items() for anchor in essay.units}
    return units | {p.anchor.id for p in lock.passages} | retired(lock)


def retired(lock: Lock) -> set[str]:
    """Those of its `names` that are gone for good."""
    return {f"{stem}#{each}" for stem, essay in lock.essays.items() for each in essay.retired} | {*lock.retired}


def renamed(lock: Lock, stems: Mapping[str, str], arguments: Mapping[str, str]) -> Lock:
    """The lock where files got other names (old -> new); ids stay what they are."""
    if not (stems or arguments):
        return lock
    essays = {
        stems.get(stem, stem): replace(essay, stems=(*essay.stems, stem)) if stem in stems else essay
        for stem, essay in lock.essays.items()
    }
    passages = tuple(
        replace(
            p,
            argument=arguments.get(p.argument, p.argument),
            seed=stems.get(p.seed, p.seed),
            was=tuple(arguments.get(each, each) for each in p.was),
        )
        for p in lock.passages
    )
    return Lock(essays, passages, lock.retired)


def other_arguments(old: Lock, new: Lock) -> list[tuple[str, str, str]]:
    """The passages that stand in another argument than they did, as (id, old argument, new one)."""
    before = {p.anchor.id: p.argument for p in old.passages}
    found = [(p.anchor.id, before.get(p.anchor.id, ""), p.argument) for p in new.passages]
    return [(own, was, now) for own, was, now in found if was not in ("", now)]


def formerly(old: Lock, passages: Iterable[PassageAnchor]) -> Iterator[PassageAnchor]:
    """The passages with all arguments that they stood in before, where `old` is the lock until now."""
    before = {p.anchor.id: p for p in old.passages}
    for passage in passages:
        known = before.get(passage.anchor.id, passage)
        was = dict.fromkeys([*known.was, known.argument])
        yield replace(passage, was=tuple(each for each in was if each != passage.argument))


def moves(promised: Lock, drafted: Lock) -> dict[str, str]:
    """The stems of the promised lock that the drafted one has under another name: {old: new}."""
    known = [(old, stem) for stem, essay in drafted.essays.items() for old in essay.stems]
    return {old: stem for old, stem in known if old in promised.essays and old not in drafted.essays}


def with_drafts(promised: Lock, drafted: Lock) -> Lock:
    """The promised lock, with those passages of the drafted one whose ids are free: a number that was given here and
    not published stays with its words while others come and go. Of texts it knows those of both.
    """
    taken = names(promised)
    drafts = tuple(p for p in drafted.passages if p.anchor.id not in taken)
    return Lock({**drafted.essays, **promised.essays}, (*promised.passages, *drafts), promised.retired)
