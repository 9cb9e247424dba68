"""Quotes to anchors: each passage entry of an argument file finds its one place in an essay.

A quote is a W3C TextQuoteSelector: exact words, with `before` and `after` only where they occur
twice. It is matched on normalised text (quotation marks, dashes and white space are not told
apart); what does not match is never anchored, only shown with the nearest words.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate

from weerklank.annotate.anchors import Lock, passage_ids
from weerklank.languages.sentences import shorten
from weerklank.model import ALL, Argument, ArgumentFile, Essay, Named, Passage, PassageEntry, Unit
from weerklank.model.errors import InputError, Problem
from weerklank.state.kept import NOTHING_KEPT, Kept

GAP = " … "
"""Spans words left out between two stretches of one block; tried literally first."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_PROPOSE = 0.8  # likeness from which other words are proposed, never anchored
_IN_TYPOGRAPHIC_MARKS = re.compile(r"[“”„‟«»‘’‚‛](.*)[“”„‟«»‘’‚‛\"']", re.DOTALL)
_SAME = {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′´`", "'"), **dict.fromkeys("–—‐‑‒−", "-")}
_PLAIN = str.maketrans({**_SAME, "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a unit's text."""

    unit: Unit
    start: int
    end: int


class Reading:
    """A text's units as quotes are compared with them, put together so that a quote is looked up in all at once."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        texts = [compared(unit.text) for unit in units]
        self._all = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def holding(self, words: str) -> Iterator[Unit]:
        """The units in which these words stand, normalised, at the edges of words or not."""
        at = self._all.find(words) if words else -1
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield self.units[number]
            at = self._all.find(words, self._ends[number])


def annotate(
    files: Iterable[ArgumentFile],
    essays: Sequence[Essay],
    lock: Lock,
    whole: bool = True,
    kept: Kept = NOTHING_KEPT,
) -> tuple[Argument, ...]:
    """The arguments with every passage anchored and named; `whole` says that no text is missing for a fault of its own.

    Raises InputError with all problems: an unknown essay or argument, a quote found nowhere or in
    several places, a passage given twice.
    """
    files = tuple(files)
    by_slug = {essay.slug: essay for essay in essays}
    known: dict[tuple[str, Named], PassageEntry] = {(file.id, e.number): e for file in files for e in file.entries}
    problems = _unknown_examined(essays, {f.id for f in files})
    problems += _unknown_texts(files, by_slug, lock) if whole else []
    for file in files:
        problems += _unknown_related(file, {f.id for f in files})
        problems += _clash_faults(file, known, by_slug, by_id=False)
    found = list(_anchored(files, by_slug, problems, kept))
    if problems:
        raise InputError(problems)
    order = {(essay.slug, unit.id): (i, j) for i, essay in enumerate(essays) for j, unit in enumerate(essay.units)}
    found.sort(key=lambda f: (f[0].id, order[f[1].essay, f[2].unit.id], f[2].start, -f[2].end))
    wanted = [(f.id, by_slug[e.essay].seed.stem, m.unit.text[m.start : m.end]) for f, e, m in found]
    ids = passage_ids(lock, wanted, {f.id for f in files})
    passages = [kept.remembered(_passage, i, *row) for i, row in zip(ids, found, strict=True)]
    named: dict[tuple[str, Named], str] = {(f.id, e.number): i for i, (f, e, _) in zip(ids, found, strict=True)}
    for i, (file, entry, _) in zip(ids, found, strict=True):
        named[file.id, i], known[file.id, i] = i, entry
    for file in files:
        problems += _clash_faults(file, known, by_slug, by_id=True)
    if problems:
        raise InputError(problems)
    of_file: dict[str, list[Passage]] = {file.id: [] for file in files}
    for passage in passages:
        of_file[passage.argument].append(passage)
    read = [essay for essay in essays if essay.seed.sidecar.examined]
    made = (_argument(file, of_file[file.id], named, read) for file in files)
    return tuple(kept.same(("anchored", each.id), each) for each in made)


def _anchored(
    files: Iterable[ArgumentFile], essays: Mapping[str, Essay], problems: list[Problem], kept: Kept
) -> Iterator[tuple[ArgumentFile, PassageEntry, Match]]:
    """The place of each entry whose text is there; entries without one, and words given twice, are `problems`."""
    quoted = {e.essay for f in files for e in f.entries} & essays.keys()
    readings = {slug: kept.remembered(Reading, essays[slug].units) for slug in quoted}
    for file in files:
        seen: dict[tuple[str, str, int, int], int] = {}
        for entry in (entry for entry in file.entries if entry.essay in essays):
            where = f"seeds/arguments/{file.id}.md: passage {entry.number}"
            match = kept.remembered(anchor, entry, readings[entry.essay], where)
            if isinstance(match, Problem):
                problems.append(match)
                continue
            key = (entry.essay, match.unit.id, match.start, match.end)
            if key in seen:
                problems.append(Problem(where, f"the same words as passage {seen[key]}", "take one of them out"))
            seen[key] = entry.number
            yield file, entry, match


def _argument(
    file: ArgumentFile, passages: Iterable[Passage], named: Mapping[tuple[str, Named], str], essays: Sequence[Essay]
) -> Argument:
    read = [essay.slug for essay in essays if {ALL, file.id}.intersection(essay.seed.sidecar.examined)]
    clash = None if file.clash is None else tuple((named[file.id, a], named[file.id, b]) for a, b in file.clash)
    return Argument(
        file.id,
        file.claim,
        file.introduction,
        file.related,
        tuple(passages),
        tuple(dict.fromkeys([*file.examined, *(e.essay for e in file.entries), *read])),
        clash,
        poles=file.poles,
        was=file.was,
    )


def _passage(passage_id: str, file: ArgumentFile, entry: PassageEntry, match: Match) -> Passage:
    return Passage(
        passage_id,
        file.id,
        entry.essay,
        match.unit.id,
        match.start,
        match.end,
        match.unit.text[match.start : match.end],
        entry.stance,
        entry.speaker,
        entry.note,
        entry.key,
        entry.voice,
    )


def _unknown_texts(files: Iterable[ArgumentFile], essays: Mapping[str, Essay], lock: Lock) -> list[Problem]:
    """The texts that argument files name and that are not there, each once with the first place."""
    places: dict[str, list[str]] = {}
    for file in files:
        where = f"seeds/arguments/{file.id}.md"
        named = [(f"{where}: passage {e.number}", e.essay) for e in file.entries]
        for place, slug in [*named, *((f"{where}: examined", slug) for slug in file.examined)]:
            if slug not in essays:
                places.setdefault(slug, []).append(place)
    stems = {slug: stem for stem, known in lock.essays.items() for slug in (*known.slugs, known.slug)}
    here = {essay.seed.stem: slug for slug, essay in essays.items()}
    problems = []
    for slug, named_in in places.items():
        more = f", which {len(named_in)} places name" if len(named_in) > 1 else ""
        near = _nearest(slug, essays)
        remedy = f"did you mean '{near}'?" if near else ""
        if now := here.get(stems.get(slug, "")):
            remedy = f"its address is '{now}' now: let all that names it follow with 'weerklank rename {slug} {now}'"
        elif slug in stems:
            remedy = f"it is gone: put its file back, or take away what names it with 'weerklank remove {slug}'"
        problems.append(Problem(named_in[0], f"there is no essay '{slug}'{more}", remedy))
    return problems


def _unknown_related(file: ArgumentFile, arguments: set[str]) -> list[Problem]:
    """Arguments that a file relates itself to and that are none, or itself."""
    return [
        Problem(
            f"seeds/arguments/{file.id}.md: related",
            f"there is no other argument '{related.id}'",
            f"did you mean '{near}'?" if (near := _nearest(related.id, arguments - {file.id})) else "",
        )
        for related in file.related
        if related.id not in arguments or related.id == file.id
    ]


def _unknown_examined(essays: Iterable[Essay], arguments: set[str]) -> list[Problem]:
    """Arguments for which a text was read, as its sidecar says, and which are none."""
    return [
        Problem(
            f"seeds/{essay.seed.stem}.yml: examined",
            f"there is no argument '{name}'",
            f"did you mean '{near}'?" if (near := _nearest(name, arguments)) else "",
        )
        for essay in essays
        for name in essay.seed.sidecar.examined
        if name not in arguments and name != ALL
    ]


def _clash_faults(
    file: ArgumentFile, passages: Mapping[tuple[str, Named], PassageEntry], essays: dict[str, Essay], by_id: bool
) -> Iterator[Problem]:
    """What is wrong with the file's pairs that face each other, those with an id or those with numbers alone;
    `passages` go by argument and by number or id.
    """
    where = f"seeds/arguments/{file.id}.md: clash"
    known = {name: entry for (argument, name), entry in passages.items() if argument == file.id}
    for pair in file.clash or ():
        if by_id != any(isinstance(name, str) for name in pair):
            continue
        if missing := [name for name in pair if name not in known]:
            near = _nearest(str(missing[0]), [name for name in known if isinstance(name, str)])
            remedy = f"did you mean {near}?" if near else "name two passages of this file by their ids"
            yield Problem(where, f"there is no passage {missing[0]}", remedy)
        else:
            yield from _pair_faults(where, pair, [known[name] for name in pair], essays)


def _pair_faults(
    where: str, pair: tuple[Named, Named], entries: Sequence[PassageEntry], essays: dict[str, Essay]
) -> Iterator[Problem]:
    """A pair that takes one stance, or comes from one text or from texts that share an author."""
    named = f"passages {pair[0]} and {pair[1]}"
    if entries[0].stance == entries[1].stance:
        yield Problem(where, f"{named} are both {entries[0].stance}", "choose two passages that differ in stance")
    one, other = (essays.get(entry.essay) for entry in entries)
    if one and other and one.is_by_the_hand_of(other):
        yield Problem(where, f"{named} are by the same hand", "set a passage of another author against it")


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.5)), "")


def anchor(entry: PassageEntry, reading: Reading, where: str) -> Match | Problem:
    """The one place of an entry's quote in its text, or the problem, told for a maintainer."""
    matches = matches_of(entry.quote, reading, entry.before or "", entry.after or "")
    if len(matches) == 1:
        return matches[0]
    if matches:
        places = "; ".join(f"{_place(m.unit)}: “{_around(m)}”" for m in matches)
        return Problem(
            where,
            f"quote found in {len(matches)} places of {entry.essay}",
            f"tell them apart with 'before:' or 'after:' ({places})",
        )
    return Problem(where, f"quote not found in {entry.essay}", _advice(entry, reading))


def matches_of(quote: str, reading: Reading, before: str = "", after: str = "") -> list[Match]:
    """Every place where the quote stands, with this context directly around it."""
    out = []
    wanted, left, right = compared(quote), compared(before), compared(after)
    parts = [compared(part) for part in quote.split(GAP.strip()) if part.strip()]
    for unit in reading.holding(parts[0] if parts else ""):
        text, offsets = normalise(unit.text)
        for start, end in _stretches(wanted, text) or _gapped(parts, text):
            if text[:start].rstrip().endswith(left) and text[end:].lstrip().startswith(right):
                out.append(Match(unit, offsets[start], offsets[end - 1] + 1))
    return out


def _stretches(wanted: str, text: str) -> list[tuple[int, int]]:
    """Where `wanted` stands in `text`, at the edges of words."""
    if not wanted:
        return []
    found, at = [], text.find(wanted)
    while at >= 0:
        if not (_inside_word(text, at) or _inside_word(text, at + len(wanted))):
            found.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    return found


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _gapped(parts: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where the parts of a quote with gaps follow each other; the nearest next part counts."""
    if len(parts) < 2:
        return []
    out = []
    for start, end in _stretches(parts[0], text):
        for part in parts[1:]:
            further = [pair for pair in _stretches(part, text) if pair[0] >= end]
            if not further:
                break
            end = further[0][1]
        else:
            out.append((start, end))
    return out


def compared(text: str) -> str:
    """The text as it is compared: of `normalise` the words alone."""
    return " ".join(text.translate(_PLAIN).split())


@lru_cache(maxsize=1 << 6)  # a long paragraph may be quoted many times
def normalise(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is compared, and for each of its characters the offset in `text`.

    >>> normalise("‘Nee’ –  zei ze")[0]
    "'Nee' - zei ze"
    """
    if len(plain := compared(text)) == len(text):  # nothing is left out, so each character keeps its place
        return plain, range(len(text))
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character == "\u00ad":
            continue
        same = " " if character.isspace() else _SAME.get(character, character)
        if same == " " and (not characters or characters[-1] == " "):
            continue
        characters.append(same)
        offsets.append(offset)
    if characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return "".join(characters), tuple(offsets)


def _advice(entry: PassageEntry, reading: Reading) -> str:
    """What to do about a quote that is not found."""
    units = reading.units
    if (bare := _IN_TYPOGRAPHIC_MARKS.fullmatch(entry.quote.strip())) and matches_of(bare[1], reading):
        marks = f"{entry.quote.strip()[0]} and {entry.quote.strip()[-1]}"
        return f'the marks {marks} around it count as part of the quote: write straight ones ("), or none'
    if (entry.before or entry.after) and matches_of(entry.quote, reading):
        return "the words are there, but not with this 'before:' or 'after:' directly around them"
    shown = unescape(_TAG.sub("", entry.quote))
    if shown != entry.quote and matches_of(shown, reading):
        return f"a quote is the words as they are shown, without HTML: “{shown}”"
    wanted = compared(entry.quote)
    across, owners = "", []
    for unit in units:
        text = compared(unit.text) + " "
        across += text
        owners += [unit] * len(text)
    if (at := across.find(wanted)) >= 0:
        last = owners[at + len(wanted) - 1]
        return f"it runs from {_place(owners[at])} into {_place(last)}: quote from one block, or make it two passages"
    score, unit, words = max((_likest(wanted, u) for u in units), key=lambda s: s[0])
    if score >= _PROPOSE:
        return f"nearest ({_place(unit)}): “{words}”"
    return "no words in this text are like it; copy them from the reading text ('weerklank clean')"


def _likest(wanted: str, unit: Unit) -> tuple[float, Unit, str]:
    """The stretch of a unit that is most like the wanted words, with its likeness (0 to 1)."""
    text = compared(unit.text)
    words = [m.span() for m in re.finditer(r"\S+", text)]
    width = len(wanted.split())
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    best: tuple[float, Unit, str] = (0.0, unit, "")
    for first in range(len(words)):
        for count in (width, width - 1, width + 1):
            last = min(first + max(count, 1), len(words)) - 1
            stretch = text[words[first][0] : words[last][1]]
            matcher.set_seq1(stretch)
            if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                best = max(best, (matcher.ratio(), unit, stretch), key=lambda s: s[0])
    return best


def _place(unit: Unit) -> str:
    return f"§{unit.number}" if unit.number else f"heading '{shorten(unit.text, 30)}'"


def _around(match: Match) -> str:
    text = match.unit.text
    start = text.rfind(" ", 0, max(match.start - 20, 0)) + 1
    return shorten(text[start : match.end + 30], match.end - start + 25)
