"""When texts and arguments appeared here and last changed, kept in seeds/editions.lock.

The lock holds no text, only digests of what is published: a build that publishes the same words
keeps the dates, on whatever day it runs. Days are of our edition, not of the works, in UTC. Of a text it
holds how many words the work has, too: one that loses many of them is not published without a word.
Of what stood in the last numbered edition (`freezing`) it holds the digest there.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection as Group
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from weerklank.model import Argument, Collection, Dated, Essay, Passage, frozen
from weerklank.model.frozen import FrozenEdition
from weerklank.model.lock_file import matches, matching, read_json, record
from weerklank.state.kept import NOTHING_KEPT, Kept

FIRST_DAY = "1970-01-01"
"""The day of a build that tells none."""

_NO_DIGEST = "-"
_KINDS = ("texts", "arguments", "passages")
_DIGEST = re.compile(r"[0-9a-f]{16}|-")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PART = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){2,3}[a-z0-9-]+\.md")
_UNKNOWN = "-"
_ROW = re.compile(
    r"(?P<digest>[^ ]*) (?P<published>[^ ]*) (?P<updated>[^ ]*)(?: (?P<words>[0-9]{1,7}))?(?: @(?P<frozen>[^ ]*))?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was published: its digest, the day on which it appeared and the day of its last change ('' of a passage that
    is older than what we know of passages); of a text also the words of the whole work, shown or not. `frozen` is the
    digest in the last numbered edition, '' where it did not stand there.
    """

    digest: str
    published: str
    updated: str
    words: int | None = None
    frozen: str = ""

    @property
    def is_frozen(self) -> bool:
        """Whether it is as the last numbered edition has it."""
        return self.frozen == self.digest != _NO_DIGEST


@dataclass(frozen=True)
class Lock:
    """seeds/editions.lock: the collection's own id and first day, texts by stem, arguments and passages by id, the
    numbered editions, and the `parts` of long lists, by the names of their pages under docs/.

    What is not published any more stays in it, so that it has its first day again when it returns.
    """

    id: str = ""
    since: str = ""
    texts: Mapping[str, Entry] = field(default_factory=dict)
    arguments: Mapping[str, Entry] = field(default_factory=dict)
    passages: Mapping[str, Entry] = field(default_factory=dict)
    editions: tuple[FrozenEdition, ...] = ()
    parts: tuple[str, ...] = ()


def dated(
    collection: Collection, lock: Lock, today: str, taken_down: Group[str] = (), kept: Kept = NOTHING_KEPT
) -> tuple[Collection, Lock]:
    """The collection with its dates, and the new lock; `today` (ISO) dates what is new or changed. Of the texts with
    these stems that were `taken_down` only their days are kept.
    """
    since = lock.since or today
    own = lock.id or str(uuid5(NAMESPACE_URL, f"weerklank:{collection.config.title}:{since}"))
    texts = {e.seed.stem: kept.remembered(_of_text, e, lock.texts.get(e.seed.stem), today) for e in collection.essays}
    arguments = {a.id: _entry(lock.arguments.get(a.id), _argument(a), today) for a in collection.arguments}
    passages = {p.id: _of_passage(p, lock, arguments, today) for p in collection.passages.values()}
    newest = max([since, *(entry.updated for entry in (*texts.values(), *arguments.values()))])
    numbered = kept.same("editions", lock.editions)
    last = numbered[-1] if numbered else None
    shown = (kept.remembered(_dated_text, own, essay, texts[essay.seed.stem], last) for essay in collection.essays)
    claims = (_dated_argument(own, each, arguments[each.id], passages) for each in collection.arguments)
    made = replace(
        collection,
        essays=tuple(shown),
        arguments=tuple(kept.same(("dated", each.id), each) for each in claims),
        dated=kept.same("dated", Dated(f"urn:uuid:{own}", since, newest)),
        editions=numbered,
    )
    rows = ({**_bare(lock.texts, taken_down), **texts}, {**lock.arguments, **arguments})
    gone = _bare(lock.passages, set(lock.passages) - set(passages))
    return made, Lock(own, since, *rows, {**gone, **passages}, lock.editions, lock.parts)


def _dated_text(own: str, essay: Essay, entry: Entry, last: FrozenEdition | None) -> Essay:
    return replace(essay, dated=_dated(own, essay.seed.stem, entry), edition=last if entry.is_frozen else None)


def _dated_argument(own: str, argument: Argument, entry: Entry, passages: Mapping[str, Entry]) -> Argument:
    known = ((p, passages[p.id]) for p in argument.passages)
    dated = tuple(replace(p, created=day.published, modified=day.updated) for p, day in known)
    return replace(argument, dated=_dated(own, f"#{(*argument.was, argument.id)[0]}", entry), passages=dated)


def renamed(lock: Lock, stems: Mapping[str, str], arguments: Mapping[str, str]) -> Lock:
    """The lock where files got other names (old -> new)."""
    texts = {stems.get(stem, stem): entry for stem, entry in lock.texts.items()}
    claims = {arguments.get(own, own): entry for own, entry in lock.arguments.items()}
    numbered = (replace(e, texts=e.texts.renamed(stems), claims=e.claims.renamed(arguments)) for e in lock.editions)
    return replace(lock, texts=texts, arguments=claims, editions=tuple(numbered))


def _dated(own: str, name: str, entry: Entry) -> Dated:
    return Dated(f"urn:uuid:{uuid5(UUID(own), name)}", entry.published, entry.updated)


def _of_text(essay: Essay, before: Entry | None, today: str) -> Entry:
    """The entry of a text: its digest is of what is published; its address and our rules may change without it."""
    told = [essay.title, essay.kicker, essay.cleaned.metadata.subtitle, essay.authors, essay.date, essay.approximate]
    told += [essay.publication, essay.source_url, essay.note, essay.publish]
    digest = _digest([told, [(unit.id, unit.kind, unit.text, unit.removed) for unit in essay.units]])
    words = essay.words if essay.work_words is None else essay.work_words
    return replace(_entry(before, digest, today), words=words)


def _of_passage(passage: Passage, lock: Lock, arguments: Mapping[str, Entry], today: str) -> Entry:
    """The entry of a passage. One that is older than what a lock knows of passages has the days of its argument where
    that never changed, and else none.
    """
    told = [passage.essay, passage.unit, passage.quote, passage.stance, passage.speaker, passage.note]
    digest = _digest([*told, passage.weight, passage.voice])
    before, argument = lock.passages.get(passage.id), lock.arguments.get(passage.argument)
    if before is None and argument and not lock.passages:
        same = argument == arguments[passage.argument] and argument.published == argument.updated
        day = argument.published if same else ""
        return Entry(digest, day, day)
    return _entry(before, digest, today)


def _entry(before: Entry | None, digest: str, today: str) -> Entry:
    if before is None:
        return Entry(digest, today, today)
    if before.digest == digest:
        return before
    return Entry(digest, before.published, max(today, before.updated), frozen=before.frozen)


def _bare(entries: Mapping[str, Entry], names: Group[str]) -> dict[str, Entry]:
    """The entries, of which those with these names keep their days alone: not even a digest of their words."""
    return {
        name: replace(entry, digest=_NO_DIGEST, words=None, frozen=entry.frozen and _NO_DIGEST)
        if name in names
        else entry
        for name, entry in entries.items()
    }


def _argument(argument: Argument) -> str:
    passages = [(p.id, p.essay, p.unit, p.quote, p.stance, p.speaker, p.note) for p in argument.passages]
    related = [(r.id, r.how) for r in argument.related]
    told: list[object] = [argument.claim, argument.introduction, related, passages, sorted(argument.examined)]
    return _digest([*told, *_since(argument)])


def _since(argument: Argument) -> list[object]:
    """What files say only since these digests are kept: where a file says none of it, its digest is what it was."""
    marks = [(p.id, p.weight, p.voice) for p in argument.passages if p.key or p.voice not in ("own", "reported")]
    types = [(r.id, r.type) for r in argument.related if r.type != "see"]
    poles = (argument.poles.for_, argument.poles.against) if argument.poles else None
    return [part for part in (marks, types, poles) if part]


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def dump(lock: Lock) -> str:
    """The lock as the text of its file: JSON, one text, argument or passage a line."""
    data = {"id": lock.id, "since": lock.since, **{key: _rows(getattr(lock, key)) for key in _KINDS}}
    parts = {"parts": sorted(lock.parts)} if lock.parts else {}
    return json.dumps({**data, "editions": [frozen.dump(each) for each in lock.editions], **parts}, indent=1) + "\n"


def _rows(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {name: _row(entry) for name, entry in sorted(entries.items())}


def _row(entry: Entry) -> str:
    facts = [entry.digest, entry.published or _UNKNOWN, entry.updated or _UNKNOWN]
    facts += [] if entry.words is None else [str(entry.words)]
    return " ".join([*facts, f"@{'' if entry.is_frozen else entry.frozen}"] if entry.frozen else facts)


def load(text: str) -> Lock:
    """A lock from its file's text; ValueError, with the place, where it is not what `dump` writes."""
    data = read_json(text, ("id", "since", *_KINDS[:2]))
    own, since = matching(data["id"], _UUID, "id", "a UUID"), _day(data["since"], "since")
    texts, arguments, passages = (_entries(record(data.get(key, {}), key), key == "passages") for key in _KINDS)
    known = data.get("editions", [])
    if not isinstance(known, list):
        raise ValueError("editions: is not a list")
    numbered = tuple(frozen.load(each, number) for number, each in enumerate(known, 1))
    parts = tuple(found[0] for found in matches(data.get("parts", []), _PART, "parts", "a name like a/b/2014.md"))
    return Lock(own, since, texts, arguments, passages, numbered, parts)


def _day(said: object, place: str) -> str:
    day = matching(said, _DAY, place, "a day like 2026-05-06")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{place}: '{day}' is not a day like 2026-05-06") from None
    return day


def _entries(rows: dict[str, object], may_be_unknown: bool) -> dict[str, Entry]:
    entries = {}
    for name, row in rows.items():
        (found,) = matches([row], _ROW, name, "a digest and two days, and perhaps a number of words")
        unknown = may_be_unknown and found["published"] == _UNKNOWN
        published = "" if unknown else _day(found["published"], name)
        updated = "" if unknown and found["updated"] == _UNKNOWN else _day(found["updated"], name)
        if published > updated:
            raise ValueError(f"{name} changed before it was published")
        words = None if found["words"] is None else int(found["words"])
        digest = matching(found["digest"], _DIGEST, name, "a digest")
        was = "" if found["frozen"] is None else matching(found["frozen"] or digest, _DIGEST, name, "a digest")
        entries[name] = Entry(digest, published, updated, words, was)
    return entries
