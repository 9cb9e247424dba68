"""Who wrote a text and when, by the vote of all places of a page that say so; what they do not settle is unknown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from weerklank.languages.folding import letters
from weerklank.languages.person_names import is_person
from weerklank.model import Metadata, Witness

_WEIGHTS = {"JSON-LD": 3, "meta": 3, "itemprop": 2, "shown": 2, "text": 2, "address": 2, "rights": 1}
"""By how much a kind of place counts: what is written for machines more than what is shown or only looks like it."""
_SHOWN = ("time", "byline", "class", "line")
"""Places that are often one and the same element, and so have one vote between them."""
_DAY = 10  # characters of a date in ISO 8601 that has its day


def with_witnesses(about: Metadata, more: Iterable[Witness]) -> Metadata:
    """What is known of a text, with the authors and the date that all its witnesses and these settle."""
    said = (*about.witnesses, *more)
    authors = settled(said, "authors")
    return replace(
        about, authors=tuple(authors.split("; ")) if authors else (), date=settled(said, "date"), witnesses=said
    )


def settled(witnesses: Iterable[Witness], field: str) -> str | None:
    """The value of a field that outweighs every other; None where none does. Of values that agree the fullest counts.

    >>> settled([Witness("date", "2016-12-08", "meta"), Witness("date", "2016-12", "address")], "date")
    '2016-12-08'
    >>> settled([Witness("date", "2016-12-08", "time"), Witness("date", "2017-01-02", "address")], "date") is None
    True
    """
    said = _first_of_each_kind(_persons_first([each for each in witnesses if each.field == field]))
    support = {
        one: sum(_WEIGHTS[kind] for kind, each in said.items() if agree(field, one, each)) for one in said.values()
    }
    local = {said[kind] for kind in said if kind not in ("JSON-LD", "meta")}  # stamps are often of another zone
    best = max(support, key=lambda one: (support[one], _fullness(field, one), one in local), default=None)
    if best is None:
        return None
    rivals = (one for one in support if not agree(field, best, one))
    return None if any(support[one] >= support[best] for one in rivals) else best


def agree(field: str, one: str, other: str) -> bool:
    """Whether two values say the same, or one of them less of it.

    Days that follow each other agree: a page's time stamps are often those of another zone.

    >>> agree("authors", "Anna Bos", "Anna Bos; Kees Smit"), agree("date", "2016-12", "2016-12-08")
    (True, True)
    """
    if field == "authors":
        mine, yours = _people(one), _people(other)
        return mine <= yours or yours <= mine
    return one.startswith(other) or other.startswith(one) or _are_neighbours(one, other)


def _persons_first(said: list[Witness]) -> list[Witness]:
    """The witnesses that name persons, where one does: a group or an account that others name put the text there."""
    persons = [each for each in said if each.field == "authors" and all(map(is_person, each.value.split("; ")))]
    return persons or said


def _people(value: str) -> set[str]:
    return {letters(name) for name in value.split("; ")}


def _are_neighbours(one: str, other: str) -> bool:
    if len(one) != _DAY or len(other) != _DAY:
        return False
    return abs(datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)) == datetime.timedelta(days=1)


def _fullness(field: str, value: str) -> int:
    return value.count(";") if field == "authors" else len(value)


def _first_of_each_kind(said: Iterable[Witness]) -> dict[str, str]:
    """What each kind of place says first. What is shown and what the text says are one, where they agree."""
    first: dict[str, str] = {}
    for each in said:
        first.setdefault("shown" if each.place in _SHOWN else each.place, each.value)
        if each.place == "text" and "shown" in first and agree(each.field, first["shown"], each.value):
            del first["text"]
    return first
