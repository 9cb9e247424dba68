"""How strongly words speak of the website they stood on: the families of rules/vocabulary.toml, added up.

A rule knows a sentence of one system; the words are what all systems share. They only ever tell at the
ends of a page, and a word that the text itself uses tells nothing there of running text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from weerklank.languages.expressions import Expression
from weerklank.languages.rules import expression, families

RULE = "site-talk"
OFFERS = ("newsletter", "subscribers")
"""The rules about lines by which a website invites its reader."""
_SALES = ("account", "mailing", "subscription", "giving")
_CONTACT = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,20}|https?://|www\.|\b0\d{1,3}(?: ?- ?| )?\d[\d ]{5,9}\b|[€©]")
_CONTACT_WEIGHT = 4
_VOICE = re.compile(r"\b(?:ik|mij|mezelf)\b")  # an author speaks; a website says 'wij' and 'u'
_VOICE_WEIGHT = 2
_PLAIN = 2  # the weight of a family that tells of websites and of little else


@lru_cache(maxsize=1)
def _expressions() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (name, weight, re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, words))})(?!\w)"))
        for name, weight, words in families()
    )


@lru_cache(maxsize=1)
def _words() -> tuple[Expression, list[int]]:
    """The words of all families, each with the number of its family."""
    known = [(expression(word), n) for n, (_, _, words) in enumerate(families()) for word in words]
    return Expression([word for word, _ in known], 0, r"(?<!\w)(?:…)(?!\w)"), [n for _, n in known]


@lru_cache(maxsize=1 << 13)
def _found(plain: str, least: int = 1) -> tuple[tuple[str, int, frozenset[str]], ...]:
    """For each family of this weight at least with words in this line its name, its weight and those words."""
    every, family_of = _words()
    near = {family_of[n] for n in every.near(plain)}
    chosen = [each for n, each in enumerate(_expressions()) if n in near and each[1] >= least]
    hits = [(name, weight, frozenset(words.findall(plain))) for name, weight, words in chosen]
    return tuple(hit for hit in hits if hit[2])


def telling(plain: str) -> frozenset[str]:
    """The words in a line that tell of websites and of little else."""
    return frozenset(word for _, _, words in _found(plain, _PLAIN) for word in words)


def sales(plain: str, own: frozenset[str]) -> int:
    """With how many words a line speaks of what a website has to sell: an account, a mailing list, a subscription."""
    found = {name: len(words - own) for name, _, words in _found(plain)}
    sold = sum(found.get(name, 0) for name in _SALES)
    return sold + found.get("commerce", 0) if sold else 0


def weight(plain: str, own: frozenset[str] = frozenset()) -> int:
    """The weight of a line: of each family its weight for a first word, one for a second, two for more.

    >>> weight("schrijf u in voor onze nieuwsbrief"), weight("de wethouder zweeg")
    (6, 0)
    """
    total = _CONTACT_WEIGHT if _CONTACT.search(plain) else 0
    for _, first, words in _found(plain):
        left = len(words - own)
        total += (0, first, first + 1, first + 3)[left] if left < 3 + 1 else first + 5
    return total


def surplus(plain: str, count: int, prose: bool, own: frozenset[str]) -> int:
    """How far a line of `count` words outweighs what is asked of a website's, which is more of a sentence (`prose`)."""
    if not prose:
        return weight(plain) - (2 if count <= 3 else 3 if count <= 9 else 4)
    asked = 5 if count <= 3 else 6 if count <= 14 else 7 if count <= 24 else 9
    return weight(plain, own) - asked - (_VOICE_WEIGHT if _VOICE.search(plain) else 0)
