"""A language's list of words, as simplemma's dictionary has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from weerklank.languages.lemmas import forms

LONGEST = 64  # letters; longer tokens are no words
SHORTEST = 4  # letters of a word that may be part of a compound which the list has not
_LINKS = ("", "s", "es", "n", "en", "er", "e")  # what German puts between the parts of a compound


class NoWords:
    """The list of words of a language that none is known of."""

    def known(self, word: str) -> bool:
        return False

    listed = inflected = known

    def parts(self, word: str) -> int:
        return 0


class WordList:
    """The words of one language (a code). `compounds`: its nouns join freely; `clitics`: what may stand behind a word;
    `more`: words that the dictionary lacks; `variants`: letters that may be written for others, (these, those) each.

    >>> words = WordList("de", True)
    >>> words.parts("Gesellschaft"), words.parts("Gesellschaftsgarten"), words.parts("Geselschaft")
    (1, 2, 0)
    """

    def __init__(
        self, code: str, compounds: bool, clitics: str = "", more: str = "", variants: Sequence[Sequence[str]] = ()
    ) -> None:
        self._words = forms(code)
        self._more = frozenset(more.split())
        self._variants = tuple(variants)
        self._compounds = compounds
        self._clitics = clitics.split()
        self.parts = lru_cache(maxsize=1 << 16)(self._parts)

    def known(self, word: str) -> bool:
        """Whether `word` is spelled right, as it stands or at the start of a sentence."""
        return self.parts(word) > 0

    def listed(self, word: str) -> bool:
        """Whether `word` stands in the list itself: not a compound made up here."""
        return self.parts(word) == 1

    def inflected(self, word: str) -> bool:
        """Whether `word` is known by a suffix only; the list has every form, and does not tell."""
        return False

    def _parts(self, word: str) -> int:
        word = word.replace("’", "'")
        if not word or len(word) > LONGEST:
            return 0
        if any(each in self._words or each in self._more for way in self._ways(word) for each in self._cases(way)):
            return 1
        return self._compound(word) if self._compounds and word.isalpha() and word.istitle() else 0

    def _ways(self, word: str) -> Iterator[str]:
        """The word as it stands, and in the letters that it may be written in too ('Fussball' for 'Fußball')."""
        yield word
        yield from (word.replace(these, those) for these, those in self._variants if these in word)

    def _cases(self, word: str) -> Iterator[str]:
        """The word as it stands and as it would stand in mid-sentence, also without what is put behind words."""
        for form in (word, *(word.removesuffix(each) for each in self._clitics if word.endswith(each))):
            yield form
            if form[:1].isupper():
                yield form[0].lower() + form[1:]
                if form.isupper():
                    yield from (form.lower(), form.capitalize())

    def _compound(self, word: str) -> int:
        """The parts of a noun that is made of others: 2 or 3, or 0."""
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            if self._is_noun(word[at:]) and self._begins(word[:at]):
                return 2
        return 0

    def _is_noun(self, part: str) -> bool:
        return part.islower() and part.capitalize() in self._words

    def _begins(self, part: str) -> bool:
        stems = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
        return any(len(stem) >= SHORTEST - 1 and stem.capitalize() in self._words for stem in stems)
