"""The rules that acted in a text, or in the whole collection, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from weerklank.languages.rules import accounts
from weerklank.markup.markdown import Html, escape, tag
from weerklank.model import Span
from weerklank.pages.account.row_notes import rule_id


def uses(spans: Iterable[Span]) -> Counter[str]:
    """How many stretches of a source each rule dealt with."""
    return Counter(name for span in spans for name in span.rule.split())


def used(spans: Iterable[Span]) -> str:
    """The rules that acted in a text, with their reasons, the most used first."""
    found = uses(spans).most_common()
    if not found:
        return ""
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in ("Regel", "Keer", "Waarom")))
    body = [_row(name, count) for name, count in found]
    table = tag("table", tag("thead", top), tag("tbody", *body), class_="wk-used")
    return f"## Regels die hier werkten {{: #regels }}\n\n{table}"


def _row(name: str, count: int) -> Html:
    (account,) = accounts(name)
    link = tag("a", escape(account.label), href=f"../regels/#{rule_id(name)}")
    cells = tag("td", escape(str(count))), tag("td", escape(account.reason))
    return tag("tr", tag("th", link, scope="row"), *cells)
