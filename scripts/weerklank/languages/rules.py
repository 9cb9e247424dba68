"""The rules of the cleaner: phrases as data, one file a subject, and the reasons of the steps.

A residue rule is one family of lines with its variants:

    [[rule]]
    name = "skip-link"
    label = "sprong over …"      what it is called, in Dutch
    reason = "…"                 one Dutch sentence for the reader of the edition page
    where = "head"               head, foot, ends (both) or anywhere
    section = "labels"           optional: what follows goes along: short lines, or with "texts" a few sentences
    pattern = ["ga naar .*"]     whole lines, in lower case, with straight quotes and single spaces
    removes = ["Ga naar de inhoud"]
    keeps = ["Ga naar huis, zei zij, en kom morgen terug."]

`languages/comments.<code>.toml` are of one language each: its commonest words, by which it
is known (`stop_words`), its words for who speaks, and more lines for rules and signs of the other
files: an entry there adds its patterns and examples to the one of its name.

`steps.toml` says for each rule that is code what it is called and why it acts, with one example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_RULES = files("weerklank.languages.nl") / "rules"
_PLACES = ("head", "foot", "ends", "anywhere")
_SECTIONS = ("", "labels", "texts")
_NO_RULES = ("steps.toml", "signs.toml", "vocabulary.toml")
_TONGUES = files("weerklank.languages")
_OF_LANGUAGES = tuple(f"comments.{code}.toml" for code in ("nl", "en", "de"))
_NO_GROUP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")  # escaped, or in a set of characters
_GROUP = re.compile(r"\((?!\?(?!P<))")
_KEYS = {"name", "label", "reason", "where", "section", "pattern", "removes", "keeps"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One family of residue lines; `pattern` matches a whole line in its plain form. `group`: its file's stem."""

    name: str
    label: str
    reason: str
    where: str
    section: str
    pattern: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Account:
    """What the edition tells of one rule: what it is called, why it acts, and its examples.

    A step in code has a `change`, (before, after); a rule of residue has lines that it `removes` and
    lines that it `keeps`, and the stem of its file in `group` ('steps' for a step).
    """

    name: str
    label: str
    reason: str
    group: str
    change: tuple[str, str] | None = None
    removes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()


def rule(entry: dict[str, Any], file: str, parts: dict[str, str] | None = None) -> Rule:
    """One entry of a rules file, checked, with the file's `parts` put in.

    ValueError names the file, the entry and what is wrong.
    """
    place = f"rules/{file}: {entry.get('name', 'a rule without a name')}"
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"{place}: unknown key {min(unknown)!r}")
    for key in ("name", "label", "reason", "where", "pattern", "removes", "keeps"):
        if not entry.get(key):
            raise ValueError(f"{place}: {key!r} is missing or empty")
    if entry["where"] not in _PLACES:
        raise ValueError(f"{place}: 'where' is one of {', '.join(_PLACES)}")
    if entry.get("section", "") not in _SECTIONS:
        raise ValueError(f"{place}: 'section' is one of {', '.join(_SECTIONS[1:])}")
    pattern = _filled("|".join(entry["pattern"]), parts or {})
    if _GROUP.search(_NO_GROUP.sub("", pattern)):
        raise ValueError(f"{place}: write (?:…), not (…)")
    return Rule(
        entry["name"],
        entry["label"],
        entry["reason"],
        entry["where"],
        entry.get("section", ""),
        pattern,
        tuple(entry["removes"]),
        tuple(entry["keeps"]),
        file.removesuffix(".toml"),
    )


def _table(file: str) -> dict[str, Any]:
    """What one of the files here holds. ValueError names it where it is no TOML, with line and column."""
    try:
        folder = _TONGUES if file in _OF_LANGUAGES else _RULES
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"rules/{file}: {error}") from error


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The residue rules of all files, in the order of the files' names."""
    found = []
    for path in sorted(_RULES.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml") and path.name not in _NO_RULES:
            table = _table(path.name)
            found += [rule(_extended(entry, "rule"), path.name, table.get("parts", {})) for entry in table["rule"]]
    names = [r.name for r in found]
    if len(set(names)) < len(names):
        raise ValueError(f"rules/: two rules are named {max(names, key=names.count)!r}")
    return tuple(found)


def _extended(entry: dict[str, Any], kind: str) -> dict[str, Any]:
    """An entry with what the files of the languages add to the lists of the one of its name."""
    same = [each for table in _of_languages() for each in table.get(kind, ()) if each["name"] == entry.get("name")]
    more = [each for each in same if "says" not in each]
    added = {key for each in more for key, value in each.items() if isinstance(value, list)}
    return entry | {key: [line for each in (entry, *more) for line in each.get(key, ())] for key in added}


@lru_cache(maxsize=1)
def _of_languages() -> tuple[dict[str, Any], ...]:
    return tuple(map(_table, _OF_LANGUAGES))


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that has rules: its code, its commonest words, and expressions for who speaks, and speaks alone."""

    code: str
    stop_words: frozenset[str]
    first_person: re.Pattern[str]
    alone: re.Pattern[str]


@lru_cache(maxsize=1)
def tongues() -> tuple[Tongue, ...]:
    """The languages that have rules for what stands below an essay."""
    return tuple(
        Tongue(
            table["language"],
            frozenset(table["stop_words"].split()),
            *(re.compile(rf"\b(?:{table[key]})\b", re.IGNORECASE) for key in ("first_person", "first_person_alone")),
        )
        for table in _of_languages()
    )


@lru_cache(maxsize=1)
def families() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """The families of words of vocabulary.toml: name, weight and the words, longest first; '*' is any letters."""
    table = _table("vocabulary.toml")
    return tuple(
        (
            each["name"],
            each["weight"],
            tuple(sorted(each["words"], key=len, reverse=True)),
        )
        for each in table["family"]
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """An expression by which a step knows something, with what it matches and misses."""

    name: str
    says: str
    pattern: str
    matches: tuple[str, ...]
    misses: tuple[str, ...]


@lru_cache(maxsize=1)
def signs() -> dict[str, Sign]:
    """The signs of signs.toml and of the languages by name."""
    table = _table("signs.toml")
    entries = [e for each in (table, *_of_languages()) for e in each.get("sign", ()) if "says" in e]
    found = [
        Sign(
            e["name"],
            e["says"],
            _filled("|".join(e["pattern"]), table.get("parts", {})),
            tuple(e["matches"]),
            tuple(e["misses"]),
        )
        for e in (_extended(entry, "sign") for entry in entries)
    ]
    return {sign.name: sign for sign in found}


def sign(name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """The expression of a sign. KeyError for an unknown one.

    >>> bool(sign("kicker").fullmatch("Column"))
    True
    """
    return re.compile(f"(?:{signs()[name].pattern})", flags)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with the parts that its file names put in for <part>."""
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{part})")
    return pattern


def expression(word: str) -> str:
    r"""A word of a family as an expression.

    >>> expression("abonnee*")
    'abonnee\\w*'
    """
    return re.escape(word).replace(r"\*", r"\w*")


@lru_cache(maxsize=1)
def all_rules() -> tuple[Account, ...]:
    """Every rule that can stand in a ledger, the steps' first."""
    table = _table("steps.toml")
    steps = [
        Account(name, each["label"], each["reason"], "steps", (each["before"], each["after"]))
        for name, each in table.items()
    ]
    return (*steps, *(Account(r.name, r.label, r.reason, r.group, None, r.removes, r.keeps) for r in rules()))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Account]:
    return {account.name: account for account in all_rules()}


def accounts(name: str) -> tuple[Account, ...]:
    """The rule of a span; of several at one place ('a b') each. KeyError for an unknown one.

    >>> [account.label for account in accounts("title spaces")]
    ['titel', 'spaties']
    """
    return tuple(_by_name()[each] for each in name.split())


def reason(name: str) -> str:
    """Why a rule acts, in Dutch; of several at one place ('a b') the reasons together. KeyError for an unknown one.

    >>> reason("stray-full-stop")
    'Een punt vóór het eerste woord van een alinea is een slordigheid van de scrape.'
    """
    return " ".join(account.reason for account in accounts(name))
