"""The word that a dictionary has an inflected form under, in the languages of simplemma."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from weerklank.state.beside_bytecode import WordTable, kept_words

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

_CHAIN = 3  # a plural diminutive has its diminutive for a lemma, which has a lemma of its own


def lemmas(word: str, language: str) -> frozenset[str]:
    """What `word` (in lower case) may be a form of by the dictionary, itself included; of a language that it has no
    dictionary of, the word alone.

    >>> sorted(lemmas("steden", "nl")), sorted(lemmas("children", "en")), sorted(lemmas("went", "??"))
    (['stad', 'steden'], ['child', 'children'], ['went'])
    """
    found, last = {word}, word
    for _ in range(_CHAIN):
        said = lemma(last, language)
        if said is None or said in found:
            break
        last = said
        found.add(last)
    return frozenset(found)


def lemma(word: str, language: str) -> str | None:
    """The word that the dictionary has `word` under; None where it does not have it."""
    try:
        found = _dictionary().get_lemma(word, language)
    except ValueError:  # a language that it has no dictionary of
        return None
    return found.lower() if found else None


def forms(language: str) -> WordTable:
    """All forms that the dictionary of a language has, with their lemmas. ValueError where there is none."""
    return _Kept().get_dictionary(language)


def inflected(wanted: Collection[str], language: str) -> Iterator[tuple[str, str]]:
    """The forms that the dictionary has under each of the lemmas `wanted`: (form, lemma), both in lower case.

    >>> sorted(inflected({"mouse"}, "en"))[:2], list(inflected({"mouse"}, "??"))
    ([('mice', 'mouse'), ('mouse', 'mouse')], [])
    """
    try:
        entries = forms(language).pairs()
    except ValueError:  # a language that it has no dictionary of
        return
    yield from ((form.lower(), lemma.lower()) for form, lemma in entries if lemma in wanted)


class _Kept:
    """What gives simplemma its dictionaries: as it has them itself, unpacked once for all processes."""

    @staticmethod
    @lru_cache(maxsize=4)
    def get_dictionary(lang: str) -> WordTable:
        def unpacked() -> Mapping[str, str]:
            from simplemma.strategies import DefaultDictionaryFactory

            return DefaultDictionaryFactory().get_dictionary(lang)

        return kept_words(f"simplemma-{version('simplemma')}-{lang}", unpacked)


@lru_cache(maxsize=1)
def _dictionary() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy  # takes a while, and is not always needed

    return DictionaryLookupStrategy(_Kept())
