"""How the rules work (/verantwoording/regels/): each with its reason, its examples and how often it acted."""

from __future__ import annotations

from collections import Counter
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import rules_in
from weerklank.languages.rules import Rule
from weerklank.languages.sentences import upper_first
from weerklank.markup.markdown import Html
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.extent import LETTERS, LINES
from weerklank.pages.account.totals import uses
from weerklank.pages.template import render

_GROUPS = ("steps", "comments", "furniture", "navigation", "platforms")
"""Groups of rules, in the order in which they are told."""


def page(collection: Collection) -> str:
    """The page about the rules."""
    say = collection.say
    counts: Counter[str] = Counter()
    for essay in collection.essays:
        counts += uses(essay.cleaned.ledger.spans)
    known = rules_in(say.code).values()
    names = dict.fromkeys(account.group for account in known)
    ordered = sorted(names, key=[*_GROUPS, *(n for n in names if n not in _GROUPS)].index)
    groups = [
        (*_named(say, group), [_rule(say, each, counts[each.name]) for each in known if each.group == group])
        for group in ordered
    ]
    body = render(say, "rules", groups=groups, lines=Html(say.number(LINES)), letters=Html(say.number(LETTERS)))
    return head(say, say("rules.title"), styles=["edition"]) + body


def _named(say: Pack, group: str) -> tuple[str, str]:
    """The title of a group of rules, and what is to be said of it."""
    return (say(f"rules.{group}"), say(f"rules.{group}_intro")) if group in _GROUPS else (say("rules.other"), "")


def _rule(say: Pack, account: Rule, count: int) -> dict[str, Any]:
    """What is told of a rule; the words of a source with signs for what cannot be seen."""
    return {
        "name": account.name,
        "title": upper_first(account.label),
        "reason": account.reason,
        "often": say("rules.used", n=count) if count else say("rules.unused"),
        "change": [visible(say, words) for words in account.change or ()],
        "removes": [visible(say, line) for line in account.removes],
        "keeps": [visible(say, line) for line in account.keeps],
    }
