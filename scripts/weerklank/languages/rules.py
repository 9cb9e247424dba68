"""The rules of the cleaner: phrases as data, one file a subject, and the reasons of the steps.

A residue rule is one family of lines with its variants:

    [[rule]]
    name = "skip-link"
    label = "sprong over …"      what it is called, in Dutch
    reason = "…"                 one Dutch sentence for the reader of the edition page
    where = "head"               head, foot, ends (both) or anywhere
    kind = "footer"              optional: the rule that the steps take it for, where it was split off for readers
    section = "labels"           optional: what follows goes along: short lines, or with "texts" a few sentences
    pattern = '''                whole lines, in lower case, with straight quotes and single spaces:
    ga naar <place>              one alternative a line, with the [parts] of its file put in for <place>
    '''
    removes = ["Ga naar de inhoud"]
    also = ["Ga naar het menu"]  optional: more lines that it removes, tried by the tests, not shown to readers
    keeps = ["Ga naar huis, zei zij, en kom morgen terug."]

The rules of a language stand in its folder, `languages/<code>/rules/`. `readers.toml` has its commonest
words, by which it is known (`stop_words`), its words for who speaks, and more lines for rules and signs
of the other files: an entry there adds its patterns and examples to the one of its name.

`steps.toml` says for each rule that is code what it is called and why it acts, with one example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from weerklank.languages.expressions import Expression

_LANGUAGES = files("weerklank.languages")
_FIRST = "nl"
"""The language whose folder has the rules and signs that those of the others add to."""
_READERS, _VOCABULARY = "readers.toml", "vocabulary.toml"
_PLACES = ("head", "foot", "ends", "anywhere")
_SECTIONS = ("", "labels", "texts")
_NO_RULES = ("steps.toml", "signs.toml", _VOCABULARY, _READERS)
_VOICE = "voice.toml"  # what the signs of a reader's voice weigh
_NO_GROUP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")  # escaped, or in a set of characters
_WORDS = r"(?<![\w-])(?:…)(?![\w-])"
_PART = re.compile(r"(?<!\?P)<([a-z]+(?:-[a-z]+)*)>")
_GROUP = re.compile(r"\((?!\?(?!P<))")


@dataclass(frozen=True, slots=True)
class Rule:
    """What can stand in a ledger as the reason of a change: what it is called, why it acts, and its examples.

    A step in code has a `change`, (before, after), and 'steps' for its `group`. A rule of residue is one family of
    lines: its `pattern` matches a whole line in its plain form; it has lines that it `removes` (and `also`) and lines
    that it `keeps`, and the stem of its file for its `group`. `kind` is the name of the rule that the steps take it
    for; its own, where readers need no finer names.
    """

    name: str
    kind: str
    label: str
    reason: str
    group: str
    change: tuple[str, str] | None = None
    where: str = ""
    section: str = ""
    alternatives: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """All alternatives as one expression."""
        return "|".join(self.alternatives)


def rule(entry: dict[str, Any], file: str) -> Rule:
    """One entry of a rules file, checked; its `pattern` is the list of its alternatives, parts filled in.

    ValueError names the file, the entry and what is wrong; TypeError names a key that is not known.
    """
    place = f"rules/{file}: {entry.get('name', 'a rule without a name')}"
    for key in ("name", "label", "reason", "where", "pattern", "removes", "keeps"):
        if not entry.get(key):
            raise ValueError(f"{place}: {key!r} is missing or empty")
    for key, known in (("where", _PLACES), ("section", _SECTIONS)):
        if entry.get(key, "") not in known:
            raise ValueError(f"{place}: {key!r} is one of {', '.join(filter(None, known))}")
    if _GROUP.search(_NO_GROUP.sub("", "|".join(entry["pattern"]))):
        raise ValueError(f"{place}: write (?:…), not (…)")
    said: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    said.setdefault("kind", entry["name"])
    return Rule(alternatives=said.pop("pattern"), group=file.removesuffix(".toml"), **said)


def _table(file: str, code: str = _FIRST) -> dict[str, Any]:
    """What one of a language's files holds, each `pattern` as the list of its alternatives, parts filled in.

    ValueError names the file where it is no TOML, with line and column, or names a part that it has not.
    """
    try:
        table = tomllib.loads((_LANGUAGES / code / "rules" / file).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{code}/rules/{file}: {error}") from error
    parts = table.get("parts", {})
    for entry in (*table.get("rule", ()), *table.get("sign", ())):
        place = f"{code}/rules/{file}: {entry.get('name')}"
        entry["pattern"] = [filled(line, parts, place) for line in alternatives(entry.get("pattern", ""))]
    return table


def _codes() -> list[str]:
    """The codes of the languages that have rules: the folders with a `readers.toml`, the first language before all."""
    found = (path.name for path in _LANGUAGES.iterdir() if (path / "rules" / _READERS).is_file())
    return sorted(found, key=lambda code: (code != _FIRST, code))


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The residue rules of all files, in the order of the files' names."""
    found = []
    for path in sorted((_LANGUAGES / _FIRST / "rules").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml") and path.name not in _NO_RULES:
            found += [rule(_extended(entry, "rule"), path.name) for entry in _table(path.name)["rule"]]
    names = [r.name for r in found]
    if len(set(names)) < len(names):
        raise ValueError(f"rules/: two rules are named {max(names, key=names.count)!r}")
    if strangers := [r for r in found if r.kind not in names]:
        raise ValueError(f"rules/{strangers[0].group}.toml: {strangers[0].name}: no rule has the name of its kind")
    return tuple(found)


def kind(name: str) -> str:
    """What the steps take a rule for: the name of its kind, or its own.

    >>> kind("rights"), kind("title")
    ('footer', 'title')
    """
    found = _by_name().get(name)
    return found.kind if found else name


def _extended(entry: dict[str, Any], kind: str) -> dict[str, Any]:
    """An entry with what the files of the languages add to the lists of the one of its name."""
    same = [each for table in _of_languages() for each in table.get(kind, ()) if each["name"] == entry.get("name")]
    more = [each for each in same if "says" not in each]
    added = {key for each in more for key, value in each.items() if isinstance(value, list)}
    return entry | {key: [line for each in (entry, *more) for line in each.get(key, ())] for key in added}


@lru_cache(maxsize=1)
def _of_languages() -> tuple[dict[str, Any], ...]:
    return tuple(_table(_READERS, code) for code in _codes())


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that has rules: its code, its commonest words, and expressions for who speaks, and speaks alone.

    `voices` are expressions for how a reader speaks, by the name of their weight in voice.toml.
    """

    code: str
    stop_words: frozenset[str]
    first_person: Expression
    alone: Expression
    voices: dict[str, Expression]


@lru_cache(maxsize=1)
def tongues() -> tuple[Tongue, ...]:
    """The languages that have rules for what stands below an essay."""
    return tuple(
        Tongue(
            table["language"],
            frozenset(table["stop_words"].split()),
            Expression([table["first_person"]], around=r"\b(?:…)\b"),
            Expression([table["first_person_alone"]], around=r"\b(?:…)\b"),
            {key: Expression(alternatives(words), around=_WORDS) for key, words in table["voice"].items()},
        )
        for table in _of_languages()
    )


@dataclass(frozen=True, slots=True)
class Weight:
    """What a sign of a reader's voice weighs, a natural logarithm of odds; `free`: nothing where it stands alone."""

    weight: float
    free: bool = False


@lru_cache(maxsize=1)
def voice_weights() -> dict[str, Weight]:
    """The weights of the signs in voice.toml by name."""
    table = tomllib.loads((_LANGUAGES / _VOICE).read_text("utf-8"))
    return {name: Weight(**entry) for name, entry in table.items()}


@lru_cache(maxsize=1)
def families() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """The families of words of all languages' vocabulary.toml: name, weight and the words, longest first; '*' is any
    letters. A language adds words to the families of the first.
    """
    found: dict[str, tuple[int, list[str]]] = {}
    for code in _codes():
        for each in _table(_VOCABULARY, code).get("family", ()):
            weight, words = found.setdefault(each["name"], (each.get("weight", 0), []))
            words += each["words"]
    return tuple(
        (name, weight, tuple(sorted({*words}, key=len, reverse=True))) for name, (weight, words) in found.items()
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """An expression by which a step knows something, with what it matches and misses."""

    name: str
    says: str
    alternatives: tuple[str, ...]
    matches: tuple[str, ...]
    misses: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """All alternatives as one expression."""
        return "|".join(self.alternatives)


@lru_cache(maxsize=1)
def signs() -> dict[str, Sign]:
    """The signs of signs.toml and of the languages by name."""
    tables = (_table("signs.toml"), *_of_languages())
    entries = [_extended(entry, "sign") for table in tables for entry in table.get("sign", ()) if "says" in entry]
    found = [Sign(e["name"], e["says"], tuple(e["pattern"]), tuple(e["matches"]), tuple(e["misses"])) for e in entries]
    return {sign.name: sign for sign in found}


def sign(name: str, flags: int = re.IGNORECASE) -> Expression:
    """The expression of a sign. KeyError for an unknown one.

    >>> bool(sign("kicker").fullmatch("Column"))
    True
    """
    return Expression(signs()[name].alternatives, flags)


def alternatives(pattern: str) -> list[str]:
    r"""The alternatives of a pattern or part, one a line; a space at either end of one is written [ ].

    >>> alternatives("\nreacties?\n[ ]of opmerkingen\n")
    ['reacties?', '[ ]of opmerkingen']
    """
    return [line.strip() for line in pattern.splitlines() if line.strip()]


def filled(pattern: str, parts: dict[str, str], place: str) -> str:
    """A pattern with the parts that its file names put in for <part>. ValueError for one that it has not.

    A part may name others, itself not: within it, it is none that the file has.
    """

    def content(named: re.Match[str]) -> str:
        if named[1] not in parts:
            raise ValueError(f"{place}: no part {named[0]} in this file, or it holds itself; add it under [parts]")
        others = {name: part for name, part in parts.items() if name != named[1]}
        return f"(?:{filled('|'.join(alternatives(parts[named[1]])), others, place)})"

    return _PART.sub(content, pattern)


def expression(word: str) -> str:
    r"""A word of a family as an expression.

    >>> expression("abonnee*")
    'abonnee\\w*'
    """
    return re.escape(word).replace(r"\*", r"\w*")


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule that can stand in a ledger, the steps' first."""
    steps = _table("steps.toml").items()
    return (
        *(Rule(name, name, e["label"], e["reason"], "steps", (e["before"], e["after"])) for name, e in steps),
        *rules(),
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Rule]:
    return {each.name: each for each in all_rules()}
