"""Ids that outlive rebuilds: paragraphs, headings, passages and slugs, kept in seeds/anchors.lock.

A published id never comes to mean another paragraph. The lock holds no text, only fingerprints:
an exact one, and a sketch (the smallest hashes of the text's words and word pairs) by which a paragraph that
was edited a little is known again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import Any

_SKETCH = 24  # hashes kept of a text: enough to tell a half-changed paragraph from another one
_ALIKE = 0.4  # share of a sketch that two versions of one text have in common at least


@dataclass(frozen=True)
class Anchor:
    """A published id with the fingerprint of what it stands for."""

    id: str
    exact: str
    sketch: tuple[str, ...]


@dataclass(frozen=True)
class EssayAnchors:
    """What one seed has published: its slug, its units in order, ids that are gone for good, and what was
    taken down on request, by which it is known should it come back.
    """

    slug: str
    units: tuple[Anchor, ...] = ()
    retired: tuple[str, ...] = ()
    removed: tuple[Anchor, ...] = ()


@dataclass(frozen=True)
class PassageAnchor:
    """A published passage: its argument, the seed's stem and the quote's fingerprint."""

    argument: str
    seed: str
    anchor: Anchor


@dataclass(frozen=True)
class Lock:
    """seeds/anchors.lock: essays by seed stem, passages in order of publication, ids gone for good."""

    essays: dict[str, EssayAnchors] = field(default_factory=dict)
    passages: tuple[PassageAnchor, ...] = ()
    retired: tuple[str, ...] = ()


def fingerprint(anchor_id: str, text: str) -> Anchor:
    """The anchor of `text` under `anchor_id`; white space, case and punctuation do not count."""
    words = re.findall(r"\w+", text.casefold())
    stretches = {" ".join(words[i : i + length]) for length in (1, 2) for i in range(max(1, len(words) + 1 - length))}
    hashes = sorted(_hash(stretch)[:8] for stretch in stretches)
    return Anchor(anchor_id, _hash(" ".join(words))[:16], tuple(hashes[:_SKETCH]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def likeness(one: Anchor, other: Anchor) -> float:
    """How much two texts share, from 0 (nothing) to 1 (the same words), by their sketches."""
    if one.exact == other.exact:
        return 1.0
    ours, theirs = set(one.sketch), set(other.sketch)
    lowest = sorted(ours | theirs)[:_SKETCH]  # the part of both on which the sketches are comparable
    return len(ours & theirs & set(lowest)) / len(lowest) if lowest else 0.0


def align(old: Sequence[Anchor], new: Sequence[Anchor]) -> dict[int, int]:
    """Which new text continues which old one: {index in new: index in old}.

    Equal texts first, in order; then the most alike, as long as they share enough; each at most once.
    """
    pairs: dict[int, int] = {}
    free: dict[str, list[int]] = {}
    for i, anchor in enumerate(old):
        free.setdefault(anchor.exact, []).append(i)
    for j, anchor in enumerate(new):
        if free.get(anchor.exact):
            pairs[j] = free[anchor.exact].pop(0)
    ours = _by_sketch(old, set(pairs.values()))
    theirs = _by_sketch(new, pairs.keys())
    for one, other in _alike(old, ours, new, theirs):
        alike = list(zip(ours[one], theirs[other], strict=False))
        pairs |= {j: i for i, j in alike}
        ours[one], theirs[other] = ours[one][len(alike) :], theirs[other][len(alike) :]
    return pairs


_Sketch = tuple[str, ...]


def _by_sketch(anchors: Sequence[Anchor], without: Collection[int]) -> dict[_Sketch, list[int]]:
    """The indices of anchors by their sketch: copies of one text are one matter."""
    found: dict[_Sketch, list[int]] = {}
    for i, anchor in enumerate(anchors):
        if i not in without:
            found.setdefault(anchor.sketch, []).append(i)
    return found


def _alike(
    old: Sequence[Anchor], ours: Mapping[_Sketch, list[int]], new: Sequence[Anchor], theirs: Mapping[_Sketch, list[int]]
) -> list[tuple[_Sketch, _Sketch]]:
    """The sketches that share enough, the most alike first, and of these the nearest in place."""
    holders: dict[str, list[_Sketch]] = {}
    for sketch in ours:
        for part in sketch:
            holders.setdefault(part, []).append(sketch)
    found = []
    for other, places in theirs.items():
        for one in dict.fromkeys(sketch for part in other for sketch in holders.get(part, ())):
            i, j = ours[one][0], places[0]
            if (score := likeness(old[i], new[j])) >= _ALIKE:
                found.append((-score, abs(i - j), i, j, one, other))
    return [(one, other) for *_, one, other in sorted(found)]


def unit_ids(published: EssayAnchors | None, units: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for an essay's units, given as (prefix, text) in order; prefix 'p' or 'h'.

    What continues a published unit keeps its id. A new text gets the next number at the end of the
    essay, and the number before it with a letter in the middle (p6a comes between p6 and p7).
    """
    ids: list[str] = [""] * len(units)
    used = set(published.retired) if published else set()
    for prefix in ("p", "h"):
        places = [n for n, (kind, _) in enumerate(units) if kind == prefix]
        old = [a for a in published.units if a.id.startswith(prefix)] if published else []
        used |= {anchor.id for anchor in old}
        for j, i in align(old, [fingerprint("", units[n][1]) for n in places]).items():
            ids[places[j]] = old[i].id
        highest, last = _highest(prefix, used), max((n for n in places if ids[n]), default=-1)
        previous = f"{prefix}0"
        for n in places:
            if not ids[n] and n < last:
                ids[n] = _between(previous, used)
                used.add(ids[n])
            elif not ids[n]:
                highest += 1
                ids[n] = f"{prefix}{highest}"
            previous = ids[n]
    return ids


def _highest(prefix: str, used: Iterable[str]) -> int:
    """The highest number that an id with this prefix has, 0 where there is none."""
    return max((int(m[1]) for i in used if (m := re.fullmatch(rf"{prefix}(\d+)[a-z]*", i))), default=0)


def _between(previous: str, used: set[str]) -> str:
    stem = previous.rstrip(ascii_lowercase)
    for length in (1, 2):
        for number in range(26**length):
            suffix = "".join(chr(97 + number // 26**k % 26) for k in reversed(range(length)))
            if stem + suffix not in used:
                return stem + suffix
    raise ValueError(f"no free id after {previous}")


def passage_ids(lock: Lock, wanted: Sequence[tuple[str, str, str]]) -> list[str]:
    """Ids for passages, given as (argument, seed stem, quote) in order: 'geen-klant-3'.

    A passage whose words changed a little keeps its id; a number is never given twice.
    """
    ids = [""] * len(wanted)
    groups: dict[tuple[str, str], list[int]] = {}
    for n, (argument, seed, _) in enumerate(wanted):
        groups.setdefault((argument, seed), []).append(n)
    for (argument, seed), places in groups.items():
        old = [p.anchor for p in lock.passages if (p.argument, p.seed) == (argument, seed)]
        for j, i in align(old, [fingerprint("", wanted[n][2]) for n in places]).items():
            ids[places[j]] = old[i].id
    taken = {*ids, *lock.retired, *(p.anchor.id for p in lock.passages)}
    highest = {argument: _highest(f"{argument}-", taken) for argument in {a for a, _, _ in wanted}}
    for n, (argument, _, _) in enumerate(wanted):
        if not ids[n]:
            highest[argument] += 1
            ids[n] = f"{argument}-{highest[argument]}"
    return ids


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
        now = essays.get(stem, EssayAnchors(essay.slug))
        have = {a.id for a in now.units}
        gone = dict.fromkeys([*essay.retired, *(a.id for a in essay.units if a.id not in have)])
        essays[stem] = replace(now, retired=tuple(i for i in gone if i not in have))
    have = {p.anchor.id for p in new.passages}
    gone = dict.fromkeys([*old.retired, *(p.anchor.id for p in old.passages if p.anchor.id not in have)])
    return Lock(essays, new.passages, tuple(i for i in gone if i not in have))


def dump(lock: Lock) -> str:
    """The lock as the text of its file: JSON, one anchor a line, so that a diff shows what moved."""
    essays = {
        stem: {"slug": e.slug, "units": [_row(a) for a in e.units], "retired": list(e.retired)}
        | ({"removed": [_row(a) for a in e.removed]} if e.removed else {})
        for stem, e in sorted(lock.essays.items())
    }
    passages = [f"{p.argument} {p.seed} {_row(p.anchor)}" for p in lock.passages]
    return json.dumps({"essays": essays, "passages": passages, "retired": list(lock.retired)}, indent=1) + "\n"


def load(text: str) -> Lock:
    """A lock from its file's text; ValueError where it is not one."""
    try:
        data = json.loads(text)
        essays = {stem: _essay(values) for stem, values in data["essays"].items()}
        rows = [row.split(" ", 2) for row in data["passages"]]
        passages = tuple(PassageAnchor(argument, seed, _anchor(row)) for argument, seed, row in rows)
        return Lock(essays, passages, tuple(data["retired"]))
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError(f"not a lock: {error}") from error


def _essay(values: dict[str, Any]) -> EssayAnchors:
    units, removed = (tuple(map(_anchor, rows)) for rows in (values["units"], values.get("removed", ())))
    return EssayAnchors(values["slug"], units, tuple(values["retired"]), removed)


def _row(anchor: Anchor) -> str:
    return f"{anchor.id} {anchor.exact} {','.join(anchor.sketch)}"


def _anchor(row: str) -> Anchor:
    anchor_id, exact, sketch = row.split(" ")
    return Anchor(anchor_id, exact, tuple(sketch.split(",")))
