"""Which lines of a page are residue: the rules of rules/*.toml, looked up by place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from weerklank.languages.dates import search_date
from weerklank.languages.expressions import Expression
from weerklank.languages.rules import kind, rules

LONG = 400
"""Longer lines are prose: no rule looks at them, which also bounds what an expression can cost."""
_MARK = re.compile(r"(?:[•◦▪‣●○■►▶»›❯→*|·–—-]|\d{1,3}\.)\s+(?=\S)")
_QUOTES = str.maketrans("‘’‚‛`´“”„″«»", "''''''\"\"\"\"\"\"")
_PLACES = {"head": ("head", "ends", "anywhere"), "foot": ("foot", "ends", "anywhere"), "anywhere": ("anywhere",)}
"""For each place the words by which rules say that they hold there."""
_SIGNS = re.compile(r"[^\w]{1,12}")
SEAM = re.compile(r"(?<=[a-zß-ÿ0-9)!?.…:])(?=[A-ZÀ-Þ])")
_BARS = re.compile(r" ?[|·•∙‧] ?| ?\]\s{0,3}\[ ?")
_PART = 6  # words between two signs of a bar
_FUSED = 14  # words
_ROW = 4  # words of two buttons in a row, at least


@dataclass(frozen=True, slots=True)
class Residue:
    """What a line was found to be: the rule's name, and the section that begins there ('', 'labels', 'texts')."""

    rule: str
    section: str

    @property
    def kind(self) -> str:
        """What the steps take the rule for."""
        return kind(self.rule)


SIGNS = Residue("only-signs", "")


@lru_cache(maxsize=1 << 13)
def plain(words: str) -> str:
    r"""One line as rules see it: lower case, straight quotes, single spaces, no list mark.

    >>> plain("  •  Deel dit\u00a0artikel")
    'deel dit artikel'
    """
    words = words.strip()
    words = _MARK.sub("", words, count=1) if _MARK.match(words) else words
    return " ".join(words.lower().translate(_QUOTES).split())


@lru_cache(maxsize=4)
def _combined(where: str) -> tuple[Expression, list[int]]:
    """All alternatives of the rules that say so of where they hold, for each the index of its rule."""
    chosen = [(at, each) for at, rule in enumerate(rules()) if rule.where == where for each in rule.alternatives]
    return Expression([each for _, each in chosen], 0), [at for at, _ in chosen]


@lru_cache(maxsize=1 << 15)
def _first(words: str, where: str) -> int | None:
    """The index of the first rule for `where` that knows a line."""
    expression, chosen = _combined(where)
    known = expression.number(words)
    return None if known is None else chosen[known]


def _look_up(words: str, place: str) -> Residue | None:
    found = [at for where in _PLACES[place] if (at := _first(words, where)) is not None]
    if not found:
        return None
    rule = rules()[min(found)]
    return Residue(rule.name, rule.section)


def residue(words: str, place: str) -> Residue | None:
    """The residue that a line is at this place ('head', 'foot' or 'anywhere'), None where it is none."""
    if len(words) > LONG:
        return None
    bare = plain(words)
    if place == "anywhere":
        return _look_up(bare, place)
    if _SIGNS.fullmatch(bare):
        return SIGNS
    found = _look_up(bare, place) or _menu_item(bare, place) or _fused(words, place) or _barred(words, place)
    return found or _in_row(words, place)


def _menu_item(words: str, place: str) -> Residue | None:
    """What a line is whose words a menu closes as a sentence: 'contact.', 'over mij.'."""
    found = _look_up(words[:-1], place) if words[-1:] == "." and words.count(" ") < 2 else None
    return found if found and found.kind in ("menu", "footer") else None


def _barred(words: str, place: str) -> Residue | None:
    """What a bar of buttons is with signs between: 'Permalink | Reacties (2)'; half are known, none is a date."""
    parts = _BARS.split(words.strip("[] |")) if len(words) <= 160 and _BARS.search(words) else []
    if len(parts) < 3 or search_date(words) or any(len(part.split()) > _PART for part in parts):
        return None
    found = [each for part in parts if (each := _look_up(plain(part), place))]
    return found[0] if 2 * len(found) >= len(parts) else None


def _fused(words: str, place: str) -> Residue | None:
    """What a bar of buttons is whose words stand together without a space: 'Like (3)ReplyShare'.

    All parts are residue, or of three and more all but one: with a site's name among its buttons.
    """
    if len(words) > 120 or not SEAM.search(words) or len(words.split()) > _FUSED:
        return None
    found = [_look_up(plain(part), place) for part in SEAM.split(words)]
    known = [each for each in found if each]
    return known[0] if known and len(known) >= max(2, len(found) - 1) else None


def _in_row(words: str, place: str) -> Residue | None:
    """What a row of buttons is, each with a capital: 'Share on Facebook Share on Twitter', 'Home Contact Sitemap'."""
    tokens = words.split()
    if not _ROW - 1 < len(tokens) + words.istitle() <= _FUSED or words[-1] in ".:!?…,;":
        return None
    rows: list[tuple[Residue, ...] | None] = [()]  # for each number of tokens the buttons that they are
    for end in range(1, len(tokens) + 1):
        begun = (n for n in range(max(0, end - _PART), end) if rows[n] is not None and tokens[n][0].isupper())
        known = ((*(rows[n] or ()), found) for n in begun if (found := _look_up(plain(" ".join(tokens[n:end])), place)))
        rows.append(next(known, None))
    row = rows[-1] or ()
    return row[0] if len(row) > 1 else None
