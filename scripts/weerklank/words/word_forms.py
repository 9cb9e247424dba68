"""What a word is to a word in dispute: a form of it, a compound with it, a derivation, or none of these.

What is known of a language's words is asked of languages/word_knowledge.py: inflection, the seams of compounds. A
derivation ('burgerij') is another word; it is told apart here so that it can be shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from weerklank.languages.folding import fold
from weerklank.languages.word_knowledge import WordKnowledge, knowledge
from weerklank.model.tokens import Token, compared, tokens

Kind = Literal["form", "variant", "head", "modifier", "derivation"]
"""A form of the word; the same in another spelling; a compound that ends in it; a compound that begins
with it or has it in its middle; a word derived from it.
"""
COUNTED: tuple[Kind, ...] = ("form", "variant", "head", "modifier")

_ORDER: dict[Kind, int] = {kind: place for place, kind in enumerate((*COUNTED, "derivation"))}
_ENDING = re.compile(r"'(?=(?:s|tjes?|ers?|e|en)$)")
_BETWEEN = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_SHORTEST = 3  # letters of a word that may be part of another
_LONGEST = 200  # characters, hyphens included; what is longer is no word
_DEEPEST = 5  # parts of a compound that together may be a term
_STRESS = "\u0301"
_TREMA = "\u0308"


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a text where a word in dispute is used: the `term`-th, at `start`..`end`. `form` is the
    form as it is listed: without the capital of a sentence's beginning.
    """

    term: int
    kind: Kind
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    """A word in dispute: its words (one, as a rule) by the form that a dictionary has them under."""

    keys: tuple[str, ...]
    acronym: bool
    capital: bool


class Terms:
    """The words in dispute, to be found in texts of one language (a code: 'nl').

    >>> [(use.form, use.kind) for use in Terms(["klant"]).uses("Klanten van de klantmanager.")]
    [('klanten', 'form'), ('klantmanager', 'modifier')]
    """

    def __init__(self, words: Sequence[str], language: str = "nl") -> None:
        self._known = knowledge(language)
        self._terms = [self._term(word) for word in words]
        self._by_key: dict[str, list[int]] = {}
        for number, term in enumerate(self._terms):
            if key := fold("".join(term.keys)):
                self._by_key.setdefault(key, []).append(number)
        self._long = [number for number, term in enumerate(self._terms) if len(term.keys) > 1]
        self._starts = {key[: max(_SHORTEST, len(key) - 1)] for term in self._terms for key in term.keys}
        self._kinds = lru_cache(maxsize=1 << 16)(self._find_kinds)

    def uses(self, text: str, listed: bool = False) -> Iterator[Use]:
        """The uses in `text`, in order; `listed`: it is a list, with its marks."""
        found = list(tokens(text, listed)) if self._terms else []  # without terms no dictionary is read
        for at, token in enumerate(found):
            for number, kind in sorted(self.kinds(token).items()):
                yield Use(number, kind, _listed(token, self._terms[number]), token.start, token.end)
            for number in self._long:
                if use := self._sequence(text, found[at : at + len(self._terms[number].keys)], number):
                    yield use

    def kinds(self, token: Token) -> dict[int, Kind]:
        """What the token is to each of the words; those to which it is nothing are left out."""
        if token.address:
            return {}
        kinds: dict[int, Kind] = {}
        for number, kind in self._kinds(token.word).items():
            if self._terms[number].acronym and not self._as_acronym(token):
                continue
            if kind in ("form", "variant") and (token.opens or token.closes):
                kind = "modifier" if token.opens else "head"
            kinds[number] = kind
        return kinds

    def _term(self, word: str) -> _Term:
        keys = tuple(self._key(token.word) for token in tokens(word))
        return _Term(keys, len(word) > 1 and word.isupper(), word != word.lower())

    def _key(self, word: str) -> str:
        """The form under which to look for `word`: the lemma of a plural, where it is plainly one."""
        return self._known.headword(word)

    def _as_acronym(self, token: Token) -> bool:
        return token.text != token.word or not self._known.is_known(token.word)

    def _sequence(self, text: str, found: Sequence[Token], number: int) -> Use | None:
        """The use of a term of several words that begins with the first of these tokens."""
        term = self._terms[number]
        if len(found) < len(term.keys):
            return None
        kinds = [_as_form(self._known, token.word, key) for token, key in zip(found, term.keys, strict=True)]
        between = (text[a.end : b.start] for a, b in zip(found, found[1:], strict=False))
        if not all(kinds) or not all(map(_BETWEEN.fullmatch, between)):
            return None
        kind: Kind = "variant" if "variant" in kinds else "form"
        form = " ".join(_listed(token, term) for token in found)
        return Use(number, kind, form, found[0].start, found[-1].end)

    def _find_kinds(self, word: str) -> Mapping[int, Kind]:
        kinds: dict[int, Kind] = {}
        for number, kind in self._readings(word) if len(word) <= _LONGEST else ():
            if number not in kinds or _ORDER[kind] < _ORDER[kinds[number]]:
                kinds[number] = kind
        return {number: kind for number, kind in kinds.items() if len(self._terms[number].keys) == 1 or kind != "form"}

    def _readings(self, word: str) -> Iterator[tuple[int, Kind]]:
        """Every way to take `word`; the caller takes the closest one for each term."""
        if (spelled := self._known.respelled(word)) != word:
            yield from ((number, "variant" if kind == "form" else kind) for number, kind in self._readings(spelled))
            return
        bases = self._known.bases
        for number, kind in self._forms({*bases(word), *bases(word.replace("-", ""))}):
            yield number, "derivation" if self._known.is_counterpart(word, self._terms[number].keys[-1]) else kind
        parts = self._parts(word)
        for start in range(len(parts)):
            for end in range(start + 1, min(start + _DEEPEST, len(parts)) + 1):
                if end - start < len(parts):
                    yield from self._inside(word, "".join(parts[start:end]), last=end == len(parts))
        yield from self._affixed(word, parts)

    def _affixed(self, word: str, parts: Sequence[str]) -> Iterator[tuple[int, Kind]]:
        """What dictionary and splitter leave: affixes, of nouns and adjectives, and seams that only the term tells."""
        found: list[tuple[int, Kind]] = []
        for part in {word, *parts}:
            found += ((number, "derivation") for number, _ in self._forms(self._known.derived_from(part)))
        found += ((number, "head") for number, _ in self._forms(self._known.after_prefix(word)))
        yield from (each for each in found if not self._known.is_verb(self._terms[each[0]].keys[-1]))
        if len(parts) == 1 and any(start in word for start in self._starts):
            for before, after in self._known.halves(word):
                yield from self._inside(word, before, last=False)
                yield from self._inside(word, after, last=True)

    def _parts(self, word: str) -> list[str]:
        """The parts of a word: those between hyphens, and each at its seams."""
        whole, _, ending = _ENDING.sub("\0", word).partition("\0")
        pieces = [piece for piece in re.split("[-']", whole) if piece]
        pieces = [part for piece in pieces for part in self._known.split(piece)]
        return [*pieces[:-1], pieces[-1] + (f"'{ending}" if ending else "")] if pieces else []

    def _inside(self, whole: str, part: str, last: bool) -> Iterator[tuple[int, Kind]]:
        """What a part of a compound makes of the whole; before a seam it may have a linking letter."""
        if len(part) < _SHORTEST or self._known.is_apart(whole):
            return
        linked = part[:-1] if part.endswith("s") and not last else part
        for number, _ in self._forms({*self._known.bases(part), *self._known.bases(linked)}):
            yield number, "head" if last else "modifier"

    def _forms(self, words: Iterable[str]) -> Iterator[tuple[int, Kind]]:
        """The terms that one of these is, in its own spelling or in another one."""
        for word in words:
            for number in self._by_key.get(fold(word), ()):
                if kind := _same(self._known, word, "".join(self._terms[number].keys)):
                    yield number, kind


@lru_cache(maxsize=8)
def terms_of(words: tuple[str, ...], language: str) -> Terms:
    """The same `Terms` for the same words and language: what they found out of a word they know again."""
    return Terms(words, language)


def _as_form(known: WordKnowledge, word: str, key: str) -> Kind | None:
    kinds = [_same(known, base, key) for base in known.bases(word) if fold(base) == fold(key)]
    return next((kind for kind in COUNTED if kind in kinds), None)


def _same(known: WordKnowledge, word: str, key: str) -> Kind | None:
    """Whether `word`, which folds as `key` does, is spelled as it is, or is the same in another spelling.

    A mark of stress and a trema left out are spelling; other accents tell words apart ('een' and 'één')
    where the word without them is one itself.
    """
    if word == key:
        return "form"
    bare, wanted = word.replace("-", "").replace("'", ""), key.replace("-", "").replace("'", "")
    if bare == wanted or _without(bare, _STRESS) == wanted or _without(wanted, _TREMA) == bare:
        return "variant"
    return None if known.is_entry(word) else "variant"


def _without(word: str, mark: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(mark, ""))


def _listed(token: Token, term: _Term) -> str:
    """A form as it is listed: without a capital that only says where the word stands."""
    plain = compared(token.text)
    capitals = [char for char in token.text if char.isupper()]
    inner = any(char.isupper() for char in token.text[1:]) and not token.text.isupper()
    shown = unicodedata.normalize("NFC", token.text).replace("\u00ad", "").replace("’", "'")
    return shown if capitals and (inner or term.capital) else plain
