"""When texts and arguments appeared here and last changed, kept in seeds/editions.lock.

The lock holds no text, only digests of what is published: a build that publishes the same words
keeps the dates, on whatever day it runs. Days are of our edition, not of the works, in UTC. Of a text it
holds how many words the work has, too: one that loses many of them is not published without a word.
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

from weerklank.model import Argument, Collection, Dated, Essay
from weerklank.model.lock_file import matches, matching, read_json, record

FIRST_DAY = "1970-01-01"
"""The day of a build that tells none."""

_NO_DIGEST = "-"
_DIGEST = re.compile(r"[0-9a-f]{16}|-")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ROW = re.compile(r"(?P<digest>[^ ]*) (?P<published>[^ ]*) (?P<updated>[^ ]*)(?: (?P<words>[0-9]{1,7}))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was published: its digest, the day on which it appeared and the day of its last change; of a text also the
    words of the whole work, shown or not.
    """

    digest: str
    published: str
    updated: str
    words: int | None = None


@dataclass(frozen=True)
class Lock:
    """seeds/editions.lock: the collection's own id and first day, texts by stem, arguments by id.

    What is not published any more stays in it, so that it has its first day again when it returns.
    """

    id: str = ""
    since: str = ""
    texts: Mapping[str, Entry] = field(default_factory=dict)
    arguments: Mapping[str, Entry] = field(default_factory=dict)


def dated(collection: Collection, lock: Lock, today: str, taken_down: Group[str] = ()) -> tuple[Collection, Lock]:
    """The collection with its dates, and the new lock; `today` (ISO) dates what is new or changed. Of the texts with
    these stems that were `taken_down` only their days are kept.
    """
    since = lock.since or today
    own = lock.id or str(uuid5(NAMESPACE_URL, f"weerklank:{collection.config.title}:{since}"))
    texts = {e.seed.stem: _of_text(e, lock, today) for e in collection.essays}
    arguments = {a.id: _entry(lock.arguments.get(a.id), _argument(a), today) for a in collection.arguments}
    essays = tuple(replace(e, dated=_dated(own, e.seed.stem, texts[e.seed.stem])) for e in collection.essays)
    found = tuple(replace(a, dated=_dated(own, f"#{(*a.was, a.id)[0]}", arguments[a.id])) for a in collection.arguments)
    newest = max([since, *(entry.updated for entry in (*texts.values(), *arguments.values()))])
    made = replace(collection, essays=essays, arguments=found, dated=Dated(f"urn:uuid:{own}", since, newest))
    return made, Lock(own, since, {**_forgotten(lock.texts, taken_down), **texts}, {**lock.arguments, **arguments})


def renamed(lock: Lock, stems: Mapping[str, str], arguments: Mapping[str, str]) -> Lock:
    """The lock where files got other names (old -> new)."""
    texts = {stems.get(stem, stem): entry for stem, entry in lock.texts.items()}
    return replace(lock, texts=texts, arguments={arguments.get(i, i): entry for i, entry in lock.arguments.items()})


def _dated(own: str, name: str, entry: Entry) -> Dated:
    return Dated(f"urn:uuid:{uuid5(UUID(own), name)}", entry.published, entry.updated)


def _of_text(essay: Essay, lock: Lock, today: str) -> Entry:
    """The entry of a text: its digest is of what is published; its address and our rules may change without it."""
    told = [essay.title, essay.kicker, essay.cleaned.metadata.subtitle, essay.authors, essay.date, essay.approximate]
    told += [essay.publication, essay.source_url, essay.note, essay.publish]
    digest = _digest([told, [(unit.id, unit.kind, unit.text, unit.removed) for unit in essay.units]])
    words = essay.words if essay.work_words is None else essay.work_words
    return replace(_entry(lock.texts.get(essay.seed.stem), digest, today), words=words)


def _entry(before: Entry | None, digest: str, today: str) -> Entry:
    if before is None:
        return Entry(digest, today, today)
    return before if before.digest == digest else Entry(digest, before.published, max(today, before.updated))


def _forgotten(texts: Mapping[str, Entry], stems: Group[str]) -> dict[str, Entry]:
    bare = {stem: Entry(_NO_DIGEST, entry.published, entry.updated) for stem, entry in texts.items() if stem in stems}
    return {**texts, **bare}


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
    """The lock as the text of its file: JSON, one text or argument a line."""
    data = {"id": lock.id, "since": lock.since, "texts": _rows(lock.texts), "arguments": _rows(lock.arguments)}
    return json.dumps(data, indent=1) + "\n"


def _rows(entries: Mapping[str, Entry]) -> dict[str, str]:
    facts = {name: (e.digest, e.published, e.updated, e.words) for name, e in sorted(entries.items())}
    return {name: " ".join(str(fact) for fact in row if fact is not None) for name, row in facts.items()}


def load(text: str) -> Lock:
    """A lock from its file's text; ValueError, with the place, where it is not what `dump` writes."""
    data = read_json(text, ("id", "since", "texts", "arguments"))
    own, since = matching(data["id"], _UUID, "id", "a UUID"), _day(data["since"], "since")
    return Lock(own, since, *(_entries(record(data[key], key)) for key in ("texts", "arguments")))


def _day(said: object, place: str) -> str:
    day = matching(said, _DAY, place, "a day like 2026-05-06")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{place}: '{day}' is not a day like 2026-05-06") from None
    return day


def _entries(rows: dict[str, object]) -> dict[str, Entry]:
    entries = {}
    for name, row in rows.items():
        (found,) = matches([row], _ROW, name, "a digest and two days, and perhaps a number of words")
        published, updated = (_day(found[key], name) for key in ("published", "updated"))
        if published > updated:
            raise ValueError(f"{name} changed before it was published")
        words = None if found["words"] is None else int(found["words"])
        entries[name] = Entry(matching(found["digest"], _DIGEST, name, "a digest"), published, updated, words)
    return entries
