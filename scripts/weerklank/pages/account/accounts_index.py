"""The list of all accounts (/verantwoording/), with what came of each source."""

from __future__ import annotations

from weerklank.clean.ledger.repairs import repairs
from weerklank.languages.nl.interface import thousands
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import author_words, head, title_of, year_words
from weerklank.model import Collection, Essay
from weerklank.pages.account.totals import percent, totals

_HEADS = {
    "kept changed": "In de leestekst",
    "set_aside": "Apart gezet",
    "metadata": "Gegevens",
    "removed": "Weggelaten",
    "readers": "Bij reacties",
    "taken_down": "Verwijderd",
}
"""Columns of shares, by the fates of which they are the sum; together they are all of a source."""


def overview(collection: Collection) -> str:
    """How the texts were cleaned, and what that came to for each."""
    parts = [
        "# Verantwoording",
        "De teksten zijn van webpagina’s en scans overgenomen. Menu’s, formulieren, reacties van lezers en ander "
        "bijwerk zijn eruit gehaald; afgebroken woorden zijn heel gemaakt. Van elk teken van de bron is bijgehouden "
        "wat ermee is gebeurd: het staat in de tekst, is gewijzigd, apart gezet, als gegeven over de tekst gelezen, "
        "of weggelaten. Wat niet zeker was, is blijven staan en gemarkeerd. Reacties van lezers worden alleen geteld.",
        "U kunt dat nagaan: per tekst staat de bron naast de leestekst, regel voor regel, met elke ingreep op haar "
        "plaats. [Zo werken de regels](regels.md) zegt welke regels er zijn, met voorbeelden, en wat zij laten staan.",
        _table(collection) if collection.essays else "",
    ]
    return head("Verantwoording", styles=["edition"]) + "\n\n".join(filter(None, parts)) + "\n"


def _table(collection: Collection) -> Html:
    found = {essay.slug: _shares(essay) for essay in collection.essays}
    shown = [name for name in _HEADS if name != "taken_down" or any(shares[name] for shares in found.values())]
    heads = ["Tekst", "Bron (tekens)", *(_HEADS[name] for name in shown), "Hersteld", "Onzeker", "Reacties"]
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    caption = tag("caption", escape("Wat er van elke bron is geworden; kies een tekst voor haar verantwoording"))
    rows = [_row(essay, [percent(found[essay.slug][name]) for name in shown]) for essay in collection.essays]
    table = tag("table", caption, tag("thead", top), tag("tbody", *rows), class_="wk-accounts")
    return tag("div", table, class_="wk-scroll", tabindex="0", role="region", aria_label="Verantwoording per tekst")


def _shares(essay: Essay) -> dict[str, int]:
    found = {total.fate: total.share for total in totals(essay.cleaned.ledger.spans)}
    return {name: sum(found.get(fate, 0) for fate in name.split()) for name in _HEADS}


def _row(essay: Essay, shares: list[str]) -> Html:
    ledger = essay.cleaned.ledger
    size = thousands(ledger.spans[-1].end) if ledger.spans else "onbekend"
    counts = [len(repairs(ledger)), len(essay.cleaned.uncertain), essay.comments]
    who = tag("span", escape(f"{author_words(essay)}, {year_words(essay)}"), class_="wk-source")
    title = tag("th", tag("a", title_of(essay), href=f"../verantwoording/{essay.slug}/"), who, scope="row")
    return tag("tr", title, *(tag("td", escape(cell)) for cell in (size, *shares, *map(thousands, counts))))
