"""Two branches made one: the locks, in which what is published keeps its id and the other gets a number of its own, and
the editors' files, entry by entry (`settle_files`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from weerklank.annotate import anchors, promises
from weerklank.annotate.anchors import EssayAnchors, Lock, PassageAnchor
from weerklank.build import git
from weerklank.build.published import DAYS, IDS, at, on_disk
from weerklank.build.settle_files import Sides, merge_files
from weerklank.collection import checksums, editions
from weerklank.collection.edited_files import edited_files
from weerklank.collection.unfinished_merge import has_marks, unfinished_merges
from weerklank.model.errors import InputError, Problem
from weerklank.state.safe_writing import write_inside

_BRANCHES = ("refs/remotes/origin/HEAD", "refs/heads/main", "refs/heads/master")
"""Where what is published usually lies, the likeliest first."""


def settle(root: Path) -> Iterator[str]:
    """Make one of both sides of a merge: the locks, and the ids in the editors' files that got another number.

    What is said is a line for each. InputError where nothing is being merged, and, when all the rest is done, with
    what an editor must choose.
    """
    first, other = _sides(root)
    base = git.merge_base(root, first, other)
    ids, again = merged(at(root, first).ids, at(root, other).ids, at(root, base).ids if base else Lock())
    days = merged_days(at(root, first).days, at(root, other).days)
    names = [IDS, DAYS]
    for where, text in ((IDS, anchors.dump(ids)), (DAYS, editions.dump(days))):
        write_inside(root, where, text.encode())
    sides = Sides(root, first, other, base, again)
    problems, merged_names = yield from merge_files(sides)
    yield from _renumbered(sides, merged_names)
    names += [*merged_names, *_checksums(root, first, other)]
    git.add(root, *names)
    yield f"{', '.join(names)}: settled; what {first} had is as it was"
    told = {problem.where.partition(":")[0] for problem in problems}
    if problems := [*problems, *(p for p in unfinished_merges(root / "seeds") if p.where not in told)]:
        raise InputError(problems)


def _sides(root: Path) -> tuple[str, str]:
    """The commits that are being merged, or were in the last commit: first the one whose ids stay."""
    if side := git.taken_in(root):
        ours, theirs = "HEAD", side
    elif git.commit(root, "HEAD^2") and _is_damaged(root):
        ours, theirs = "HEAD^1", "HEAD^2"
    else:
        remedy = "it is for what 'git merge' leaves of seeds/"
        raise InputError([Problem("weerklank settle", "no two branches are being merged here", remedy)])
    main = next((name for name in _BRANCHES if git.commit(root, name)), "")
    published = [bool(main) and git.holds(root, main, each) for each in (ours, theirs)]
    return (theirs, ours) if published == [False, True] else (ours, theirs)


def _is_damaged(root: Path) -> bool:
    """Whether the locks are none: lines of both branches side by side, with one id twice."""
    try:
        on_disk(root)
    except InputError:
        return True
    return False


def merged(first: Lock, other: Lock, base: Lock) -> tuple[Lock, dict[str, str]]:
    """Both locks as one, and the ids of passages of `other` that are others there: {old: new}. `base` is the lock from
    which both came. What either retired is retired.
    """
    known, ours = promises.names(base), promises.names(first)
    gone = {name for name in promises.retired(first) | promises.retired(other) if name in known}
    gone |= promises.retired(first)
    passages = [p for p in first.passages if p.anchor.id not in gone]
    again: dict[str, str] = {}
    for passage in other.passages:
        own = passage.anchor.id
        same = next((p.anchor.id for p in first.passages if _same(p, passage)), "")
        if own in known or same == own:
            if own not in ours:
                passages.append(passage)
        elif same:
            again[own] = same
        elif own in ours:
            again[own] = _next(own, {*ours, *promises.names(other), *again.values()})
            passages.append(replace(passage, anchor=replace(passage.anchor, id=again[own])))
        else:
            passages.append(passage)
    retired = dict.fromkeys([*first.retired, *(i for i in other.retired if i in gone or i not in ours)])
    essays = {
        stem: _essay(first.essays.get(stem), other.essays.get(stem), gone, stem)
        for stem in {**first.essays, **other.essays}
    }
    return Lock(essays, tuple(passages), tuple(retired)), again


def _same(one: PassageAnchor, other: PassageAnchor) -> bool:
    words = (one.argument, one.seed, one.anchor.exact) == (other.argument, other.seed, other.anchor.exact)
    return words and bool(one.anchor.exact or one.anchor == other.anchor)


def _next(own: str, taken: set[str]) -> str:
    """The number after the highest of this argument that either branch gave."""
    argument = own.rpartition("-")[0]
    numbers = (re.fullmatch(rf"{re.escape(argument)}-(\d+)", name) for name in taken)
    return f"{argument}-{max(int(match[1]) for match in numbers if match) + 1}"


def _essay(first: EssayAnchors | None, other: EssayAnchors | None, gone: set[str], stem: str) -> EssayAnchors:
    """The units of both; a paragraph that only `other` has under an id of `first` gets its id at the next build."""
    if not (first and other):
        one = first or other
        assert one
        return one
    have = {*first.retired, *(anchor.id for anchor in first.units)}
    units = list(first.units)
    for n, anchor in enumerate(other.units):
        if anchor.id not in have:
            before = {earlier.id for earlier in other.units[:n]}
            at = max((k for k, unit in enumerate(units, 1) if unit.id in before), default=0)
            units.insert(at, anchor)
    left = tuple(unit for unit in units if f"{stem}#{unit.id}" not in gone)
    ids = {unit.id for unit in left}
    retired = tuple(each for each in dict.fromkeys([*first.retired, *other.retired]) if each not in ids)
    removed = {anchor.id: anchor for anchor in (*other.removed, *first.removed)}
    slugs = tuple(slug for slug in dict.fromkeys([*first.slugs, *other.slugs]) if slug != first.slug)
    stems = tuple(dict.fromkeys([*first.stems, *other.stems]))
    return EssayAnchors(first.slug, left, retired, tuple(removed.values()), slugs, stems)


def merged_days(first: editions.Lock, other: editions.Lock) -> editions.Lock:
    """The days and parts of both; of what both have those of `first`. The numbered editions are those of the side with
    more.
    """
    if not first.id:
        return other
    last = other if len(other.editions) > len(first.editions) else first

    def rows(kind: str) -> dict[str, editions.Entry]:
        both, frozen = {**getattr(other, kind), **getattr(first, kind)}, getattr(last, kind)
        return {n: replace(e, frozen=frozen[n].frozen if n in frozen else "") for n, e in both.items()}

    return replace(
        first,
        texts=rows("texts"),
        arguments=rows("arguments"),
        passages=rows("passages"),
        editions=last.editions,
        parts=tuple(sorted({*first.parts, *other.parts})),
    )


def _renumbered(sides: Sides, but: Collection[str]) -> Iterator[str]:
    """Write the new ids in those lines of the editors' files that only `other` has, and say how often. Those of the
    files `but` have them.
    """
    for path in edited_files(sides.root / "seeds"):
        name = path.relative_to(sides.root).as_posix()
        text = path.read_bytes().decode()
        if name not in but and (anew := sides.renumbered(name, text)) != text:
            write_inside(sides.root, name, anew.encode())
    for old, new in sides.again.items():
        count = sides.places[old]
        yield f"{old} of {sides.other} is {new} now ({count} place{'s'[: count != 1]} in seeds/ changed)"


def _checksums(root: Path, first: str, other: str) -> list[str]:
    """Write the checksums of both sides where they do not contradict each other; then their file."""
    where = f"seeds/{checksums.NAME}"
    if not (git.unmerged(root, where) or has_marks(root / where)):
        return []
    sides = [(git.committed(root, where, side) or b"").decode() for side in (first, other)]
    rows = [[line.split(None, 1) for line in text.splitlines()] for text in sides]
    sums = [{name: found for found, name in side} for side in rows]
    if any(sums[0][name] != sums[1][name] for name in sums[0].keys() & sums[1].keys()):
        return []
    both = {**sums[0], **sums[1]}
    there = {name: found for name, found in both.items() if (root / "seeds" / name).exists()}
    write_inside(root, where, checksums.written(there).encode())
    return [where]
