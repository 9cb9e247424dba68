"""Which lines of a page are residue: the rules of rules/*.toml, looked up by place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from weerklank.clean.web.page_lines import LONG, PageLine
from weerklank.clean.web.page_lines import plain as plain_words
from weerklank.languages.dates import search_date
from weerklank.languages.rules import kind, rules

_PLACES = {"head": ("head", "ends", "anywhere"), "foot": ("foot", "ends", "anywhere"), "anywhere": ("anywhere",)}
"""For each place the words by which rules say that they hold there."""
_SIGNS = re.compile(r"[^\w]{1,12}")
SEAM = re.compile(r"(?<=[a-zß-ÿ0-9)!?.…:])(?=[A-ZÀ-Þ])")
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
def _combined(where: str) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """One expression for all rules that say so of where they hold; group n is the nth of these indices of rules."""
    chosen = [(at, rule) for at, rule in enumerate(rules()) if rule.where == where]
    return re.compile("|".join(f"({rule.pattern})" for _, rule in chosen)), tuple(at for at, _ in chosen)


@lru_cache(maxsize=1 << 15)
def _first(plain: str, where: str) -> int | None:
    """The index of the first rule for `where` that knows a line."""
    expression, chosen = _combined(where)
    match = expression.fullmatch(plain)
    return chosen[match.lastindex - 1] if match and match.lastindex else None


def _look_up(plain: str, place: str) -> Residue | None:
    found = [at for where in _PLACES[place] if (at := _first(plain, where)) is not None]
    if not found:
        return None
    rule = rules()[min(found)]
    return Residue(rule.name, rule.section)


def residue(line: PageLine, place: str) -> Residue | None:
    """The residue that a line is at this place ('head', 'foot' or 'anywhere'), None where it is none."""
    return _residue(line.words, place) if len(line.words) <= LONG else None


@lru_cache(maxsize=1 << 14)
def _residue(words: str, place: str) -> Residue | None:
    plain = plain_words(words)
    if place == "anywhere":
        return _look_up(plain, place)
    if _SIGNS.fullmatch(plain):
        return SIGNS
    return _look_up(plain, place) or _menu_item(plain, place) or _fused(words, place) or _barred(words, place)


def _menu_item(plain: str, place: str) -> Residue | None:
    """What a line is whose words a menu closes as a sentence: 'contact.', 'over mij.'."""
    found = _look_up(plain[:-1], place) if plain[-1:] == "." and plain.count(" ") < 2 else None
    return found if found and kind(found.rule) in ("menu", "footer") else None


def _barred(words: str, place: str) -> Residue | None:
    """What a bar of buttons is with signs between: 'Permalink | Reacties (2)'; half are known, none is a date."""
    parts = _BARS.split(words.strip("[] |")) if len(words) <= 160 and _BARS.search(words) else []
    if len(parts) < 3 or search_date(words) or any(len(part.split()) > _PART for part in parts):
        return None
    found = [each for part in parts if (each := _look_up(plain_words(part), place))]
    return found[0] if 2 * len(found) >= len(parts) else None


def _fused(words: str, place: str) -> Residue | None:
    """What a bar of buttons is whose words stand together without a space: 'Like (3)ReplyShare'.

    All parts are residue, or of three and more all but one: with a site's name among its buttons.
    """
    if len(words) > 120 or not SEAM.search(words) or len(words.split()) > _FUSED:
        return None
    found = [_look_up(plain_words(part), place) for part in SEAM.split(words)]
    known = [each for each in found if each]
    return known[0] if known and len(known) >= max(2, len(found) - 1) else None
