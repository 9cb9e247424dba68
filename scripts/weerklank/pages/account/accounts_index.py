"""The list of all accounts (/verantwoording/), with what came of each source."""

from __future__ import annotations

from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import Part
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.account.totals import percent, totals
from weerklank.pages.made_of import MadeOf
from weerklank.pages.template import render

_COLUMNS = {
    "kept": ("kept", "changed"),
    "set_aside": ("set_aside",),
    "metadata": ("metadata",),
    "removed": ("removed",),
    "readers": ("readers",),
    "taken_down": ("taken_down",),
}
"""Columns of shares, with the fates of which they are the sum; together they are all of a source."""


def overview(collection: Collection, made_of: MadeOf | None = None) -> dict[str, str]:
    """How the texts were cleaned, and what that came to for each, by name under docs/."""
    made_of, written = made_of or MadeOf(collection), dict[str, str]()
    for part in made_of.parts(f"{collection.say.at('account')}/index.md", collection.essays):
        written |= made_of.part(part, collection, _page)
    return written


def _page(part: Part[Essay], collection: Collection) -> str:
    say = collection.say
    found = {essay.slug: _shares(essay) for essay in part.entries}
    columns = [name for name in _COLUMNS if name != "taken_down" or any(shares[name] for shares in found.values())]
    rows = [(essay, _cells(say, essay, [found[essay.slug][name] for name in columns])) for essay in part.entries]
    title = part.titled(say, say("accounts.title"))
    body = render(say, "accounts_index", title=title, part=part, columns=columns, rows=rows)
    return head(say, title, styles=["edition"], **part.about(say, title)) + body


def _shares(essay: Essay) -> dict[str, int]:
    found = {total.fate: total.share for total in totals(essay.cleaned.ledger.spans)}
    return {name: sum(found.get(fate, 0) for fate in fates) for name, fates in _COLUMNS.items()}


def _cells(say: Pack, essay: Essay, shares: list[int]) -> list[str]:
    """The size of a source, what came of it in shares, and what was repaired, left in doubt and left out."""
    ledger = essay.cleaned.ledger
    size = say.number(ledger.spans[-1].end) if ledger.spans else say("accounts.unknown")
    counts = [len(repairs(ledger)), len(essay.cleaned.uncertain), essay.comments]
    return [size, *(percent(say, share) for share in shares), *map(say.number, counts)]
