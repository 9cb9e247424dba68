"""The word that a dictionary has an inflected form under, in the languages of simplemma."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

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


def forms(language: str) -> Mapping[str, str]:
    """All forms that the dictionary of a language has, with their lemmas. ValueError where there is none."""
    return _factory().get_dictionary(language)


def inflected(wanted: Collection[str], language: str) -> Iterator[tuple[str, str]]:
    """The forms that the dictionary has under each of the lemmas `wanted`: (form, lemma), both in lower case.

    >>> sorted(inflected({"mouse"}, "en"))[:2], list(inflected({"mouse"}, "??"))
    ([('mice', 'mouse'), ('mouse', 'mouse')], [])
    """
    try:
        entries = forms(language).items()
    except ValueError:  # a language that it has no dictionary of
        return
    yield from ((form.lower(), lemma.lower()) for form, lemma in entries if lemma in wanted)


@lru_cache(maxsize=1)
def _factory() -> DefaultDictionaryFactory:
    from simplemma.strategies import DefaultDictionaryFactory  # takes a while, and is not always needed

    return DefaultDictionaryFactory()


@lru_cache(maxsize=1)
def _dictionary() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_factory())
