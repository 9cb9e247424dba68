"""What is known of Dutch words: spelling (OpenTaal), places to break (pyphen), frequency (wordfreq).

Spelling alone accepts a word; frequency only ranks, for a list of words from the web holds
misspellings too. Each source is loaded when first asked for, and once.
"""

from __future__ import annotations

import gzip
import lzma
import re
import tomllib
from functools import lru_cache
from itertools import repeat
from pathlib import Path

from weerklank.languages.nl.spelling import LONGEST, Spelling

LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
TREMA = {"a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"}
VOWELS = frozenset("aeiouäëïöüáéíóúàèìòùâêîôû")

_DATA = Path(__file__).with_name("data")
_FUNCTION_WORDS = tomllib.loads(Path(__file__).with_name("function_words.toml").read_text("utf-8"))
_LAST_LETTERS = re.compile(f"[{LETTERS}]+$")
_LETTERS = re.compile(f"[{LETTERS}]+")
_OPENING = "\"'‘’“”„«(["
_CLOSING = ".,;:!?…\"'‘’“”»)]"


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """OpenTaal's list."""
    return Spelling((_DATA / "opentaal.aff").read_text("utf-8"), carried("opentaal.dic.xz").decode())


def word_set(kind: str) -> frozenset[str]:
    """The words of this kind in function_words.toml, which says what each kind is."""
    return frozenset(_FUNCTION_WORDS[kind].split())


def carried(name: str) -> bytes:
    """The bytes of a file of the data that are carried whole, as its makers have it."""
    data = (_DATA / name).read_bytes()
    return lzma.decompress(data) if name.endswith(".xz") else data


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

    _, *steps = msgpack.unpackb(gzip.decompress(carried("wordfreq.msgpack.gz")), raw=False, use_list=False)
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
