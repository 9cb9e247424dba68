"""How the rules work (/verantwoording/regels/): each with its reason, its examples and how often it acted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from weerklank.languages.pack import Pack
from weerklank.languages.rules import Account, all_rules
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.extent import LETTERS, LINES
from weerklank.pages.account.row_notes import rule_id
from weerklank.pages.account.used import uses

_GROUPS = ("steps", "comments", "furniture", "navigation", "platforms")
"""Groups of rules, in the order in which they are told."""


def page(collection: Collection) -> str:
    """The page about the rules."""
    say = collection.say
    counts: Counter[str] = Counter()
    for essay in collection.essays:
        counts += uses(essay.cleaned.ledger.spans)
    known = all_rules()
    names = dict.fromkeys(account.group for account in known)
    groups = sorted(names, key=[*_GROUPS, *(n for n in names if n not in _GROUPS)].index)
    parts = [f"# {say('rules.title')}", say("rules.intro")]
    for group in groups:
        named = group in _GROUPS
        title, words = (say(f"rules.{group}"), say(f"rules.{group}_intro")) if named else (say("rules.other"), "")
        parts += [f"## {title}", words, *_cards(say, (a for a in known if a.group == group), counts)]
    return (
        head(say, say("rules.title"), styles=["edition"])
        + "\n\n".join(filter(None, [*parts, say("rules.about_register", lines=LINES, letters=LETTERS)]))
        + "\n"
    )


def _cards(say: Pack, known: Iterable[Account], counts: Counter[str]) -> list[Html]:
    return [_card(say, account, counts[account.name]) for account in known]


def _card(say: Pack, account: Account, count: int) -> Html:
    often = say("rules.used", n=count) if count else say("rules.unused")
    about = tag("p", tag("code", escape(account.name)), escape(f" · {often}"), class_="wk-often")
    title = tag("h3", escape(upper_first(account.label)))
    parts = [title, about, tag("p", escape(account.reason))]
    if account.change:
        before, after = account.change
        parts.append(
            tag("p", tag("del", visible(say, before), class_="wk-was"), escape(" → "), tag("ins", visible(say, after)))
        )
    parts += _examples(say, say("rules.removes"), account.removes) + _examples(say, say("rules.keeps"), account.keeps)
    return tag("section", *parts, id=rule_id(account.name), class_="wk-rule")


def _examples(say: Pack, title: str, lines: Iterable[str]) -> list[Html]:
    items = [tag("li", visible(say, line)) for line in lines]
    return [tag("p", escape(f"{title}:"), class_="wk-often"), tag("ul", *items)] if items else []
