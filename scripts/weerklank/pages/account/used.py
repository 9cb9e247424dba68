"""The rules that acted in a text, or in the whole collection, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from weerklank.languages.pack import Pack
from weerklank.languages.rules import accounts
from weerklank.markup.markdown import Html, escape, tag
from weerklank.model import Span
from weerklank.pages.account.row_notes import rule_id


def uses(spans: Iterable[Span]) -> Counter[str]:
    """How many stretches of a source each rule dealt with."""
    return Counter(name for span in spans for name in span.rule.split())


def used(say: Pack, spans: Iterable[Span]) -> str:
    """The rules that acted in a text, with their reasons, the most used first."""
    found = uses(spans).most_common()
    if not found:
        return ""
    heads = (say("used.rule"), say("used.times"), say("used.why"))
    top = tag("tr", *(tag("th", word, scope="col") for word in heads))
    body = [_row(say, name, count) for name, count in found]
    table = tag("table", tag("thead", top), tag("tbody", *body), class_="wk-used")
    return f"{say('used.heading')}\n\n{table}"


def _row(say: Pack, name: str, count: int) -> Html:
    (account,) = accounts(name)
    link = tag("a", escape(account.label), href=f"../{say.at('rules')}/#{rule_id(name)}")
    cells = tag("td", escape(str(count))), tag("td", escape(account.reason))
    return tag("tr", tag("th", link, scope="row"), *cells)
