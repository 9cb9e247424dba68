"""The list of all accounts (/verantwoording/), with what came of each source."""

from __future__ import annotations

from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head, place_of
from weerklank.model import Collection, Essay
from weerklank.pages.account.totals import percent, totals

_COLUMNS = {
    "kept": ("kept", "changed"),
    "set_aside": ("set_aside",),
    "metadata": ("metadata",),
    "removed": ("removed",),
    "readers": ("readers",),
    "taken_down": ("taken_down",),
}
"""Columns of shares, with the fates of which they are the sum; together they are all of a source."""


def overview(collection: Collection) -> str:
    """How the texts were cleaned, and what that came to for each."""
    say = collection.say
    parts = [
        f"# {say('accounts.title')}",
        say("accounts.intro"),
        say("accounts.how"),
        _table(collection) if collection.essays else "",
    ]
    return head(say, say("accounts.title"), styles=["edition"]) + "\n\n".join(filter(None, parts)) + "\n"


def _table(collection: Collection) -> Html:
    say = collection.say
    found = {essay.slug: _shares(essay) for essay in collection.essays}
    shown = [name for name in _COLUMNS if name != "taken_down" or any(shares[name] for shares in found.values())]
    heads = [say("accounts.text"), say("accounts.source"), *(say(f"accounts.{name}") for name in shown)]
    heads += [say("accounts.repaired"), say("accounts.uncertain"), say("accounts.comments")]
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    caption = tag("caption", escape(say("accounts.caption")))
    rows = [_row(say, essay, [percent(say, found[essay.slug][name]) for name in shown]) for essay in collection.essays]
    table = tag("table", caption, tag("thead", top), tag("tbody", *rows), class_="wk-accounts")
    return tag("div", table, class_="wk-scroll", tabindex="0", role="region", aria_label=say("accounts.region"))


def _shares(essay: Essay) -> dict[str, int]:
    found = {total.fate: total.share for total in totals(essay.cleaned.ledger.spans)}
    return {name: sum(found.get(fate, 0) for fate in fates) for name, fates in _COLUMNS.items()}


def _row(say: Pack, essay: Essay, shares: list[str]) -> Html:
    ledger = essay.cleaned.ledger
    size = say.number(ledger.spans[-1].end) if ledger.spans else say("accounts.unknown")
    counts = [len(repairs(ledger)), len(essay.cleaned.uncertain), essay.comments]
    who = tag("span", place_of(say, essay), class_="wk-source")
    title = tag("th", tag("a", escape(essay.title), href=f"../{say.at('account')}/{essay.slug}/"), who, scope="row")
    return tag("tr", title, *(tag("td", escape(cell)) for cell in (size, *shares, *map(say.number, counts))))
