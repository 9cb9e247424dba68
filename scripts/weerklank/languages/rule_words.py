"""The rules of the cleaner as a language tells them: their names, their reasons and examples.

The reference language has these words with the rules themselves; another language has them in its `reasons.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from weerklank.languages.rules import Rule, all_rules

NAME = "reasons.toml"
_LANGUAGES = files("weerklank.languages")


@lru_cache(maxsize=8)
def rules_in(language: str) -> dict[str, Rule]:
    """Every rule that can stand in a ledger by name, in the words of a language (a pack's code)."""
    table = _table(language)
    return {each.name: _told(each, table.get(each.name)) for each in all_rules()}


def untold(language: str) -> list[str]:
    """The names of the rules for which a language has no words of its own.

    >>> untold("nl"), untold("en")
    ([], [])
    """
    table = _table(language)
    return sorted(each.name for each in all_rules() if table and each.name not in table)


def accounts(name: str, language: str) -> tuple[Rule, ...]:
    """The rule of a span; of several at one place ('a b') each. KeyError for an unknown one.

    >>> [account.label for account in accounts("title spaces", "en")]
    ['title', 'spaces']
    """
    return tuple(rules_in(language)[each] for each in name.split())


def reason(name: str, language: str) -> str:
    """Why a rule acts; of several at one place ('a b') the reasons together. KeyError for an unknown one.

    >>> reason("stray-full-stop", "nl")
    'Een punt vóór het eerste woord van een alinea is een slordigheid van de scrape.'
    """
    return " ".join(account.reason for account in accounts(name, language))


def _table(language: str) -> dict[str, dict[str, Any]]:
    file = _LANGUAGES / language / NAME
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def _told(rule: Rule, words: dict[str, Any] | None) -> Rule:
    """A rule in the words of a language; a step's example is told in it, of a residue rule only its own lines."""
    if words is None:
        return rule
    change = (words["before"], words["after"]) if rule.change else None
    removes, keeps = (tuple(words.get(key, ())) for key in ("removes", "keeps"))
    return replace(rule, label=words["label"], reason=words["reason"], change=change, removes=removes, keeps=keeps)
