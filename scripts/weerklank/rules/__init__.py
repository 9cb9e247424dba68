"""The rules of the cleaner: phrases as data, one file a subject, and the reasons of the steps.

A residue rule is one family of lines with its variants:

    [[rule]]
    name = "skip-link"
    reason = "…"                 one Dutch sentence for the reader of the edition page
    where = "head"               head, foot, ends (both) or anywhere
    section = "labels"           optional: what follows goes along: short lines, or with "texts" a few sentences
    pattern = ["ga naar .*"]     whole lines, in lower case, with straight quotes and single spaces
    removes = ["Ga naar de inhoud"]
    keeps = ["Ga naar huis, zei zij, en kom morgen terug."]

`steps.toml` says for each rule that is code why it acts, with one example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_PLACES = ("head", "foot", "ends", "anywhere")
_SECTIONS = ("", "labels", "texts")
_KEYS = {"name", "reason", "where", "section", "pattern", "removes", "keeps"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of residue lines; `pattern` matches a whole line in its plain form."""

    name: str
    reason: str
    where: str
    section: str
    pattern: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What the edition page tells of one rule: its name, reason and examples of what it takes or changes."""

    name: str
    reason: str
    examples: tuple[str, ...]


def rule(entry: dict[str, Any], file: str) -> Rule:
    """One entry of a rules file, checked; ValueError names the file, the entry and what is wrong."""
    place = f"rules/{file}: {entry.get('name', 'a rule without a name')}"
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"{place}: unknown key {min(unknown)!r}")
    for key in ("name", "reason", "where", "pattern", "removes", "keeps"):
        if not entry.get(key):
            raise ValueError(f"{place}: {key!r} is missing or empty")
    if entry["where"] not in _PLACES:
        raise ValueError(f"{place}: 'where' is one of {', '.join(_PLACES)}")
    if entry.get("section", "") not in _SECTIONS:
        raise ValueError(f"{place}: 'section' is one of {', '.join(_SECTIONS[1:])}")
    pattern = "|".join(entry["pattern"])
    if re.compile(pattern).groups:
        raise ValueError(f"{place}: write (?:…), not (…)")
    return Rule(
        entry["name"],
        entry["reason"],
        entry["where"],
        entry.get("section", ""),
        pattern,
        tuple(entry["removes"]),
        tuple(entry["keeps"]),
    )


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The residue rules of all files, in the order of the files' names."""
    found = []
    for path in sorted(files(__name__).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml") and path.name != "steps.toml":
            for entry in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
                found.append(rule(entry, path.name))
    names = [r.name for r in found]
    if len(set(names)) < len(names):
        raise ValueError(f"rules/: two rules are named {max(names, key=names.count)!r}")
    return tuple(found)


@lru_cache(maxsize=1)
def _steps() -> dict[str, Account]:
    table = tomllib.loads((files(__name__) / "steps.toml").read_text(encoding="utf-8"))
    return {
        name: Account(name, entry["reason"], (f"{entry['before']} → {entry['after']}",))
        for name, entry in table.items()
    }


@lru_cache(maxsize=1)
def all_rules() -> tuple[Account, ...]:
    """Every rule that can stand in a ledger, the steps' first."""
    return (*_steps().values(), *(Account(r.name, r.reason, r.removes) for r in rules()))


@lru_cache(maxsize=256)
def reason(name: str) -> str:
    """Why a rule acts, in Dutch; of several at one place ('a b') the reasons together. KeyError for an unknown one.

    >>> reason("stray-full-stop")
    'Een punt vóór het eerste woord van een alinea is een slordigheid van de scrape.'
    """
    told = {account.name: account.reason for account in all_rules()}
    return " ".join(told[each] for each in name.split())
