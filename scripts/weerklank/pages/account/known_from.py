"""From where it is known what a text is called, who wrote it and when: the places that say so."""

from __future__ import annotations

from collections.abc import Iterator

from weerklank.languages.pack import Pack
from weerklank.model import Essay, Witness
from weerklank.read.read_essay import known
from weerklank.read.witnesses import agree

_LINES = 3  # of the text, that are named at most


def known_from(say: Pack, essay: Essay) -> Iterator[tuple[str, str]]:
    """What is known (in words) with the places that say so, or with which places disagree where it is unknown."""
    side, about = essay.seed.sidecar, known(essay.seed.html_metadata, essay.cleaned.metadata)
    for field, value, edited in (
        ("title", essay.title, side.title),
        ("authors", "; ".join(essay.authors), side.authors),
        ("date", essay.date or "", side.date),
    ):
        said = [each for each in about.witnesses if each.field == field]
        bearing = [each for each in said if not value or agree(field, value, each.value)]
        places = [say("known_from.sidecar")] if edited is not None else list(_places(say, essay, field, bearing))
        if places:
            key = "known_from.by" if value else "known_from.disputed"
            yield say(f"field.{field}"), say(key, places=", ".join(dict.fromkeys(places)))


def _places(say: Pack, essay: Essay, field: str, bearing: list[Witness]) -> Iterator[str]:
    for each in bearing:
        if each.place != "text":
            yield say(f"known_from.{each.place.lower().replace('-', '_')}")
    if essay.seed.html_metadata is None or any(each.place == "text" for each in bearing):
        yield from (say("known_from.text", n=say.number(line)) for line in _lines(essay, field))


def _lines(essay: Essay, field: str) -> list[int]:
    """The lines of the source from which a field was read."""
    line = 1
    found: list[int] = []
    for span in essay.cleaned.ledger.spans:
        if span.verdict == "metadata" and span.detail == field and len(found) < _LINES:
            found.append(line)
        line += span.before.count("\n")
    return found
