"""Which lines of a page are residue: the rules of rules/*.toml, looked up by place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from weerklank.clean.dates import search_date
from weerklank.clean.page import PageLine
from weerklank.clean.page import plain as plain_words
from weerklank.rules import Rule, rules

_PLACES = {"head": ("head", "ends", "anywhere"), "foot": ("foot", "ends", "anywhere"), "anywhere": ("anywhere",)}
_SIGNS = re.compile(r"[^\w]{1,12}")
_SEAM = re.compile(r"(?<=[a-zß-ÿ0-9)!?.…:])(?=[A-ZÀ-Þ])")
_BARS = re.compile(r" ?[|·•∙‧] ?| ?\]\s{0,3}\[ ?")
_PART = 6  # words between two signs of a bar
_FUSED = 14  # words


@dataclass(frozen=True, slots=True)
class Residue:
    """What a line was found to be: the rule's name, and the section that begins there ('', 'labels', 'texts')."""

    rule: str
    section: str


SIGNS = Residue("only-signs", "")


@lru_cache(maxsize=4)
def _combined(place: str) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """One expression for all rules of a place; group n is rule n."""
    chosen = tuple(r for r in rules() if r.where in _PLACES[place])
    return re.compile("|".join(f"({r.pattern})" for r in chosen)), chosen


@lru_cache(maxsize=16384)
def _look_up(plain: str, place: str) -> Residue | None:
    expression, chosen = _combined(place)
    match = expression.fullmatch(plain)
    if match and match.lastindex:
        rule = chosen[match.lastindex - 1]
        return Residue(rule.name, rule.section)
    return None


def residue(line: PageLine, place: str) -> Residue | None:
    """The residue that a line is at this place ('head', 'foot' or 'anywhere'), None where it is none."""
    plain = line.plain
    if not plain:
        return SIGNS if place != "anywhere" and _SIGNS.fullmatch(line.words) else None
    if place != "anywhere" and _SIGNS.fullmatch(plain):
        return SIGNS
    found = _look_up(plain, place)
    return found if found or place == "anywhere" else _fused(line.words, place) or _barred(line.words, place)


@lru_cache(maxsize=16384)
def _barred(words: str, place: str) -> Residue | None:
    """What a bar of buttons is with signs between: 'Permalink | Reacties (2)'; half are known, none is a date."""
    parts = _BARS.split(words.strip("[] |")) if len(words) <= 160 and _BARS.search(words) else []
    if len(parts) < 3 or search_date(words) or any(len(part.split()) > _PART for part in parts):
        return None
    found = [each for part in parts if (each := _look_up(plain_words(part), place))]
    return found[0] if 2 * len(found) >= len(parts) else None


@lru_cache(maxsize=16384)
def _fused(words: str, place: str) -> Residue | None:
    """What a bar of buttons is whose words stand together without a space: 'Like (3)ReplyShare'.

    All parts are residue, or of three and more all but one: with a site's name among its buttons.
    """
    if len(words) > 120 or not _SEAM.search(words) or len(words.split()) > _FUSED:
        return None
    found = [_look_up(plain_words(part), place) for part in _SEAM.split(words)]
    known = [each for each in found if each]
    return known[0] if known and len(known) >= max(2, len(found) - 1) else None
