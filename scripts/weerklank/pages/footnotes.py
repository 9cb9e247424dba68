"""A text's own notes: the links to them behind its words, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from weerklank.annotate.places import unit_at
from weerklank.clean.ledger.note_calls import note_links, note_sign
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, tag
from weerklank.model import Essay

ASIDES = ("pull_quote", "caption", "note", "table")  # page numbers tell nothing


class Call(NamedTuple):
    """A call of a note: behind which character of which unit it stood, the sign that it showed, its place on the page
    and its note's, and which of the text's asides that is.
    """

    unit: str
    at: int
    sign: str
    id: str
    note_id: str
    aside: int


class Aside(NamedTuple):
    """What stands beside a text; the words of a note that the text calls are without its sign."""

    kind: str
    words: str
    call: Call | None = None


def calls(say: Pack, essay: Essay) -> list[Call]:
    """The calls in a text whose notes are shown, note by note."""
    links = sorted(note_links(essay.cleaned.ledger, essay.cleaned.asides), key=attrgetter("note", "at"))
    found = []
    for number, (note, same) in enumerate(groupby(links, key=attrgetter("note")), start=1):
        for time, link in enumerate(same, start=1):
            place = f"{say.at('call_id')}-{number}" + (f"-{time}" if time > 1 else "")
            spot = unit_at(essay, link.at)
            if spot and not spot[0].removed:
                note_id = f"{say.at('footnote_id')}-{number}"
                found.append(Call(spot[0].id, spot[1], link.sign, place, note_id, note))
    return found


def call_link(say: Pack, call: Call) -> Html:
    """The link that stands for a call."""
    return tag(
        "a",
        call.sign,
        class_="wk-call",
        data_apparatus=True,
        id=call.id,
        href=f"#{call.note_id}",
        role="doc-noteref",
        aria_label=say("essay.footnote", sign=call.sign),
    )


def asides(say: Pack, essay: Essay) -> Iterator[Aside]:
    """What is shown beside a text, each note with its first call."""
    first = {call.aside: call for call in reversed(calls(say, essay))}
    for number, block in enumerate(essay.cleaned.asides):
        if block.kind in ASIDES:
            call = first.get(number)
            yield Aside(block.kind, note_sign(block.text)[1] if call else block.text, call)
