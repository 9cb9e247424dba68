"""Ids that outlive rebuilds: paragraphs, headings, passages and slugs, kept in seeds/anchors.lock.

A published id never comes to mean another paragraph. The lock holds no text, only fingerprints. Of what
is shown: an exact one, and a sketch (the smallest hashes of the text's words and word pairs) by which a
paragraph that was edited a little is known again. Of what is not shown, runs of eight words alone: a hash
of fewer words can be read off with a word list, and so can the end of a run that begins with known words.
Hence the runs of one text never overlap, and none of them holds a word that is shown.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from string import ascii_lowercase
from typing import TypeVar

from weerklank.model.lock_file import matches, matching, once, read_json, record
from weerklank.model.runs import RUN, Words, windows, words
from weerklank.model.slugs import RESERVED, SLUG, SLUG_FORM

_What = TypeVar("_What")
_SKETCH = 24  # hashes kept of a text: enough to tell a half-changed paragraph from another one
_ALIKE = 0.4  # share of a sketch that two versions of one text have in common at least
_KNOWN = 5  # hashes of a quote, which three words have: fewer are common speech
_SHORT = 2 * RUN  # words: one edit leaves no run of a shorter text, so that only its place tells it


@dataclass(frozen=True)
class Anchor:
    """A published id with the fingerprint of what it stands for.

    Of a text that is shown `exact` and `sketch`; of one that is not `runs`, and nothing where it is shorter
    than a run. (`exact` alone: the text was taken down and gone before its runs were kept.)
    """

    id: str
    exact: str = ""
    sketch: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()

    @property
    def known_by_place(self) -> bool:
        """Whether an edit of a word or two may leave nothing to know it by."""
        return not self.exact and len(self.runs) < _SHORT // RUN


@dataclass(frozen=True)
class EssayAnchors:
    """What one seed has published: its slug, its units in order, ids that are gone for good, and what was
    taken down on request, by which it is known should it come back; the slugs and stems that it had before.
    """

    slug: str
    units: tuple[Anchor, ...] = ()
    retired: tuple[str, ...] = ()
    removed: tuple[Anchor, ...] = ()
    slugs: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()


@dataclass(frozen=True)
class PassageAnchor:
    """A published passage: its argument, the seed's stem and the quote's fingerprint; the arguments that it stood in
    before.
    """

    argument: str
    seed: str
    anchor: Anchor
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lock:
    """seeds/anchors.lock : essays by seed stem, passages in order of publication, ids gone for good."""

    essays: dict[str, EssayAnchors] = field(default_factory=dict)
    passages: tuple[PassageAnchor, ...] = ()
    retired: tuple[str, ...] = ()


class _Reading:
    """A text as it is compared with anchors of either kind; each only where it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def exact(self) -> str:
        return _exact(_words(self._text))

    @cached_property
    def shown(self) -> Anchor:
        return fingerprint("", self._text)

    @cached_property
    def runs(self) -> frozenset[str]:
        return frozenset(run_hashes(words(self._text)))

    def likeness(self, anchor: Anchor) -> float:
        """How much of what `anchor` stands for this is, from 0 (nothing) to 1."""
        if anchor.exact or anchor.sketch:
            return likeness(anchor, self.shown)
        return len(self.runs.intersection(anchor.runs)) / len(anchor.runs) if anchor.runs else 0.0


def fingerprint(anchor_id: str, text: str, known: Mapping[str, Anchor] | None = None) -> Anchor:
    """The anchor of a `text` that is shown under `anchor_id`; white space, case and punctuation do not count. `known`
    are anchors of texts that are shown, by `exact`: of the same words the sketch is the same.
    """
    found = _words(text)
    exact = _exact(found)
    if known and exact in known:
        return replace(known[exact], id=anchor_id)
    return Anchor(anchor_id, exact, tuple(_stretches(found)[:_SKETCH]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _exact(found: Sequence[str]) -> str:
    return _hash(" ".join(found))[:16]


def _stretches(found: Sequence[str]) -> list[str]:
    """The hashes of words and word pairs, the smallest first."""
    stretches = {" ".join(found[i : i + length]) for length in (1, 2) for i in range(max(1, len(found) + 1 - length))}
    return sorted(_hash(stretch)[:8] for stretch in stretches)


def is_longer_or_shorter(anchor: Anchor, text: str) -> bool:
    """Whether `text` is what `anchor` stands for with words put before or after it, or taken off there."""
    hashes = _stretches(_words(text))
    # of a long text only the smallest hashes are kept: larger ones say nothing
    seen = hashes if len(anchor.sketch) < _SKETCH else [each for each in hashes if each <= anchor.sketch[-1]]
    shorter, longer = sorted((set(seen), set(anchor.sketch)), key=len)
    return len(shorter) >= _KNOWN and shorter <= longer


def concealed(anchor_id: str, parts: Iterable[Words]) -> Anchor:
    """The anchor of a text that is not shown, or not whole: `parts` are its words, cut where what is shown begins and
    ends.

    >>> concealed("p1", [words("Een korte alinea.")])
    Anchor(id='p1', exact='', sketch=(), runs=())
    """
    runs = {run for part in parts for run in list(run_hashes(part))[::RUN]}
    return Anchor(anchor_id, runs=tuple(sorted(runs)))


def conceal(anchor: Anchor) -> Anchor:
    """What may stay of an anchor when its text is not shown any more and cannot be had: nothing of fewer words than a
    run. A sketch tells by its length whether the text had as many.
    """
    long = len(anchor.sketch) > 2 * (RUN - 1) - 1
    return Anchor(anchor.id, anchor.exact if long or not anchor.sketch else "", runs=anchor.runs)


def run_hashes(text: Words) -> Iterable[str]:
    """The hashes of every RUN words in a row, in order."""
    return (_hash(" ".join(run))[:16] for run in windows(text))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def likeness(one: Anchor, other: Anchor) -> float:
    """How much two texts share, from 0 (nothing) to 1 (the same words), by their sketches."""
    if one.exact == other.exact:
        return 1.0
    ours, theirs = set(one.sketch), set(other.sketch)
    lowest = sorted(ours | theirs)[:_SKETCH]  # the part of both on which the sketches are comparable
    return len(ours & theirs & set(lowest)) / len(lowest) if lowest else 0.0


def found_in(old: Iterable[Anchor], texts: Iterable[str]) -> list[Anchor]:
    """Those of the anchors of which the words stand in one of `texts`, maybe changed a little."""
    readings = [_Reading(text) for text in texts]
    return [anchor for anchor in old if any(reading.likeness(anchor) >= _ALIKE for reading in readings)]


def align(old: Sequence[tuple[str, Anchor]], new: Sequence[tuple[str, str]]) -> dict[int, int]:
    """Which new text continues which old one: {index in new: index in old}. Both are given with their kind,
    and only what is of one kind is paired.

    Equal texts first, in order; then the most alike, as long as they share enough; then what only its
    place between these tells. Each at most once.
    """
    pairs: dict[int, int] = {}
    texts = [_Reading(text) for _, text in new]
    free: dict[tuple[str, str], list[int]] = {}
    for i, (kind, anchor) in enumerate(old):
        if anchor.exact:
            free.setdefault((kind, anchor.exact), []).append(i)
    for j, (kind, _) in enumerate(new if free else ()):
        if same := free.get((kind, texts[j].exact)):
            pairs[j] = same.pop(0)
    ours = _groups(old, set(pairs.values()))
    theirs = _groups(new, pairs.keys())
    for one, other in _alike(ours, theirs, {group: texts[places[0]] for group, places in theirs.items()}):
        alike = list(zip(ours[one], theirs[other], strict=False))
        pairs |= {j: i for i, j in alike}
        ours[one], theirs[other] = ours[one][len(alike) :], theirs[other][len(alike) :]
    return pairs | _by_place(old, [(kind, text) for (kind, _), text in zip(new, texts, strict=True)], pairs)


def _groups(each: Sequence[tuple[str, _What]], without: Collection[int]) -> dict[tuple[str, _What], list[int]]:
    """The indices of texts, or of anchors by what they hold: copies of one text are one matter."""
    found: dict[tuple[str, _What], list[int]] = {}
    for i, (kind, what) in enumerate(each):
        if i not in without:
            same = replace(what, id="") if isinstance(what, Anchor) else what
            found.setdefault((kind, same), []).append(i)
    return found


def _alike(
    ours: Mapping[tuple[str, Anchor], Sequence[int]],
    theirs: Mapping[tuple[str, str], Sequence[int]],
    texts: Mapping[tuple[str, str], _Reading],
) -> list[tuple[tuple[str, Anchor], tuple[str, str]]]:
    """The groups that share enough, the most alike first, and of these the nearest in place."""
    holders: dict[tuple[str, str], list[tuple[str, Anchor]]] = {}
    for group in ours:
        for part in (*group[1].sketch, *group[1].runs):
            holders.setdefault((group[0], part), []).append(group)
    shown, hidden = any(anchor.sketch for _, anchor in ours), any(anchor.runs for _, anchor in ours)
    found = []
    for other, places in theirs.items():
        text = texts[other]
        parts = [*(text.shown.sketch if shown else ()), *(sorted(text.runs) if hidden else ())]
        for one in dict.fromkeys(group for part in parts for group in holders.get((other[0], part), ())):
            i, j = ours[one][0], places[0]
            if (score := text.likeness(one[1])) >= _ALIKE:
                found.append((-score, abs(i - j), i, j, one, other))
    return [(one, other) for *_, one, other in sorted(found, key=lambda each: each[:4])]


def _by_place(
    old: Sequence[tuple[str, Anchor]], new: Sequence[tuple[str, _Reading]], pairs: dict[int, int]
) -> dict[int, int]:
    """The pairs of what is left between two neighbours that are paired, where there is as much of it as there was,
    or as much that is shorter than a run.
    """
    found: dict[int, int] = {}
    placed = sorted((i, j) for j, i in pairs.items())
    for (i, j), (i_end, j_end) in zip([(-1, -1), *placed], [*placed, (len(old), len(new))], strict=True):
        for kind in {kind for kind, _ in old[i + 1 : i_end]}:
            here = [n for n in range(i + 1, i_end) if old[n][0] == kind]
            there = [n for n in range(j + 1, j_end) if new[n][0] == kind and n not in pairs]
            short = [n for n in there if not new[n][1].runs]
            fits = [group for group in (there, short) if len(group) == len(here)]
            if fits and all(old[n][1].known_by_place for n in here):
                found |= dict(zip(fits[0], here, strict=True))
    return found


def unit_ids(published: EssayAnchors | None, units: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for an essay's units, given as (prefix, text) in order; prefix 'p' or 'h'.

    What continues a published unit keeps its id. A new text gets the next number at the end of the
    essay, and the number before it with a letter in the middle (p6a comes between p6 and p7).
    """
    ids: list[str] = [""] * len(units)
    old = [(anchor.id[0], anchor) for anchor in published.units] if published else []
    used = {*(published.retired if published else ()), *(anchor.id for _, anchor in old)}
    for j, i in align(old, units).items():
        ids[j] = old[i][1].id
    for prefix in ("p", "h"):
        places = [n for n, (kind, _) in enumerate(units) if kind == prefix]
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


def passage_ids(lock: Lock, wanted: Sequence[tuple[str, str, str]], arguments: Collection[str] = ()) -> list[str]:
    """Ids for passages, given as (argument, seed stem, quote) in order: 'geen-klant-3'.

    A passage whose words changed a little, or that grew or shrank at its ends, keeps its id, and so does one that
    stands in another one of the `arguments` now; a number is never given twice.
    """
    ids = [""] * len(wanted)
    groups: dict[tuple[str, str], list[int]] = {}
    for n, (argument, seed, _) in enumerate(wanted):
        groups.setdefault((argument, seed), []).append(n)
    published: dict[tuple[str, str], list[tuple[str, Anchor]]] = {}
    for p in lock.passages:
        published.setdefault((p.argument, p.seed), []).append(("", p.anchor))
    for group, places in groups.items():
        old = published.get(group, [])
        texts = [wanted[n][2] for n in places]
        pairs = _grown([anchor for _, anchor in old], texts, align(old, [("", text) for text in texts]))
        for j, i in pairs.items():
            ids[places[j]] = old[i][1].id
    _keep_moved(ids, lock, wanted, arguments)
    taken = {*ids, *lock.retired, *(p.anchor.id for p in lock.passages)}
    highest: dict[str, int] = {}
    for n, (argument, _, _) in enumerate(wanted):
        if not ids[n]:
            if argument not in highest:
                highest[argument] = _highest(f"{argument}-", taken)
            highest[argument] += 1
            ids[n] = f"{argument}-{highest[argument]}"
    return ids


def _keep_moved(ids: list[str], lock: Lock, wanted: Sequence[tuple[str, str, str]], arguments: Collection[str]) -> None:
    """Give what is new in one argument and gone from another that is there still, word for word, the id that it had."""
    kept = set(ids)
    left = [p for p in lock.passages if p.argument in arguments and p.anchor.id not in kept]
    for n, (_, seed, text) in enumerate(wanted if left else ()):
        if not ids[n]:
            reading = _Reading(text)
            moved = next((p for p in left if p.seed == seed and reading.likeness(p.anchor) == 1), None)
            if moved:
                ids[n] = moved.anchor.id
                left.remove(moved)


def _grown(old: Sequence[Anchor], texts: Sequence[str], pairs: Mapping[int, int]) -> dict[int, int]:
    """`pairs` of `align`, and those of what is left of which one is the other with words at its ends."""
    found = dict(pairs)
    left = [i for i in range(len(old)) if i not in pairs.values()]
    for j, text in enumerate(texts):
        for i in left if j not in found else ():
            if is_longer_or_shorter(old[i], text):
                found[j] = i
                left.remove(i)
                break
    return found


def dump(lock: Lock) -> str:
    """The lock as the text of its file: JSON, one anchor a line, so that a diff shows what moved."""
    essays = {
        stem: {"slug": e.slug, "units": [_row(a) for a in e.units], "retired": list(e.retired)}
        | ({"removed": [_row(a) for a in e.removed]} if e.removed else {})
        | {key: list(names) for key, names in (("slugs", e.slugs), ("stems", e.stems)) if names}
        for stem, e in sorted(lock.essays.items())
    }
    passages = [f"{p.argument} {p.seed} {_row(p.anchor)}{_before(p)}" for p in lock.passages]
    return json.dumps({"essays": essays, "passages": passages, "retired": list(lock.retired)}, indent=1) + "\n"


def _before(passage: PassageAnchor) -> str:
    return f" was {','.join(passage.was)}" if passage.was else ""


def _row(anchor: Anchor) -> str:
    return f"{anchor.id} {anchor.exact or '-'} {','.join(anchor.sketch or anchor.runs) or '-'}"


_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_UNIT = r"[ph][0-9]{1,7}[a-z]{0,2}"
_PASSAGE = rf"{_WORDS}-[0-9]{{1,7}}"
_SKETCHES = r"(?P<sketch>[0-9a-f]{8}(?:,[0-9a-f]{8})*)|(?P<runs>[0-9a-f]{16}(?:,[0-9a-f]{16})*)"
_HASHES = rf"(?P<exact>[0-9a-f]{{16}}|-) (?:{_SKETCHES}|-)"
_STEM = re.compile(r"[^/\x00-\x1f]+")
_UNIT_ID, _PASSAGE_ID = re.compile(_UNIT), re.compile(_PASSAGE)
_UNIT_ROW = re.compile(rf"(?P<id>{_UNIT}) {_HASHES}")
_PASSAGE_ROW = re.compile(
    rf"(?P<argument>{_WORDS}) (?P<seed>.+) (?P<id>{_PASSAGE}) {_HASHES}(?: was (?P<was>{_WORDS}(?:,{_WORDS})*))?"
)
_ANCHOR = "an id with its fingerprint"
_OF_PASSAGE = "an argument, a text and an id with its fingerprint"


def load(text: str) -> Lock:
    """A lock from its file's text; ValueError, with the place, where it is not what `dump` writes."""
    data = read_json(text, ("essays", "passages", "retired"))
    essays = {stem: _essay(values, f"essays: {stem}") for stem, values in record(data["essays"], "essays").items()}
    passages = tuple(
        PassageAnchor(row["argument"], row["seed"], _anchor(row), tuple(filter(None, (row["was"] or "").split(","))))
        for row in matches(data["passages"], _PASSAGE_ROW, "passages", _OF_PASSAGE)
    )
    once(tuple(p.anchor.id for p in passages), "passages")
    return Lock(essays, passages, _ids(data["retired"], _PASSAGE_ID, "retired"))


def _essay(value: object, place: str) -> EssayAnchors:
    values = record(value, place, ("slug", "units", "retired"))
    slug = matching(values["slug"], SLUG, f"{place}: slug", SLUG_FORM)
    slugs = tuple(each[0] for each in matches(values.get("slugs", []), SLUG, f"{place}: slugs", SLUG_FORM))
    if taken := {slug, *slugs}.intersection(RESERVED):
        raise ValueError(f"{place}: slug: a list has the address '{min(taken)}'")
    stems = tuple(each[0] for each in matches(values.get("stems", []), _STEM, f"{place}: stems", "a file's name"))
    units, removed = (
        tuple(map(_anchor, matches(values.get(key, []), _UNIT_ROW, f"{place}: {key}", _ANCHOR)))
        for key in ("units", "removed")
    )
    for key, anchors in (("units", units), ("removed", removed)):
        once(tuple(anchor.id for anchor in anchors), f"{place}: {key}")
    retired = _ids(values["retired"], _UNIT_ID, f"{place}: retired")
    return EssayAnchors(slug, units, retired, tuple(map(conceal, removed)), slugs, stems)


def _ids(value: object, form: re.Pattern[str], place: str) -> tuple[str, ...]:
    return once(tuple(match[0] for match in matches(value, form, place, "an id that was given")), place)


def _anchor(row: re.Match[str]) -> Anchor:
    exact = "" if row["exact"] == "-" else row["exact"]
    sketch, runs = (tuple(row[key].split(",")) if row[key] else () for key in ("sketch", "runs"))
    return Anchor(row["id"], exact, sketch, runs)
