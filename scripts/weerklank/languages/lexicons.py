"""What is known of the words of the text that is being cleaned: spelling, breaks, frequency, what stands at line ends.

A lexicon is what a language's folder says in `function_words.toml`, with a list of words: simplemma's dictionary of the
language, or one that `lexicon.py` there has of its own. Of a language without these nothing is known, and says so.
Within `reading(language)` the functions here speak for that language; else for the first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Protocol

from weerklank.languages import base
from weerklank.languages.carried_data import frequency as frequency_in
from weerklank.languages.word_list import LONGEST, NoWords, WordList

if TYPE_CHECKING:
    from pyphen import Pyphen

FIRST = "nl"
"""The language of a text of which nothing else is said or seen."""
LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"

_LANGUAGES = files("weerklank.languages")
_LAST_LETTERS = re.compile(f"[{LETTERS}]+$")
_LETTERS = re.compile(f"[{LETTERS}]+")
_OPENING = "\"'‘’“”„«»(["
_CLOSING = ".,;:!?…\"'‘’“”»«)]"


class Spelling(Protocol):
    """A list of words; `parts` is 1 for a word of the list, more for a compound of its words, 0 for what is unknown."""

    def known(self, word: str) -> bool: ...
    def listed(self, word: str) -> bool: ...
    def parts(self, word: str) -> int: ...
    def inflected(self, word: str) -> bool: ...


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known of one language; `code` is '' for one of which nothing is. `hyphenation` names its patterns."""

    code: str
    table: dict[str, Any]
    hyphenation: tuple[str, ...] = ()

    @cached_property
    def spelling(self) -> Spelling:
        """Its list of words, read when first asked for: most texts born digital want none."""
        return _words(self.code, self.table) if self.code else NoWords()

    @cached_property
    def hyphenators(self) -> tuple[Pyphen, ...]:
        """What breaks its words."""
        from pyphen import LANGUAGES, Pyphen

        return tuple(Pyphen(lang=each, left=2, right=2) for each in self.hyphenation if each in LANGUAGES)

    def words(self, kind: str) -> frozenset[str]:
        """The words of this kind in function_words.toml, which says what each kind is."""
        return _split(self.table.get(kind, ""))

    def matches(self, kind: str, text: str) -> bool:
        """Whether a pattern of this kind in function_words.toml is in `text`; of a seam 'half|rest'."""
        pattern = self.table.get(kind)
        return bool(pattern and _compiled(pattern).search(text))

    @property
    def hyphens_compounds(self) -> bool:
        """Whether two words that make one, which no list has, are written with a hyphen."""
        return bool(self.table.get("hyphens-compounds"))

    @property
    def capitals_nouns(self) -> bool:
        """Whether a capital inside a sentence makes no name, since all nouns have one."""
        return bool(self.table.get("capital-nouns"))

    def frequency(self, word: str) -> float:
        """How often `word` occurs in running text, as a share of all words; 0 if hardly ever, or not known."""
        return frequency_in(self.code, word)

    def changed(self, half: str, rest: str) -> str:
        """The word of these halves where a break changed its letters: Dutch 'ge|interesseerd', old German 'Zuk|ker'.
        '' where none are changed between them.
        """
        seam = f"{half}|{rest}"
        for pattern, letters in self.table.get("changes", ()):
            if (word := _compiled(pattern).sub(letters, seam, count=1)) != seam:
                return word
        return ""

    def legal(self, first: str, second: str) -> bool:
        """Whether a word made of these halves may be broken between them."""
        left, right = _LAST_LETTERS.search(first), _LETTERS.match(second)
        if not left or not right or len(first) + len(second) > LONGEST:
            return False
        half, rest = left.group(), right.group()
        return len(half) in _breaks(self, half + rest) or self.matches("breaks", f"{half}|{rest}")


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (an IETF tag).

    >>> lexicon("nl-BE").code, lexicon("fr").code, lexicon("en").spelling.known("well-known")
    ('nl', '', True)
    """
    code = base(language)
    words = _LANGUAGES / code / "function_words.toml"
    if not code.isalpha() or not words.is_file():
        return Lexicon("", {}, (code,))
    table = tomllib.loads(words.read_text("utf-8"))
    return Lexicon(code, table, tuple(table["hyphenation"].split()))


_current: ContextVar[str] = ContextVar("language", default=FIRST)


@contextmanager
def reading(language: str) -> Iterator[Lexicon]:
    """The functions of this module speak for a language (an IETF tag) until the end of the block.

    >>> with reading("de"):
    ...     spelling().known("Gesellschaft"), legal("Gesell", "schaft")
    (True, True)
    """
    before = _current.set(language)
    try:
        yield lexicon(language)
    finally:
        _current.reset(before)


def current() -> Lexicon:
    """The lexicon of the language that is being read."""
    return lexicon(_current.get())


def spelling() -> Spelling:
    """The list of words of the language that is being read."""
    return current().spelling


def legal(first: str, second: str) -> bool:
    """Whether a word made of these halves may be broken between them.

    >>> legal("klan", "ten"), legal("klant", "en")
    (True, False)
    """
    return current().legal(first, second)


def frequency(word: str) -> float:
    """How often `word` occurs in the language that is being read."""
    return current().frequency(word)


def word_set(kind: str) -> frozenset[str]:
    """The words of this kind in the language that is being read."""
    return current().words(kind)


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


@lru_cache(maxsize=64)
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def _breaks(of: Lexicon, word: str) -> frozenset[int]:
    """Offsets at which a typesetter may break `word` (letters only, any case)."""
    return frozenset(at for each in of.hyphenators for at in each.positions(word.lower()))


def _words(code: str, table: Mapping[str, Any]) -> Spelling:
    """The list of words that a language has of its own, else the dictionary's."""
    if (_LANGUAGES / code / "lexicon.py").is_file():
        own: Spelling = import_module(f"weerklank.languages.{code}.lexicon").spelling()
        return own
    compounds = not table.get("hyphens-compounds")
    return WordList(code, compounds, table.get("clitics", ""), table.get("words", ""), table.get("variants", ()))
