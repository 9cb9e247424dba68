"""What seeds/takedown.txt takes down: entries as texts and paragraphs of this collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from weerklank.annotate.anchors import EssayAnchors, Lock, conceal, fingerprint, run_hashes
from weerklank.annotate.assemble import assemble
from weerklank.collection.takedown_file import NAME, Entry
from weerklank.collection.yaml_file import nearest
from weerklank.languages.pack import Pack
from weerklank.model import Cleaned, Essay, Seed
from weerklank.model.errors import InputError, Problem
from weerklank.model.runs import words


@dataclass(frozen=True)
class Removal:
    """`texts`: slugs that were taken down whole, whether their seed is still there or not; `units`: the
    unit ids that were taken down, by the slug of their text.
    """

    texts: frozenset[str] = frozenset()
    units: dict[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts or self.units)

    def of(self, slug: str) -> frozenset[str]:
        """The units of a text that were taken down."""
        return self.units.get(slug, frozenset())


def without_copies(
    say: Pack, seeds: Sequence[tuple[Seed, Cleaned]], entries: Sequence[Entry], lock: Lock
) -> list[tuple[Seed, Cleaned]]:
    """The cleaned seeds, of a text that was taken down only one: a copy under another name is kept out.

    The one that was published stays, so that its address can say what happened.
    """
    named = {e.sha256 or e.slug for e in entries if not e.unit}
    copies: dict[str, list[tuple[Seed, Cleaned]]] = {}
    for seed, cleaned in seeds:
        copies.setdefault(seed.sha256, []).append((seed, cleaned))
    out: set[str] = set()
    for sha256, same in copies.items():
        if len(same) > 1 and named & {sha256, *(assemble(say, s, c, lock.essays.get(s.stem)).slug for s, c in same)}:
            stay = next((seed for seed, _ in same if seed.stem in lock.essays), same[0][0])
            out |= {seed.name for seed, _ in same if seed is not stay}
    return [(seed, cleaned) for seed, cleaned in seeds if seed.name not in out]


def resolve(entries: Iterable[Entry], essays: Sequence[Essay], lock: Lock) -> Removal:
    """What the entries name. A sha256 that no seed has guards against its return and names nothing yet.

    InputError with every slug and paragraph that never was: a slip of the pen must not publish anything.
    """
    present = {essay.slug: essay for essay in essays}
    known = {e.slug: e for e in lock.essays.values()}
    entries = tuple(entries)
    named = {entry.slug for entry in entries}
    orphans = {slug for slug, e in known.items() if e.removed and slug not in present and slug not in named}
    texts: set[str] = set()
    units: dict[str, set[str]] = {}
    problems = []
    for entry in entries:
        if entry.sha256:
            texts |= {essay.slug for essay in essays if essay.seed.sha256 == entry.sha256} or orphans
        elif entry.slug not in present and entry.slug not in known:
            advice = nearest(entry.slug, [*present, *known])
            problems.append(Problem(entry.where, f"there is no text '{entry.slug}', and never was", advice))
        elif not entry.unit:
            texts.add(entry.slug)
        else:
            ids = _ids(present.get(entry.slug), known.get(entry.slug))
            if entry.unit not in ids:
                what = f"'{entry.slug}' has no paragraph or heading '{entry.unit}', and never had"
                problems.append(Problem(entry.where, what, f"it has {ids[0]} to {ids[-1]}" if ids else ""))
            units.setdefault(entry.slug, set()).add(entry.unit)
    if problems:
        raise InputError(problems)
    return Removal(frozenset(texts), {slug: frozenset(ids) for slug, ids in units.items() if slug not in texts})


def _ids(essay: Essay | None, known: EssayAnchors | None) -> list[str]:
    """The ids of units that a text has or ever had."""
    ids = [unit.id for unit in essay.units] if essay else []
    return ids + ([*(a.id for a in (*known.units, *known.removed)), *known.retired] if known else [])


def remembered(new: Lock, old: Lock, removal: Removal, entries: Iterable[Entry]) -> Lock:
    """The new lock with the fingerprints of what was taken down, for the day when its seed is gone.

    They stay as long as the list names them; a text that was taken down by its sha256 as long as the
    list holds a sha256 that no seed has any more.
    """
    by_hash = any(entry.sha256 for entry in entries)
    essays = dict(new.essays)
    for stem in {*old.essays, *new.essays}:
        now, before = new.essays.get(stem), old.essays.get(stem, EssayAnchors(""))
        slug = now.slug if now else before.slug
        have = {a.id: a for a in (*map(conceal, before.units), *before.removed, *(now.units if now else ()))}
        if slug in removal.texts:
            kept = tuple(have.values())
        elif removal.of(slug) or not (by_hash and now is None):
            kept = tuple(have[name] for name in have if name in removal.of(slug))
        else:
            kept = before.removed
        if kept or (now and now.removed):
            essays[stem] = replace(now or EssayAnchors(slug), removed=kept)
    return Lock(essays, new.passages, new.retired)


def returned(shown: Iterable[Essay], whole: Iterable[Essay], lock: Lock) -> list[Problem]:
    """Paragraphs to be published that repeat one that was taken down; `lock` remembers runs of its words.

    One run is enough where its seed is gone; else (`whole` has it) two are, for its own words were compared already,
    and a few of them may be common speech.
    """
    here = {(essay.slug, unit.id) for essay in whole for unit in essay.units}
    gone = {(e.slug, anchor.id): anchor for e in lock.essays.values() for anchor in e.removed}
    owners: dict[str, list[tuple[str, str]]] = {}
    for name, anchor in gone.items():
        for piece in {anchor.exact, *anchor.runs} - {""}:
            owners.setdefault(piece, []).append(name)
    enough = {name: min(2, len(anchor.runs)) if name in here else 1 for name, anchor in gone.items()}
    problems = []
    for essay in shown if owners else ():
        for unit in essay.units:
            counts = Counter(name for piece in _pieces(unit.text) for name in owners.get(piece, ()))
            known = [name for name, count in counts.items() if count >= enough[name] and name != (essay.slug, unit.id)]
            if known:
                what = f"{unit.id} is {'#'.join(known[0])}, which was taken down, or repeats words of it"
                other = f"{essay.slug} or {essay.slug}#{unit.id}"
                remedy = f"take the text out of seeds/, or write {other} in seeds/{NAME}"
                problems.append(Problem(f"seeds/{essay.seed.name}", what, remedy))
    return problems


def _pieces(text: str) -> set[str]:
    """Every hash by which a paragraph of these words may be remembered."""
    return {fingerprint("", text).exact, *run_hashes(words(text))}
