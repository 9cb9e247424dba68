"""What is known of a language's words: their forms, their seams, what is derived from them.

`knowledge` gives it. A dictionary of lemmas serves many languages; what a language has beyond that stands in its
folder: affixes in `affixes.toml`, and in `knowledge.py` a class `Knowledge` that knows more than the one here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.resources import files

from weerklank.languages import base
from weerklank.languages.folding import fold
from weerklank.languages.lemmas import lemma, lemmas

_LANGUAGES = files("weerklank.languages")
_OF_ITS_OWN = "knowledge"
_SHORTEST = 3  # letters of a word that may be part of another


class WordKnowledge:
    """What is known of the words of one language (a code), all of them in lower case."""

    def __init__(self, code: str) -> None:
        self._code = code
        affixes = _LANGUAGES / code / "affixes.toml"
        table = tomllib.loads(affixes.read_text("utf-8")) if affixes.is_file() else {}
        self._endings = ("", *table.get("endings", "").split())
        inflections = sorted(table.get("inflections", "").split(), key=len, reverse=True)
        self._inflected = re.compile(rf"(?:{'|'.join(inflections)})?s?$")
        self._before = tuple(table.get("before_nouns", "").split())
        self._after = tuple(sorted(table.get("after", "").split(), key=len, reverse=True))
        self._around = tuple(table.get("around", ()))
        self._around_after = tuple(table.get("around_after", ()))

    def bases(self, word: str) -> frozenset[str]:
        """What `word` may be a form of, itself included."""
        return lemmas(word, self._code)

    def is_regular(self, form: str, lemma: str) -> bool:
        """Whether a form has but the endings that the search of this language takes off by itself.

        >>> knowledge("nl").is_regular("huizen", "huis"), knowledge("nl").is_regular("sprak", "spreken")
        (True, False)
        """
        return self._bare(form) == self._bare(lemma)

    def _bare(self, word: str) -> str:
        single = re.sub(r"(.)\1", r"\1", fold(word)).replace("v", "f").replace("z", "s")
        return self._inflected.sub("", self._inflected.sub("", single))  # huis is no 's' after hui

    def headword(self, word: str) -> str:
        """The form under which to look for `word`, where a plural is plainly one."""
        return word

    def is_known(self, word: str) -> bool:
        """Whether a dictionary has the word in this spelling."""
        return lemma(word, self._code) is not None

    def is_entry(self, word: str) -> bool:
        """Whether it is a word by itself, where another with other accents is one too: 'een' beside 'één'."""
        return self.is_known(word)

    def respelled(self, word: str) -> str:
        """The word as it is spelled with the marks that were left out, itself where it needs none."""
        return word

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound that is written as one; one part for another word."""
        return (word,)

    def is_apart(self, word: str) -> bool:
        """Whether what looks like a part of this word is none: 'Tilburgers' are no kind of 'burgers'."""
        return False

    def is_counterpart(self, word: str, key: str) -> bool:
        """Whether `word`, a form of `key` to the dictionary, is a word of its own made from it: 'inwoonster'."""
        return False

    def is_verb(self, word: str) -> bool:
        """Whether a word may be a verb's infinitive, of which the affixes make other words than of nouns."""
        return False

    def halves(self, word: str) -> Iterator[tuple[str, str]]:
        """Where else a compound may be cut in two than `split` does, for whoever looks for one of the halves."""
        yield from ()

    def derived_from(self, word: str) -> Iterator[str]:
        """What `word` may be derived from with an affix of the language.

        >>> "citizen" in knowledge("en").derived_from("citizenship")
        True
        """
        for form in (word.removesuffix(ending) for ending in self._endings):
            for ending in self._after:
                if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
                    yield from self.bases(form.removesuffix(ending))
        for before in self._around:
            for ending in self._around_after:
                if word.startswith(before) and word.endswith(ending) and len(word) >= len(before + ending) + _SHORTEST:
                    yield from self.bases(word[len(before) : len(word) - len(ending)])

    def after_prefix(self, word: str) -> Iterator[str]:
        """What nouns `word` may be, but for what stands before them: 'burger' for 'medeburger'."""
        for rest in (word[len(before) :] for before in self._before if word.startswith(before)):
            yield from self.bases(rest) if len(rest) > _SHORTEST else ()


@lru_cache(maxsize=8)
def knowledge(language: str) -> WordKnowledge:
    """What is known of a language (an IETF tag).

    >>> sorted(knowledge("en-GB").bases("taught")), knowledge("nl").split("klantmanager")
    (['taught', 'teach'], ('klant', 'manager'))
    """
    code = base(language)
    if (_LANGUAGES / code / f"{_OF_ITS_OWN}.py").is_file():
        made: WordKnowledge = import_module(f"weerklank.languages.{code}.{_OF_ITS_OWN}").Knowledge(code)
        return made
    return WordKnowledge(code)
